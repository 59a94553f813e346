import Khabar
import XCTest

/// Names that the grammar and the lists find in sentences written for these tests.
final class NameRecognitionTests: XCTestCase {
  private func check(_ cases: [(text: String, names: [String])], line: UInt = #line) throws {
    let fixture = try EntityFixture.shared.get()
    for (text, names) in cases { XCTAssertEqual(try fixture.names(text), names, text, line: line) }
  }

  func testPersonsBehindTitles() throws {
    try check([
      // "The Russian foreign minister Sergey Lavrov arrived in Cairo."
      ("وصل وزير الخارجية الروسي سيرغي لافروف إلى القاهرة.", ["Person=سيرغي لافروف", "Place=القاهرة"]),
      // A name that no list has, behind an office with a complement of its own.
      (
        "استقبل رئيس مجلس النواب الوفد برئاسة المهندس قاسم المرزوقي.",
        ["Organization=مجلس النواب", "Person=قاسم المرزوقي"]
      ),
      // Honorific, rank and particle.
      (
        "استقبل صاحب السمو الملكي الأمير تركي بن فهد العميد الركن سالم بن ناصر.",
        ["Person=تركي بن فهد", "Person=سالم بن ناصر"]
      ),
      // A numbered king.
      ("التقى الملك محمد السادس وفدا برلمانيا.", ["Person=محمد السادس"]),
      // The spokesman's title holds an organization.
      (
        "قال المتحدث باسم وزارة الخارجية الأمريكية ماثيو ميلر ذلك.",
        ["Organization=وزارة الخارجية الأمريكية", "Person=ماثيو ميلر"]
      ),
    ])
  }

  func testConjunctionsOfNames() throws {
    try check([
      ("التقى نبيه بري وفؤاد السنيورة.", ["Person=نبيه بري", "Person=فؤاد السنيورة"]),
      ("التقى السيسي ماكرون.", ["Person=السيسي", "Person=ماكرون"]),
    ])
  }

  func testTitlesThatAreOnlyWords() throws {
    // "The matter is pivotal", "the only way out": no titles, no names.
    try check([
      ("هذا أمر محوري.", []),
      ("المخرج الوحيد هو الحوار.", []),
    ])
  }

  func testOrganizationsByHead() throws {
    try check([
      ("أعلن مجلس الأمن الدولي قراره.", ["Organization=مجلس الأمن الدولي"]),
      // The nested place is not a mention of its own.
      ("تخرج في جامعة القاهرة.", ["Organization=جامعة القاهرة"]),
      // A company without its head word; a foreign name.
      ("وقعت شركة مايكروسوفت العقد.", ["Organization=مايكروسوفت"]),
      ("ذكرت صحيفة «الخبر الجديد» ذلك.", ["Organization=الخبر الجديد"]),
      // Kinds of bodies are no names.
      ("قررت الحكومة ذلك.", []),
      ("أسس منظمة دولية.", []),
      // Where the phrase ends: at the participle with its own complement, at the relative pronoun.
      ("وافقت اللجنة التنسيقية العليا التي تشكلت أمس.", ["Organization=اللجنة التنسيقية العليا"]),
    ])
  }

  func testPlacesByHead() throws {
    try check([
      ("وقع الانفجار قرب مدينة الموصل.", ["Place=الموصل"]),
      ("هبطت الطائرة في مطار بغداد الدولي.", ["Place=مطار بغداد الدولي"]),
      ("عقد المؤتمر ببرلين.", ["Place=برلين"]),
    ])
  }

  func testNationalitiesAreNoPlaces() throws {
    let document = try EntityFixture.shared.get().recognize("انتشرت القوات الفرنسية قرب الحدود.")
    XCTAssertEqual(
      document.mentions.filter { $0.type == .nationality }.map { document.text.string($0.span) }, ["الفرنسية"])
    XCTAssertTrue(document.mentions.allSatisfy { $0.type != .place })
    // The forces are a party of events, not a named organization.
    let forces = try XCTUnwrap(document.mentions.first { $0.type == .organization })
    XCTAssertEqual(forces.kind, .description)
    XCTAssertEqual(forces.entity, -1)
  }

  func testAnyBytesPass() throws {
    let fixture = try EntityFixture.shared.get()
    for text in [
      "", " ", "و", "ال", "رئيس", "رئيس مجلس", "(", "«", "«شركة", "أبو", "بن بن بن", "عبد", "د.", "Aو", "وA", "مدينة",
    ] {
      XCTAssertNoThrow(try fixture.recognize(text), text)
      XCTAssertNoThrow(try fixture.recognize(text + "\n" + text), text)
    }
  }
}
