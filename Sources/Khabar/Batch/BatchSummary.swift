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
  public var khabar: String
  public var pipeline: String
  /// Fingerprints of the rules and of the other data.
  public var rules: String
  public var data: String
  public var read: Int
  public var written: Int
  public var failed: Int
  public var skipped: Int
  public var warnings: Int
  public var events: Int
  public var bytes: Int
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
