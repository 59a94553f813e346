import KhabarCore
import XCTest

@testable import KhabarArabic

/// The parts of the name grammar that need no document.
final class NameGrammarTests: XCTestCase {
  private let orthography = Orthography.arabic

  private func lexicon() -> NameLexicon {
    var lexicon = NameLexicon()
    for word in ["بن", "ابن"] { lexicon.setRole(.son, of: orthography.key(word)) }
    for word in ["أبو", "عبد", "آل"] { lexicon.setRole(.kunya, of: orthography.key(word)) }
    for word in ["الله", "الدين"] { lexicon.setRole(.nameEnd, of: orthography.key(word)) }
    return lexicon
  }

  private func forms(_ name: String) -> [String: Bool] {
    let forms = ShortForms.personForms(orthography.keys(name), lexicon: lexicon())
    return ["أحمد", "الغيط", "أبو الغيط", "نصر الله", "بن سلمان", "محمد", "محمد السوداني", "آل ثاني", name].reduce(
      into: [:]) {
        $0[$1] = forms.contains(orthography.keys($1))
      }
  }

  func testSurnameIsTheLastUnitWithItsParticle() {
    XCTAssertEqual(forms("أحمد أبو الغيط")["أبو الغيط"], true)
    XCTAssertEqual(forms("أحمد أبو الغيط")["الغيط"], false)
    XCTAssertEqual(forms("محمد بن سلمان")["بن سلمان"], true)
    XCTAssertEqual(forms("حسن نصر الله")["نصر الله"], true)
    XCTAssertEqual(forms("تميم بن حمد آل ثاني")["آل ثاني"], true)
  }

  func testFirstWithLastName() {
    XCTAssertEqual(forms("محمد شياع السوداني")["محمد السوداني"], true)
    XCTAssertEqual(forms("محمد شياع السوداني")["محمد"], true)
  }

  func testFullFormComesFirst() {
    let words = orthography.keys("محمد شياع السوداني")
    XCTAssertEqual(ShortForms.personForms(words, lexicon: lexicon()).first, words)
    XCTAssertEqual(ShortForms.personForms([words[0]], lexicon: lexicon()), [[words[0]]])
  }

  func testLetterEvidenceSumsOverlappingSequences() {
    var evidence = LetterEvidence()
    evidence.insert("^في", weight: 5, orthography: orthography)
    evidence.insert("غر$", weight: 7, orthography: orthography)
    evidence.insert("يقا", weight: -3, orthography: orthography)
    XCTAssertEqual(evidence.weight(of: orthography.key("فينغر")), 12)
    XCTAssertEqual(evidence.weight(of: orthography.key("فيقاس")), 2)
    XCTAssertEqual(evidence.weight(of: orthography.key("2024")), 0)
    XCTAssertEqual(evidence.weight(of: .empty), 0)
  }

  func testPhraseTableGivesTheLongestFirst() {
    var table = PhraseTable<Int>()
    table.insert(orthography.keys("مجلس"), 1)
    table.insert(orthography.keys("مجلس الأمن القومي"), 3)
    table.insert(orthography.keys("مجلس الأمن"), 2)
    table.insert(orthography.keys("مجلس الأمن"), 9)
    XCTAssertEqual(table.phrases(from: orthography.key("مجلس")).map(\.value), [3, 2, 1])
    XCTAssertEqual(table.phrases(from: orthography.key("حزب")).count, 0)
  }

  func testUnreadableTableIsReported() {
    XCTAssertThrowsError(try NameLexicon(folder: "/nowhere", orthography: orthography)) { error in
      XCTAssertEqual((error as? KhabarError)?.diagnostics.first?.code, "L002")
    }
  }
}
