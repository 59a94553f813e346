import KhabarCore

/// Something that happened in the world, with all that documents say of it.
public struct Happening: Sendable {
  /// The same for the same first report, in every run.
  public let id: String
  /// In the order in which they were joined.
  public private(set) var reports: [Report]

  // What scoring asks for, kept up to date with each report.
  private(set) var parties: [String: Int] = [:]
  private(set) var places: [String: Int] = [:]
  private(set) var placeCountries: [String: Int] = [:]
  private(set) var partyCountries: [String: Int] = [:]
  private(set) var words: [String: Int] = [:]
  private(set) var days: [Int: Int] = [:]
  private(set) var killed: [Int] = []
  private(set) var actions: Set<String> = []
  private(set) var cameo: [String: Int] = [:]
  private(set) var setting: [String: Int] = [:]
  /// Day of the earliest report, counted from 1970-01-01; nil when none has a day.
  public private(set) var firstReported: Int?
  /// Day of the latest report, counted from 1970-01-01.
  public private(set) var lastReported: Int?

  /// - Parameter id: nil makes one of the first report: the same report gives the same id in every run.
  init(_ report: Report, id: String? = nil) {
    self.id = id ?? Self.identifier(of: report)
    reports = []
    add(report)
  }

  mutating func add(_ report: Report) {
    reports.append(report)
    for key in Set(report.parties.compactMap(\.key)) { parties[key, default: 0] += 1 }
    for key in Set(report.places.compactMap(\.key)) { places[key, default: 0] += 1 }
    for country in Set(report.places.compactMap(\.country)) { placeCountries[country, default: 0] += 1 }
    for country in Set(report.parties.compactMap(\.country)) { partyCountries[country, default: 0] += 1 }
    for word in report.words { words[word, default: 0] += 1 }
    for key in report.setting { setting[key, default: 0] += 1 }
    if let day = report.day { for number in day { days[number, default: 0] += 1 } }
    if let count = report.killed { killed.append(count) }
    if let action = report.action { actions.insert(action) }
    if let code = report.cameo { cameo[code, default: 0] += 1 }
    if let reported = report.reported {
      firstReported = min(firstReported ?? reported, reported)
      lastReported = max(lastReported ?? reported, reported)
    }
  }

  /// Whether a document tells of a report and of this happening as two: he called one of them, and then the other.
  func isToldApart(by report: Report) -> Bool {
    let others = reports.filter { $0.document == report.document && $0.event != report.event }
    // Nearly always none: the parties need not be looked at.
    guard !others.isEmpty else { return false }
    let keys = Set(report.parties.compactMap(\.key))
    return others.contains { other in
      let others = Set(other.parties.compactMap(\.key))
      return !others.isSubset(of: keys) && !others.isSuperset(of: keys)
    }
  }

  /// Whether what so many of its reports tell of somebody is more than one of them may have wrong: every fifth says it.
  static func isUsual(_ count: Int, of reports: Int) -> Bool { count * 5 >= reports }

  /// The day that most reports give; of equals the earliest.
  public var day: Int? { Self.mostFrequent(days) }

  /// The value that most have; of equals the smallest.
  static func mostFrequent<Value: Comparable>(_ counts: [Value: Int]) -> Value? {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// `h` and sixteen hexadecimal digits: FNV-1a (64 bits) of type, document and event.
  static func identifier(of report: Report) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(report.type)\t\(report.document)\t\(report.event)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return "h" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
