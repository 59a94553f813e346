import XCTest

@testable import Khabar

/// Why rules made no event of a word that could have triggered them.
final class RejectionTests: XCTestCase {
  /// Reasons by rule. A rule with two words for one trigger gives the same reason twice.
  private func reasons(_ text: String) throws -> [String: String] {
    let document = try AssemblyFixture.document(text)
    let trials = try AssemblyFixture.pipeline().insight.trials(document.resolved, nil)
    let reasons = trials.compactMap { trial in
      if case .rejected(let reason) = trial.outcome { (trial.rule, reason) } else { nil }
    }
    return Dictionary(reasons) { first, _ in first }
  }

  private func check(_ text: String, _ rule: String, _ reason: String, line: UInt = #line) throws {
    XCTAssertEqual(try reasons(text)[rule], reason, text, line: line)
  }

  func testAForbiddenWordIsNamed() throws {
    try check(
      "يلتقي المنتخب التونسي نظيره الجزائري في مباراة بالعاصمة يوم السبت.", "meeting.verb", "not with noun مباراة")
    try check("شن النائب هجوما لاذعا على الحكومة أمس.", "attack.launch", "not with phrase \"لاذعا\"")
  }

  func testWhatIsNeededIsNamedWithWhatIsThere() throws {
    try check("التقى وزير الدفاع العراقي ثابت العباسي في بغداد أمس.", "meeting.verb", "needs 2 party, has 1")
    try check("زار مهندسون أمس السد.", "visit.verb", "needs 1 named, has 0")
    try check("تقدم النرويج مساعدات غذائية إلى السودان.", "aid.gives", "needs 1 time, has 0")
    try check("قال الوزير إن الهجوم كان عنيفا.", "attack.suffer", "needs 1 support, has 0")
  }

  func testADemandedWordThatIsNotThere() throws {
    try check(
      "دخل الوفد بغداد أمس.", "force.enter", "none of the words that the rule asks for is there")
  }

  func testAConditionOrNegationIsNoHappening() throws {
    try check(
      "إذا زار الرئيس التركي رجب طيب أردوغان بغداد فسيبحث الملف.", "visit.verb",
      "the clause tells of no happening: a condition, a wish or a negation")
  }

  func testAPatternThatDoesNotMatch() throws {
    try check("وقع انفجار في المدينة أمس.", "agreement.sign", "no pattern matches")
    try check("كان اللقاء إيجابيا.", "meeting.with", "no pattern matches")
  }

  func testAWordOfAnotherClass() throws {
    try check(
      "وصل وزير الدفاع التركي يشار غولر إلى طرابلس أمس وتفقد مقر القيادة.", "visit.tour",
      "the word is of another class here")
  }

  func testAWordInsideAName() throws {
    try check("قال حزب اللقاء المشترك إن الأسعار ارتفعت.", "meeting.held", "the word is part of a name")
  }

  func testRejectionsStandInTheOrderOfTheTextAtTheirWords() throws {
    let text = "إذا زار الوزير الموقع أمس فربما يلتقي الوفد المدير."
    let document = try AssemblyFixture.document(text)
    let triggers = try AssemblyFixture.pipeline().insight.trials(document.resolved, nil).compactMap(\.trigger)
    XCTAssertGreaterThan(triggers.count, 2)
    XCTAssertEqual(triggers.map(\.start), triggers.map(\.start).sorted())
    XCTAssertEqual(triggers.first.map { document.text.string($0) }, "زار")
    XCTAssertEqual(triggers.last.map { document.text.string($0) }, "يلتقي")
  }

  func testARuleThatMadeTheEventIsNotRejected() throws {
    let text = "التقى وزير الدفاع العراقي ثابت العباسي وزير الدفاع التركي يشار غولر أمس."
    XCTAssertEqual(try reasons(text), [:])
    XCTAssertEqual(try AssemblyFixture.document(text).events.map(\.rule), ["meeting.verb"])
    XCTAssertEqual(try reasons("الطقس جميل."), [:])
  }
}
