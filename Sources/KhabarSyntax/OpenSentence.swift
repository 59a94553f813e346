import KhabarCore

/// A sentence that is parsed as far as it was asked for: its words, then its phrases, then its tree. Of most sentences
/// the words or phrases already say that no rule can make anything of them.
public final class OpenSentence {
  private let document: SyntaxParser.OpenDocument
  private let sentence: Sentence
  /// Nil before they are asked for, and again when they are phrases.
  private var words: SentenceWords?

  init(_ sentence: Sentence, of document: SyntaxParser.OpenDocument) {
    self.sentence = sentence
    self.document = document
  }

  /// Its phrases, side by side in text order.
  public private(set) lazy var phrases: [Phrase] = {
    let phrases = document.phrases.phrases(of: takenWords)
    words = nil
    return phrases
  }()

  /// Its tree.
  public private(set) lazy var tree: SentenceTree = document.trees.tree(of: phrases) { [syntax = document.syntax] in
    syntax.governs($0, $1)
  }

  /// Whether a token's word may be a phrase of its own that is a verb; a word that is none may be one by this.
  public func mayBeVerb(_ token: Int) -> Bool {
    takenWords[token].pointee.contains(document.phrases.builder.tables.verbDemand)
  }

  /// What the word at a token is, by itself and beside others.
  public func word(_ token: Int) -> Features { takenWords[token].pointee }

  private var takenWords: SentenceWords {
    if let words { return words }
    let taken = SentenceWords(document.phrases, sentence)
    words = taken
    return taken
  }
}

extension [Phrase] {
  /// The index of the phrase that a token stands in, of phrases side by side in text order. O(log n).
  public func index(at token: Int) -> Int? {
    let index = partitionPoint { $0.tokens.upperBound <= token }
    return index < count && self[index].tokens.lowerBound <= token ? index : nil
  }
}
