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
      // "15 dead and 40 wounded"; "met their deaths".
      ("أدى انفجار في كابل أمس إلى سقوط 15 قتيلا و40 جريحا.", 15, 40),
      // "One dead and two wounded", "two dead and ten wounded"
      ("أسفر هجوم في كركوك أمس عن سقوط قتيل وجريحين.", 1, 2),
      ("أسفر هجوم في كركوك أمس عن سقوط قتيلين وعشرة جرحى.", 2, 10),
      ("لقي أربعة جنود مصرعهم وأصيب خمسة في كمين في سيناء أمس.", 4, 5),
      // "A soldier was killed and another hurt", "two and a third one"; "two people, dozens of others".
      ("استشهد شرطي وأصيب ثلاثة من زملائه في هجوم على دورية في تكريت أمس.", 1, 3),
      ("قتل جنديان وأصيب ثالث في هجوم على حاجز في بعقوبة أمس.", 2, 1),
      ("قتل شخصان على الأقل وجرح عشرات آخرون في تفجير في لاهور أمس.", 2, nil),
      // What came of it, told by a verb behind: "and that led to", "which killed".
      ("قصفت طائرات التحالف مواقع الحوثيين في تعز أمس مما أدى إلى مقتل 18 مسلحا وجرح 25.", 18, 25),
      ("وقع تفجير في سوق بإسطنبول أمس أدى إلى إصابة 15 شخصا.", nil, 15),
    ]
    for (text, killed, injured) in cases { XCTAssertEqual(try tolls(text), [[killed, injured]], text) }
  }

  /// Each way to tell it with each way to count: seven soldiers, 23 civilians, two children, an officer.
  func testEveryConstructionWithEveryNumber() throws {
    let victims = [
      ("سبعة جنود", "سبعة جنود", 7), ("23 مدنيا", "23 مدنيا", 23), ("طفلان", "طفلين", 2), ("ضابط", "ضابط", 1),
    ]
    let others = [("14 آخرون", "14 آخرين", 14), ("ثلاثة آخرون", "ثلاثة آخرين", 3)]
    let places = ["هجوم على حاجز في بعقوبة", "تفجير في سوق في كابل"]
    for ((subject, object, killed), (otherSubject, otherObject, injured), attack) in victims.flatMap({ victim in
      others.flatMap { other in places.map { (victim, other, $0) } }
    }) {
      for text in [
        "قتل \(subject) وأصيب \(otherSubject) في \(attack) أمس.",
        "أسفر \(attack) أمس عن مقتل \(object) وإصابة \(otherObject).",
        "أعلنت الشرطة مقتل \(object) وجرح \(otherObject) في \(attack) أمس.",
        "وقع \(attack) أمس، ما أدى إلى مقتل \(object) وإصابة \(otherObject) بجروح.",
        "أصيب \(otherSubject) وقتل \(subject) في \(attack) أمس.",
        "أسفر \(attack) أمس عن مقتل \(object)، بينهم امرأة، وإصابة \(otherObject).",
      ] { XCTAssertEqual(try tolls(text), [[killed, injured]], text) }
    }
  }

  func testWhatTheTextAdds() throws {
    let cases: [(text: String, killed: Int?, injured: Int?)] = [
      ("قتل رجل وطفلان في قصف على قرية في ريف حلب أمس.", 3, nil),
      ("قتل 3 جنود و4 مدنيين في هجوم على حاجز في بنغازي أمس.", 7, nil),
      // "Two children and a woman"; "four men, two women and three children"; "three soldiers and an officer"
      ("أسفرت غارة على القرية أمس عن مقتل طفلين وامرأة.", 3, nil),
      ("أسفرت غارة على القرية في صعدة أمس عن مقتل أربعة رجال وامرأتين وثلاثة أطفال.", 9, nil),
      ("قتل ثلاثة جنود وضابط وأصيب ستة آخرون في هجوم على حاجز في بعقوبة أمس.", 4, 6),
      // "In addition to two guards"; "the spokesman and three of his companions"
      ("أسفر الهجوم على المعسكر في كركوك أمس عن مقتل خمسة جنود إضافة إلى حارسين وإصابة تسعة آخرين.", 7, 9),
      ("قتل المتحدث باسم الحركة وثلاثة من مرافقيه في غارة على سيارته في إدلب أمس.", 4, nil),
      // "Among them three children" are none besides; "as well as the wounding of 12" are no dead. How many "civilians"
      // are nobody says.
      ("قتل 12 شخصا بينهم ثلاثة أطفال وأصيب 30 آخرون في تفجير في بغداد أمس.", 12, 30),
      ("أسفر تفجير في حمص أمس عن مقتل خمسة أشخاص فضلا عن إصابة 12 آخرين.", 5, 12),
      ("أسفر تفجير في حمص أمس عن مقتل خمسة جنود ومدنيين وإصابة 12 آخرين.", 5, 12),
    ]
    for (text, killed, injured) in cases { XCTAssertEqual(try tolls(text), [[killed, injured]], text) }
  }

  func testANumberOfBothIsJoint() throws {
    for text in [
      "أسفر الهجوم على الحاجز في بعقوبة أمس عن مقتل وإصابة 35 جنديا.",
      "أسفر الهجوم على الحاجز في بعقوبة أمس عن إصابة ومقتل 35 جنديا.",
      "قتل أو جرح 35 شخصا في هجوم في لاهور أمس.",
      "سقط 35 شخصا بين قتيل وجريح في تفجير في بغداد أمس.",
    ] {
      let events = try AssemblyFixture.events("Attack", in: text)
      XCTAssertEqual(events.map(\.casualties), [35], text)
      XCTAssertEqual(events.map { [$0.killed, $0.injured] }, [[nil, nil]], text)
    }
    let both = "أدى انفجار في كابل أمس إلى سقوط 15 قتيلا و40 جريحا."
    XCTAssertEqual(try AssemblyFixture.events("Attack", in: both).map(\.casualties), [nil])
  }

  func testTheDeadOfAWarAreNoAttacks() throws {
    // "… as part of a war in which more than 40,000 people were killed"; "the conflict had cost the lives of 40,000"
    for text in [
      "وقع تفجير في إسطنبول أمس وأصيب 15 شخصا، في إطار حرب قتل فيها أكثر من 40 ألف شخص منذ عام 1984.",
      "أصيب 15 شخصا في تفجير في إسطنبول أمس، وكان الصراع مع الحزب قد أودى بحياة 40 ألف شخص.",
    ] { XCTAssertEqual(try tolls(text), [[nil, 15]], text) }
  }

  func testShotBySomebody() throws {
    // Five soldiers were killed by gunmen's bullets; by unknown men's; but by a stray bullet nobody attacks.
    for (text, attacker) in [
      ("قُتل خمسة جنود برصاص مسلحين في سيناء أمس.", "attacker مسلحين"),
      ("قتل خمسة جنود برصاص مسلحين في سيناء أمس.", "attacker مسلحين"),
      ("أصيب شرطي بنيران قناصة في تعز أمس.", "attacker قناصة"),
      ("قتل جندي برصاص مسلحين في سيناء أمس.", "attacker مسلحين"),
      ("قتلت امرأة برصاص مسلحين في سيناء أمس.", "attacker مسلحين"),
      ("قتل شاب فلسطيني برصاص الجيش الإسرائيلي في غزة أمس.", "attacker الجيش الإسرائيلي"),
      ("قتلت ممرضة بقذائف المتمردين في تعز أمس.", "attacker المتمردين"),
      ("لقي شرطي مصرعه برصاص مجهولين في عدن أمس.", "attacker مجهولين"),
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

  /// "Fourteen people met their death, among them three children": fourteen died, and the three are of those.
  func testAmongThoseWhoMetTheirDeath() throws {
    let events = try AssemblyFixture.events(
      "Attack", in: "لقي 14 شخصا حتفهم، بينهم ثلاثة أطفال، في هجوم على سوق في مقديشو أمس.")
    XCTAssertEqual(events.map(\.parties).map { $0.sorted() }, [["target ثلاثة أطفال", "target سوق"]])
    XCTAssertEqual(events.map(\.killed), [14])
  }
}
