import KhabarCore

/// Which parties of an event act on which: a meeting, a call and an agreement go both ways, a visit from the visitor to
/// the host (042) and back (043), an attack from attacker to target.
public enum DyadDirection {
  /// Two parties, by their places in the list of roles.
  public struct Pair: Sendable, Equatable {
    /// Who does it.
    public let source: Int
    /// Whom it is done to.
    public let target: Int
    /// The code of this direction, where it is not the event's.
    public let cameo: String?
  }

  /// - Parameters:
  ///   - type: that of the event.
  ///   - status: nil for one that is not known.
  ///   - roles: those of its parties.
  public static func pairs(of type: EventType, status: EventStatus?, roles: [Role]) -> [Pair] {
    func parties(_ wanted: Set<Role>) -> [Int] { roles.indices.filter { wanted.contains(roles[$0]) } }
    switch type {
    case "Visit":
      let hosts = parties(["host"])
      let back = status == .occurred || status == .ongoing ? "043" : nil
      return parties(["visitor"]).flatMap { visitor in
        hosts.flatMap { host in
          [
            Pair(source: visitor, target: host, cameo: nil), Pair(source: host, target: visitor, cameo: back),
          ]
        }
      }
    case "Meeting", "PhoneCall", "Agreement":
      let both = parties(["party"])
      return both.flatMap { one in both.filter { $0 != one }.map { Pair(source: one, target: $0, cameo: nil) } }
    default:
      let (sources, targets) = direction[type] ?? ([], [])
      let objects = parties(targets)
      return parties(sources).flatMap { source in objects.map { Pair(source: source, target: $0, cameo: nil) } }
    }
  }

  /// The country, ISO 3166 alpha-3, that is the host of a visit for which nobody else is told as its host.
  ///
  /// - Parameters:
  ///   - type: that of the event.
  ///   - roles: those of its parties.
  ///   - country: where it was, ISO 3166 alpha-2.
  public static func hostCountry(of type: EventType, roles: [Role], in country: String?) -> String? {
    guard type == "Visit", !roles.contains("host") else { return nil }
    return country.flatMap(CountryCode.alpha3)
  }

  /// The roles of those who act and of those it is done to.
  private static let direction: [EventType: (Set<Role>, Set<Role>)] = [
    "Attack": (["attacker"], ["target"]), "Protest": (["protester"], ["against"]),
    "Arrest": (["arrester"], ["person"]), "Verdict": (["court"], ["defendant"]), "Aid": (["giver"], ["recipient"]),
    "Sanction": (["imposer"], ["target"]), "Accusation": (["speaker"], ["addressee"]),
    "Request": (["speaker"], ["addressee"]),
    "Rejection": (["speaker"], ["addressee"]), "Threat": (["speaker"], ["addressee"]),
    "Support": (["speaker"], ["addressee"]),
  ]
}
