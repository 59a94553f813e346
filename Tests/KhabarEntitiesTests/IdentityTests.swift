import Khabar
import XCTest

/// Keys, canonical names and English labels, and who is nobody's namesake.
final class IdentityTests: XCTestCase {
  private func entity(_ name: String, in text: String, date: String? = nil, line: UInt = #line) throws -> Entity {
    let document = try EntityFixture.shared.get().recognize(text, date: date)
    return try XCTUnwrap(document.entities.first { $0.name == name }, "\(document.entities.map(\.name))", line: line)
  }

  func testListedNamesOfOneReferentHaveOneKey() throws {
    // "IS attacked the town", "the organization of the Islamic State attacked the town"
    let short = try entity("داعش", in: "هاجم داعش البلدة.")
    let long = try entity("تنظيم الدولة الإسلامية", in: "هاجم تنظيم الدولة الإسلامية البلدة.")
    XCTAssertEqual(short.identity?.key, long.identity?.key)
    XCTAssertEqual(short.identity?.canonical, "تنظيم الدولة الإسلامية")
    XCTAssertEqual(short.label, EnglishLabel("Islamic State", source: .list))
  }

  func testEntryWithoutIdIsKeyedByListAndName() throws {
    let group = try entity("جيش الفتح", in: "تقدم جيش الفتح في الريف.")
    XCTAssertEqual(group.identity?.key, "armed-groups:SY:جيش الفتح")
    XCTAssertEqual(group.identity?.ids, [])
  }

  func testPlaceHasCoordinatesAndEnglishName() throws {
    let place = try entity("القاهرة", in: "وصل الوزير إلى القاهرة أمس.")
    let coordinates = try XCTUnwrap(place.identity?.coordinates)
    XCTAssertEqual(coordinates.latitude, 30.06, accuracy: 0.2)
    XCTAssertEqual(coordinates.longitude, 31.25, accuracy: 0.2)
    XCTAssertEqual(place.label, EnglishLabel("Cairo", source: .list))
  }

  /// Of two towns of one name the text says which it means: by an adjective, or by what it lies in.
  func testTownsOfOneName() throws {
    for (text, country) in [
      ("وصل الوزير إلى طرابلس أمس.", "LY"), ("وصل الوزير إلى مدينة طرابلس اللبنانية أمس.", "LB"),
      ("وصل الوزير إلى طرابلس شمالي لبنان أمس.", "LB"), ("وصل الوزير إلى طرابلس في لبنان أمس.", "LB"),
      ("وصل الوزير إلى طرابلس، لبنان.", "LB"), ("وصل الوزير إلى طرابلس الليبية أمس.", "LY"),
      // "From Tripoli to Lebanon", "Tripoli and Lebanon": two places.
      ("سافر الوزير من طرابلس إلى لبنان أمس.", "LY"), ("زار الوزير طرابلس ولبنان.", "LY"),
      ("زار الوزير طرابلس اللبنانية، ثم غادر طرابلس أمس.", "LB"),
    ] { XCTAssertEqual(try entity("طرابلس", in: text).country, country, text) }
  }

  func testNameOfNoListIsRomanizedAndKeyedByItsLetters() throws {
    // "Engineer Saleh bin Nasser al-Qahtani opened the school"
    let person = try entity("صالح بن ناصر القحطاني", in: "افتتح المهندس صالح بن ناصر القحطاني المدرسة.")
    XCTAssertNil(person.identity)
    XCTAssertEqual(person.label?.source, .romanization)
    XCTAssertEqual(person.nameKey, "name:person:saleh-bin-nasser-al-qahtani")
  }

  func testOfficeOfAnotherIsNoFurtherName() throws {
    // "Muhammad bin Nayef received the Japanese ambassador"
    let prince = try entity("محمد بن نايف", in: "استقبل محمد بن نايف السفير الياباني في جدة.", date: "2015-08-10")
    XCTAssertEqual(prince.identity?.key, "people:SA:محمد بن نايف")
  }

  func testFurtherFamilyNameIsAnotherPerson() throws {
    // "Engineer Abdullah bin Abdulaziz al-Otaibi received the delegation": no king
    let document = try EntityFixture.shared.get().recognize(
      "استقبل المهندس عبدالله بن عبدالعزيز العتيبي الوفد.", date: "2012-08-05")
    XCTAssertEqual(document.entities.filter { $0.type == .person }.compactMap(\.identity), [])
  }

  func testNobodyActsLongAfterDeath() throws {
    let text = "قال الدكتور عبدالله بن عبدالعزيز إن العمل بدأ."
    XCTAssertNil(try entity("عبدالله بن عبدالعزيز", in: text, date: "2015-08-05").identity)
    XCTAssertEqual(try entity("عبدالله بن عبدالعزيز", in: text, date: "2012-08-05").identity?.key, "Q57298")
    // "the late King Abdullah bin Abdulaziz founded the university"
    let late = try entity(
      "عبدالله بن عبدالعزيز", in: "أسس الملك عبدالله بن عبدالعزيز الجامعة قبل سنوات.", date: "2015-08-05")
    XCTAssertEqual(late.identity?.key, "Q57298")
  }

  func testSurnameAloneIsTheHolderOfAnOfficeAtTheDate() throws {
    // "Kerry will travel to Moscow on Monday"
    let text = "أعلن كيري أنه سيتوجه إلى موسكو الاثنين."
    XCTAssertEqual(try entity("كيري", in: text, date: "2015-08-05").identity?.key, "Q22316")
    XCTAssertNil(try entity("كيري", in: text, date: "1995-08-05").identity, "nobody of this name held an office")
    XCTAssertNil(try entity("كيري", in: text).identity, "no date")
  }

  func testOfficeOfAnotherCountryIsNotTheNamedPersons() throws {
    // "Obama telephoned the French president. The Syrian president did not answer."
    let document = try EntityFixture.shared.get().recognize(
      "أجرى باراك أوباما اتصالا. وقال الرئيس الأمريكي باراك أوباما ذلك. ولم يرد الرئيس السوري.", date: "2010-05-05")
    let obama = try XCTUnwrap(document.entities.first { $0.identity?.key == "Q76" })
    XCTAssertFalse(obama.mentions.contains { document.text.string(document.mentions[$0].span) == "الرئيس السوري" })
  }

  func testOfficeInPlaceOfANameIsItsHolder() throws {
    // "Bashar al-Assad … the Syrian president said"
    let document = try EntityFixture.shared.get().recognize(
      "عاد بشار الأسد إلى دمشق. وقال الرئيس السوري إن العمل بدأ.", date: "2010-05-05")
    let assad = try XCTUnwrap(document.entities.first { $0.type == .person })
    XCTAssertEqual(
      assad.mentions.map { document.text.string(document.mentions[$0].span) }, ["بشار الأسد", "الرئيس السوري"])
  }
}
