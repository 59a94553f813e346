import XCTest

@testable import Khabar

/// Which attacks of an article are one, and who takes part in each.
final class AttackTests: XCTestCase {
  private func attacks(_ text: String) throws -> [[String]] {
    try AssemblyFixture.events("Attack", in: text).map { $0.parties.sorted() }
  }

  /// "In Baghdad three policemen were hurt in an explosion. In Baghdad, too, gunmen kidnapped a doctor." A list of what
  /// happened where tells of two attacks, though the town is one.
  func testListOfWhatHappenedInOneTown() throws {
    XCTAssertEqual(
      try attacks(
        "وفي بغداد أصيب ثلاثة من عناصر الشرطة في انفجار سيارة مفخخة. "
          + "وفي بغداد أيضا اختطف مجهولون الطبيب سالم العامري."),
      [["target ثلاثة من عناصر الشرطة"], ["attacker مجهولون", "target سالم العامري"]])
    XCTAssertEqual(
      try attacks("وفي كركوك قتل أربعة جنود في هجوم انتحاري. وفي كركوك أيضا هاجم مسلحون مركزا للشرطة.").count, 2)
  }

  /// "Gunmen murdered a judge in Mosul. Four civilians were hurt in a bombing in the town": who was murdered is nobody
  /// whom the bombing hit.
  func testMurderAndBombingInOneTown() throws {
    XCTAssertEqual(
      try attacks("اغتال مسلحون أمس القاضي سالم العامري في الموصل. وأصيب أربعة مدنيين بتفجير انتحاري في الموصل."),
      [["attacker مسلحون", "target سالم العامري"], ["target أربعة مدنيين"]])
  }

  /// "Six soldiers were killed in an attack in Kirkuk. The attack hit a checkpoint." What is spoken of as known is one.
  func testVictimsAndWhatWasHit() throws {
    XCTAssertEqual(
      try attacks("قتل ستة جنود أمس في هجوم في كركوك. واستهدف الهجوم حاجزا للشرطة في كركوك."),
      [["target ستة جنود", "target حاجزا للشرطة"].sorted()])
  }

  /// "Planes were circling over the area and shelling posts": what is told besides of the same subject is past, too.
  func testWhatWasGoingOnBesides() throws {
    XCTAssertEqual(
      try attacks("كانت الطائرات التركية تحلق في المنطقة وتقصف مواقع للمسلحين قرب دهوك."),
      [["attacker الطائرات التركية", "target مواقع للمسلحين"]])
    XCTAssertEqual(try attacks("تحلق الطائرات التركية في المنطقة وتقصف مواقع للمسلحين."), [])
  }

  /// "They took the town after fighting with the army": both sides fought, and the town is what was hit.
  func testTownTakenAfterFighting() throws {
    XCTAssertEqual(
      try attacks("سيطرت حركة الشباب أمس على كيسمايو بعد معارك مع الجيش الكيني."),
      [["attacker الجيش الكيني", "attacker الشباب", "target كيسمايو"]])
  }

  /// "Russia shells the port" above "the Russian forces shelled the port": a country and its forces did one thing.
  func testCountryAndItsForces() throws {
    let told = try attacks("روسيا تقصف ميناء أوديسا\n\nقصفت القوات الروسية ميناء أوديسا أمس بصواريخ كروز.")
    XCTAssertEqual(told.count, 1, "\(told)")
    let others = try attacks("قصفت القوات الروسية ميناء أوديسا أمس. وقصفت القوات الأوكرانية ميناء سيفاستوبول.")
    XCTAssertEqual(others.count, 2, "\(others)")
  }

  /// "Pirates hijack a Greek tanker" above "Somali pirates hijacked a Greek tanker".
  func testHeadlineSaysLessOfThem() throws {
    let told = try attacks("قراصنة يختطفون ناقلة نفط يونانية\n\nاختطف قراصنة صوماليون ناقلة نفط يونانية أمس.")
    XCTAssertEqual(told, [["attacker قراصنة صوماليون", "target ناقلة نفط يونانية"]])
  }

  /// "A bombing that hit a court. The bomber blew himself up at the gate of the building."
  func testKnownSite() throws {
    XCTAssertEqual(
      try attacks(
        "قتل عشرون شخصا أمس في تفجير استهدف محكمة في بيشاور. وقالت الشرطة إن الانتحاري فجر نفسه عند بوابة المبنى."
      ).count, 1)
    XCTAssertEqual(
      try attacks("هاجم مسلحون أمس محكمة في بيشاور. وقالت الشرطة إن المسلحين هاجموا مستشفى في كويتا.").count, 2)
  }

  /// "Six of the Houthi rebels were killed in clashes between the army and the Houthis": some of a side were killed,
  /// and all of it fought.
  func testSidesAndVictimsOfFighting() throws {
    XCTAssertEqual(
      try attacks("قتل ستة من المتمردين الحوثيين أمس في اشتباكات بين الجيش اليمني والحوثيين في صعدة."),
      [["attacker الجيش اليمني", "attacker المتمردين الحوثيين", "target ستة من المتمردين الحوثيين"]])
  }

  /// "Clashes between the security forces and the gunmen": who fights on the other side was not killed with the
  /// soldier.
  func testSecondSideBehindVictims() throws {
    XCTAssertEqual(
      try attacks("قتل جندي أمس في اشتباكات بين قوات الأمن التركية والمسلحين في شرناك."),
      [["attacker المسلحين", "attacker قوات الأمن التركية", "target جندي"]])
  }

  /// "A plane fired two missiles at a house": the verb and what was fired tell of one attack.
  func testWhatIsFired() throws {
    XCTAssertEqual(
      try attacks("أطلقت طائرة أمريكية دون طيار أمس صاروخين على منزل في مأرب مما أدى إلى مقتل خمسة مسلحين."),
      [["attacker طائرة أمريكية دون طيار", "target خمسة مسلحين", "target منزل"]])
  }

  /// "A bomb exploded in the market, which left ten civilians dead": the toll is the explosion's, though the bomb tells
  /// of it, too.
  func testTollOfExplosion() throws {
    for text in [
      "انفجرت عبوة ناسفة أمس في سوق ببغداد ما أسفر عن مقتل عشرة مدنيين.",
      "انفجرت سيارة مفخخة أمس في سوق ببغداد مما أسفر عن مقتل عشرة مدنيين.",
    ] { XCTAssertEqual(try attacks(text), [["target سوق", "target عشرة مدنيين"]], text) }
  }

  /// "Clashes broke out in Marib between the army and the Houthis. Planes raided posts of the rebels in Marib": a fight
  /// on the ground and a raid from the air are two.
  func testClashesAndRaidsAreTwo() throws {
    XCTAssertEqual(
      try attacks("اندلعت اشتباكات في مأرب أمس بين الجيش والحوثيين. وشنت الطائرات غارات على مواقع المتمردين في مأرب.")
        .count, 2)
    XCTAssertEqual(
      try attacks("شنت الطائرات غارات على مواقع المتمردين في مأرب أمس. وقصفت الطائرات المواقع في مأرب.").count, 1)
  }

  /// "Elsewhere gunmen attacked a post": none of those told before.
  func testTurningToAnother() throws {
    let told = try attacks("هاجم مسلحون حاجزا للشرطة في كركوك أمس. وفي تطور آخر، هاجم مسلحون حاجزا في كركوك.")
    XCTAssertEqual(told.count, 2, "\(told)")
    XCTAssertEqual(try attacks("هاجم مسلحون حاجزا للشرطة في كركوك أمس. وهاجم مسلحون الحاجز في كركوك.").count, 1)
  }

  /// "The attack hit the soldiers and led to the death of six of them": "and led" is no name.
  func testWhatItLedTo() throws {
    XCTAssertEqual(
      try attacks("استهدف الهجوم الجنود في كركوك أمس وأدى إلى مقتل ستة منهم."), [["target الجنود"]])
  }

  /// "He condemned the incident that hit a mosque and led to the death of ten soldiers": told by its verbs, it was,
  /// though nothing was told of it before.
  func testIncidentThatIsToldByItsVerbs() throws {
    XCTAssertEqual(
      try attacks("عبر الرئيس عن استنكاره للحادث الإرهابي الذي استهدف مسجدا في كركوك وأدى إلى مقتل عشرة جنود."),
      [["target عشرة جنود", "target مسجدا"].sorted()])
  }

  /// "A security official was murdered yesterday": a day is no part of whom it hit.
  func testADayBehindAnAdjective() throws {
    XCTAssertEqual(try attacks("اغتيل مسؤول أمني أمس في عدن."), [["target مسؤول أمني"]])
  }

  /// "Five soldiers were killed in an ambush that gunmen of the movement laid. The army announced the death of a
  /// soldier in the explosion of a bomb. He added that the gunmen burned the soldiers' car": the gunmen are those of
  /// the ambush, and not of what was told last.
  func testThoseWhoAreCalledByTheirWord() throws {
    XCTAssertEqual(
      try attacks(
        "قتل خمسة جنود في كمين نصبه مسلحو الحركة في هلمند أمس. وأعلن الجيش مقتل جندي في انفجار عبوة. "
          + "وأضاف المتحدث أن المسلحين أحرقوا سيارة الجنود."),
      [["attacker مسلحو الحركة", "target خمسة جنود", "target سيارة الجنود"], ["target جندي"]])
  }
}
