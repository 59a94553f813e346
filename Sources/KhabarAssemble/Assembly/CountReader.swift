import KhabarCore
import KhabarSyntax

/// Reads the numbers that an event takes from its sentence: the killed, the injured.
struct CountReader {
  let sentence: SentenceReading

  /// Tokens behind a word in which its number begins.
  private static let reach = 3
  /// A larger number is a sum of money or a count of something else.
  private static let most = 10_000_000.0

  /// The first number of each of the rule's counts.
  func counts(of rule: CompiledRules.CompiledRule) -> [String: Int] {
    guard !rule.counts.isEmpty else { return [:] }
    var result: [String: Int] = [:]
    for hit in sentence.hits.hits(in: sentence.extent) where !isJoint(hit.token, rule) {
      for count in rule.counts where result[count.name] == nil && count.lemmas.contains(hit.lemma) {
        if let value = number(at: hit.token) { result[count.name] = value }
      }
    }
    return result
  }

  /// "Killed or hurt 35": a number behind two words tells neither how many were killed nor how many were hurt.
  private func isJoint(_ token: Int, _ rule: CompiledRules.CompiledRule) -> Bool {
    func names(_ token: Int) -> Set<String> {
      guard sentence.extent.contains(token) else { return [] }
      let lemmas = sentence.hits[token].map(\.lemma)
      return Set(rule.counts.filter { count in lemmas.contains { count.lemmas.contains($0) } }.map(\.name))
    }
    func isJoined(_ token: Int) -> Bool {
      sentence.extent.contains(token)
        && !sentence.tokens[token].analysis.proclitics.isDisjoint(with: .conjunctions)
    }
    let own = names(token)
    if isJoined(token + 1), !names(token + 1).subtracting(own).isEmpty { return true }
    return isJoined(token) && !names(token - 1).subtracting(own).isEmpty
  }

  /// How many a word tells of: the number of a verb's subject that stands before it, else what follows the word.
  private func number(at token: Int) -> Int? {
    if let verb = sentence.tree.phrase(at: token), sentence.phrases[verb.int].kind == .verb,
      let (subject, isSaid) = sentence.subject(of: verb), isSaid
    {
      if let value = number(in: subject) { return value }
      if subject < verb { return nil }
    }
    return number(behind: token) ?? pair(behind: token)
  }

  /// The count in a noun phrase: *seven soldiers*, or two by its dual.
  private func number(in phrase: PhraseID) -> Int? {
    let tokens = sentence.tree[phrase].tokens
    let quantity = sentence.document.quantities.first {
      $0.tokens.lowerBound >= tokens.lowerBound && $0.tokens.upperBound <= tokens.upperBound
        && $0.kind != .ordinal
    }
    return quantity.map(value) ?? (isPair(phrase) ? 2 : nil)
  }

  /// Two, where a dual stands in the phrase of a word: the killing of *two soldiers*.
  private func pair(behind token: Int) -> Int? {
    guard let phrase = sentence.tree.phrase(at: token), sentence.phrases[phrase.int].kind == .noun, isPair(phrase) else {
      return nil
    }
    return 2
  }

  private func isPair(_ phrase: PhraseID) -> Bool {
    sentence.tree[phrase].features.contains(sentence.grammar.hasPair)
  }

  /// The count that begins right behind a token: "the killing of 13".
  private func number(behind token: Int) -> Int? {
    let quantities = sentence.document.quantities
    var index = quantities.partitionPoint { $0.tokens.lowerBound <= token }
    while index < quantities.count, quantities[index].tokens.lowerBound <= token + Self.reach {
      if quantities[index].kind != .ordinal { return value(of: quantities[index]) }
      index += 1
    }
    return nil
  }

  private func value(of quantity: Quantity) -> Int? {
    quantity.value.flatMap { $0 >= 0 && $0 < Self.most ? Int($0) : nil }
  }
}
