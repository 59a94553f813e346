extension WordClasses {
  /// What messages and explanations call the classes in it.
  public var names: [String] { Self.named.filter { contains($0.value) }.map(\.name) }

  private static let named: [(name: String, value: WordClasses)] = [
    ("preposition", .preposition), ("conjunction", .conjunction), ("subordinator", .subordinator),
    ("relative", .relative), ("demonstrative", .demonstrative), ("negation", .negation), ("pronoun", .pronoun),
    ("interrogative", .interrogative), ("copula", .copula), ("particle", .particle), ("quantifier", .quantifier),
    ("adverb", .adverb), ("past", .verbPast), ("present", .verbPresent), ("speech", .verbOfSpeech),
    ("meeting", .verbOfMeeting),
    ("verbal-noun", .verbalNoun), ("participle", .participle), ("common", .common), ("also-name", .alsoName),
    ("title", .titleHead), ("organization", .organizationHead), ("place", .placeHead), ("honorific", .honorific),
    ("calendar", .calendar), ("numeral", .numeral), ("relational", .relational), ("person", .personNoun),
    ("noun", .noun), ("adjective", .adjective), ("direction", .direction), ("abbreviation", .abbreviation),
  ]
}
