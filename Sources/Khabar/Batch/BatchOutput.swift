import Foundation
import KhabarCore

/// Where the records of a batch go. Called from one thread at a time, in input order.
protocol BatchOutput: AnyObject {
  /// Writes the records. One that can't be written where it belongs becomes a failure.
  ///
  /// - Throws: `BrokenPipe`, or `KhabarError` when nothing more can be written at all.
  func write(_ outcomes: inout [Outcome]) throws
  /// Makes sure that what was written stays.
  ///
  /// - Returns: where a later run goes on; nil when it can't be here.
  func secure() throws -> SecuredOutput?
  /// Completes the output.
  func finish() throws
}

/// A point that an output can be taken up again at.
struct SecuredOutput: Codable, Equatable {
  /// Bytes of the file; 0 for a folder.
  var length = 0
  /// The framing of several records was opened; nil for none yet.
  var isFramedForSeveral: Bool?
  /// Some document became a record, be it an empty one.
  var hasRecord = false
}

/// All records in one stream.
final class StreamOutput: BatchOutput {
  private let sink: any ByteSink
  private let exporter: any DocumentExporter
  /// The batch's whole input is one file.
  private let isSingleInput: Bool
  private var isFramedForSeveral: Bool?
  /// Some document became a record, be it an empty one.
  private var hasRecord: Bool

  init(_ sink: any ByteSink, exporter: any DocumentExporter, isSingleInput: Bool, resumed: SecuredOutput? = nil) {
    self.sink = sink
    self.exporter = exporter
    self.isSingleInput = isSingleInput
    isFramedForSeveral = resumed?.isFramedForSeveral
    hasRecord = resumed?.hasRecord ?? false
  }

  private var framing: StreamFraming? {
    isFramedForSeveral.map { $0 ? exporter.framing : exporter.singleFraming }
  }

  func write(_ outcomes: inout [Outcome]) throws {
    var bytes: [UInt8] = []
    for outcome in outcomes {
      if outcome.record != nil { hasRecord = true }
      // A document without a feature adds none.
      guard let record = outcome.record, !record.isEmpty else { continue }
      if let framing {
        bytes.append(contentsOf: framing.separator.utf8)
      } else {
        isFramedForSeveral = !(isSingleInput && outcome.isOnly)
        bytes.append(contentsOf: framing?.opening.utf8 ?? "".utf8)
      }
      bytes.append(contentsOf: record)
    }
    if !bytes.isEmpty { try sink.write(bytes) }
  }

  func secure() throws -> SecuredOutput? {
    guard let file = sink as? OutputFile else { return nil }
    try file.secure()
    return SecuredOutput(length: file.length, isFramedForSeveral: isFramedForSeveral, hasRecord: hasRecord)
  }

  func finish() throws {
    if let framing {
      try sink.write(framing.closing)
    } else if hasRecord || !isSingleInput, !exporter.framing.opening.isEmpty {
      try sink.write(exporter.framing.opening + exporter.framing.closing)
    }
    try (sink as? OutputFile)?.commit()
  }
}

/// One line for each record of the input: its own record, or what was wrong.
final class AnswerOutput: BatchOutput {
  private let sink: any ByteSink
  private let encoder = JSONEncoder()

  /// A record's answer when there is none of its own.
  private struct Failure: Encodable {
    var schema = KhabarVersion.schema
    var error: ErrorEntry
  }

  init(_ sink: any ByteSink) {
    self.sink = sink
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func write(_ outcomes: inout [Outcome]) throws {
    var bytes: [UInt8] = []
    for outcome in outcomes {
      switch outcome.fate {
      case .record(let record): bytes += record
      case .note: continue
      case .failure, .skipped:
        let diagnostic = outcome.diagnostics.first ?? Diagnostic(.error, "D010", "it failed")
        bytes += try encoder.encode(Failure(error: ErrorEntry(outcome, diagnostic)))
      }
      bytes.append(0x0A)
    }
    if !bytes.isEmpty { try sink.write(bytes) }
  }

  func secure() -> SecuredOutput? { nil }
  func finish() {}
}
