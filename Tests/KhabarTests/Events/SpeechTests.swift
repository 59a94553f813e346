import XCTest

@testable import Khabar

/// Accusations, requests, rejections, threats and support: who says it, against whom or to whom.
final class SpeechTests: XCTestCase {
  private static let types: Set<EventType> = ["Accusation", "Request", "Rejection", "Threat", "Support"]

  private func speech(_ text: String) throws -> [String] {
    try AssemblyFixture.document(text).events.filter { Self.types.contains($0.type) }.map {
      ([$0.type.rawValue] + $0.parties + [$0.code?.cameo ?? "-", $0.code?.mode ?? "-"]).joined(separator: ", ")
    }
  }

  func testWhoSaysItOfWhom() throws {
    let cases: [(text: String, event: String)] = [
      // "The Sudanese government accused Chad of supporting the rebels yesterday"
      (
        "اتهمت الحكومة السودانية أمس تشاد بدعم المتمردين.",
        "Accusation, speaker الحكومة السودانية, addressee تشاد, 112, allege"
      ),
      // "The European Union condemned the attack": what is condemned is a deed
      ("أدان الاتحاد الأوروبي أمس الهجوم على السفارة.", "Accusation, speaker الاتحاد الأوروبي, 111, disapprove"),
      // "… demanded of the Israeli government that it withdraw", "… release the journalists"
      (
        "طالبت الجامعة العربية أمس الحكومة الإسرائيلية بالانسحاب من الجولان.",
        "Request, speaker الجامعة العربية, addressee الحكومة الإسرائيلية, 105, yield"
      ),
      (
        "ناشدت منظمة العفو الدولية أمس السلطات المصرية الإفراج عن الصحفيين.",
        "Request, speaker منظمة العفو الدولية, addressee السلطات المصرية, 0253, yield"
      ),
      // "The Syrian government refused the proposals of the UN envoy"
      (
        "رفضت الحكومة السورية أمس مقترحات المبعوث الأممي.",
        "Rejection, speaker الحكومة السورية, addressee المبعوث الأممي, 120, -"
      ),
      // "Washington threatened Belarus with sanctions"
      (
        "هددت واشنطن أمس بفرض عقوبات على بيلاروسيا.", "Threat, speaker واشنطن, addressee بيلاروسيا, 1312, restrict"
      ),
      // "Sweden recognized the state of Palestine"
      ("اعترفت السويد أمس بدولة فلسطين.", "Support, speaker السويد, addressee فلسطين, 054, -"),
    ]
    for (text, event) in cases { XCTAssertEqual(try speech(text), [event], text) }
  }

  func testWhatIsNoSpeechOfTheKind() throws {
    for text in [
      // A court's conviction, an invitation, what is not said, what threatens by itself, a student
      "أدانت محكمة في باريس أمس كريم الحسيني بالفساد.", "دعا الملك الرئيس الفرنسي إلى زيارة المملكة.",
      "لم ترفض الحكومة عرض الشركة.", "تهدد السيول سكان القرية.", "فاز طالب سوري بالجائزة أمس.",
    ] { XCTAssertEqual(try speech(text), [], text) }
  }

  func testAWordThatTellsOfADeedTellsOfNoSpeech() throws {
    // "The prosecution accused Salim al-Ghafiri of forgery" is a charge.
    let events = try AssemblyFixture.document("اتهمت النيابة العامة أمس سالم الغافري بالتزوير.").events
    XCTAssertEqual(events.map(\.type), ["Verdict"])
  }
}
