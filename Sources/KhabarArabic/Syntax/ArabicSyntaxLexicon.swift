import KhabarCore

/// What grammar files may say of Arabic words: the names of their features, and where they are from.
public struct ArabicSyntaxLexicon: SyntaxLexicon {
  let words: FunctionWords
  let verbs: VerbTable

  init(words: FunctionWords, verbs: VerbTable) {
    self.words = words
    self.verbs = verbs
  }

  public var vocabulary: [String] {
    Self.classNames.map(\.name) + Self.kindNames + Self.cliticNames.map(\.name) + Self.shapeNames.map(\.name)
      + Self.functionNames.map(\.name) + Self.markNames + Self.mentionKinds.map(\.name) + Self.mentionTypes.map(\.name)
      + Self.expressionNames + Self.traitNames.map(\.name) + VerbTable.formNames.map { "form-" + $0 }
      + VerbTable.classNames.map { "verb-" + $0 } + NounClass.allCases.map(Self.name)
  }

  public func reader(
    _ names: FeatureNames, letters: @escaping @Sendable (WordKey) -> Features
  ) -> any SyntaxReader {
    ArabicSyntaxReader(lexicon: self, names: names, letters: letters)
  }

  /// The feature of a class of nouns: what the head of a phrase stands for.
  static func name(_ noun: NounClass) -> String { "class-" + noun.rawValue }

  // MARK: - Names

  static let classNames: [(name: String, classes: WordClasses)] = [
    ("preposition", .preposition), ("conjunction", .conjunction), ("subordinator", .subordinator),
    ("relative", .relative), ("demonstrative", .demonstrative), ("negation", .negation), ("pronoun", .pronoun),
    ("interrogative", .interrogative), ("copula", .copula), ("particle", .particle), ("quantifier", .quantifier),
    ("adverb", .adverb), ("verb-past", .verbPast), ("verb-present", .verbPresent), ("verb-of-speech", .verbOfSpeech),
    ("verbal-noun", .verbalNoun), ("participle", .participle), ("common", .common), ("also-name", .alsoName),
    ("title-head", .titleHead), ("organization-head", .organizationHead),
    ("weak-organization-head", .weakOrganizationHead), ("place-head", .placeHead), ("honorific", .honorific),
    ("takes-complement", .takesComplement), ("calendar", .calendar), ("numeral", .numeral),
    ("relational", .relational), ("person-noun", .personNoun), ("noun", .noun), ("adjective", .adjective),
    ("direction", .direction), ("abbreviation", .abbreviation), ("building-head", .buildingHead),
  ]

  /// By the raw values of `TokenKind`.
  static let kindNames = [
    "word", "number", "address", "sentence-end", "comma", "colon", "hyphen", "slash", "quote", "open-bracket",
    "close-bracket", "symbol",
  ]

  static let cliticNames: [(name: String, clitics: WordAnalysis.Proclitics)] = [
    ("and", .and), ("so", .so), ("with", .with), ("to", .to), ("as", .like), ("future", .future),
    ("definite", .article), ("question", .question),
  ]

  static let shapeNames: [(name: String, shape: Token.Shape)] = [
    ("tanwin", .tanwin), ("nunation", .nunation), ("feminine-ending", .feminineEnding),
    ("maksura-ending", .maksuraEnding),
    ("passive-vowel", .passiveVowel), ("line-start", .lineStart), ("latin", .latin), ("vocalized", .vocalized),
  ]

  static let functionNames: [(name: String, classes: FunctionWords.Classes)] = [
    ("auxiliary", .auxiliary), ("apposition", .apposition), ("possessive", .possessive),
    ("kinship-particle", .kinshipParticle), ("plural-adjective", .pluralAdjective), ("occasion", .occasion),
    ("hedge", .hedge), ("vocative", .vocative),
  ]

  /// `mention-country`: the mention is a country. `mention-titled`: it begins with a title of the one it names.
  /// `attached`: a preposition is written together with it. `pronominal`:
  /// a preposition with its pronoun. `opening-quote`: a word follows it. `behind-opener`: an adverbial that opens the
  /// sentence ends before it. `object-pronoun`: read as a verb it has a pronoun behind it that its reading as a noun
  /// has not.
  static let markNames = [
    "rule-verb", "pronoun-suffix", "suffix-he", "suffix-she", "attached", "pronominal", "object-pronoun",
    "opening-quote", "behind-opener", "nationality", "time-begins", "occasion-begins", "mention", "mention-one-word",
    "inside-name",
    "mention-adjectival", "mention-country", "mention-titled", "objectless",
  ]

  static let mentionKinds: [(name: String, kind: MentionKind)] = [
    ("mention-name", .name), ("mention-partial", .partial), ("mention-acronym", .acronym), ("mention-office", .office),
    ("mention-description", .description), ("mention-collective", .collective),
  ]

  static let mentionTypes: [(name: String, type: EntityType)] = [
    ("mention-person", .person), ("mention-organization", .organization), ("mention-place", .place),
  ]

  /// By the order of `FixedExpression.Kind`.
  static let expressionNames = FixedExpression.Kind.allCases.map { $0.rawValue + "-begins" }

  static let traitNames: [(name: String, traits: VerbReading.Traits)] = [
    ("past", .past), ("present", .present), ("passive", .passive), ("voice-either", .eitherVoice),
    ("form-masculine", .masculine), ("form-feminine", .feminine), ("form-plural", .plural), ("form-dual", .dual),
  ]
}
