import Foundation
import KhabarCore

/// The errors file of a batch: a line of JSON for each document that failed or was skipped, in input order.
final class ErrorLog {
  let file: OutputFile
  private let encoder = JSONEncoder()

  init(_ file: OutputFile) {
    self.file = file
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func write(_ outcomes: [Outcome]) throws {
    var bytes: [UInt8] = []
    for outcome in outcomes {
      switch outcome.fate {
      case .record, .note: continue
      case .failure, .skipped:
        for diagnostic in outcome.diagnostics {
          bytes += try encoder.encode(ErrorEntry(outcome, diagnostic))
          bytes.append(0x0A)
        }
      }
    }
    if !bytes.isEmpty { try file.write(bytes) }
  }
}
