/// The codes of event data that rules may give.
enum EventCodes {
  /// The event categories of PLOVER ("PLOVER Political Event Coding System", openeventdata.github.io, 2023), which
  /// POLECAT uses.
  static let plover: Set<String> = [
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
    "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
  ]

  /// True for a code of CAMEO (Schrodt, "CAMEO Conflict and Mediation Event Observations Event and Actor Codebook",
  /// version 1.1b3, 2012, chapter 2): `19`, `190`, `1951`.
  static func isCAMEO(_ code: String) -> Bool {
    guard code.utf8.allSatisfy({ (0x30...0x39).contains($0) }), (2...4).contains(code.utf8.count) else { return false }
    let root = String(code.prefix(2))
    guard let subcodes = cameo[root] else { return false }
    guard code.utf8.count > 2 else { return true }
    let third = Int(code.dropFirst(2).prefix(1)) ?? 10
    guard third <= subcodes.last else { return false }
    guard code.utf8.count > 3 else { return true }
    guard let last = subcodes.fourth[third], let fourth = Int(code.suffix(1)) else { return false }
    return (1...last).contains(fourth)
  }

  /// For each root the last third digit, and for those third digits that are divided the last fourth one.
  private static let cameo: [String: (last: Int, fourth: [Int: Int])] = [
    "01": (9, [:]), "02": (8, [1: 4, 3: 4, 4: 4, 5: 6]), "03": (9, [1: 4, 3: 4, 4: 4, 5: 6]), "04": (6, [:]),
    "05": (7, [:]), "06": (4, [:]), "07": (5, [:]), "08": (7, [1: 4, 3: 4, 4: 2, 6: 3, 7: 4]), "09": (4, [:]),
    "10": (8, [1: 4, 3: 4, 4: 4, 5: 6]), "11": (6, [2: 5]), "12": (9, [1: 4, 2: 4, 3: 4, 4: 6]),
    "13": (9, [1: 3, 2: 4, 8: 5]), "14": (5, [1: 4, 2: 4, 3: 4, 4: 4, 5: 4]), "15": (5, [:]),
    "16": (6, [2: 3, 6: 3]), "17": (6, [1: 2, 2: 4]), "18": (6, [2: 3, 3: 4]), "19": (6, [5: 2]), "20": (4, [4: 2]),
  ]
}
