import KhabarCore
import KhabarSyntax

/// Matches a rule's sequence patterns against the phrases of a sentence.
///
/// A pattern is tried at every start from which its `trigger` can be the rule's trigger; the first way that it matches
/// counts, gaps as short as possible. A gap never crosses the end of a clause.
struct PatternMatcher {
  let sentence: SentenceReading
  /// Phrase of the trigger.
  let trigger: Int

  /// Steps after which a pattern that backtracks without end is given up.
  private static let budget = 4000

  /// Role fillers of the first pattern that matches; nil when none does.
  ///
  /// - Parameter furthest: becomes the first phrase that no pattern with the trigger in it takes in, when none matches.
  func match(_ patterns: some Sequence<[PatternElement]>, furthest: inout Int) -> [Filling]? {
    var progress = Progress()
    for pattern in patterns {
      for start in starts(of: pattern) {
        progress.steps = 0
        var filled: [Filling] = []
        if match(pattern[...], at: start, sawTrigger: false, &filled, &progress) { return filled }
      }
    }
    furthest = progress.furthest
    return nil
  }

  /// Where a pattern may begin. What begins with the trigger begins nowhere before it.
  private func starts(of pattern: [PatternElement]) -> ClosedRange<Int> {
    if case .trigger = pattern.first { return trigger...trigger }
    return 0...trigger
  }

  /// How far matching has come.
  private struct Progress {
    /// Steps of the pattern that is tried.
    var steps = 0
    /// The last phrase that an element was asked of.
    var furthest = 0
  }

  private func match(
    _ elements: ArraySlice<PatternElement>, at position: Int, sawTrigger: Bool, _ filled: inout [Filling],
    _ progress: inout Progress
  ) -> Bool {
    progress.steps += 1
    progress.furthest = max(progress.furthest, position)
    guard progress.steps < Self.budget else { return false }
    guard let element = elements.first else { return sawTrigger }
    let rest = elements.dropFirst()
    let mark = filled.count
    func backtrack(_ filled: inout [Filling]) { filled.removeLast(filled.count - mark) }
    switch element {
    case .gap(let limit):
      return matchGap(upTo: limit, rest, at: position, sawTrigger: sawTrigger, &filled, &progress)
    case .optional(let inner):
      if match([inner] + rest, at: position, sawTrigger: sawTrigger, &filled, &progress) { return true }
      backtrack(&filled)
      return match(rest, at: position, sawTrigger: sawTrigger, &filled, &progress)
    case .alternatives(let choices):
      for choice in choices {
        if match(choice + rest, at: position, sawTrigger: sawTrigger, &filled, &progress) { return true }
        backtrack(&filled)
      }
      return false
    case .repeated(let inner, let atLeast):
      let once = [inner] + [.repeated(inner, atLeast: max(0, atLeast - 1))] + rest
      if position < sentence.phrases.count,
        match(once[...], at: position, sawTrigger: sawTrigger, &filled, &progress)
      {
        return true
      }
      backtrack(&filled)
      return atLeast == 0 && match(rest, at: position, sawTrigger: sawTrigger, &filled, &progress)
    case .not(let inner):
      var ignored: [Filling] = []
      if position < sentence.phrases.count, matches(inner, position, &ignored) { return false }
      return match(rest, at: position, sawTrigger: sawTrigger, &filled, &progress)
    default:
      return matchPhrase(element, rest, at: position, sawTrigger: sawTrigger, &filled, &progress)
    }
  }

  /// Passes over up to so many phrases of the clause, as few as the rest allows.
  private func matchGap(
    upTo limit: Int, _ rest: ArraySlice<PatternElement>, at position: Int, sawTrigger: Bool,
    _ filled: inout [Filling], _ progress: inout Progress
  ) -> Bool {
    let mark = filled.count
    for skipped in 0...limit {
      let next = position + skipped
      guard next <= sentence.phrases.count else { break }
      if skipped > 0, sentence.phrases[next - 1].kind.endsClause, next - 1 != trigger { break }
      if match(rest, at: next, sawTrigger: sawTrigger || (position..<next).contains(trigger), &filled, &progress) {
        return true
      }
      filled.removeLast(filled.count - mark)
    }
    return false
  }

  /// Matches an element that asks for one phrase, and what comes behind it.
  private func matchPhrase(
    _ element: PatternElement, _ rest: ArraySlice<PatternElement>, at position: Int,
    sawTrigger: Bool, _ filled: inout [Filling], _ progress: inout Progress
  ) -> Bool {
    let mark = filled.count
    // Commas and asides between elements are passed over.
    var next = position
    while next < sentence.phrases.count, next != trigger,
      sentence.phrases[next].kind == .comma || sentence.phrases[next].kind == .other
    { if matches(element, next, &filled) { break } else { next += 1 } }
    guard next < sentence.phrases.count, matches(element, next, &filled) else {
      filled.removeLast(filled.count - mark)
      return false
    }
    // A word that marks a phrase leaves the phrase itself for the next element: "مع" party:Person.
    if case .word(let key) = element, !rest.isEmpty, isMarker(key, of: next),
      match(rest, at: next, sawTrigger: sawTrigger, &filled, &progress)
    {
      return true
    }
    return match(rest, at: next + 1, sawTrigger: sawTrigger || next == trigger, &filled, &progress)
  }

  /// Whether a word stands before a constituent as its preposition or conjunction.
  private func isMarker(_ key: WordKey?, of index: Int) -> Bool { sentence.phrases[index].marker?.key == key }

  /// Whether one constituent is what an element asks for.
  private func matches(_ element: PatternElement, _ index: Int, _ filled: inout [Filling]) -> Bool {
    let phrase = sentence.phrases[index]
    switch element {
    case .trigger: return index == trigger
    case .word(let key):
      guard let key else { return false }
      return sentence.tokens[phrase.tokens.lowerBound].key == key || phrase.marker?.key == key
    case .lemma(let number):
      return phrase.tokens.range.contains { sentence.hits[$0].contains { $0.lemma == number } }
    case .phrase(let part, let types):
      guard phrase.kind == .noun else { return false }
      let filler = sentence.filler(PhraseID(index), .pattern)
      guard sentence.typing.matches(filler, types) else { return false }
      if let part { filled.append(Filling(part: part, filler: filler)) }
      return true
    case .time: return phrase.kind == .time
    default: return false
    }
  }
}
