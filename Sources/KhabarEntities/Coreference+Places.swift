import KhabarCore

extension Coreference {
  /// Gives a name that several places have to the one that the text says: مدينة طرابلس اللبنانية (the Lebanese city of
  /// Tripoli), طرابلس شمالي لبنان. What is said once holds for the whole text.
  mutating func settlePlaces() {
    var settled: [EntryReference: EntryReference] = [:]
    for index in mentions.indices.dropLast() where mentions[index].type == .place {
      guard let entry = mentions[index].entry, settled[entry] == nil, let country = country(behind: index) else {
        continue
      }
      let own = entries.referent(entry)
      guard own.kind != Self.countryKind, own.country != country else { continue }
      let name = document.text.string(mentions[index].span)
      settled[entry] = entries.entries(named: name, type: .place).first {
        let other = entries.referent($0)
        return other.country == country && other.kind != Self.countryKind
      }
    }
    guard !settled.isEmpty else { return }
    for index in mentions.indices {
      if let entry = mentions[index].entry, let other = settled[entry] { mentions[index].entry = other }
    }
  }

  private static let countryKind = "country"

  /// The country that is said of a place right behind it: by an adjective, or by the country or region that it lies in.
  private func country(behind index: Int) -> String? {
    let (end, next) = (mentions[index].tokens.upperBound, mentions[index + 1])
    guard let entry = next.entry, next.tokens.lowerBound >= end, next.tokens.lowerBound - end <= 3,
      !document.tokens[next.tokens.lowerBound].isCoordinated
    else { return nil }
    let container = entries.referent(entry)
    if next.type == .nationality { return next.tokens.lowerBound == end ? container.country : nil }
    guard next.type == .place, container.kind == Self.countryKind || container.kind == "region",
      next.tokens.lowerBound > end,
      (end..<max(end + 1, next.phrase.lowerBound)).allSatisfy({ isOfPlace(document.tokens[$0]) })
    else { return nil }
    return container.country
  }

  /// In, north of, a comma: what stands between a place and the one that it lies in.
  private func isOfPlace(_ token: Token) -> Bool {
    token.kind == .comma || names.saysInside(token) || token.classes.contains(.direction)
  }
}
