import XCTest

@testable import Khabar

/// How many were killed and hurt: the number of each word is its own.
final class CasualtyTests: XCTestCase {
  private func tolls(_ text: String) throws -> [[Int?]] {
    try AssemblyFixture.events("Attack", in: text).map { [$0.killed, $0.injured] }
  }

  func testNumbersOfTheirOwnWords() throws {
    let cases: [(text: String, killed: Int?, injured: Int?)] = [
      // "An officer said that six soldiers were killed and 14 others were hurt"
      ("قال ضابط إن ستة جنود قتلوا وأصيب 14 آخرون في هجوم على حاجز في بعقوبة أمس.", 6, 14),
      ("قتل ستة جنود وأصيب 14 آخرون في هجوم على حاجز في بعقوبة أمس.", 6, 14),
      ("أسفر هجوم على حاجز في بعقوبة أمس عن مقتل ستة جنود وإصابة 14 آخرين.", 6, 14),
      // A dual is two: "two soldiers were killed", "the killing of two soldiers".
      ("قتل جنديان وجرح 14 آخرون في هجوم على حاجز في بعقوبة أمس.", 2, 14),
      ("أسفر هجوم على حاجز في بعقوبة أمس عن مقتل جنديين وإصابة ثلاثة.", 2, 3),
      // "Two children and a woman" are not two; "15 dead and 40 wounded"; "met their deaths".
      ("أسفرت غارة على القرية أمس عن مقتل طفلين وامرأة.", nil, nil),
      ("أدى انفجار في كابل أمس إلى سقوط 15 قتيلا و40 جريحا.", 15, 40),
      ("لقي أربعة جنود مصرعهم وأصيب خمسة في كمين في سيناء أمس.", 4, 5),
      // "The killing and wounding of 35 soldiers" tells neither.
      ("أسفر الهجوم على الحاجز في بعقوبة أمس عن مقتل وإصابة 35 جنديا.", nil, nil),
      ("أسفر الهجوم على الحاجز في بعقوبة أمس عن إصابة ومقتل 35 جنديا.", nil, nil),
      ("قتل أو جرح 30 شخصا في هجوم في لاهور أمس.", nil, nil),
    ]
    for (text, killed, injured) in cases { XCTAssertEqual(try tolls(text), [[killed, injured]], text) }
  }

  func testShotBySomebody() throws {
    // Five soldiers were killed by gunmen's bullets; by unknown men's; but by a stray bullet nobody attacks.
    for (text, attacker) in [
      ("قُتل خمسة جنود برصاص مسلحين في سيناء أمس.", "attacker مسلحين"),
      ("قتل خمسة جنود برصاص مسلحين في سيناء أمس.", "attacker مسلحين"),
      ("أصيب شرطي بنيران قناصة في تعز أمس.", "attacker قناصة"),
    ] { XCTAssertTrue(try AssemblyFixture.events("Attack", in: text).flatMap(\.parties).contains(attacker), text) }
    XCTAssertEqual(try AssemblyFixture.events("Attack", in: "أصيب شرطي برصاصة طائشة في تعز أمس.").count, 0)
  }

  func testEndsOfABorderAreNoSides() throws {
    for text in [
      "وقعت اشتباكات عنيفة أمس في منطقة الحدود بين سوريا ولبنان.", "اندلعت اشتباكات أمس على الحدود مع لبنان.",
      "وقعت اشتباكات أمس على الطريق بين حلب ودمشق.",
    ] { XCTAssertEqual(try AssemblyFixture.events("Attack", in: text).flatMap(\.parties), [], text) }
    XCTAssertEqual(
      try AssemblyFixture.events("Attack", in: "اندلعت معارك أمس بين سوريا ولبنان على الحدود.").flatMap(\.parties),
      ["attacker سوريا", "attacker لبنان"])
  }

  func testAnAgencyIsNoSide() throws {
    // "Reuters said that Taliban had called up its men, and told of fighting between the two sides"
    let text = "قالت وكالة رويترز إن حركة طالبان أعلنت النفير، وأشارت إلى وقوع معارك بين الطرفين في قندوز أمس."
    XCTAssertFalse(try AssemblyFixture.events("Attack", in: text).flatMap(\.parties).contains("attacker رويترز"))
  }

  func testAttacksOfWords() throws {
    for text in [
      "فتح النائب كريم الحسيني النار على وزير المالية في مقابلة أمس.", "شن النائب هجوما عنيفا على الحكومة أمس.",
    ] { XCTAssertEqual(try AssemblyFixture.events("Attack", in: text).count, 0, text) }
    XCTAssertEqual(try AssemblyFixture.events("Attack", in: "فتحت القوات النار على متظاهرين في حمص أمس.").count, 1)
  }
}
