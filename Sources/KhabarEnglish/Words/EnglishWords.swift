import KhabarCore

/// Says what kind of word each is, and what words before it do that other languages write together with it: the
/// article, "to", and the "will" of the future. No letters of the word stand for these.
struct EnglishWords: WordAnalyzer {
  let lexicon: EnglishLexicon

  func analyses(of key: WordKey) -> [WordAnalysis] { [WordAnalysis()] }

  func classes(of stem: WordKey) -> WordClasses { classes(of: lexicon[stem]) }

  private func classes(of word: EnglishLexicon.Word) -> WordClasses {
    var classes = word.classes
    if !word.forms.isDisjoint(with: [.past, .participle]) { classes.insert(.verbPast) }
    if !word.forms.isDisjoint(with: [.base, .third]) { classes.insert(.verbPresent) }
    return classes
  }

  func analyze(_ tokens: inout [Token], in text: AlignedText) {
    var isDefinite = false
    var before = Before.other
    for index in tokens.indices {
      guard tokens[index].kind == .word else {
        isDefinite = false
        before = .other
        continue
      }
      let word = lexicon[tokens[index].key]
      tokens[index].classes = classes(of: word)
      tokens[index].nounClasses = word.nouns
      if isDefinite, isNominal(word) { tokens[index].analysis.proclitics.insert(.article) }
      if word.forms.contains(.base) {
        if before == .to { tokens[index].analysis.proclitics.insert(.to) }
        if before == .will { tokens[index].analysis.proclitics.insert(.future) }
      }
      isDefinite = isArticle(word, index, tokens) || isDefinite && isNominal(word)
      before = next(before, word)
    }
  }

  /// What stands before a verb, adverbs and "not" passed over.
  private enum Before { case to, will, other }

  private func next(_ before: Before, _ word: EnglishLexicon.Word) -> Before {
    if word.marks.contains(.future) { return .will }
    if word.marks.contains(.infinitive) { return .to }
    return !word.classes.isDisjoint(with: [.adverb, .negation]) ? before : .other
  }

  /// May stand behind an article in its phrase.
  private func isNominal(_ word: EnglishLexicon.Word) -> Bool {
    word.classes.isDisjoint(with: .closed) && word.marks.isEmpty
      && (word.forms.isDisjoint(with: [.base, .third, .past]) || !word.classes.isDisjoint(with: [.noun, .adjective]))
  }

  /// "The", "this", or the s of Egypt's.
  private func isArticle(_ word: EnglishLexicon.Word, _ index: Int, _ tokens: [Token]) -> Bool {
    word.marks.contains(.article)
      || word.marks.contains(.genitive) && index > 0 && tokens[index - 1].kind == .symbol
  }
}
