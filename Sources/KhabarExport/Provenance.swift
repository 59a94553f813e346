import KhabarCore

/// What made a record: the program and its data. Two runs of the same provenance give the same record for a document.
public struct Provenance: Sendable, Equatable, CustomStringConvertible {
  /// The program's version.
  public var version: String
  /// The pipeline's name.
  public var pipeline: String
  /// Fingerprint of the event rules, 16 hexadecimal digits.
  public var rules: String
  /// Fingerprint of gazetteers, word tables and settings, 16 hexadecimal digits.
  public var data: String

  public init(pipeline: String, rules: UInt64, data: UInt64, version: String = KhabarVersion.program) {
    self.version = version
    self.pipeline = pipeline
    self.rules = Self.hexadecimal(rules)
    self.data = Self.hexadecimal(data)
  }

  public var description: String { "\(pipeline), rules \(rules), data \(data), khabar \(version)" }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension Provenance: Archivable {
  public static var blank: Provenance { Provenance(pipeline: "", rules: 0, data: 0) }

  public mutating func pass(through archive: Archive) throws {
    try version.pass(through: archive)
    try pipeline.pass(through: archive)
    try rules.pass(through: archive)
    try data.pass(through: archive)
  }
}
