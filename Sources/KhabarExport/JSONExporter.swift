import KhabarCore

/// Writes a document as one JSON object of the contract `khabar/1`.
public struct JSONExporter: Sendable {
  public init() {}
}
