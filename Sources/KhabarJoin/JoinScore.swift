import Foundation
import KhabarCore

/// How well a report fits a happening: a sum of what speaks for it and against it, which `explain` can print.
public struct JoinScore: Sendable {
  /// One summand.
  public struct Term: Sendable, Equatable {
    /// What speaks for it, or against it, in words.
    public var reason: String
    /// Its weight: points.
    public var value: Double
  }

  /// Its summands.
  public private(set) var terms: [Term] = []
  /// Their sum: points.
  public var total: Double { terms.reduce(0) { $0 + $1.value } }

  /// What a report and a happening need in common by default.
  public static let defaultThreshold = 3.0

  /// - Parameter rarity: how telling a word is: the logarithm of one over the share of reports that have it.
  init(_ report: Report, _ happening: Happening, rarity: (String) -> Double) {
    addDays(report, happening)
    addParties(report, happening)
    addPlaces(report, happening)
    addWords(report, happening, rarity)
    addTolls(report, happening)
    if let cameo = report.cameo, let count = happening.cameo[cameo], count > 0, cameo.count > 3 || !cameo.hasSuffix("0")
    {
      add("same code", 0.5)
    }
    if let action = report.action, !happening.actions.isEmpty, !happening.actions.contains(action) {
      add("other action", -6)
    }
  }

  /// Types of happenings between two parties or more.
  static let betweenTwo: Set<EventType> = ["Meeting", "PhoneCall", "Agreement"]

  /// Types of happenings whose other parties one report names and the next one leaves out.
  private static let onOneSide: Set<EventType> = ["Attack", "Protest"]

  private mutating func add(_ reason: String, _ value: Double) {
    if value != 0 { terms.append(Term(reason: reason, value: value)) }
  }

  private mutating func addDays(_ report: Report, _ happening: Happening) {
    if let day = report.day, let other = happening.day {
      let distance = day.contains(other) ? 0 : min(abs(day.lowerBound - other), abs(day.upperBound - other))
      switch distance {
      case 0: add("same day", 2)
      case 1: add("next day", 0.8)
      case 2: add("two days apart", -1.5)
      default: add("other day", -6)
      }
    } else if let reported = report.reported, let first = happening.firstReported, let last = happening.lastReported {
      var distance = reported < first ? first - reported : max(0, reported - last)
      // Those who met meet again: what is told days after a meeting may be of the next one.
      if Self.betweenTwo.contains(report.type), let day = happening.day {
        distance = max(distance, reported - day - 2)
      }
      add("reported \(distance) days apart", max(-4, 0.7 - 0.6 * Double(distance)))
      // What is told without a day is not older than the first report of it by weeks.
      if reported - first > 10 { add("long after the first report", -1) }
    }
  }

  private mutating func addParties(_ report: Report, _ happening: Happening) {
    let keys = Set(report.parties.compactMap(\.key))
    guard !keys.isEmpty else { return }
    if Self.betweenTwo.contains(report.type), happening.isToldApart(by: report) {
      add("told apart by its document", -4)
    }
    func isUsual(_ count: Int) -> Bool { Happening.isUsual(count, of: happening.reports.count) }
    let shared = keys.count { isUsual(happening.parties[$0] ?? 0) }
    if shared > 0 {
      add("\(shared) shared parties", min(5.5, 2.2 * Double(shared)))
      // Two who met are not the meeting of one of them with a third.
      let isPair = Self.betweenTwo.contains(report.type)
      if isPair, shared == 1, keys.count >= 2, happening.parties.count >= 2 { add("another party", -3.5) }
      if isPair, shared > 1, happening.parties.values.count(where: isUsual) > keys.count { add("more parties", -0.4) }
    } else if !happening.parties.isEmpty {
      add("other parties", Self.onOneSide.contains(report.type) ? -0.8 : -3)
    }
  }

  private mutating func addPlaces(_ report: Report, _ happening: Happening) {
    let keys = Set(report.places.compactMap(\.key))
    if !keys.isDisjoint(with: happening.places.keys) {
      add("same place", report.type == "Attack" ? 2 : 1.2)
    } else if !keys.isEmpty, keys.contains(where: { (happening.setting[$0] ?? 0) > 0 }) {
      add("place in the other's setting", 0.9)
    } else if report.setting.contains(where: { (happening.places[$0] ?? 0) > 0 }) {
      add("setting has the place", 0.9)
    } else if !keys.isEmpty, !happening.places.isEmpty {
      let countries = Set(report.places.compactMap(\.country))
      let known = Set(happening.placeCountries.keys)
      if !countries.isEmpty, !known.isEmpty, countries.isDisjoint(with: known) {
        add("another country", -4)
      } else {
        add("another place", -1.2)
      }
    }
  }

  private mutating func addWords(_ report: Report, _ happening: Happening, _ rarity: (String) -> Double) {
    let shared = report.words.filter { (happening.words[$0] ?? 0) * 4 >= min(happening.reports.count, 12) }
    let weight = shared.reduce(0) { $0 + rarity($1) }
    if weight > 0 { add("words in common: \(shared.joined(separator: " "))", min(3, 0.45 * weight)) }
  }

  private mutating func addTolls(_ report: Report, _ happening: Happening) {
    guard let killed = report.killed, !happening.killed.isEmpty else { return }
    if happening.killed.contains(killed), killed > 2 {
      add("same toll", 1)
    } else if let nearest = happening.killed.map({ abs($0 - killed) }).min(), nearest * 2 > max(killed, 4) {
      add("other toll", -1)
    }
  }
}
