import KhabarCore
import XCTest

@testable import KhabarArabic

final class ArabicMorphologyTests: XCTestCase {
  private let morphology = ArabicMorphology(
    orthography: .arabic,
    presents: [("زار", "يزور"), ("دعا", "يدعو"), ("وصل", "يصل"), ("بدأ", "يبدأ"), ("بقي", "يبقى")]
      .reduce(into: WordTexts()) { $0.add(Orthography.arabic.key($1.0), $1.1) })

  /// Lemma, spellings that must be among its forms, and spellings that must not.
  private let verbs: [(lemma: String, present: [String], absent: [String])] = [
    (
      "التقى", ["التقى", "التقت", "التقيا", "التقوا", "يلتقي", "تلتقي", "يلتقيان", "يلتقون", "نلتقي", "يلتق"], ["لتقى"]
    ),
    ("استقبل", ["استقبل", "استقبلت", "استقبلا", "استقبلوا", "يستقبل", "تستقبل", "يستقبلون"], ["اسقبل"]),
    ("زار", ["زار", "زارت", "زاروا", "زرنا", "يزور", "تزور", "يزر", "يزورون", "زير", "يزار"], ["زور"]),
    ("دعا", ["دعا", "دعت", "دعوا", "دعي", "يدعو", "تدعو", "يدع", "يدعون"], ["دعاو"]),
    ("بدأ", ["بدأ", "بدأت", "بدؤوا", "يبدأ"], []),
    ("أقام", ["أقام", "أقامت", "أقمنا", "أقيم", "يقيم", "يقم", "يقام"], []),
    ("استقال", ["استقال", "استقالت", "يستقيل", "استقيل"], []),
    ("ناقش", ["ناقش", "ناقشت", "ناقشوا", "يناقش"], ["نقش"]),
    ("تلقى", ["تلقى", "تلقت", "يتلقى", "تلقوا"], []),
    ("بقي", ["بقي", "بقيت", "بقوا", "يبقى"], []),
    // "Was cancelled" beside "I cancelled".
    ("ألغى", ["ألغى", "ألغت", "ألغيت", "يلغي"], []),
  ]

  func testFiniteForms() {
    for (lemma, present, absent) in verbs {
      let keys = Set(morphology.forms(ofVerb: lemma).map(\.key))
      for form in present { XCTAssertTrue(keys.contains(Orthography.arabic.key(form)), "\(lemma): \(form)") }
      for form in absent { XCTAssertFalse(keys.contains(Orthography.arabic.key(form)), "\(lemma): \(form)") }
    }
  }

  func testPassivesOfVerbsInMaksura() throws {
    let forms = morphology.forms(ofVerb: "ألغى")
    let she = forms.filter { $0.key == Orthography.arabic.key("ألغيت") }
    XCTAssertTrue(she.contains { $0.voice == .passive && $0.gender == .feminine })
    // ألغى "cancelled" and ألغي "was cancelled" differ by their last letter alone.
    XCTAssertTrue(forms.contains { $0.hasActiveSpelling && $0.key == Orthography.arabic.key("ألغي") })
    XCTAssertFalse(morphology.forms(ofVerb: "بقي").contains { $0.hasActiveSpelling })
  }

  func testTenseAndAgreement() throws {
    let forms = morphology.forms(ofVerb: "التقى")
    let she = try XCTUnwrap(forms.first { $0.key == Orthography.arabic.key("التقت") })
    XCTAssertEqual(she.tense, .past)
    XCTAssertEqual(she.gender, .feminine)
    let both = try XCTUnwrap(forms.first { $0.key == Orthography.arabic.key("يلتقيان") })
    XCTAssertEqual(both.tense, .present)
    XCTAssertEqual(both.number, .dual)
  }

  func testNouns() {
    let nouns: [(String, [String])] = [
      ("اجتماع", ["اجتماع", "اجتماعا", "اجتماعات", "اجتماعين"]), ("زيارة", ["زيارة", "زيارت", "زيارات", "زيارتين"]),
      ("محادثات", ["محادثات"]),
    ]
    for (lemma, expected) in nouns {
      let keys = Set(morphology.forms(ofNoun: lemma).map(\.key))
      for form in expected { XCTAssertTrue(keys.contains(Orthography.arabic.key(form)), "\(lemma): \(form)") }
    }
  }

  func testNothingForNoWord() {
    XCTAssertEqual(morphology.forms(ofVerb: "").count, 0)
    XCTAssertEqual(morphology.forms(ofNoun: "").count, 0)
  }
}
