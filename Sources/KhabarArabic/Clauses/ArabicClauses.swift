import Foundation
import KhabarCore

/// The shallow syntax of Arabic news: noun phrases with their prepositions, verbs, clause openers.
public struct ArabicClauses: ClauseGrammar {
  let from: WordKey
  /// Prepositions of several words: على هامش "on the sidelines of".
  let compounds: PhraseTable<Void>
  /// Adverbs and hedges of several words: من المقرر "it is planned", على الأقل "at least".
  let adverbials: PhraseTable<Void>
  /// Wishes behind a name: حفظه الله "may God keep him".
  let wishes: PhraseTable<Void>
  /// Prepositions written together with their pronoun: بها "with it".
  let pronominals: KeyTable<Bool>
  /// Broken plurals of adjectives, which agree with a sound plural before them.
  let brokenAdjectives: KeyTable<Bool>
  /// Words for a number of times.
  let occasions: KeyTable<Bool>

  /// - Parameter lexicon: the folder with `function-words.tsv`; nil for a grammar without compound prepositions.
  /// - Throws: `KhabarError` when the table is damaged.
  public init(lexicon: String? = nil, orthography: Orthography = .arabic) throws {
    from = orthography.key("من")
    let words = try Self.names("function-words.tsv", by: "class", in: lexicon, orthography)
    let honorifics = try Self.names("honorifics.tsv", by: "position", in: lexicon, orthography)
    compounds = Self.phrases(words["preposition"] ?? [])
    // من جانبه "for his part": of several words, it governs nothing.
    let asides = (words["preposition-pronoun"] ?? []).filter { $0.count > 1 }
    adverbials = Self.phrases((words["adverb"] ?? []) + (words["hedge"] ?? []) + asides) { name in
      // بالنيابة "acting" would be read as a preposition and its noun.
      name.count > 1
        || (name[0][0] == ArabicLetter.beh && name[0][1] == ArabicLetter.alef && name[0][2] == ArabicLetter.lam)
    }
    wishes = Self.phrases(honorifics["after"] ?? [])
    var pronominals = KeyTable(placeholder: false)
    for name in words["preposition-pronoun"] ?? [] where name.count == 1 {
      // With the pronoun of the first person the spelling is that of the bare preposition: إلي "to me", إلى "to".
      if name[0][name[0].count - 1] != ArabicLetter.yeh { pronominals.insert(name[0], true) }
    }
    self.pronominals = pronominals
    brokenAdjectives = Self.table(words["plural-adjective"])
    occasions = Self.table(words["occasion"])
  }

  /// The names of one word.
  private static func table(_ names: [[WordKey]]?) -> KeyTable<Bool> {
    var table = KeyTable(placeholder: false)
    for name in names ?? [] where name.count == 1 { table.insert(name[0], true) }
    return table
  }

  private static func phrases(
    _ names: [[WordKey]], where isWanted: ([WordKey]) -> Bool = { $0.count > 1 }
  ) -> PhraseTable<Void> {
    var phrases = PhraseTable<Void>()
    for name in names where !name.isEmpty && isWanted(name) { phrases.insert(name, ()) }
    return phrases
  }

  /// The folded words of a table's names, by what their rows have in a column.
  private static func names(
    _ name: String, by column: String, in folder: String?, _ orthography: Orthography
  ) throws -> [String: [[WordKey]]] {
    guard let folder, let data = FileManager.default.contents(atPath: folder + "/" + name) else { return [:] }
    let table = try TSVReader(file: folder + "/" + name, bytes: Array(data))
    guard let column = table.columns.firstIndex(of: column) else { return [:] }
    var names: [String: [[WordKey]]] = [:]
    table.forEachRow { _, cells in
      guard cells.count > column else { return }
      names[table.string(cells[column]), default: []].append(orthography.keys(table.string(cells[0])))
    }
    return names
  }

  public func constituents(in document: ResolvedDocument, verbs: [Bool]) -> [[Constituent]] {
    var scanner = ConstituentScanner(document: document, verbs: verbs, grammar: self)
    return document.sentences.map { scanner.scan($0) }
  }
}
