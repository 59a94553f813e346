import Foundation
import KhabarCore

extension Batch {
  /// How a batch went. What was read is what was written, failed or was skipped.
  public struct Summary: Sendable, Equatable, Codable {
    /// Documents that became records.
    public var documents = 0
    /// Documents and paths that could not be read, processed or written.
    public var failures = 0
    /// Files and records that are none of the batch's kinds.
    public var skipped = 0
    /// Records with a warning of the reader.
    public var warnings = 0
    /// Events in the records.
    public var events = 0
    /// Source text in bytes.
    public var bytes = 0
    /// Ended early by a signal: more input was there.
    public var isInterrupted = false

    public init() {}

    public var read: Int { documents + failures + skipped }

    mutating func count(_ outcome: Outcome) {
      switch outcome.fate {
      case .record:
        documents += 1
        bytes += outcome.size
        events += outcome.events
        if outcome.diagnostics.contains(where: { $0.severity == .warning }) || outcome.hasWarnings { warnings += 1 }
      case .failure: failures += 1
      case .skipped: skipped += 1
      case .note: break
      }
    }
  }
}

/// The summary of a run as a file: counts that add up, and what made the records.
public struct RunReport: Encodable {
  /// The program's version.
  public var khabar: String
  /// The pipeline's name.
  public var pipeline: String
  /// Fingerprint of the rules.
  public var rules: String
  /// Fingerprint of the other data.
  public var data: String
  /// Documents that were come across: written, failed and skipped.
  public var read: Int
  /// Documents with a record.
  public var written: Int
  /// Documents that could not be read or processed.
  public var failed: Int
  /// Files that are not read.
  public var skipped: Int
  /// Documents with a warning.
  public var warnings: Int
  /// Events of all records.
  public var events: Int
  /// Bytes of the texts of the written documents.
  public var bytes: Int
  /// A signal ended the run early.
  public var interrupted: Bool

  public init(_ summary: Batch.Summary, _ provenance: Provenance) {
    khabar = provenance.version
    pipeline = provenance.pipeline
    rules = provenance.rules
    data = provenance.data
    read = summary.read
    written = summary.documents
    failed = summary.failures
    skipped = summary.skipped
    warnings = summary.warnings
    events = summary.events
    bytes = summary.bytes
    interrupted = summary.isInterrupted
  }

  /// Indented JSON with a line break at its end.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try Array(encoder.encode(self)) + [0x0A]
  }
}
