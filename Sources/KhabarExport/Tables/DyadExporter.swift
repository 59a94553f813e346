import KhabarCore

/// Writes one line for each directed pair of actors of an event: the event data that CAMEO readers take (TSV).
///
/// A meeting, a call and an agreement go both ways, a visit from the visitor to the host (042) and back (043), an
/// attack from attacker to target. A visit without a host goes to the country of its place.
public struct DyadExporter: DocumentExporter {
  public init() {}

  static let columns = [
    "event_id", "event_date", "date_basis", "reported_on", "source", "source_key", "source_country", "source_sector",
    "source_code", "target", "target_key", "target_country", "target_sector", "target_code", "cameo", "root", "quad",
    "plover", "mode", "context", "status", "place", "country", "latitude", "longitude", "confidence", "document", "url",
  ]

  public var fileExtension: String { "tsv" }

  public var framing: StreamFraming {
    StreamFraming(opening: TableSyntax.tsv.row(Self.columns), separator: "", closing: "")
  }

  public func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    let reader = TableReader(document)
    for index in document.events.indices {
      for row in rows(index, reader) { output.append(contentsOf: TableSyntax.tsv.row(row).utf8) }
    }
  }

  /// A side of a pair.
  private struct Actor {
    var name: String
    var key: String
    var country: String
    var sector: String

    /// Country and sector as CAMEO writes them: TURMIL.
    var code: String { country + sector }
  }

  private struct Pair {
    var source: Actor
    var target: Actor
    var cameo: String?
  }

  private func rows(_ index: Int, _ reader: TableReader) -> [[String]] {
    let event = reader.document.events[index]
    let days = reader.days(of: event)
    let place = event.places.first
    let entity = (place?.entity ?? place?.within).map { reader.document.entities[$0] }
    return pairs(of: event, reader).map { pair in
      let cameo = pair.cameo ?? event.code?.cameo ?? ""
      let cells: [[String]] = [
        [
          "\(reader.document.info.id)#\(ContractIdentifier.event(index))", days.from.isEmpty ? days.to : days.from,
          days.basis, reader.document.resolved.anchor?.date.description ?? "",
        ],
        [pair.source.name, pair.source.key, pair.source.country, pair.source.sector, pair.source.code],
        [pair.target.name, pair.target.key, pair.target.country, pair.target.sector, pair.target.code],
        [
          cameo, String(cameo.prefix(2)), event.code?.quad.map(String.init) ?? "", event.code?.plover ?? "",
          event.code?.mode ?? "", event.code?.context ?? "", event.status.rawValue,
        ],
        [
          place?.name ?? "", entity?.country.flatMap(CountryCode.alpha3) ?? "",
          entity?.identity?.coordinates.map { "\($0.latitude)" } ?? "",
          entity?.identity?.coordinates.map { "\($0.longitude)" } ?? "",
          "\((event.confidence * 100).rounded() / 100)", reader.document.info.id, reader.document.info.url ?? "",
        ],
      ]
      return cells.flatMap { $0 }
    }
  }

  private func pairs(of event: Event, _ reader: TableReader) -> [Pair] {
    func actors(_ roles: String...) -> [Actor] {
      event.participants.filter { roles.contains($0.role) }.map { actor($0, reader) }
    }
    switch event.type {
    case "Visit":
      var hosts = actors("host")
      if hosts.isEmpty, let country = visited(event, reader) { hosts = [country] }
      let isDone = event.status == .occurred || event.status == .ongoing
      return actors("visitor").flatMap { visitor in
        hosts.flatMap { host in
          [
            Pair(source: visitor, target: host), Pair(source: host, target: visitor, cameo: isDone ? "043" : nil),
          ]
        }
      }
    case "Meeting", "PhoneCall", "Agreement":
      let parties = actors("party")
      return parties.indices.flatMap { one in
        parties.indices.filter { $0 != one }.map { Pair(source: parties[one], target: parties[$0]) }
      }
    default:
      let (sources, targets) = Self.direction[event.type] ?? ([], [])
      let from = event.participants.filter { sources.contains($0.role) }.map { actor($0, reader) }
      let to = event.participants.filter { targets.contains($0.role) }.map { actor($0, reader) }
      return from.flatMap { source in to.map { Pair(source: source, target: $0) } }
    }
  }

  /// The roles of those who act and of those it is done to.
  private static let direction: [String: (Set<String>, Set<String>)] = [
    "Attack": (["attacker"], ["target"]), "Protest": (["protester"], ["against"]),
    "Arrest": (["arrester"], ["person"]), "Verdict": (["court"], ["defendant"]), "Aid": (["giver"], ["recipient"]),
    "Sanction": (["imposer"], ["target"]), "Accusation": (["speaker"], ["addressee"]),
    "Request": (["speaker"], ["addressee"]),
    "Rejection": (["speaker"], ["addressee"]), "Threat": (["speaker"], ["addressee"]),
    "Support": (["speaker"], ["addressee"]),
  ]

  private func actor(_ participant: Participant, _ reader: TableReader) -> Actor {
    Actor(
      name: participant.name, key: reader.key(participant.entity) ?? "",
      country: participant.actor?.country.flatMap(CountryCode.alpha3) ?? "", sector: participant.actor?.sector ?? "")
  }

  private func visited(_ event: Event, _ reader: TableReader) -> Actor? {
    let country = event.places.lazy.compactMap { place in
      (place.entity ?? place.within).flatMap { reader.document.entities[$0].country }
    }.first
    guard let country, let code = CountryCode.alpha3(of: country) else { return nil }
    return Actor(name: code, key: "", country: code, sector: "")
  }
}
