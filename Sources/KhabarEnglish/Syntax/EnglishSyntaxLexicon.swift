import KhabarCore

/// What grammar files may say of English words: the names of their features, and where they are from.
struct EnglishSyntaxLexicon: SyntaxLexicon {
  let words: EnglishLexicon
  let expressions: EnglishExpressions

  var vocabulary: [String] {
    Self.classNames.map(\.name) + Self.kindNames + Self.markNames.map(\.name) + Self.formNames.map(\.name)
      + words.verbClasses.map(Self.name) + Self.contextNames + Self.mentionKinds.map(\.name)
      + Self.mentionTypes.map(\.name) + Self.expressionNames + NounClass.allCases.map(Self.name)
  }

  func reader(_ names: FeatureNames, letters: @escaping @Sendable (WordKey) -> Features) -> any SyntaxReader {
    EnglishSyntaxReader(lexicon: self, names: names, letters: letters)
  }

  /// The feature of a class of nouns.
  static func name(_ noun: NounClass) -> String { "class-" + noun.rawValue }
  /// The feature of a class of verbs.
  static func name(ofVerbClass name: String) -> String { "verb-" + name }

  // MARK: - Names

  static let classNames: [(name: String, classes: WordClasses)] = [
    ("preposition", .preposition), ("conjunction", .conjunction), ("subordinator", .subordinator),
    ("relative", .relative), ("negation", .negation), ("pronoun", .pronoun), ("interrogative", .interrogative),
    ("particle", .particle), ("quantifier", .quantifier), ("adverb", .adverb), ("numeral", .numeral),
    ("noun", .noun), ("adjective", .adjective), ("title-head", .titleHead), ("person-noun", .personNoun),
    ("organization-head", .organizationHead), ("place-head", .placeHead), ("building-head", .buildingHead),
    ("honorific", .honorific), ("abbreviation", .abbreviation),
  ]

  /// By the raw values of `TokenKind`.
  static let kindNames = [
    "word", "number", "address", "sentence-end", "comma", "colon", "hyphen", "slash", "quote", "open-bracket",
    "close-bracket", "symbol",
  ]

  static let markNames: [(name: String, marks: EnglishLexicon.Marks)] = [
    ("determiner", .determiner), ("possessive", .possessive), ("be", .be), ("have", .have), ("do", .do),
    ("modal", .modal), ("infinitive", .infinitive),
  ]

  static let formNames: [(name: String, form: EnglishLexicon.VerbForms)] = [
    ("base-form", .base), ("third-form", .third), ("past-form", .past), ("participle-form", .participle),
    ("ing-form", .ing),
  ]

  /// Features by what stands around a word.
  ///
  /// `behind-be` and its like: the word before it, adverbs and "not" passed over, is a form of be. `carries-verb`: it
  /// is an auxiliary and a verb stands behind it likewise. `behind-mention`: a name ends before it. `genitive`: the
  /// apostrophe of Egypt's, or its s. `definite`, `future`: behind "the", behind "will".
  static let contextNames = [
    "behind-be", "behind-have", "behind-do", "behind-modal", "behind-to", "carries-verb", "behind-mention", "genitive",
    "definite", "future", "capital", "rule-verb", "time-begins", "nationality", "inside-name", "mention",
    "mention-country",
  ]

  static let mentionKinds: [(name: String, kind: MentionKind)] = [
    ("mention-name", .name), ("mention-partial", .partial), ("mention-office", .office),
    ("mention-description", .description),
  ]

  static let mentionTypes: [(name: String, type: EntityType)] = [
    ("mention-person", .person), ("mention-organization", .organization), ("mention-place", .place),
  ]

  static let expressionNames = FixedExpression.Kind.allCases.map { $0.rawValue + "-begins" }
}
