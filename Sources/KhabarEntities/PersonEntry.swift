import KhabarCore

/// What a list says of a person, for telling the person from namesakes.
struct PersonEntry {
  let entry: GazetteerEntry

  init(_ entry: GazetteerEntry) { self.entry = entry }

  /// Days after a death in which the dead are still in the news as if they lived: funerals, condolences.
  private static let mourning = 40

  /// Whether an office of a country can't be the person's. Players and coaches work in any country.
  func contradicts(_ country: String) -> Bool {
    guard let own = entry.country, entry.features["role"] != "sport" else { return false }
    return own != country
  }

  /// Whether the person was dead for long on a day.
  func isDead(at date: CivilDate) -> Bool {
    guard let died = entry.features["died"], let last = TenurePeriod(from: nil, to: died).lastDay else { return false }
    return last + Self.mourning < date
  }

  /// What a text calls the dead by: the style of a ruler (King).
  var style: String? { entry.features["style"] }
}
