import Khabar
import XCTest

/// A document's time ends between stages, and inside of those that take long.
final class DeadlineTests: XCTestCase {
  func testStagesEndInTheMiddle() throws {
    var shipped: PipelineStages?
    let pipeline = try Pipeline(named: "arabic-news", adapting: { shipped = $0 })
    let stages = try XCTUnwrap(shipped)
    // The Turkish president Erdoğan met his Egyptian counterpart al-Sisi in Cairo.
    let raw = RawDocument(
      id: "a", text: "التقى الرئيس التركي رجب طيب أردوغان نظيره المصري عبد الفتاح السيسي في القاهرة.")
    let document = try Deadline.within(seconds: 1e6) { try pipeline.process(raw) }
    XCTAssertEqual(document.events.count, 1)
    func assertEnds(_ stage: String, _ body: () throws -> Void) {
      XCTAssertNoThrow(try body(), stage)
      XCTAssertThrowsError(try Deadline.within(seconds: -1, body), stage) { error in
        XCTAssertEqual((error as? KhabarError)?.diagnostics.map(\.code), ["D033"], stage)
      }
    }
    assertEnds("clean") { _ = try stages.cleaner.process(raw) }
    assertEnds("tokenize") { _ = try stages.tokenizer.process(document.clean) }
    assertEnds("recognize") { _ = try stages.recognizer.process(document.resolved.recognized.matched) }
    assertEnds("assemble") { _ = try stages.assembler.process(document.resolved) }
  }
}
