import KhabarCore

/// Says whether a happening has happened, from tense, time and the words that govern its trigger.
struct StatusReader {
  let sentence: SentenceFrames
  let document: ResolvedDocument
  let compiled: CompiledRules
  let hits: [Int: [LemmaHit]]
  let isHeading: Bool

  /// Tokens on either side of the trigger in which a signal governs it.
  private static let reach = 7

  /// nil when the clause reports no happening: a condition, a wish, a negation.
  func status(of frame: Frame, time: TimeExpression?) -> EventStatus? {
    let constituents = sentence.constituents
    var found: EventStatus?
    let clauseStart = boundary(before: frame.trigger)
    let first = max(clauseStart, frame.triggerToken - Self.reach)
    let last = min(document.tokens.count, constituents[frame.trigger].tokens.upperBound + 4)
    for token in first..<max(first, last) where token != frame.triggerToken {
      for hit in hits[token] ?? [] {
        switch compiled.meaningByLemma[hit.lemma] {
        case .hypothetical where token < frame.triggerToken: return nil
        case .status(let status):
          // A word behind the trigger speaks of it only from within its phrase or its relative clause.
          if found == nil || status == .cancelled || status == .denied { found = status }
        default: break
        }
      }
    }
    if let found { return found }
    let verb = frame.carrier
    if verb > 0, constituents[verb].kind == .verb, constituents[verb - 1].kind == .negation { return nil }
    let isFuture = document.anchor.flatMap { anchor in time?.days.map { $0.lowerBound > anchor.date } } ?? false
    guard constituents[verb].kind == .verb else { return isFuture ? .planned : .occurred }
    let token = document.tokens[constituents[verb].head]
    if token.analysis.proclitics.contains(.future) { return .planned }
    switch tense(of: constituents[verb].head, frame) {
    case .present:
      if isFuture { return .planned }
      // A present tense with a past day, or with this day written out, tells of what was: a caption.
      if let time, let days = time.days, let anchor = document.anchor,
        days.upperBound < anchor.date || (days.upperBound == anchor.date && time.anchor == nil)
      {
        return .occurred
      }
      if isHeading { return .occurred }
      // "Who is visiting the country"
      return time == nil && verb > 0 && constituents[verb - 1].kind == .relative ? .ongoing : .planned
    default:
      return isFuture && time?.kind == .date ? .planned : .occurred
    }
  }

  /// The verb of the frame stands in the present tense.
  func isPresent(_ frame: Frame) -> Bool {
    let verb = frame.carrier
    guard sentence.constituents[verb].kind == .verb else { return false }
    return tense(of: sentence.constituents[verb].head, frame) == .present
  }

  private func tense(of token: Int, _ frame: Frame) -> InflectedForm.Tense {
    if token == frame.triggerToken, let form = frame.form { return form.tense }
    if frame.support >= 0, let form = frame.supportForm, form.tense != .none { return form.tense }
    for hit in hits[token] ?? [] where hit.form >= 0 {
      let form = compiled.index.forms[hit.form]
      if form.tense != .none { return form.tense }
    }
    return document.tokens[token].classes.contains(.verbPresent) ? .present : .past
  }

  /// First token of the stretch between marks that a constituent is in.
  private func boundary(before index: Int) -> Int {
    var left = index
    while left > 0, sentence.constituents[left - 1].kind != .boundary { left -= 1 }
    return sentence.constituents[left].tokens.lowerBound
  }
}
