import Foundation
import Khabar
import KhabarJoin
import KhabarRecords
import XCTest

/// Reports of one happening become one row, those of others do not.
final class JoinerTests: XCTestCase {
  private func report(
    _ document: String, _ type: EventType = "Meeting", on day: String? = "2015-08-05", reported: String = "2015-08-06",
    parties: [String] = [], place: String? = nil, country: String? = nil, killed: Int? = nil, words: [String] = []
  ) -> Report {
    var report = Report(
      document: document, event: "V1", type: type, status: "occurred", confidence: 0.9,
      parties: parties.map { Report.Actor(role: "party", name: $0, key: $0) },
      places: place.map { [Report.Actor(role: "place", name: $0, key: $0, country: country)] } ?? [], setting: [],
      words: words)
    report.reported = CivilDate(iso: reported)?.dayNumber
    report.first = day.flatMap { CivilDate(iso: $0)?.dayNumber }
    report.last = report.first
    report.killed = killed
    return report
  }

  private func rows(_ reports: [Report], into earlier: [Happening] = []) throws -> [HappeningRow] {
    let store = try ReportStore()
    for report in reports { try store.add(report) }
    var rows: [HappeningRow] = []
    var joiner = Joiner(rarity: store.rarity) { rows.append(HappeningRow($0)) }
    try joiner.run(store, resuming: earlier) { _, _, _ in }
    return rows
  }

  private func documents(_ rows: [HappeningRow]) -> Set<Set<String>> {
    Set(rows.map { Set($0.reports.map(\.document)) })
  }

  func testThoseWhoMeetAgainHaveAnotherMeeting() throws {
    // Each report is three days from the last one, but the third is a week behind the day of the meeting.
    let told = [
      report("a", on: "2015-08-03", reported: "2015-08-03", parties: ["Q1", "Q2"]),
      report("b", on: nil, reported: "2015-08-06", parties: ["Q1", "Q2"]),
      report("c", on: nil, reported: "2015-08-09", parties: ["Q1", "Q2"]),
    ]
    XCTAssertEqual(documents(try rows(told)), [["a", "b"], ["c"]])
  }

  func testMeetingsOfOthersAreNotPutTogetherByAThird() throws {
    let met = [
      report("a", parties: ["Q1"], place: "Q85"), report("b", parties: ["Q2"], place: "Q85"),
      report("c", reported: "2015-08-07", parties: ["Q1", "Q2", "Q3"], place: "Q85"),
    ]
    XCTAssertEqual(try rows(met).count, 2)
  }

  func testCallsThatADocumentTellsApartAreNotPutTogetherByOneThatDoesNot() throws {
    var calls = [
      report("a", "PhoneCall", parties: ["Q1", "Q2"]), report("a", "PhoneCall", parties: ["Q1", "Q3"]),
      report("b", "PhoneCall", reported: "2015-08-07", parties: ["Q1", "Q2", "Q3"]),
      report("c", "PhoneCall", reported: "2015-08-08", parties: ["Q1", "Q3"]),
    ]
    calls[1].event = "V2"
    let rows = try rows(calls)
    XCTAssertEqual(rows.count, 2)
    let other = try XCTUnwrap(rows.first { row in row.reports.contains { $0.event == "V2" } })
    XCTAssertTrue(other.reports.contains { $0.document == "c" })
  }

  func testAttacksInTwoCountriesAreNotPutTogetherByAReportThatFitsBoth() throws {
    let words = ["m", "n", "o", "p", "q"]
    let attacks = [
      report("a", "Attack", on: nil, place: "Q1", country: "KW", killed: 15, words: words),
      report("b", "Attack", on: nil, place: "Q2", country: "SA", killed: 15, words: words),
      report("c", "Attack", on: nil, killed: 15, words: words),
    ]
    let others = (0..<80).map { report("o\($0)", "Visit", parties: ["Q\($0)"]) }
    let rows = try rows(attacks + others).filter { $0.type == "Attack" }
    XCTAssertEqual(rows.map(\.articles).sorted(), [1, 2])
    XCTAssertEqual(Set(rows.compactMap(\.country)), ["KW", "SA"])
  }

  func testWordsOfDescriptionsAreTheSameInEachForm() {
    // "A market", "the market", "a market" as an object; "the mosque of the emergency force".
    let words = DescriptionWords.arabic
    XCTAssertEqual(words.words(of: "السوق"), words.words(of: "سوق"))
    XCTAssertEqual(words.words(of: "سوقا"), words.words(of: "سوق"))
    XCTAssertEqual(words.words(of: "مسجد قوة الطوارئ").count, 3)
    XCTAssertEqual(Set(words.words(of: "الأب أب")).count, 2, "too short to be a noun without what stands before it")
  }

  func testPairsOfARowAreThoseOfItsUsualParties() throws {
    var visit = report("a", "Visit", parties: [], place: "Q85", country: "EG")
    visit.parties = [
      Report.Actor(role: "visitor", name: "كيري", key: "Q22316", label: "John Kerry", country: "US", sector: "GOV"),
      Report.Actor(role: "visitor", name: "الوفد"),
    ]
    (visit.cameo, visit.plover, visit.mode) = ("042", "CONSULT", "visit")
    let row = try XCTUnwrap(rows([visit]).first)
    XCTAssertEqual(row.plover, "CONSULT")
    var writer = HappeningWriter(.dyads)
    let lines = writer.text(row).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let columns = writer.opening.dropLast().split(separator: "\t").map(String.init)
    let dyads = lines.map { Dictionary(uniqueKeysWithValues: zip(columns, $0.map(String.init))) }
    XCTAssertEqual(dyads.map { $0["source_code"] }, ["USAGOV", "EGY"])
    XCTAssertEqual(dyads.map { $0["target_code"] }, ["EGY", "USAGOV"])
    XCTAssertEqual(dyads.map { $0["cameo"] }, ["042", "043"])
    XCTAssertEqual(dyads.map { $0["quad"] }, ["1", "1"])
  }

  func testTablesOfARow() throws {
    let row = try XCTUnwrap(rows([report("a", parties: ["Q1", "Q2"], place: "Q85")]).first)
    for (table, count) in [(JoinTable.happenings, 1), (.parties, 2), (.reports, 1)] {
      var writer = HappeningWriter(.csv, table: table, hasMark: true)
      XCTAssertTrue(writer.opening.hasPrefix("\u{FEFF}id,type,"))
      let lines = writer.text(row).split(separator: "\n")
      XCTAssertEqual(lines.count, count)
      for line in lines {
        XCTAssertEqual(
          line.split(separator: ",", omittingEmptySubsequences: false).count, writer.opening.split(separator: ",").count
        )
      }
    }
  }

  func testSamePartiesOnOneDayAreOneMeeting() throws {
    let rows = try rows([
      report("a", parties: ["Q1", "Q2"], place: "Q85"), report("b", parties: ["Q2", "Q1"]),
      report("c", on: nil, parties: ["Q1", "Q2"]),
    ])
    XCTAssertEqual(documents(rows), [["a", "b", "c"]])
    XCTAssertEqual(rows[0].date, "2015-08-05")
    XCTAssertEqual(rows[0].placeKey, "Q85")
    XCTAssertEqual(rows[0].articles, 3)
  }

  func testOtherDayPartnerOrPlaceIsAnotherMeeting() throws {
    let first = report("a", parties: ["Q1", "Q2"], place: "Q85", country: "EG")
    XCTAssertEqual(try rows([first, report("b", on: "2015-08-01", parties: ["Q1", "Q2"])]).count, 2)
    XCTAssertEqual(try rows([first, report("b", parties: ["Q1", "Q3"])]).count, 2)
    XCTAssertEqual(try rows([first, report("b", parties: ["Q3", "Q4"], place: "Q85", country: "EG")]).count, 2)
  }

  func testTypesAreNeverPutTogether() throws {
    XCTAssertEqual(
      try rows([report("a", "Meeting", parties: ["Q1", "Q2"]), report("b", "Visit", parties: ["Q1", "Q2"])]).count, 2)
  }

  func testDisputedTollsAreToldByDayAndDocument() throws {
    let rows = try rows([
      report("a", "Attack", reported: "2015-08-06", place: "Q1", killed: 13, words: ["m", "n", "o"]),
      report("b", "Attack", reported: "2015-08-07", place: "Q1", killed: 15, words: ["m", "n", "o"]),
      report("c", "Attack", reported: "2015-08-07", place: "Q1", killed: 15, words: ["m", "n", "o"]),
    ])
    XCTAssertEqual(rows.count, 1)
    XCTAssertEqual(rows[0].killed, 15)
    XCTAssertEqual(rows[0].disputed["killed"]?.map(\.value), ["15", "13"])
    XCTAssertEqual(rows[0].disputed["killed"]?.first?.documents, ["b", "c"])
    XCTAssertEqual(rows[0].tolls.map(\.killed), [13, 15])
  }

  func testOrderOfInputDoesNotMatter() throws {
    var reports = (0..<30).map { number in
      report(
        "d\(number)", on: "2015-08-0\(number % 9 + 1)", reported: "2015-08-\(10 + number % 9)",
        parties: ["Q\(number % 4)", "Q\(number % 4 + 1)"])
    }
    let expected = try rows(reports)
    for shift in 1...4 {
      reports = Array(reports.dropFirst(shift * 3) + reports.prefix(shift * 3))
      XCTAssertEqual(try rows(reports), expected)
    }
  }

  func testNewReportsJoinOldHappeningsAndIdsStay() throws {
    let old = try rows([report("a", parties: ["Q1", "Q2"], place: "Q85"), report("b", parties: ["Q5", "Q6"])])
    let new = try rows(
      [report("c", parties: ["Q1", "Q2"]), report("d", parties: ["Q7", "Q8"])], into: old.compactMap(\.happening))
    XCTAssertEqual(documents(new), [["a", "c"], ["b"], ["d"]])
    let joined = try XCTUnwrap(new.first { $0.articles == 2 })
    XCTAssertTrue(old.contains { $0.id == joined.id })
  }

  func testScoreNamesEveryTerm() throws {
    let store = try ReportStore()
    try store.add(report("a", parties: ["Q1", "Q2"]))
    try store.add(report("b", parties: ["Q1", "Q2"]))
    var scores: [JoinScore] = []
    var joiner = Joiner(rarity: store.rarity) { _ in }
    try joiner.run(store, resuming: []) { _, _, score in scores += score.map { [$0] } ?? [] }
    let score = try XCTUnwrap(scores.first)
    XCTAssertEqual(score.terms.map(\.reason), ["same day", "2 shared parties"])
    XCTAssertEqual(score.total, score.terms.map(\.value).reduce(0, +), accuracy: 1e-9)
  }

  func testReportsAreReadFromRecords() throws {
    let record = """
      {"schema": "khabar/1", "document": {"id": "n1", "publisher": "Wire", "date": "2015-08-06", "characters": 9},
       "entities": [
         {"id": "E1", "type": "Person", "name": "كيري", "key": "Q22316", "labelEn": "John Kerry", "mentions": []},
         {"id": "E2", "type": "Place", "name": "الدوحة", "key": "Q3861", "country": "QA", "mentions": []}],
       "times": [], "quantities": [],
       "events": [{"id": "V1", "type": "Visit", "status": "occurred", "confidence": 0.9,
         "trigger": {"start": 0, "end": 3, "text": "زار"}, "evidence": {"start": 0, "end": 9},
         "participants": [{"role": "visitor", "entity": "E1", "name": "كيري", "country": "US"}],
         "time": {"value": "2015-08-03", "from": "2015-08-03", "to": "2015-08-03", "basis": "clause"},
         "places": [{"entity": "E2", "name": "الدوحة", "latitude": 25.3, "longitude": 51.5}],
         "code": {"cameo": "042"}}]}
      """
    let decoded = try JSONDecoder().decode(Record.self, from: Data(record.utf8))
    let report = try XCTUnwrap(Report.reports(of: decoded) { [$0] }.first)
    XCTAssertEqual(
      report.parties,
      [
        Report.Actor(role: "visitor", name: "كيري", key: "Q22316", label: "John Kerry", country: "US")
      ])
    XCTAssertEqual(report.places.first?.country, "QA")
    XCTAssertEqual(report.first.map { CivilDate(dayNumber: $0).description }, "2015-08-03")
    XCTAssertEqual(report.source, "Wire")
    XCTAssertEqual(report.cameo, "042")
  }
}
