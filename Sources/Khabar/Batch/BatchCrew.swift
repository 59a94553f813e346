import Dispatch
import Foundation
import KhabarCore

/// Workers that share a feed and deliver in the order of the feed.
///
/// A worker takes a piece, works on it, and delivers what came of it; pieces that are early wait in a window of bounded
/// size. Whoever delivers the piece that is next writes it and all that wait behind it.
final class BatchCrew: @unchecked Sendable {
  // `feed` is guarded by `intake`; everything below it by `condition`.
  private let intake = NSLock()
  private var feed: DocumentFeed
  private let condition = NSCondition()
  private let delivery: BatchDelivery
  private let window: Int
  private let stop: StopSignal?
  private var waiting: [Int: (outcomes: [Outcome], end: InputPosition)] = [:]
  private var taken = 0
  private var delivered = 0
  private var failure: (any Error)?
  private var isStopped = false

  init(feed: DocumentFeed, delivery: BatchDelivery, window: Int, stop: StopSignal?) {
    self.feed = feed
    self.delivery = delivery
    self.window = window
    self.stop = stop
  }

  /// Runs until the feed is empty or the signal to stop comes.
  ///
  /// - Throws: what the feed, the work and the output throw.
  func run(workers: Int, work: @Sendable (WorkItem) throws -> [Outcome]) throws -> Batch.Summary {
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while let item = take() {
        do { deliver(try work(item), of: item) } catch { fail(error) }
      }
    }
    if let failure { throw failure }
    return try delivery.finish(isInterrupted: isStopped)
  }

  /// The next piece, once the window has room for it; nil at the end, at a signal, or when something has failed.
  private func take() -> WorkItem? {
    condition.lock()
    // The holder of the earliest piece never waits here, so the window always moves on.
    while taken - delivered >= window, failure == nil { condition.wait() }
    let isOver = failure != nil || isStopped
    taken += 1
    condition.unlock()
    if isOver { return nil }
    intake.lock()
    defer { intake.unlock() }
    do {
      if let stop, stop.isRaised {
        noteStop()
        return nil
      }
      let item = try feed.next()
      // A piece that the signal cut short, or that came with it, is left for a later run.
      if let stop, stop.isRaised {
        noteStop()
        return nil
      }
      return item
    } catch {
      fail(error)
      return nil
    }
  }

  private func noteStop() { condition.withLock { isStopped = true } }

  private func fail(_ error: any Error) {
    condition.withLock {
      if failure == nil { failure = error }
      condition.broadcast()
    }
  }

  private func deliver(_ outcomes: [Outcome], of item: WorkItem) {
    condition.lock()
    defer {
      condition.broadcast()
      condition.unlock()
    }
    waiting[item.sequence] = (outcomes, item.end)
    while failure == nil, let next = waiting.removeValue(forKey: delivered) {
      do { try delivery.take(next.outcomes, end: next.end) } catch { failure = error }
      delivered += 1
    }
  }
}
