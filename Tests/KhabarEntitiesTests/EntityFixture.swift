import Foundation
import Khabar
import XCTest

/// Runs texts through the shipped Arabic tables and lists up to their entities.
struct EntityFixture {
  private let stages: any Stage<RawDocument, RecognizedDocument>
  /// What the entities refer to.
  let entries: any EntryStore

  static let shared = Result { try EntityFixture() }

  private init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let pack = try ArabicPack(lexicon: root + "/Gazetteers/ar/lexicon")
    let (gazetteer, _) = try Gazetteer.load(
      lists: try GazetteerSource.sources(at: root + "/Gazetteers/ar", namedAt: nil), userLists: [],
      orthography: pack.orthography, words: pack.words)
    stages = Cleaner().then(Tokenizer(orthography: pack.orthography, words: pack.words))
      .then(GazetteerMatcher(gazetteer: gazetteer, words: pack.words, matches: .longestPerType))
      .then(
        EntityRecognizer(
          names: pack.names, entries: gazetteer, orthography: pack.orthography, romanizer: pack.romanizer))
    entries = gazetteer
  }

  func recognize(_ text: String, date: String? = nil) throws -> RecognizedDocument {
    var document = RawDocument(id: "test", text: text)
    document.info.anchor = date.flatMap { CivilDate(iso: $0) }.map { DocumentAnchor(date: $0, source: .option) }
    return try stages.process(document)
  }

  /// Names of the scored types as `Person=…`, in text order.
  func names(_ text: String) throws -> [String] {
    let document = try recognize(text)
    return document.mentions.filter {
      [.name, .partial, .acronym].contains($0.kind) && [.person, .organization, .place].contains($0.type)
    }.map { "\($0.type)=\(document.text.string($0.span))" }
  }
}

extension XCTestCase {
  /// Whether each text has just these names, as `EntityFixture.names(_:)` writes them.
  func check(
    _ cases: [(text: String, names: [String])], file: StaticString = #filePath, line: UInt = #line
  ) throws {
    let fixture = try EntityFixture.shared.get()
    for (text, names) in cases { XCTAssertEqual(try fixture.names(text), names, text, file: file, line: line) }
  }
}

extension RecognizedDocument {
  /// Text of a stretch of tokens, a space between two.
  func words(_ tokens: TokenSpan) -> String {
    self.tokens[tokens.range].map { text.string($0.span) }.joined(separator: " ")
  }
}
