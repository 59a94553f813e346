import KhabarCore

/// A document's spans as the contract `khabar/1` counts them: spans of the cleaned text become code points of the
/// source here and nowhere else. An exporter of one's own takes its offsets from here.
///
/// Making one reads the source once; a span then costs O(log edits).
public struct ContractSpans {
  /// The source text, valid UTF-8.
  public let source: [UInt8]
  private let text: AlignedText
  private let scalars: ScalarIndex

  public init(_ document: AssembledDocument) {
    source = document.raw.bytes
    text = document.text
    scalars = ScalarIndex(source)
  }

  /// Code points in the source.
  public var count: Int { scalars.count }

  /// UTF-8 bytes of the source that a stretch of the cleaned text stands for.
  public func sourceSpan(of span: TextSpan<CleanBytes>) -> TextSpan<SourceBytes> { text.source(of: span) }
  /// Code points of the source: `start` and `end` in records.
  public func points(of span: TextSpan<SourceBytes>) -> TextSpan<SourceScalars> { scalars.scalars(of: span) }
  /// Code points of the source: `start` and `end` in records.
  public func points(of span: TextSpan<CleanBytes>) -> TextSpan<SourceScalars> { points(of: sourceSpan(of: span)) }
}

/// What the contract calls the parts of a document, by their indexes: E1, T1, Q1, V1.
enum ContractIdentifier {
  static func entity(_ index: EntityID) -> String { "E" + String(index.int + 1) }
  static func time(_ index: TimeID) -> String { "T" + String(index.int + 1) }
  static func quantity(_ index: Int) -> String { "Q" + String(index + 1) }
  static func event(_ index: Int) -> String { "V" + String(index + 1) }
}
