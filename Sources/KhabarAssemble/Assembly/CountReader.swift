import KhabarCore

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
    for hit in sentence.hits.hits(in: sentence.extent) {
      for count in rule.counts where result[count.name] == nil && count.lemmas.contains(hit.lemma) {
        if let value = number(behind: hit.token) { result[count.name] = value }
      }
    }
    return result
  }

  /// The count that begins right behind a token: "the killing of 13".
  private func number(behind token: Int) -> Int? {
    let quantities = sentence.document.quantities
    var index = quantities.partitionPoint { $0.tokens.lowerBound <= token }
    while index < quantities.count, quantities[index].tokens.lowerBound <= token + Self.reach {
      if quantities[index].kind != .ordinal {
        return quantities[index].value.flatMap { $0 >= 0 && $0 < Self.most ? Int($0) : nil }
      }
      index += 1
    }
    return nil
  }
}
