import Khabar
import XCTest

/// One entity per referent.
final class CoreferenceTests: XCTestCase {
  private func recognize(_ text: String, date: String? = nil) throws -> RecognizedDocument {
    try EntityFixture.shared.get().recognize(text, date: date)
  }

  private func entity(_ name: String, _ document: RecognizedDocument, line: UInt = #line) throws -> Entity {
    try XCTUnwrap(document.entities.first { $0.name == name }, name, line: line)
  }

  private func texts(_ entity: Entity, _ document: RecognizedDocument) -> [String] {
    entity.mentions.map { document.text.string(document.mentions[$0].span) }
  }

  func testPhraseHoldsHonorificsTitlesAndNationality() throws {
    // "The Iraqi prime minister … received yesterday the Turkish foreign minister …"
    let document = try recognize("استقبل رئيس الوزراء العراقي محمد شياع السوداني أمس وزيرَ الخارجية التركي هاكان فيدان.")
    let persons = document.mentions.filter { $0.type == .person && $0.kind == .name }
    XCTAssertEqual(
      persons.map { document.words($0.phrase) },
      ["رئيس الوزراء العراقي محمد شياع السوداني", "وزيرَ الخارجية التركي هاكان فيدان"])
    let host = try entity("محمد شياع السوداني", document)
    XCTAssertEqual(host.titles, ["رئيس الوزراء العراقي"])
    XCTAssertEqual(host.country, "IQ")
    let entry = try EntityFixture.shared.get().entries.entry(try XCTUnwrap(host.entry))
    XCTAssertEqual(entry.name, "محمد شياع السوداني")
  }

  func testSurnameAgainstNationality() throws {
    let document = try recognize(
      "وصل رئيس الوزراء محمد شياع السوداني إلى بيروت. وقال السوداني إن الجيش السوداني بعيد. وشدد ميقاتي والسوداني على ذلك."
    )
    let person = try entity("محمد شياع السوداني", document)
    XCTAssertEqual(texts(person, document), ["محمد شياع السوداني", "السوداني", "السوداني"])
    XCTAssertEqual(
      document.mentions.filter { $0.type == .nationality }.map { document.text.string($0.span) }, ["السوداني"],
      "behind the army it is the nationality")
  }

  func testTitleAloneGoesToItsHolder() throws {
    let document = try recognize(
      "استقبل رئيس الوزراء العراقي محمد شياع السوداني وزير الخارجية التركي هاكان فيدان. وأكد رئيس الوزراء ذلك.")
    XCTAssertEqual(texts(try entity("محمد شياع السوداني", document), document).last, "رئيس الوزراء")
  }

  func testTitleOfAnotherCountryIsSomebodyElse() throws {
    let document = try recognize("استقبل رئيس الوزراء العراقي محمد شياع السوداني ضيفه. واتصل برئيس الوزراء الإسباني.")
    XCTAssertEqual(texts(try entity("محمد شياع السوداني", document), document), ["محمد شياع السوداني"])
    XCTAssertEqual(document.entities.filter { $0.type == .office }.map(\.country), ["ES"])
  }

  func testAliasInBrackets() throws {
    let document = try recognize("حاربت القوات تنظيم الدولة الإسلامية (داعش). ثم عاد داعش.")
    XCTAssertEqual(texts(try entity("تنظيم الدولة الإسلامية", document), document).count, 3)
  }

  func testLongAndShortOrganization() throws {
    let document = try recognize(
      "عقدت اللجنة العسكرية العليا الأميركية العراقية جولة. وقالت اللجنة العسكرية العليا إن هذه اللجنة باقية.")
    let committee = try entity("اللجنة العسكرية العليا الأميركية العراقية", document)
    XCTAssertEqual(texts(committee, document).count, 2)
  }

  func testDualsStandForTheTwoBefore() throws {
    let document = try recognize("استقبل إيمانويل ماكرون عبد الفتاح السيسي في باريس، وأكد الزعيمان ذلك.")
    let leaders = try XCTUnwrap(document.mentions.first { $0.kind == .collective })
    XCTAssertEqual(leaders.members.map { document.entities[$0].name }, ["إيمانويل ماكرون", "عبد الفتاح السيسي"])
    XCTAssertNil(leaders.entity)
  }

  /// The two countries are no persons who were named behind them.
  func testTwoCountriesAreCountries() throws {
    let document = try recognize(
      "بحث وزيرا خارجية فرنسا وتركيا الأزمة. والتقى إيمانويل ماكرون عبد الفتاح السيسي. وأشاد بالعلاقات بين البلدين.")
    let countries = try XCTUnwrap(document.mentions.last { $0.kind == .collective })
    XCTAssertEqual(countries.members.map { document.entities[$0].name }, ["فرنسا", "تركيا"])
  }

  /// The two sides are persons, and no body in the title of one.
  func testBodiesInTitlesAreNoSides() throws {
    let document = try recognize(
      "التقى باراك أوباما وزيرة خارجية الاتحاد الأوروبي فيديريكا موغيريني أمس، وناقش الجانبان الأزمة.")
    let sides = try XCTUnwrap(document.mentions.last { $0.kind == .collective })
    XCTAssertEqual(sides.members.map { document.entities[$0].name }, ["باراك أوباما", "فيديريكا موغيريني"])
  }

  func testBareOfficeIsResolvedByDate() throws {
    let text = "التقى رئيس الوزراء العراقي وفدا اقتصاديا."
    let dated = try recognize(text, date: "2024-04-15")
    let office = try XCTUnwrap(dated.entities.first { $0.type == .office })
    XCTAssertEqual(office.name, "رئيس الوزراء العراقي", "the words of the text stay")
    XCTAssertEqual(office.titles, ["محمد شياع السوداني"])
    XCTAssertTrue(office.provenance.contains { $0.contains("2024-04-15") })
    let entry = try EntityFixture.shared.get().entries.entry(try XCTUnwrap(office.entry))
    XCTAssertTrue(entry.location?.file.hasSuffix("/tenures.tsv") == true, "\(entry)")
    let undated = try recognize(text)
    XCTAssertNil(undated.entities.first { $0.type == .office }?.gazetteerID)
  }

  func testFormerOfficeIsNotResolved() throws {
    let document = try recognize("التقى رئيس الوزراء العراقي السابق وفدا.", date: "2024-04-15")
    XCTAssertTrue(document.entities.filter { $0.type == .office }.allSatisfy { $0.gazetteerID == nil })
  }

  func testDescriptionsOfPeopleAreNoEntities() throws {
    let document = try recognize("قتل مسلحون ثلاثة أشخاص.")
    let gunmen = try XCTUnwrap(document.mentions.first { $0.kind == .description })
    XCTAssertEqual(gunmen.type, .person)
    XCTAssertEqual(document.entities.count, 0)
  }

  func testMentionsAndEntitiesPointAtEachOther() throws {
    let document = try recognize(
      "قال جو بايدن إن بايدن والولايات المتحدة مع العراق، وإن رئيس الوزراء العراقي في واشنطن.")
    for (index, entity) in zip(document.entities.ids, document.entities) {
      XCTAssertFalse(entity.mentions.isEmpty)
      for mention in entity.mentions { XCTAssertEqual(document.mentions[mention].entity, index) }
    }
    XCTAssertEqual(document.mentions.map(\.tokens.start), document.mentions.map(\.tokens.start).sorted())
  }
}
