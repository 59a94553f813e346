import Foundation
import KhabarCore

/// The shallow syntax of Arabic news: noun phrases with their prepositions, verbs, clause openers.
public struct ArabicClauses: ClauseGrammar {
  private let from: WordKey
  /// Prepositions of several words: على هامش "on the sidelines of".
  private let compounds: PhraseTable<Void>
  /// Wishes behind a name: حفظه الله "may God keep him".
  private let wishes: PhraseTable<Void>

  /// - Parameter lexicon: the folder with `function-words.tsv`; nil for a grammar without compound prepositions.
  /// - Throws: `KhabarError` when the table is damaged.
  public init(lexicon: String? = nil, orthography: Orthography = .arabic) throws {
    from = orthography.key("من")
    compounds = try Self.phrases("function-words.tsv", where: ("class", "preposition"), in: lexicon, orthography)
    wishes = try Self.phrases("honorifics.tsv", where: ("position", "after"), in: lexicon, orthography)
  }

  /// The names of several words in a table's rows that have a value in a column.
  private static func phrases(
    _ name: String, where condition: (column: String, value: String), in folder: String?, _ orthography: Orthography
  ) throws -> PhraseTable<Void> {
    var phrases = PhraseTable<Void>()
    guard let folder, let data = FileManager.default.contents(atPath: folder + "/" + name) else { return phrases }
    let table = try TSVReader(file: folder + "/" + name, bytes: Array(data))
    guard let column = table.columns.firstIndex(of: condition.column) else { return phrases }
    let value = Array(condition.value.utf8)
    table.forEachRow { _, cells in
      guard cells.count > column, table.bytes[cells[0]].contains(0x20), table.bytes[cells[column]].elementsEqual(value)
      else { return }
      phrases.insert(orthography.keys(table.string(cells[0])), ())
    }
    return phrases
  }

  public func constituents(in document: ResolvedDocument, verbs: [Bool]) -> [[Constituent]] {
    var scanner = ConstituentScanner(document: document, verbs: verbs, from: from, compounds: compounds, wishes: wishes)
    return document.sentences.map { scanner.scan($0) }
  }
}
