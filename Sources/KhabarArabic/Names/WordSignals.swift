import KhabarCore

/// What the name grammar knows of one token: lexicon, gazetteers and spelling in one set.
struct WordSignals: OptionSet, Sendable {
  let rawValue: UInt32
  static let word = WordSignals(rawValue: 1 << 0)
  static let given = WordSignals(rawValue: 1 << 1)
  static let family = WordSignals(rawValue: 1 << 2)
  static let nationality = WordSignals(rawValue: 1 << 3)
  /// A single-word place begins here, whatever its context.
  static let place = WordSignals(rawValue: 1 << 4)
  static let organization = WordSignals(rawValue: 1 << 5)
  /// Some entry of several words begins here.
  static let entry = WordSignals(rawValue: 1 << 6)
  static let closed = WordSignals(rawValue: 1 << 7)
  static let verb = WordSignals(rawValue: 1 << 8)
  /// An ordinary word of the language.
  static let ordinary = WordSignals(rawValue: 1 << 9)
  static let title = WordSignals(rawValue: 1 << 10)
  static let organizationHead = WordSignals(rawValue: 1 << 11)
  static let placeHead = WordSignals(rawValue: 1 << 12)
  static let honorific = WordSignals(rawValue: 1 << 13)
  static let definite = WordSignals(rawValue: 1 << 14)
  /// A number word or a word of the calendar.
  static let numeral = WordSignals(rawValue: 1 << 15)
  static let latin = WordSignals(rawValue: 1 << 16)
  static let relational = WordSignals(rawValue: 1 << 17)
  static let adjective = WordSignals(rawValue: 1 << 18)
  /// A conjunction or preposition is written before it.
  static let proclitic = WordSignals(rawValue: 1 << 19)
  static let pronoun = WordSignals(rawValue: 1 << 20)
  static let speech = WordSignals(rawValue: 1 << 21)
  /// A name part by a list that does not ask for other names around it.
  static let freeName = WordSignals(rawValue: 1 << 22)
  /// A word of the news lexicon, and not one that is a name as well.
  static let common = WordSignals(rawValue: 1 << 23)
  /// A place only behind a place word.
  static let placeInContext = WordSignals(rawValue: 1 << 24)

  static let name: WordSignals = [.given, .family]
  /// First words of offices and of the names of organizations and places.
  static let heads: WordSignals = [.title, .organizationHead, .placeHead]
  /// What the lists have that is no person.
  static let otherEntry: WordSignals = [.place, .organization, .nationality]
  /// What no unknown word of a name is: another name, a head or a word of the language.
  static let noUnknownName: WordSignals = heads.union(otherEntry).union([
    .closed, .verb, .common, .numeral, .honorific, .pronoun, .adjective,
  ])
}
