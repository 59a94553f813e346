import KhabarCore

/// Writes one line for each directed pair of actors of an event (`DyadDirection`): the event data that CAMEO readers
/// take (TSV). A visit without a host goes to the country of its place.
public struct DyadExporter: DocumentExporter {
  public init() {}

  /// The header.
  public static let columns = [
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
    let entity = place.flatMap(reader.document.location)
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
    var parties = event.participants.map { (role: $0.role, actor: actor($0, reader)) }
    let country = event.places.lazy.compactMap { reader.document.location(of: $0)?.country }.first
    if let code = DyadDirection.hostCountry(of: event.type, roles: parties.map(\.role), in: country) {
      parties.append(("host", Actor(name: code, key: "", country: code, sector: "")))
    }
    return DyadDirection.pairs(of: event.type, status: event.status, roles: parties.map(\.role)).map {
      Pair(source: parties[$0.source].actor, target: parties[$0.target].actor, cameo: $0.cameo)
    }
  }

  private func actor(_ participant: Participant, _ reader: TableReader) -> Actor {
    Actor(
      name: participant.name, key: reader.key(participant.entity) ?? "",
      country: participant.actor?.country.flatMap(CountryCode.alpha3) ?? "", sector: participant.actor?.sector ?? "")
  }
}
