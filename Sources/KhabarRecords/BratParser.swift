import KhabarCore

/// The annotation of one text in the making.
struct BratParser {
  private struct Bound {
    var type: String
    var span: Record.Span
  }

  private struct BratEvent {
    var id: String
    var type: String
    var trigger: String
    var arguments: [(role: Role, target: String)]
  }

  private let id: String
  private let text: [Unicode.Scalar]?
  private var bounds: [String: Bound] = [:]
  private var order: [String] = []
  private var events: [BratEvent] = []
  private var attributes: [String: [String: String]] = [:]
  private var notes: [String: String] = [:]
  /// A mention's partner, of those that are one entity.
  private var partners: [String: String] = [:]

  private static let timeTypes: Set<String> = ["DATE", "TIME", "DURATION", "SET", "Date", "Time"]

  init(id: String, text: String?) {
    self.id = id
    self.text = text.map { Array($0.unicodeScalars) }
  }

  /// Takes a line; what is wrong with it, if anything.
  mutating func read(_ line: Substring) -> String? {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard let first = columns.first, let mark = first.first else { return nil }
    switch mark {
    case "T": return readBound(columns)
    case "E": return readEvent(columns)
    case "A", "M": return readAttribute(columns)
    case "R": return readRelation(columns)
    case "*": return readEquivalence(columns)
    case "#":
      if columns.count > 2, let target = columns[1].split(separator: " ").dropFirst().first {
        notes[String(target)] = columns[2]
      }
      return nil
    case "N": return nil
    default: return "the line begins with none of T, E, A, M, R, N, * and #"
    }
  }

  private mutating func readBound(_ columns: [String]) -> String? {
    guard columns.count >= 2 else { return "a mention needs an id, its type and offsets, and its words" }
    // Parts of a mention in pieces are divided by semicolons; the stretch from first to last counts.
    let head = columns[1].split(whereSeparator: { $0 == " " || $0 == ";" }).map(String.init)
    let numbers = head.dropFirst().compactMap { Int($0) }
    guard let start = numbers.first, let end = numbers.last, numbers.count == head.count - 1, start < end else {
      return "the offsets of \(columns[0]) are no two numbers with the smaller first"
    }
    if let text, end > text.count { return "\(columns[0]) ends at \(end), behind the text's end at \(text.count)" }
    bounds[columns[0]] = Bound(
      type: head[0], span: Record.Span(start: start, end: end, text: columns.count > 2 ? columns[2] : nil))
    order.append(columns[0])
    return nil
  }

  private mutating func readEvent(_ columns: [String]) -> String? {
    let pairs = (columns.count > 1 ? columns[1] : "").split(separator: " ").map {
      $0.split(separator: ":", maxSplits: 1).map(String.init)
    }
    guard let head = pairs.first, pairs.allSatisfy({ $0.count == 2 }) else {
      return "an event needs Type:Trigger and then role:argument"
    }
    let arguments = pairs.dropFirst().map { pair in
      var role = pair[0]
      while role.last?.isNumber == true { role.removeLast() }
      return (Role(role), pair[1])
    }
    events.append(BratEvent(id: columns[0], type: head[0], trigger: head[1], arguments: arguments))
    return nil
  }

  private mutating func readAttribute(_ columns: [String]) -> String? {
    let parts = (columns.count > 1 ? columns[1] : "").split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count >= 2 else { return "an attribute needs a name and what it is about" }
    attributes[parts[1], default: [:]][parts[0].lowercased()] = parts.count > 2 ? parts[2] : ""
    return nil
  }

  private mutating func readRelation(_ columns: [String]) -> String? {
    let parts = (columns.count > 1 ? columns[1] : "").split(separator: " ").map(String.init)
    let ends = parts.dropFirst().map { String($0.split(separator: ":").last ?? "") }
    guard ends.count == 2 else { return "a relation needs a name and two arguments" }
    if ["coreference", "coref", "alias", "sameas"].contains(parts[0].lowercased()) { join(ends[0], ends[1]) }
    return nil
  }

  private mutating func readEquivalence(_ columns: [String]) -> String? {
    let members = (columns.count > 1 ? columns[1] : "").split(separator: " ").dropFirst().map(String.init)
    guard members.count >= 2 else { return "an equivalence needs two members" }
    for member in members.dropFirst() { join(members[0], member) }
    return nil
  }

  private mutating func join(_ first: String, _ second: String) {
    let (a, b) = (leader(of: first), leader(of: second))
    if a != b { partners[b] = a }
  }

  private func leader(of mention: String) -> String {
    var mention = mention
    while let next = partners[mention] { mention = next }
    return mention
  }

  // MARK: - The record

  /// What was read, as a record.
  func record() -> Record {
    var record = Record(document: Record.Document(id: id))
    if let text {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text)
      record.text = String(view)
      record.document.characters = text.count
    }
    let triggers = Set(events.map(\.trigger))
    var entities: [String: Int] = [:]
    var times: [String: Int] = [:]
    for id in order where !triggers.contains(id) {
      guard let bound = bounds[id] else { continue }
      if Self.timeTypes.contains(bound.type) {
        times[id] = record.times.count
        record.times.append(
          Record.Time(
            id: "T\(record.times.count + 1)", span: bound.span, type: bound.type.uppercased(),
            value: attributes[id]?["value"] ?? notes[id]))
        continue
      }
      let leader = leader(of: id)
      if let index = entities[leader] {
        record.entities[index].mentions.append(bound.span)
      } else {
        entities[leader] = record.entities.count
        record.entities.append(
          Record.Entity(
            id: "E\(record.entities.count + 1)", type: EntityType(bound.type), name: bound.span.text ?? "",
            mentions: [bound.span]))
      }
    }
    for index in record.entities.indices {
      let words = record.entities[index].mentions.compactMap(\.text)
      record.entities[index].name = words.max { $0.count < $1.count } ?? ""
    }
    record.events = events.compactMap { event(of: $0, record, entities, times) }
    return record
  }

  private func event(
    of annotated: BratEvent, _ record: Record, _ entities: [String: Int], _ times: [String: Int]
  ) -> Record.Event? {
    guard let trigger = bounds[annotated.trigger] else { return nil }
    var event = Record.Event(
      id: annotated.id, type: EventType(annotated.type), trigger: trigger.span, evidence: sentence(around: trigger.span)
    )
    for (role, target) in annotated.arguments {
      if let time = times[target] {
        event.time = record.times[time].value.map { Record.When(value: $0, ref: record.times[time].id) }
      } else if let entity = entities[leader(of: target)].map({ record.entities[$0] }) {
        if role.rawValue.lowercased() == Role.place.rawValue {
          event.places.append(Record.Place(entity: entity.id, name: entity.name))
        } else {
          event.participants.append(Record.Participant(role: role, entity: entity.id, name: entity.name))
        }
      }
    }
    let own = attributes[annotated.id] ?? [:]
    if let status = own["status"], !status.isEmpty { event.status = status }
    event.action = own["action"]
    event.killed = own["killed"].flatMap { Int($0) }
    event.injured = own["injured"].flatMap { Int($0) }
    if own["unsure"] != nil { event.unsure = true }
    return event
  }

  /// The stretch between the marks that end sentences, or the line's ends.
  private func sentence(around span: Record.Span) -> Record.Span {
    guard let text else { return span }
    let ends: Set<Unicode.Scalar> = [".", "!", "?", "؟", "\n"]
    let start = text[..<span.start].lastIndex(where: ends.contains).map { $0 + 1 } ?? 0
    let end = text[span.end...].firstIndex(where: ends.contains) ?? text.count
    return Record.Span(start: start, end: end)
  }
}
