import KhabarCore

extension EnglishNameScanner {
  /// The office that a phrase names: its words without country, and the country.
  func office(in range: Range<Int>, entries: any EntryStore) -> OfficeName? {
    let tokens = document.tokens
    var office = OfficeName(words: [])
    var index = range.lowerBound
    while index < range.upperBound {
      if let country = document.lookups.first(where: {
        $0.tokens.lowerBound == index && ($0.type == .nationality || $0.type == .place)
      }) {
        if office.country == nil { office.country = entries.referent(country.entry).country }
        index = country.tokens.upperBound
      } else if let (title, end) = titles.title(at: index, in: tokens, before: range.upperBound) {
        switch title.kind {
        case .office: if office.words.isEmpty { office.words = title.words }
        case .former: office.isFormer = true
        case .modifier, .honorific, .particle: break
        }
        index = end
      } else {
        index += 1
      }
    }
    return office.words.isEmpty ? nil : office
  }
}
