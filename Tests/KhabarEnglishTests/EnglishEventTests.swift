import Khabar
import XCTest

/// Meetings and visits of plain English sentences: parties, day, place and status.
final class EnglishEventTests: XCTestCase {
  // MARK: - Meetings

  func testMet() throws {
    try assertTells(
      "Egyptian President Abdel Fattah el-Sisi met Turkish Foreign Minister Hakan Fidan in Cairo on Monday.",
      Told("Meeting", ["party Abdel Fattah el-Sisi", "party Hakan Fidan"], ["Cairo"], "2024-05-13", "occurred"))
    try assertTells(
      "Yesterday in Amman, King Abdullah met with Prime Minister Shehbaz Sharif.",
      Told("Meeting", ["party Abdullah", "party Shehbaz Sharif"], ["Amman"], "2024-05-14", "occurred"))
  }

  func testWasReceivedBy() throws {
    try assertTells(
      "Iraqi Foreign Minister Fuad Hussein was received by French President Emmanuel Macron in Paris on 13 May 2024.",
      Told("Meeting", ["party Fuad Hussein", "party Emmanuel Macron"], ["Paris"], "2024-05-13", "occurred"))
    try assertTells(
      "Chancellor Olaf Scholz received the Qatari prime minister in Berlin on Tuesday.",
      Told("Meeting", ["party Olaf Scholz", "party Qatari prime minister"], ["Berlin"], "2024-05-14", "occurred"))
  }

  func testHeldTalksWith() throws {
    try assertTells(
      "On Friday the Jordanian foreign minister held talks with his Saudi counterpart Faisal bin Farhan in Riyadh.",
      Told(
        "Meeting", ["party Jordanian foreign minister", "party Faisal bin Farhan"], ["Riyadh"], "2024-05-10", "occurred"
      ))
    try assertTells(
      "Narendra Modi and Shigeru Ishiba held a bilateral meeting in Tokyo.",
      Told("Meeting", ["party Narendra Modi", "party Shigeru Ishiba"], ["Tokyo"], nil, "occurred"))
  }

  func testListsOfParties() throws {
    try assertTells(
      "Hakan Fidan met Sameh Shoukry, Fuad Hussein and Ayman Safadi in Ankara last week.",
      Told(
        "Meeting", ["party Hakan Fidan", "party Sameh Shoukry", "party Fuad Hussein", "party Ayman Safadi"], ["Ankara"],
        "2024-W19", "occurred"))
  }

  func testMeetingsToCome() throws {
    try assertTells(
      "US Secretary of State Antony Blinken will meet Prime Minister Benjamin Netanyahu in Jerusalem on Friday.",
      Told("Meeting", ["party Antony Blinken", "party Benjamin Netanyahu"], ["Jerusalem"], "2024-05-17", "planned"))
    try assertTells(
      "Hakan Fidan is scheduled to meet Sameh Shoukry in Cairo next week.",
      Told("Meeting", ["party Hakan Fidan", "party Sameh Shoukry"], ["Cairo"], "2024-W21", "planned"))
  }

  /// "A meeting was held between" has its parties behind it; what was cancelled stands before its verb.
  func testMeetingsThatWereHeldOrCancelled() throws {
    try assertTells(
      "A meeting was held in Doha between Mohammed bin Abdulrahman Al Thani and US envoy Steve Witkoff.",
      Told(
        "Meeting", ["party Mohammed bin Abdulrahman Al Thani", "party Steve Witkoff"], ["Doha"], nil, "occurred"))
    try assertTells(
      "A meeting between Hakan Fidan and Sameh Shoukry was cancelled.",
      Told("Meeting", ["party Hakan Fidan", "party Sameh Shoukry"], [], nil, "cancelled"))
  }

  /// Whose title stands before the name with a comma between is one with him.
  func testTitlesBeforeAComma() throws {
    try assertTells(
      "The Prime Minister of Malaysia, Anwar Ibrahim, met the President of Turkey, Recep Tayyip Erdogan, in Ankara.",
      Told("Meeting", ["party Anwar Ibrahim", "party Recep Tayyip Erdogan"], ["Ankara"], nil, "occurred"))
  }

  func testNoMeeting() throws {
    try assertTells("Emmanuel Macron has not yet met Keir Starmer.")
    try assertTells("President Emmanuel Macron did not meet Prime Minister Keir Starmer in London.")
    try assertTells("Emmanuel Macron has never met Keir Starmer.")
    try assertTells("Emmanuel Macron refused to meet Keir Starmer in London on Monday.")
    try assertTells("Emmanuel Macron could meet Keir Starmer in London.")
  }

  // MARK: - Visits

  func testVisited() throws {
    try assertTells(
      "German Chancellor Olaf Scholz visited Ankara on Tuesday.",
      Told("Visit", ["visitor Olaf Scholz"], ["Ankara"], "2024-05-14", "occurred"))
    try assertTells(
      "Last month, Brazil's President Luiz Inacio Lula da Silva visited China.",
      Told("Visit", ["visitor Luiz Inacio Lula da Silva"], ["China"], "2024-04", "occurred"))
  }

  func testArrivedIn() throws {
    try assertTells(
      "A Turkish delegation arrived in Baghdad yesterday.",
      Told("Visit", ["visitor Turkish delegation"], ["Baghdad"], "2024-05-14", "occurred"))
    try assertTells(
      "Foreign Minister Hakan Fidan has arrived in Doha.",
      Told("Visit", ["visitor Hakan Fidan"], ["Doha"], nil, "occurred"))
  }

  func testBeganAVisit() throws {
    try assertTells(
      "Pope Francis began a three-day visit to Indonesia on Monday.",
      Told("Visit", ["visitor Francis"], ["Indonesia"], "2024-05-13", "occurred"))
  }

  func testVisitsToCome() throws {
    try assertTells(
      "Russian President Vladimir Putin will visit Beijing on May 16, 2024.",
      Told("Visit", ["visitor Vladimir Putin"], ["Beijing"], "2024-05-16", "planned"))
    try assertTells(
      "Vladimir Putin plans to visit Ankara next month.",
      Told("Visit", ["visitor Vladimir Putin"], ["Ankara"], "2024-06", "planned"))
  }

  /// "The Ukrainian president's visit": whose it is stands before it.
  func testVisitsOfAnOwner() throws {
    try assertTells(
      "The Ukrainian president's visit to Riyadh was cancelled.",
      Told("Visit", ["visitor Ukrainian president"], ["Riyadh"], nil, "cancelled"))
    try assertTells(
      "Rishi Sunak's visit to Riyadh ended on Tuesday.",
      Told("Visit", ["visitor Rishi Sunak"], ["Riyadh"], nil, "occurred"))
  }

  func testVisitsThatGoOn() throws {
    try assertTells(
      "German Foreign Minister Annalena Baerbock is visiting Israel this week.",
      Told("Visit", ["visitor Annalena Baerbock"], ["Israel"], "2024-W20", "ongoing"))
  }

  func testWhoVisited() throws {
    try assertTells(
      "The Iraqi minister, who visited Tehran on Sunday, praised the agreement.",
      Told("Visit", ["visitor Iraqi minister"], ["Tehran"], "2024-05-12", "occurred"))
  }

  func testNoVisit() throws {
    try assertTells("Olaf Scholz has not visited Ankara.")
    try assertTells("Hakan Fidan invited Olaf Scholz to visit Ankara.")
    try assertTells("Tourists visited Ankara on Monday.")
  }

  /// Two events of one sentence, each with its own parties.
  func testArrivedAndMet() throws {
    try assertTells(
      "Hakan Fidan arrived in Baghdad on Monday and met Fuad Hussein.",
      Told("Visit", ["visitor Hakan Fidan"], ["Baghdad"], "2024-05-13", "occurred"),
      Told("Meeting", ["party Hakan Fidan", "party Fuad Hussein"], ["Baghdad"], "2024-05-13", "occurred"))
  }

  /// A surname stands for the person who was named in full.
  func testSurnamesComeBack() throws {
    let document = try EnglishFixture.document(
      "President Vladimir Putin will visit Beijing. Putin met Hakan Fidan in Moscow yesterday.")
    let people = Set(document.events.flatMap { $0.participants.compactMap(\.entity) })
    XCTAssertEqual(people.map { document.entities[$0].name }.sorted(), ["Hakan Fidan", "Vladimir Putin"])
  }
}
