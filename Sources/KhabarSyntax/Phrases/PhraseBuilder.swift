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
  let states: StateMasks
  /// What the grammar derives from what is known of words, and of phrases.
  let ofWords: Derivation
  let ofPhrases: Derivation

  struct Tables: Sendable {
    let verb, begin, phrase, name: GrammarTable
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
    states = StateMasks(grammar.states)
    ofWords = Derivation(grammar.wordMasks)
    ofPhrases = Derivation(grammar.phraseMasks)
    tables = Tables(
      verb: grammar.table("verb"), begin: grammar.table("begin"), phrase: grammar.table("phrase"),
      name: grammar.table("name"))
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
    return (words.start..<words.end).map { words[$0] }
  }

  /// The phrases of a sentence, side by side in text order: every token stands in one.
  public func phrases(of sentence: Sentence) -> [Phrase] {
    PhraseScanner(self, sentence).scan()
  }
}
