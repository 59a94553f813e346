import KhabarCore

/// Cuts sentences into phrases by a grammar, from left to right, in one pass.
///
/// At each word a row of the table `begin` says what begins there. A noun phrase then asks the table `phrase` of each
/// further word. Nothing is looked at twice but the few words of a phrase inside another, so that the time is linear in
/// the sentence.
public final class PhraseBuilder: Sendable {
  /// The tables that it asks.
  public let grammar: Grammar
  let reader: any SyntaxReader
  let bits: PhraseBits
  let tables: Tables
  /// What the grammar makes of words by themselves.
  let known: KnownFeatures
  /// What the grammar derives from what is known of phrases.
  let ofPhrases: KnownFeatures
  let states: StateMasks
  /// Where in `known` it says what words do to the states of phrases; nil where states ask for what words only are in a
  /// sentence.
  let steps: Int?

  struct Tables: Sendable {
    let verb, begin, phrase, name: KnownTable
    /// What a word must be for a verb to begin at it, by all rows that say so.
    let verbDemand: Features
    /// What `begin` and `phrase` say, by their outcomes.
    let beginnings = Beginning.allCases
    let continuations = Continuation.allCases
  }

  /// - Parameter grammar: read with the shapes `TableShape.phrases` and the names of `PhraseBits.vocabulary` and the
  ///   lexicon.
  public init(grammar: Grammar, lexicon: any SyntaxLexicon) {
    self.grammar = grammar
    reader = lexicon.reader(grammar.names) { grammar.letters(of: $0) }
    bits = PhraseBits(grammar)
    let states = StateMasks(grammar.states)
    self.states = states
    ofPhrases = KnownFeatures(grammar.phraseMasks)
    var parts = KnownParts()
    let changing = bits.finite.union(bits.behindFinite).union(bits.behindRemoval)
    func table(_ shape: TableShape, _ known: [String]) -> KnownTable {
      KnownTable(grammar.table(shape.name), known: known, &parts)
    }
    let verb = table(.verb, TableShape.verb.columns)
    let begin = table(.begin, TableShape.begin.columns)
    // Their first column is no word.
    let phrase = table(.phrase, Array(TableShape.phrase.columns.dropFirst()))
    let name = table(.name, Array(TableShape.name.columns.dropFirst()))
    tables = Tables(
      verb: verb, begin: begin, phrase: phrase, name: name,
      verbDemand: grammar.table("begin").demand(of: Beginning.verb.rawValue, inColumn: "here"))
    steps =
      states.asked.intersects(changing)
      ? nil
      : parts.add(asked: states.asked, width: StateMasks.Step.words, isRemembered: true) {
        states.step($0.pointee).write(to: $1)
      }
    known = KnownFeatures(grammar.wordMasks, parts, nothing: bits.nothingWord)
  }

  /// - Parameter isRuleVerb: for each token, whether a rule knows it as a finite verb although the lexicon may not.
  public func open(_ document: ResolvedDocument, isRuleVerb: [Bool]) -> DocumentPhrases {
    DocumentPhrases(builder: self, document: document, syntax: reader.open(document, isRuleVerb: isRuleVerb))
  }
}

/// The phrases of one document, sentence by sentence as they are asked for.
public struct DocumentPhrases {
  let builder: PhraseBuilder
  /// Whose sentences are cut.
  public let document: ResolvedDocument
  public let syntax: any DocumentSyntax

  /// What the grammar knows of each word of a sentence, in order.
  public func wordFeatures(of sentence: Sentence) -> [Features] {
    let words = SentenceWords(self, sentence)
    return withExtendedLifetime(words) { (words.start..<words.end).map { words[$0].pointee } }
  }

  /// The phrases of a sentence, side by side in text order: every token stands in one.
  public func phrases(of sentence: Sentence) -> [Phrase] { phrases(of: SentenceWords(self, sentence)) }

  /// The same from its words.
  func phrases(of words: SentenceWords) -> [Phrase] { PhraseScanner(self, words).scan() }
}
