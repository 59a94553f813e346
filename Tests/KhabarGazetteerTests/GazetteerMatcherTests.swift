import KhabarCore
import XCTest

@testable import KhabarGazetteer

final class GazetteerMatcherTests: XCTestCase {
  private func expect(
    _ fixture: GazetteerFixture, _ cases: [(text: String, matches: [String])],
    _ kind: GazetteerMatchKind = .longestPerType, file: StaticString = #filePath, line: UInt = #line
  ) throws {
    for (text, expected) in cases {
      XCTAssertEqual(try fixture.matches(text, kind), expected, "in: \(text)", file: file, line: line)
    }
  }

  func testSpellingVariantsFoldAndSaySo() throws {
    let fixture = try GazetteerFixture(
      """
      الأردن/Place/country
      القاهرة/Place/city
      مصطفى/given-name
      مؤيد/given-name
      كركوك/Place/city
      إيران/Place/country
      """)
    try expect(
      fixture,
      [
        ("زار الأردن أمس", ["الأردن:Place"]),
        ("زار الاردن أمس", ["الاردن:Place~"]),
        ("زار الإردن أمس", ["الإردن:Place~"]),
        ("وصل إلى القاهره", ["القاهره:Place~"]),
        ("وصل إلى القـــاهرة", ["القـــاهرة:Place~"]),
        ("وصل إلى القاهِرَة", ["القاهِرَة:Place~"]),
        ("قال مصطفي إن", ["مصطفي:given-name~"]),
        ("قال مصطفی إن", ["مصطفی:given-name~"]),
        ("قال مئيد إن", ["مئيد:given-name~"]),
        ("في کرکوک", ["کرکوک:Place~"]),
        ("في ايران", ["ايران:Place~"]),
        ("في ٱيران", ["ٱيران:Place~"]),
        ("في ﻛﺮﻛﻮﻙ", ["ﻛﺮﻛﻮﻙ:Place~"]),
      ])
  }

  func testCliticsAreSeenThroughAndLeftOut() throws {
    let fixture = try GazetteerFixture(
      """
      بغداد/Place/city
      العراق/Place/country
      اللاذقية/Place/city
      لبنان/Place/country
      الأمم المتحدة/Organization
      """)
    try expect(
      fixture,
      [
        ("وبغداد", ["بغداد:Place"]), ("فبغداد", ["بغداد:Place"]), ("ببغداد", ["بغداد:Place"]),
        ("لبغداد", ["بغداد:Place"]), ("كبغداد", ["بغداد:Place"]), ("وببغداد", ["بغداد:Place"]),
        ("ولبغداد", ["بغداد:Place"]), ("والعراق", ["العراق:Place"]), ("بالعراق", ["العراق:Place"]),
        ("وبالعراق", ["العراق:Place"]), ("فالعراق", ["العراق:Place"]), ("كالعراق", ["العراق:Place"]),
        ("للعراق", ["عراق:Place"]), ("وللعراق", ["عراق:Place"]), ("فللعراق", ["عراق:Place"]),
        ("للاذقية", ["لاذقية:Place"]), ("واللاذقية", ["اللاذقية:Place"]), ("للبنان", ["لبنان:Place"]),
        ("ولبنان", ["لبنان:Place"]), ("للأمم المتحدة", ["أمم المتحدة:Organization"]),
        ("وَبغداد", ["بغداد:Place"]), ("وَبِالعراق", ["العراق:Place"]),
      ])
  }

  func testWordBoundariesHold() throws {
    let fixture = try GazetteerFixture("عمان/Place/city\nقطر/Place/country\nحلب/Place/city")
    try expect(
      fixture,
      [
        ("برلمان عماني", []), ("سلطنة عمانية", []), ("قطرات المطر", []), ("القطري", []), ("حلبة السباق", []),
        ("محلب", []),
      ])
  }

  func testArticleMayBeAddedInsideAndBeforeButLostOnlyWhereSafe() throws {
    let fixture = try GazetteerFixture(
      """
      القاعدة/Organization
      العراق/Place/country
      وزارة الدفاع/Organization
      نور/given-name
      عراقي/Nationality
      """)
    try expect(
      fixture,
      [
        ("تنظيم القاعدة", ["القاعدة:Organization"]), ("هذه قاعدة عامة", []), ("بقاعدة جوية", []),
        ("عراق مستقر", ["عراق:Place~"]), ("وزارة دفاع", ["وزارة دفاع:Organization~"]),
        ("الوزارة الدفاع", ["الوزارة الدفاع:Organization~"]), ("النور", ["النور:given-name~"]),
        ("العراقي", ["العراقي:Nationality~"]), ("عراقي", ["عراقي:Nationality"]), ("وإلنور", []),
      ])
  }

  func testHyphensAndNumbersInsideNames() throws {
    let fixture = try GazetteerFixture(
      """
      بان كي مون/Person
      سو-35/Product
      لواء 55/Organization
      أ ف ب/Organization
      """)
    try expect(
      fixture,
      [
        ("التقى بان كي-مون", ["بان كي-مون:Person~"]), ("بان كي مون", ["بان كي مون:Person"]),
        ("طائرة سو-35", ["سو-35:Product"]), ("طائرة سو ٣٥", ["سو ٣٥:Product~"]), ("لواء ٥٥", ["لواء ٥٥:Organization~"]),
        ("أ.ف.ب", ["أ.ف.ب:Organization"]), ("بان كي/مون", []), ("بان «كي مون»", []), ("بان كي، مون", []),
        ("بان كي\nمون", []), ("بان كي - مون", []),
      ])
  }

  func testMatchKinds() throws {
    let fixture = try GazetteerFixture(
      "جامعة القاهرة/Organization\nالقاهرة/Place/city\nالقاهرة الجديدة/Place/city\nجامعة/given-name")
    let text = "في جامعة القاهرة الجديدة"
    XCTAssertEqual(try fixture.matches(text, .leftmostLongest), ["جامعة القاهرة:Organization"])
    XCTAssertEqual(
      try fixture.matches(text, .longestPerType),
      ["جامعة القاهرة:Organization", "جامعة:given-name", "القاهرة الجديدة:Place"])
    XCTAssertEqual(
      try fixture.matches(text, .allOverlapping),
      ["جامعة القاهرة:Organization", "جامعة:given-name", "القاهرة الجديدة:Place", "القاهرة:Place"])
  }

  func testExactSpellingWinsOverFolded() throws {
    let fixture = try GazetteerFixture("علي/given-name\nعلى/Place\nسارة/given-name\nساره/given-name")
    XCTAssertEqual(try fixture.matches("علي"), ["علي:given-name", "علي:Place~"])
    XCTAssertEqual(try fixture.names("ساره"), ["ساره"])
    XCTAssertEqual(try fixture.names("سارة"), ["سارة"])
    XCTAssertEqual(Set(try fixture.names("سارة", .allOverlapping)), ["سارة", "ساره"])
  }

  func testExactListsCompareBytes() throws {
    let fixture = try GazetteerFixture([
      GazetteerSource(
        name: "exact.tsv", text: "#! match=exact\nname\ttype\nأمل\tOrganization\nحركة أمل\tOrganization\n")
    ])
    try expect(
      fixture,
      [
        ("حركة أمل", ["حركة أمل:Organization"]), ("حركة  أمل", ["حركة  أمل:Organization"]), ("حركة امل", []),
        ("وأمل", ["أمل:Organization"]), ("الأمل", []), ("أَمل", []),
      ], .leftmostLongest)
  }

  func testUsersEntriesTakeTheName() throws {
    let fixture = try GazetteerFixture(
      "أمل/given-name\nالزهراء/Place/city\nسعيد/given-name",
      user: "أمل/Organization\nالزهراء/Organization\nسعيد/none\nالنور/none")
    XCTAssertEqual(try fixture.matches("امل"), ["امل:Organization~+", "امل:given-name~"])
    XCTAssertEqual(try fixture.matches("الزهراء"), ["الزهراء:Organization+"])
    XCTAssertEqual(try fixture.matches("سعيد"), [])
    XCTAssertEqual(try fixture.matches("وسعيد"), [])
  }

  func testSilencedFormsWithTheArticle() throws {
    let fixture = try GazetteerFixture("نور/given-name", user: "النور/none")
    XCTAssertEqual(try fixture.matches("النور"), [])
    XCTAssertEqual(try fixture.matches("نور"), ["نور:given-name"])
  }

  func testAliasesPrioritiesAndPopulations() throws {
    let fixture = try GazetteerFixture([
      GazetteerSource(
        name: "list.tsv",
        text: """
          name\ttype\tid\tcountry\taliases\tpopulation\tpriority
          طرابلس\tPlace\tA\tLB\tطرابلس الشام\t730000\t
          طرابلس\tPlace\tB\tLY\tطرابلس الغرب | طرابلس ليبيا\t1100000\t
          سوريا\tPlace\tC\tSY\tسورية\t\t5
          """)
    ])
    let ids = try fixture.lookups("طرابلس").map { fixture.gazetteer.entry($0.entry).id }
    XCTAssertEqual(ids, ["B", "A"])
    XCTAssertEqual(try fixture.matches("سورية"), ["سورية:Place"])
    XCTAssertEqual(try fixture.matches("سوريه"), ["سوريه:Place~"])
    XCTAssertEqual(try fixture.lookups("سورية").first?.priority, 5)
    XCTAssertEqual(try fixture.matches("طرابلس ليبيا"), ["طرابلس ليبيا:Place"])
    let entry = fixture.gazetteer.entry(try fixture.lookups("طرابلس ليبيا")[0].entry)
    XCTAssertEqual(entry.aliases, ["طرابلس الغرب", "طرابلس ليبيا"])
    XCTAssertEqual(entry.features, ["population": "1100000"])
    XCTAssertEqual(entry.location, SourceLocation(file: "list.tsv", line: 3))
  }

  func testTenuresAndNamedEntries() throws {
    let fixture = try GazetteerFixture([
      GazetteerSource(
        name: "tenures.tsv",
        text: """
          name\ttype\tcountry\toffice\toffice_aliases\torganization\tfrom\tto
          محمد شياع السوداني\tTenure\tIQ\tرئيس الوزراء\tرئيس مجلس الوزراء|رئيس الحكومة\t\t2022-10-27\t
          مصطفى الكاظمي\tTenure\tIQ\tرئيس الوزراء\tرئيس الحكومة\t\t2020-05-07\t2022-10-27
          أنطونيو غوتيريش\tTenure\t\tالأمين العام\t\tالأمم المتحدة\t2017-01-01\t
          """)
    ])
    let gazetteer = fixture.gazetteer
    func holders(_ office: String, _ country: String?) -> [String] {
      gazetteer.tenures(office: Orthography.arabic.keys(office), country: country).map { gazetteer.entry($0).name }
    }
    XCTAssertEqual(holders("رئيس الوزراء", "IQ"), ["محمد شياع السوداني", "مصطفى الكاظمي"])
    XCTAssertEqual(holders("رئيس وزراء", "IQ"), ["محمد شياع السوداني", "مصطفى الكاظمي"])
    XCTAssertEqual(holders("رئيس الحكومة", "IQ"), ["محمد شياع السوداني", "مصطفى الكاظمي"])
    XCTAssertEqual(holders("رئيس الوزراء", "EG"), [])
    XCTAssertEqual(holders("الأمين العام", nil), ["أنطونيو غوتيريش"])
    XCTAssertEqual(
      gazetteer.entries(named: "مصطفي الكاظمي", type: .tenure).map { gazetteer.entry($0).to }, ["2022-10-27"])
    XCTAssertEqual(gazetteer.entries(named: "مصطفى الكاظمي", type: .person), [])
  }

  /// Compounds are found together and apart and declined, whichever way the list has them.
  func testCompoundNames() throws {
    let cases: [(name: String, found: [String], not: [String])] = [
      (
        "عبد الرحيم السالم", ["عبدالرحيم السالم", "عبد الرحيم السالم", "وعبدالرحيم السالم"],
        ["الرحيم السالم", "عبد السالم"]
      ),
      ("عبدالرحيم السالم", ["عبد الرحيم السالم", "لعبد الرحيم السالم"], ["عبد السالم"]),
      (
        "أبو يوسف السالم",
        ["أبويوسف السالم", "أبي يوسف السالم", "لأبي يوسف السالم", "وأبا يوسف السالم", "ابويوسف السالم"],
        ["يوسف السالم", "أب يوسف السالم"]
      ),
      ("أبوكمال", ["أبو كمال", "أبي كمال", "بأبوكمال"], ["كمال"]),
      ("سالم أبو العلا", ["سالم أبوالعلا", "سالم أبي العلا"], []),
      (
        "أبو عبد الله السالم", ["أبو عبدالله السالم", "أبي عبد الله السالم", "أبي عبدالله السالم"], ["عبد الله السالم"]
      ),
      ("نور الدين سالم", ["نورالدين سالم", "ونورالدين سالم"], ["نور سالم"]), ("نورالدين سالم", ["نور الدين سالم"], []),
      ("فضل الله السالم", ["فضلالله السالم"], []), ("ذو الفقار سالم", ["ذوالفقار سالم", "ذي الفقار سالم"], []),
      ("خالد بن سالم", ["خالد ابن سالم"], ["خالد سالم"]), ("بو سعيد", ["بوسعيد"], []),
      ("هيئة الطرق", ["هيأة الطرق"], ["هياة"]),
      ("هيأة الطرق", ["هيئة الطرق", "لهيئة الطرق"], []), ("هيئات الطرق", ["هيآت الطرق"], []),
      ("موانئ الشمال", ["موانىء الشمال", "موانيء الشمال"], ["موانء"]), ("هانىء سالم", ["هانئ سالم", "هانيء سالم"], []),
      ("بنو هلال", ["بني هلال", "وبني هلال", "لبني هلال"], ["هلال"]), ("بني غامد", ["بنو غامد"], ["غامد"]),
      ("أبواب الشرق", ["أبواب الشرق"], ["أبو اب الشرق"]), ("عبداللطيف", ["عبد اللطيف", "عبداللطيف"], ["اللطيف"]),
    ]
    for (name, found, not) in cases {
      let fixture = try GazetteerFixture("\(name)/Person")
      for text in found { XCTAssertEqual(try fixture.names("قال \(text) أمس"), [name], text) }
      for text in not { XCTAssertEqual(try fixture.names("قال \(text) أمس"), [], text) }
    }
    let exact = try GazetteerFixture([
      GazetteerSource(name: "l.tsv", text: "#! match=exact\nname\ttype\nعبد الرحيم\tPerson\n")
    ])
    XCTAssertEqual(try exact.names("قال عبدالرحيم"), [])
  }

  /// Names of the user's lists go on over the end of a line, not of a paragraph; shipped ones end with their line.
  func testNamesOverLineEnds() throws {
    let fixture = try GazetteerFixture("شركة النقل/Organization", user: "هيئة الموانئ الشمالية/Organization")
    try expect(
      fixture,
      [
        ("زار هيئة\nالموانئ الشمالية", ["هيئة\nالموانئ الشمالية:Organization+"]),
        ("زار هيئة الموانئ\n الشمالية", ["هيئة الموانئ\n الشمالية:Organization+"]),
        ("زار هيئة\n\nالموانئ الشمالية", []), ("زار شركة\nالنقل", []), ("زار شركة النقل", ["شركة النقل:Organization"]),
      ])
  }
}
