import Foundation
import Khabar

/// The line that shows how far a long run is, for someone who watches. Nothing appears in the first second.
final class ProgressLine: @unchecked Sendable {
  // Called from one thread at a time.
  private let console: Console
  private let isShown: Bool
  private let start = DispatchTime.now().uptimeNanoseconds
  private var last: UInt64
  private var isOnScreen = false

  init(_ console: Console, isShown: Bool) {
    self.console = console
    self.isShown = isShown
    last = start + 800_000_000
  }

  func update(_ summary: Batch.Summary) {
    guard isShown else { return }
    let now = DispatchTime.now().uptimeNanoseconds
    guard now > last, now - last > 200_000_000 else { return }
    last = now
    let megabytes = Double(summary.bytes) / 1e6
    let speed = megabytes / (Double(now - start) / 1e9)
    var line = "\r\(summary.documents) documents, \(tenths(megabytes)) MB, \(tenths(speed)) MB/s"
    if summary.failures > 0 { line += ", \(summary.failures) failed" }
    try? console.error.write(line + "\u{1B}[K")
    isOnScreen = true
  }

  /// Takes the line away, so that something else can be written.
  func clear() {
    guard isOnScreen else { return }
    try? console.error.write("\r\u{1B}[K")
    isOnScreen = false
  }

  private func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
