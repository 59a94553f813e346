import Dispatch
import Foundation

/// Workers that share a feed and deliver to one output in the order of the feed.
///
/// A worker takes a piece, works on it, and delivers what came of it; pieces that are early wait in a window of bounded
/// size. Whoever delivers the piece that is next writes it and all that wait behind it.
final class BatchCrew: @unchecked Sendable {
  // `feed` is guarded by `intake`; everything below it by `condition`.
  private let intake = NSLock()
  private var feed: DocumentFeed
  private let condition = NSCondition()
  private let output: any BatchOutput
  private let window: Int
  private let report: @Sendable (Diagnostic) -> Void
  private let progress: @Sendable (Batch.Summary) -> Void
  private var waiting: [Int: [Outcome]] = [:]
  private var taken = 0
  private var delivered = 0
  private var summary = Batch.Summary()
  private var failure: (any Error)?

  init(
    feed: consuming DocumentFeed, output: any BatchOutput, window: Int,
    report: @escaping @Sendable (Diagnostic) -> Void,
    progress: @escaping @Sendable (Batch.Summary) -> Void
  ) {
    self.feed = feed
    self.output = output
    self.window = window
    self.report = report
    self.progress = progress
  }

  /// Runs until the feed is empty.
  ///
  /// - Throws: what the output throws.
  func run(workers: Int, work: @Sendable (WorkItem) -> [Outcome]) throws -> Batch.Summary {
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while let item = take() { deliver(work(item), of: item.sequence) }
    }
    if let failure { throw failure }
    try output.finish()
    return summary
  }

  /// The next piece, once the window has room for it; nil at the end or when the output has failed.
  private func take() -> WorkItem? {
    condition.lock()
    // The holder of the earliest piece never waits here, so the window always moves on.
    while taken - delivered >= window, failure == nil { condition.wait() }
    let isOver = failure != nil
    taken += 1
    condition.unlock()
    if isOver { return nil }
    intake.lock()
    defer { intake.unlock() }
    return feed.next()
  }

  private func deliver(_ outcomes: [Outcome], of sequence: Int) {
    condition.lock()
    defer {
      condition.broadcast()
      condition.unlock()
    }
    waiting[sequence] = outcomes
    while failure == nil, var next = waiting.removeValue(forKey: delivered) {
      do {
        try output.write(&next)
      } catch {
        failure = error
      }
      delivered += 1
      for outcome in next {
        outcome.diagnostics.forEach(report)
        if outcome.record == nil {
          summary.failures += 1
        } else {
          summary.documents += 1
          summary.bytes += outcome.size
        }
      }
      progress(summary)
    }
  }
}
