import Foundation

/// What came of one document.
struct Outcome: Sendable {
  /// The file it is from; nil for a path that is none.
  var input: InputFile?
  /// The record; nil when the document failed.
  var record: [UInt8]?
  var diagnostics: [Diagnostic] = []
  /// Length of the source text in bytes.
  var size = 0
}

/// Where the records of a batch go. Called from one thread at a time, in input order.
protocol BatchOutput: AnyObject {
  /// Writes the records. One that can't be written where it belongs becomes a failure.
  ///
  /// - Throws: `BrokenPipe`, or `KhabarError` when nothing more can be written at all.
  func write(_ outcomes: inout [Outcome]) throws
  /// Completes the output.
  func finish() throws
}

/// All records in one stream.
final class StreamOutput: BatchOutput {
  private let sink: any ByteSink
  private let exporter: any DocumentExporter
  /// The batch's whole input is one file.
  private let isSingleInput: Bool
  private var framing: StreamFraming?
  /// Some document became a record, be it an empty one.
  private var hasRecord = false

  init(_ sink: any ByteSink, exporter: any DocumentExporter, isSingleInput: Bool) {
    self.sink = sink
    self.exporter = exporter
    self.isSingleInput = isSingleInput
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
        let framing = isSingleInput && outcome.input?.format != .jsonl ? exporter.singleFraming : exporter.framing
        bytes.append(contentsOf: framing.opening.utf8)
        self.framing = framing
      }
      bytes.append(contentsOf: record)
    }
    if !bytes.isEmpty { try sink.write(bytes) }
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
