import KhabarCore

extension ResolvedDocument {
  /// Whether a place is a town, a region or a country by name, and no building.
  func isLand(_ place: EventPlace) -> Bool {
    place.entity.flatMap { entities[$0].kind }.map { $0 != "facility" } ?? false
  }

  /// The country that the first adjective of nationality among some tokens names: his *French* counterpart, the
  /// *French* capital. ISO 3166 alpha-2; nil where no such adjective is known.
  func nation(in tokens: Range<Int>) -> String? {
    let adjective = mentions(startingIn: tokens).first { $0.type == .nationality && $0.entity != nil }
    return adjective?.entity.flatMap { entities[$0].country }
  }

  /// The mentions that start among some tokens.
  func mentions(startingIn tokens: Range<Int>) -> ArraySlice<Mention> {
    let first = mentions.partitionPoint { $0.tokens.lowerBound < tokens.lowerBound }
    return mentions[first...].prefix { $0.tokens.lowerBound < tokens.upperBound }
  }
}
