import Foundation
import Khabar

/// Says how far a long run is: on one line that changes, for someone who watches, or as plain lines for a log. Nothing
/// appears in the first second.
final class ProgressLine: @unchecked Sendable {
  enum Style: String, CaseIterable {
    case line, plain, none
  }

  // Called from one thread at a time.
  private let console: Console
  private let style: Style
  private let total: InputSize?
  private let start = DispatchTime.now().uptimeNanoseconds
  private var last: UInt64
  private var isOnScreen = false

  /// - Parameter total: the size of all input, for the time that is left; nil when that can't be known.
  init(_ console: Console, style: Style, total: InputSize?) {
    self.console = console
    self.style = style
    self.total = total
    last = start + (style == .plain ? 4_000_000_000 : 800_000_000)
  }

  /// - Parameter done: bytes of input.
  func update(_ summary: Batch.Summary, done: Int) {
    let now = DispatchTime.now().uptimeNanoseconds
    guard style != .none, now > last, now - last > (style == .plain ? 5_000_000_000 : 200_000_000) else { return }
    last = now
    let seconds = Double(now - start) / 1e9
    let megabytes = Double(summary.bytes) / 1e6
    var line =
      "\(summary.read) read, \(tenths(Double(summary.read) / seconds))/s, \(tenths(megabytes)) MB,"
      + " \(tenths(megabytes / seconds)) MB/s"
    if summary.failures > 0 { line += ", \(summary.failures) failed" }
    if summary.skipped > 0 { line += ", \(summary.skipped) skipped" }
    if let left = timeLeft(done, seconds) { line += ", \(left) left" }
    switch style {
    case .line:
      try? console.error.write("\r" + line + "\u{1B}[K")
      isOnScreen = true
    case .plain: console.report(line)
    case .none: break
    }
  }

  /// Takes the line away, so that something else can be written.
  func clear() {
    guard isOnScreen else { return }
    try? console.error.write("\r\u{1B}[K")
    isOnScreen = false
  }

  private func timeLeft(_ done: Int, _ seconds: Double) -> String? {
    guard let total = total?.bytes, done > 0, total > done else { return nil }
    let left = Int((seconds * Double(total - done) / Double(done)).rounded(.up))
    return left < 60
      ? "\(left) s" : left < 3600 ? "\(left / 60) min \(left % 60) s" : "\(left / 3600) h \(left / 60 % 60) min"
  }

  private func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
