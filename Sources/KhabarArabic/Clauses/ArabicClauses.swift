import Foundation
import KhabarCore

/// The shallow syntax of Arabic news: noun phrases with their prepositions, verbs, clause openers.
public struct ArabicClauses: ClauseGrammar {
  private let from: WordKey
  /// Prepositions of several words: على هامش "on the sidelines of".
  private let compounds: PhraseTable<Void>

  /// - Parameter lexicon: the folder with `function-words.tsv`; nil for a grammar without compound prepositions.
  /// - Throws: `KhabarError` when the table is damaged.
  public init(lexicon: String? = nil, orthography: Orthography = .arabic) throws {
    from = orthography.key("من")
    var compounds = PhraseTable<Void>()
    if let lexicon, let data = FileManager.default.contents(atPath: lexicon + "/function-words.tsv") {
      let table = try TSVReader(file: lexicon + "/function-words.tsv", bytes: Array(data))
      let preposition = Array("preposition".utf8)
      table.forEachRow { _, cells in
        guard cells.count > 1, table.bytes[cells[0]].contains(0x20), table.bytes[cells[1]].elementsEqual(preposition)
        else { return }
        compounds.insert(orthography.keys(table.string(cells[0])), ())
      }
    }
    self.compounds = compounds
  }

  public func constituents(in document: ResolvedDocument, verbs: [Bool]) -> [[Constituent]] {
    var scanner = ConstituentScanner(document: document, verbs: verbs, from: from, compounds: compounds)
    return document.sentences.map { scanner.scan($0) }
  }
}
