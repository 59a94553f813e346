import KhabarArabic
import KhabarCore
import KhabarTokenize
import XCTest

@testable import KhabarResolve

/// Runs Arabic texts through tokenizer and resolver, without gazetteers.
enum ResolveFixture {
  static let lexicon: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/") + "/Gazetteers/ar/lexicon"
  }()

  static let pack = Result { try ArabicPack(lexicon: lexicon) }

  /// - Parameter anchor: the document's date, nil for none.
  static func resolve(
    _ text: String, anchor: String? = nil, source: String? = nil, url: String? = nil,
    mentions: [Mention] = []
  ) throws -> ResolvedDocument {
    let pack = try pack.get()
    var info = DocumentInfo(id: "test", source: source)
    info.url = url
    info.anchor = anchor.flatMap { DocumentAnchor(iso: $0, source: .option) }
    let raw = RawDocument(info: info, bytes: Array(text.utf8))
    let tokenizer = Tokenizer(orthography: pack.orthography, words: pack.words)
    let document = try tokenizer.process(CleanDocument(raw: raw, text: AlignedText(identity: raw.bytes)))
    let matched = MatchedDocument(tokenized: document, lookups: [])
    return try Resolver(temporal: pack.temporal, numbers: pack.numbers)
      .process(RecognizedDocument(matched: matched, mentions: mentions, entities: []))
  }

  /// Expressions as `text=value`, with `/MOD` behind the value.
  static func times(_ text: String, anchor: String? = nil) throws -> [String] {
    let document = try resolve(text, anchor: anchor)
    return document.times.map {
      "\(document.text.string($0.span))=\($0.value.isEmpty ? "?" : $0.value)\($0.modifier.map { " \($0.rawValue)" } ?? "")"
    }
  }

  /// Quantities as `text=kind value`, with `..upper`, currency and modifier.
  static func quantities(_ text: String) throws -> [String] {
    let document = try resolve(text, anchor: "2024-04-15")
    return document.quantities.map { quantity in
      var parts = [quantity.kind.rawValue]
      if let value = quantity.value {
        parts.append(Timex.number(value) + (quantity.upper.map { ".." + Timex.number($0) } ?? ""))
      }
      if let currency = quantity.currency { parts.append(currency) }
      if let unit = quantity.unit { parts.append(unit) }
      if let modifier = quantity.modifier { parts.append(modifier.code) }
      return "\(document.text.string(quantity.span))=\(parts.joined(separator: " "))"
    }
  }
}
