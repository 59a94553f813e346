import KhabarTestSupport
import XCTest

@testable import Khabar

/// Sentences are left unread, and rules untried, where words, names or phrases tell that nothing can come of them. Who
/// asks why is told of every rule at every word, so that both must come to the same events.
final class EarlyRejectionTests: XCTestCase {
  /// - Returns: the events that rules made when all were tried.
  @discardableResult
  private func check(_ text: String, line: UInt = #line) throws -> Int {
    let pipeline = try AssemblyFixture.pipeline()
    let document = try AssemblyFixture.document(text)
    let told = Set(document.events.map { "\($0.rule) \($0.trigger.start)" })
    let trials = pipeline.insight.trials(document.resolved, Set(pipeline.ruleLocations.keys))
    var made = 0
    for trial in trials where trial.outcome == .made {
      // What is told with another event, or left out, is said first.
      let first = trial.findings.first?.fact ?? ""
      guard !first.hasPrefix("told with"), !first.hasPrefix("left out"), let trigger = trial.trigger else { continue }
      made += 1
      XCTAssertTrue(told.contains("\(trial.rule) \(trigger.start)"), "\(trial.rule): \(text)", line: line)
    }
    return made
  }

  func testExamplesOfRules() throws {
    let rules = try RuleSet(reading: PipelineDescription.load("arabic-news", home: AssemblyFixture.home).rules)
    var made = 0
    for example in rules.rules.flatMap(\.examples) { made += try check(example.text) }
    XCTAssertGreaterThan(made, 500)
  }

  /// Several of them in one text, where a sentence goes on with whom the ones before were about.
  func testWhomTheTextIsAbout() throws {
    let sentences = [
      "وصل وزير الخارجية التركي هاكان فيدان إلى بغداد أمس.", "والتقى رئيس الوزراء محمد شياع السوداني.",
      "وقال إن بلاده تدعم الحكومة.", "وأعرب عن تضامنه مع الشعب.", "ثم غادر إلى أربيل.",
      "القوات دخلت المدينة.", "وسيطرت على الجسر.", "وأعلن الجيش مقتل قائدها في غارة إسرائيلية.",
      "كان يزور البلاد.", "قبل أن يلتقي نظيره.", "استقبله الرئيس في القصر.", "وبحثت معه المحادثات السورية اللبنانية.",
    ]
    var dice = Dice(for: "whom the text is about")
    var made = 0
    for _ in 0..<120 {
      made += try check((0...dice.roll(5)).map { _ in sentences[dice.roll(sentences.count)] }.joined(separator: " "))
    }
    XCTAssertGreaterThan(made, 100)
  }
}
