import KhabarCore

/// A document's spans as the contract `khabar/1` counts them: spans of the cleaned text become code points of the source
/// here and nowhere else.
struct ContractSpans {
  /// The source text.
  let source: [UInt8]
  private let text: AlignedText
  private let scalars: ScalarIndex

  init(_ document: AssembledDocument) {
    source = document.raw.bytes
    text = document.text
    scalars = ScalarIndex(source)
  }

  /// Code points in the source.
  var count: Int { scalars.count }

  func sourceSpan(of span: TextSpan<CleanBytes>) -> TextSpan<SourceBytes> { text.source(of: span) }
  func points(of span: TextSpan<SourceBytes>) -> TextSpan<SourceScalars> { scalars.scalars(of: span) }
  func points(of span: TextSpan<CleanBytes>) -> TextSpan<SourceScalars> { points(of: sourceSpan(of: span)) }
}

/// What the contract calls the parts of a document, by their indexes: E1, T1, Q1, V1.
enum ContractIdentifier {
  static func entity(_ index: Int) -> String { "E" + String(index + 1) }
  static func time(_ index: Int) -> String { "T" + String(index + 1) }
  static func quantity(_ index: Int) -> String { "Q" + String(index + 1) }
  static func event(_ index: Int) -> String { "V" + String(index + 1) }
}
