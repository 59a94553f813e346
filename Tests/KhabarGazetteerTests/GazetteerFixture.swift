import Foundation
import KhabarArabic
import KhabarCore
import KhabarTokenize
import XCTest

@testable import KhabarGazetteer

/// The clitics of Arabic without its lexicon.
struct CliticWords: WordAnalyzer {
  func analyze(_ tokens: inout [Token], in text: AlignedText) {}
  func analyses(of key: WordKey) -> [WordAnalysis] { [WordAnalysis()] }
  func classes(of stem: WordKey) -> WordClasses { [] }
  var nameProclitics: [NameProclitic] { NameProclitic.arabic }
  var nameVariants: NameVariants { NameVariants.arabic }
}

/// Lists in memory and texts to match them against.
struct GazetteerFixture {
  var gazetteer: Gazetteer
  var diagnostics: [Diagnostic]

  init(
    _ lists: [GazetteerSource], user: [GazetteerSource] = [], cache: GazetteerCache = .none
  ) throws {
    (gazetteer, diagnostics) = try Gazetteer.load(
      lists: lists, userLists: user, orthography: .arabic, words: CliticWords(), cache: cache)
  }

  /// A pipeline list of rows `name<tab>type`, optionally a user's list of such rows.
  init(_ rows: String, user: String? = nil) throws {
    try self.init(
      [GazetteerSource(name: "list.tsv", text: Self.table(rows))],
      user: user.map { [GazetteerSource(name: "my.tsv", text: Self.table($0))] } ?? [])
  }

  /// Rows with `name type` written with `/` for tabs; a header is put before unless there is one.
  static func table(_ rows: String) -> String {
    let text = rows.replacingOccurrences(of: " / ", with: "\t").replacingOccurrences(of: "/", with: "\t")
    return rows.contains("name/type") ? text : "name\ttype\tkind\taliases\tcontext\tpriority\n" + text
  }

  func document(_ text: String) throws -> TokenizedDocument {
    let bytes = Array(text.utf8)
    let clean = CleanDocument(
      raw: RawDocument(info: DocumentInfo(id: "t"), bytes: bytes), text: AlignedText(identity: bytes))
    return try Tokenizer(orthography: .arabic, words: CliticWords()).process(clean)
  }

  func lookups(_ text: String, _ kind: GazetteerMatchKind = .longestPerType) throws -> [Lookup] {
    try GazetteerMatcher(gazetteer: gazetteer, words: CliticWords(), matches: kind).process(document(text)).lookups
  }

  /// What matches, one `span:type` each, with `~` behind a folded match and `+` behind one of a user's entry.
  func matches(_ text: String, _ kind: GazetteerMatchKind = .longestPerType) throws -> [String] {
    let bytes = Array(text.utf8)
    return try lookups(text, kind).map { lookup in
      String(decoding: bytes[lookup.span.range], as: UTF8.self) + ":\(lookup.type)"
        + (lookup.isExact ? "" : "~") + (lookup.isFromUser ? "+" : "")
    }
  }

  /// Names of the entries that match.
  func names(_ text: String, _ kind: GazetteerMatchKind = .longestPerType) throws -> [String] {
    try lookups(text, kind).map { gazetteer.entry($0.entry).name }
  }
}
