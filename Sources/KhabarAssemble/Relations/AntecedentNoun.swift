import KhabarCore
import KhabarSyntax

/// Says which noun of a phrase a relative clause is about where the first one cannot be, by the gender of the relative
/// pronoun: the defeat of *the organization* that seized the town, with the aim of expelling *the forces* that hold it.
struct AntecedentNoun {
  let sentence: SentenceReading

  private var tree: SentenceTree { sentence.tree }

  /// The token of the noun behind the head that agrees with the pronoun of a verb's relative clause; nil where the head
  /// may be meant.
  func token(of phrase: PhraseID, for verb: PhraseID) -> Int? {
    let clause = tree[tree.clause(of: verb)]
    guard clause.antecedent == phrase, clause.head == verb, let opener = clause.opener else { return nil }
    let head = tree[phrase].head
    let inner = (head + 1)..<max(head + 1, tree[phrase].tokens.upperBound)
    guard !inner.isEmpty, !beginsName(head, in: phrase), sentence.tokens[head].analysis.suffixLetters == 0 else {
      return nil
    }
    if tree[opener].features.intersects(sentence.grammar.whoHe) {
      return isFeminine(head) && !isPerson(head) ? inner.first { isNoun($0) && !isFeminine($0) } : nil
    }
    guard tree[opener].features.intersects(sentence.grammar.whoShe), isMasculine(head) else { return nil }
    return inner.first { isNoun($0) && !isMasculine($0) }
  }

  /// The head of a name has the gender of whom it names.
  private func beginsName(_ token: Int, in phrase: PhraseID) -> Bool {
    tree[phrase].mention.map {
      let mention = sentence.document.mentions[$0]
      return mention.kind != .description && mention.tokens.lowerBound <= token
    } ?? false
  }

  private func isFeminine(_ token: Int) -> Bool { sentence.tokens[token].shape.contains(.feminineEnding) }

  /// A person, or a verbal noun; the plural of a thing is feminine, whatever its ending.
  private func isMasculine(_ token: Int) -> Bool {
    let word = sentence.tokens[token]
    return !isFeminine(token) && !word.classes.isDisjoint(with: [.verbalNoun, .personNoun, .titleHead])
      && word.nounClasses.first != .happening
  }

  private func isPerson(_ token: Int) -> Bool {
    !sentence.tokens[token].classes.isDisjoint(with: [.personNoun, .titleHead, .honorific])
  }

  private func isNoun(_ token: Int) -> Bool {
    sentence.tokens[token].classes.isDisjoint(
      with: [.adjective, .relational, .preposition, .participle, .numeral, .quantifier])
  }
}
