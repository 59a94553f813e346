import KhabarCore
import KhabarRecords

/// An event made ready for scoring: its parties with all their names, and where in the text it is told.
struct ScoredEvent: Sendable {
  struct Party: Sendable {
    var role: Role
    var isCore: Bool
    var names: PartyNames
  }

  let event: Record.Event
  let parties: [Party]
  let core: [Party]
  let places: [PartyNames]
  /// Of gold all places where its evidence stands; of a prediction its trigger and mentions.
  let spans: [Record.Span]
  let isUnsure: Bool

  var type: EventType { event.type }
  var day: String? { event.time?.value }

  /// An event of the gold. One whose evidence does not stand in the text is unsure. Only the name that is written
  /// counts for a place.
  init(gold event: Record.Event, in record: Record, text: SourceText?, _ settings: EvaluationSettings) {
    let spans = text.map { $0.occurrences(of: event.evidence) } ?? [event.evidence]
    self.init(
      event, in: record, spans: spans, isUnsure: event.unsure == true || spans.isEmpty,
      places: event.places.map { [$0.name] }, settings)
  }

  init(predicted event: Record.Event, in record: Record, _ settings: EvaluationSettings) {
    self.init(
      event, in: record, spans: [event.trigger] + event.mentions, isUnsure: false,
      places: event.places.map { record.names($0.name, entity: $0.entity) }, settings)
  }

  private init(
    _ event: Record.Event, in record: Record, spans: [Record.Span], isUnsure: Bool, places: [[String]],
    _ settings: EvaluationSettings
  ) {
    self.event = event
    self.spans = spans
    self.isUnsure = isUnsure
    let core = settings.coreRoles[event.type]
    parties = event.participants.filter { !settings.names.isBareCount($0.name) }.map { participant in
      Party(
        role: participant.role, isCore: core?.contains(participant.role) ?? true,
        names: PartyNames(record.names(participant.name, entity: participant.entity), settings.names))
    }
    self.core = parties.filter(\.isCore)
    self.places = places.map { PartyNames($0, settings.names) }
  }
}

/// A document's text by code points.
struct SourceText: Sendable {
  private let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// Where the span's words stand, from the first on, without overlaps; the span itself when it names none.
  ///
  /// - Complexity: linear in the text for words as they are in news.
  func occurrences(of span: Record.Span) -> [Record.Span] {
    let words: [Unicode.Scalar]
    if let text = span.text {
      words = Array(text.unicodeScalars)
    } else {
      guard span.start >= 0, span.start < span.end, span.end <= scalars.count else { return [] }
      words = Array(scalars[span.start..<span.end])
    }
    guard let first = words.first else { return [] }
    var found: [Record.Span] = []
    var index = 0
    while index + words.count <= scalars.count {
      if scalars[index] == first, scalars[index..<(index + words.count)].elementsEqual(words) {
        found.append(Record.Span(start: index, end: index + words.count))
        index += words.count
      } else {
        index += 1
      }
    }
    return found
  }

  /// The words of a span, for a reader.
  func words(of span: Record.Span) -> String {
    let end = min(span.end, scalars.count)
    guard span.start >= 0, span.start < end else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[span.start..<end])
    return String(view)
  }
}
