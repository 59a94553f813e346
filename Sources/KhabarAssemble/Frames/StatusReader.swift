import KhabarCore

/// Says whether a happening has happened, from tense, time and the words that govern its trigger.
struct StatusReader {
  let sentence: SentenceFrames
  let document: ResolvedDocument
  let compiled: CompiledRules
  let hits: [Int: [LemmaHit]]
  let isHeading: Bool
  /// What the present tense says of the rule's kind of event.
  let present: EventStatus

  /// Tokens on either side of the trigger in which a signal governs it.
  private static let reach = 7
  /// Tokens of a relative clause in which a signal speaks of its noun: "that was planned for".
  private static let relativeReach = 4

  /// What a clause says of whether its happening has happened.
  struct Reading {
    var status: EventStatus
    /// False for a present tense or a noun by itself: "visits Cairo", "the visit to Cairo" may announce, tell or head a report.
    var isCertain = true
  }

  /// nil when the clause reports no happening: a condition, a wish, a negation.
  func status(of frame: Frame, time: TimeExpression?) -> Reading? {
    let constituents = sentence.constituents
    var found: EventStatus?
    let first = max(clauseStart(frame), startOfReach(frame))
    let last = min(document.tokens.count, signalsEnd(frame))
    for token in first..<max(first, last) where token != frame.triggerToken {
      for hit in hits[token] ?? [] {
        switch compiled.meaningByLemma[hit.lemma] {
        case .hypothetical where token < frame.triggerToken: return nil
        case .status(let status):
          if found == nil || status == .cancelled || status == .denied { found = status }
        default: break
        }
      }
    }
    if let found { return Reading(status: found) }
    let verb = frame.carrier
    if verb > 0, constituents[verb].kind == .verb, constituents[verb - 1].kind == .negation { return nil }
    let isFuture = document.anchor.flatMap { anchor in time?.days.map { $0.lowerBound > anchor.date } } ?? false
    guard constituents[verb].kind == .verb else {
      return Reading(status: isFuture ? .planned : .occurred, isCertain: isFuture)
    }
    let token = document.tokens[constituents[verb].head]
    if token.analysis.proclitics.contains(.future) { return Reading(status: .planned) }
    switch tense(of: constituents[verb].head, frame) {
    case .present:
      if isFuture { return Reading(status: .planned) }
      // A present tense with a past day, or with this day written out, tells of what was: a caption.
      if let time, let days = time.days, let anchor = document.anchor,
        days.upperBound < anchor.date || (days.upperBound == anchor.date && time.anchor == nil)
      {
        return Reading(status: .occurred)
      }
      if isHeading { return Reading(status: .occurred, isCertain: false) }
      // "Who is visiting the country"
      let isAttribute =
        time == nil && (frame.support > frame.trigger || (verb > 0 && constituents[verb - 1].kind == .relative))
      return Reading(status: isAttribute ? .ongoing : present, isCertain: false)
    default:
      return Reading(status: isFuture && time?.kind == .date ? .planned : .occurred)
    }
  }

  /// The first token that is near enough before the trigger for a signal to govern it. A name counts as one, however long it
  /// is: he denied that *the minister of foreign affairs so-and-so* had met.
  private func startOfReach(_ frame: Frame) -> Int {
    let constituents = sentence.constituents
    var left = Self.reach
    var start = frame.triggerToken
    for index in (0...frame.trigger).reversed() {
      let first = constituents[index].tokens.lowerBound
      guard first < start else { continue }
      if index < frame.trigger, constituents[index].mention >= 0 {
        guard left > 0 else { break }
        left -= 1
        start = first
      } else {
        let taken = min(left, start - first)
        left -= taken
        start -= taken
      }
      if left == 0 { break }
    }
    return start
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

  /// First token whose words may govern the trigger: behind the last mark, and not before a verb that "and" joins, for
  /// what it joins is told anew.
  private func clauseStart(_ frame: Frame) -> Int {
    let constituents = sentence.constituents
    var left = frame.trigger
    while left > 0, constituents[left - 1].kind != .boundary {
      if left <= frame.carrier, constituents[left].kind == .verb, constituents[left].isCoordinated { break }
      left -= 1
    }
    return constituents[left].tokens.lowerBound
  }

  /// Behind the last token that may speak of the trigger: a word behind it does so only from within its phrase (the
  /// *planned* visit) or from the relative clause at it (the visit *that was planned* today).
  private func signalsEnd(_ frame: Frame) -> Int {
    let constituents = sentence.constituents
    let end = constituents[frame.trigger].tokens.upperBound
    guard constituents[frame.trigger].kind != .verb else { return end }
    let next = (frame.trigger + 1..<constituents.count).first { constituents[$0].kind != .comma }
    guard let next, constituents[next].kind == .relative else { return end }
    return end + Self.relativeReach
  }
}
