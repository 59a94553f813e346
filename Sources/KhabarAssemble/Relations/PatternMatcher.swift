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
  func match(_ patterns: some Sequence<CompiledPattern>, furthest: inout Int) -> [Filling]? {
    var progress = Progress()
    for pattern in patterns {
      for start in starts(of: pattern) {
        progress.steps = 0
        var filled: [Filling] = []
        if match(pattern.steps, pattern.start, at: start, sawTrigger: false, &filled, &progress) { return filled }
      }
    }
    furthest = progress.furthest
    return nil
  }

  /// Where a pattern may begin. What begins with the trigger begins nowhere before it.
  private func starts(of pattern: CompiledPattern) -> ClosedRange<Int> {
    if case .phrase(.trigger, _) = pattern.steps[pattern.start] { return trigger...trigger }
    return 0...trigger
  }

  /// How far matching has come.
  private struct Progress {
    /// Steps of the pattern that is tried.
    var steps = 0
    /// The last phrase that an element was asked of.
    var furthest = 0
  }

  /// Matches from a step on.
  private func match(
    _ steps: [CompiledPattern.Step], _ step: Int, at position: Int, sawTrigger: Bool, _ filled: inout [Filling],
    _ progress: inout Progress
  ) -> Bool {
    progress.steps += 1
    progress.furthest = max(progress.furthest, position)
    guard progress.steps < Self.budget else { return false }
    let mark = filled.count
    switch steps[step] {
    case .end: return sawTrigger
    case .gap(let limit, let next):
      return matchGap(upTo: limit, steps, next, at: position, sawTrigger: sawTrigger, &filled, &progress)
    case .either(let ways):
      for way in ways {
        if match(steps, way, at: position, sawTrigger: sawTrigger, &filled, &progress) { return true }
        filled.removeLast(filled.count - mark)
      }
      return false
    case .again(let once, let rest):
      if position < sentence.phrases.count,
        match(steps, once, at: position, sawTrigger: sawTrigger, &filled, &progress)
      {
        return true
      }
      filled.removeLast(filled.count - mark)
      guard let rest else { return false }
      return match(steps, rest, at: position, sawTrigger: sawTrigger, &filled, &progress)
    case .not(let element, let next):
      var ignored: [Filling] = []
      if position < sentence.phrases.count, matches(element, position, &ignored) { return false }
      return match(steps, next, at: position, sawTrigger: sawTrigger, &filled, &progress)
    case .phrase(let element, let next):
      return matchPhrase(element, steps, next, at: position, sawTrigger: sawTrigger, &filled, &progress)
    }
  }

  /// Passes over up to so many phrases of the clause, as few as the rest allows.
  private func matchGap(
    upTo limit: Int, _ steps: [CompiledPattern.Step], _ rest: Int, at position: Int, sawTrigger: Bool,
    _ filled: inout [Filling], _ progress: inout Progress
  ) -> Bool {
    let mark = filled.count
    for skipped in 0...limit {
      let next = position + skipped
      guard next <= sentence.phrases.count else { break }
      if skipped > 0, sentence.phrases[next - 1].kind.endsClause, next - 1 != trigger { break }
      let saw = sawTrigger || (position..<next).contains(trigger)
      if match(steps, rest, at: next, sawTrigger: saw, &filled, &progress) { return true }
      filled.removeLast(filled.count - mark)
    }
    return false
  }

  /// Matches an element that asks for one phrase, and what comes behind it.
  private func matchPhrase(
    _ element: PatternElement, _ steps: [CompiledPattern.Step], _ rest: Int, at position: Int, sawTrigger: Bool,
    _ filled: inout [Filling], _ progress: inout Progress
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
    if case .word(let key) = element, !isEnd(steps[rest]), isMarker(key, of: next),
      match(steps, rest, at: next, sawTrigger: sawTrigger, &filled, &progress)
    {
      return true
    }
    return match(steps, rest, at: next + 1, sawTrigger: sawTrigger || next == trigger, &filled, &progress)
  }

  private func isEnd(_ step: CompiledPattern.Step) -> Bool {
    if case .end = step { true } else { false }
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
