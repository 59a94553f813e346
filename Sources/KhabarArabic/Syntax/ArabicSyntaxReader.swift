import KhabarCore

/// Gives the features of Arabic words by a grammar's numbers.
///
/// A class, since each document holds it: it is too large to be copied.
final class ArabicSyntaxReader: SyntaxReader {
  let lexicon: ArabicSyntaxLexicon
  /// The features of the bits of a set, by bit.
  private let classes: [Features]
  private let kinds: [Features]
  private let clitics: [Features]
  private let shapes: [Features]
  private let functions: [Features]
  private let expressions: [Features]
  private let forms: [Features]
  private let verbClasses: [Features]
  let marks: Marks
  private let mentionKinds: [(kind: MentionKind, feature: Features)]
  private let nounClasses: [NounClass: Features]
  private let mentionTypes: [(type: EntityType, feature: Features)]
  private let traits: VerbTraits

  /// Features that stand alone.
  struct Marks {
    var ruleVerb, pronounSuffix, attached, pronominal, openingQuote, behindOpener, nationality: Features
    var timeBegins, and: Features
    /// Whose a pronoun written together with a noun is, by its gender and number.
    var his, hers: Features
    var insideName: Features
    var occasionBegins, mention, oneWord, adjectival, country, titled, objectPronoun, objectless: Features
  }

  private struct VerbTraits {
    var past, present, passive, voiceEither, masculine, feminine, plural, dual: Features
  }

  private let letters: @Sendable (WordKey) -> Features
  private let memories: WorkerPool<SyntaxMemory>
  private let lineStart: Features

  init(
    lexicon: ArabicSyntaxLexicon, names: FeatureNames, letters: @escaping @Sendable (WordKey) -> Features
  ) {
    self.letters = letters
    memories = WorkerPool { SyntaxMemory() }
    typealias Names = ArabicSyntaxLexicon
    func feature(_ name: String) -> Features { names.feature(named: name) ?? Features() }
    func byBit(_ pairs: [(name: String, bits: UInt64)]) -> [Features] {
      var result = Array(repeating: Features(), count: UInt64.bitWidth)
      for pair in pairs where pair.bits != 0 { result[pair.bits.trailingZeroBitCount] = feature(pair.name) }
      return result
    }
    self.lexicon = lexicon
    lineStart = feature("line-start")
    classes = byBit(Names.classNames.map { ($0.name, $0.classes.rawValue) })
    kinds = Names.kindNames.map(feature)
    clitics = byBit(Names.cliticNames.map { ($0.name, UInt64($0.clitics.rawValue)) })
    shapes = byBit(Names.shapeNames.map { ($0.name, UInt64($0.shape.rawValue)) })
    functions = byBit(Names.functionNames.map { ($0.name, UInt64($0.classes.rawValue)) })
    expressions = Names.expressionNames.map(feature)
    forms = VerbTable.formNames.map { feature("form-" + $0) }
    verbClasses = VerbTable.classNames.map { feature("verb-" + $0) }
    marks = Marks(
      ruleVerb: feature("rule-verb"), pronounSuffix: feature("pronoun-suffix"), attached: feature("attached"),
      pronominal: feature("pronominal"), openingQuote: feature("opening-quote"),
      behindOpener: feature("behind-opener"), nationality: feature("nationality"),
      timeBegins: feature("time-begins"), and: feature("and"),
      his: feature("suffix-he"), hers: feature("suffix-she"), insideName: feature("inside-name"),
      occasionBegins: feature("occasion-begins"), mention: feature("mention"), oneWord: feature("mention-one-word"),
      adjectival: feature("mention-adjectival"), country: feature("mention-country"),
      titled: feature("mention-titled"), objectPronoun: feature("object-pronoun"), objectless: feature("objectless"))
    mentionKinds = Names.mentionKinds.map { ($0.kind, feature($0.name)) }
    nounClasses = Dictionary(uniqueKeysWithValues: NounClass.allCases.map { ($0, feature(Names.name($0))) })
    mentionTypes = Names.mentionTypes.map { ($0.type, feature($0.name)) }
    traits = VerbTraits(
      past: feature("past"), present: feature("present"), passive: feature("passive"),
      voiceEither: feature("voice-either"), masculine: feature("form-masculine"), feminine: feature("form-feminine"),
      plural: feature("form-plural"), dual: feature("form-dual"))
  }

  func open(_ document: ResolvedDocument, isRuleVerb: [Bool]) -> any DocumentSyntax {
    ArabicDocumentSyntax(document: document, isRuleVerb: isRuleVerb, reader: self)
  }

  // MARK: - One word

  /// What words are by themselves, without the document's layers.
  func features(of tokens: ArraySlice<Token>) -> [Features] {
    memories.withValue { memory in
      tokens.map { token in
        let word = memory.features(of: token) { features(of: $0) }
        return token.shape.contains(.lineStart) ? word.union(lineStart) : word
      }
    }
  }

  /// What a word is wherever it stands.
  private func features(of token: Token) -> Features {
    var result = kinds[Int(token.kind.rawValue)].union(letters(token.stem))
    func add(_ bits: UInt64, _ table: [Features]) {
      var rest = bits
      while rest != 0 {
        result.formUnion(table[rest.trailingZeroBitCount])
        rest &= rest - 1
      }
    }
    add(token.classes.rawValue, classes)
    add(UInt64(token.analysis.proclitics.rawValue), clitics)
    add(UInt64(token.shape.rawValue), shapes)
    if token.analysis.suffixLetters > 0 {
      result.formUnion(marks.pronounSuffix)
      result.formUnion(gender(of: token.key.suffix(Int(token.analysis.suffixLetters))))
    }
    guard token.kind == .word else { return result }
    if isPronominal(token) { result.formUnion(marks.pronominal) }
    add(UInt64(functionClasses(of: token).rawValue), functions)
    if let noun = token.nounClasses.first, let feature = nounClasses[noun] { result.formUnion(feature) }
    if let noun = token.nounClasses.second, let feature = nounClasses[noun] { result.formUnion(feature) }
    if let reading = nominalReading(of: token) { add(reading.classes, verbClasses) }
    let (finite, hasObject) = finiteReading(of: token)
    if let reading = finite {
      if hasObject {
        result.formUnion(marks.objectPronoun)
        result.formUnion(gender(of: token.key.hasSuffix(Self.she) ? Self.she : token.key.suffix(1)))
      }
      add(reading.classes, verbClasses)
      add(UInt64(reading.traits.rawValue & 0xFFFF), forms)
      result.formUnion(inflection(spelled(reading.traits, token)))
      if !reading.traits.contains(.takesObject) { result.formUnion(marks.objectless) }
    }
    return result
  }

  /// Whether a word is a preposition with its pronoun, with a conjunction before it or without.
  private func isPronominal(_ token: Token) -> Bool {
    let pronominals = lexicon.words.pronominals
    return pronominals[token.key] != nil || token.isCoordinated && pronominals[token.key.dropFirst(1)] != nil
  }

  private func functionClasses(of token: Token) -> FunctionWords.Classes {
    let words = lexicon.words.classes
    var classes = words[token.stem] ?? []
    if token.isDefinite || token.analysis.suffixLetters > 0 { classes.formUnion(words[token.bare] ?? []) }
    // With the accusative's alef: أجانبا "foreign".
    let stem = token.stem
    if stem.count > 2, stem[stem.count - 1] == ArabicLetter.alef,
      words[stem.dropLast(1)]?.contains(.pluralAdjective) == true
    {
      classes.insert(.pluralAdjective)
    }
    return classes
  }

  /// أعفي "was relieved" shows by its yeh that it is not أعفى "relieved", in a text that writes both letters.
  private func spelled(_ form: VerbReading.Traits, _ token: Token) -> VerbReading.Traits {
    let letters = token.key.count
    guard form.isSuperset(of: [.activeInMaksura, .past]), !form.contains(.present), token.analysis.suffixLetters == 0,
      letters > 0, token.key[letters - 1] == ArabicLetter.yeh,
      token.shape.isDisjoint(with: [.maksuraEnding, .looseSpelling])
    else { return form }
    return form.subtracting(.eitherVoice).union(.passive)
  }

  /// Tense, voice, gender and number of a finite form, as far as the spelling tells.
  private func inflection(_ form: VerbReading.Traits) -> Features {
    var result = Features()
    if form.contains(.past) { result.formUnion(traits.past) }
    if form.contains(.present) { result.formUnion(traits.present) }
    if form.contains(.eitherVoice) { result.formUnion(traits.voiceEither) }
    if form.contains(.passive), form.isDisjoint(with: [.active, .eitherVoice]) { result.formUnion(traits.passive) }
    if form.contains(.feminine), !form.contains(.masculine) { result.formUnion(traits.feminine) }
    if form.contains(.masculine), !form.contains(.feminine) { result.formUnion(traits.masculine) }
    if form.contains(.plural), form.isDisjoint(with: [.singular, .dual]) { result.formUnion(traits.plural) }
    if form.contains(.dual), form.isDisjoint(with: [.singular, .plural]) { result.formUnion(traits.dual) }
    return result
  }

  /// A finite form without what is written together with it, and whether a pronoun behind it was taken for the word's
  /// own letters. Where the word was taken apart otherwise, its letters behind the clitics before it are tried as one
  /// form.
  func finiteReading(of token: Token) -> (VerbReading?, hasObject: Bool) {
    guard !token.isDefinite else { return (nil, false) }
    if let reading = lexicon.verbs.finite(token.stem) { return (reading, false) }
    if token.analysis.suffixLetters > 0 { return (lexicon.verbs.finite(token.bare), false) }
    let stem = token.stem
    // What is a form of the present already, other than of "I", needs no pronoun to be one.
    let isForm = token.classes.contains(.verbPresent) && stem[0] != ArabicLetter.alef
    guard !token.shape.contains(.feminineEnding), !isForm else { return (nil, false) }
    for pronoun in Self.objectPronouns where stem.count > pronoun.count + 1 && stem.hasSuffix(pronoun) {
      return (lexicon.verbs.finite(stem.dropLast(pronoun.count)), true)
    }
    return (nil, false)
  }

  /// Him, them, them both, her.
  private static let objectPronouns = ["ه", "هم", "هما", "ها"].map { Orthography.arabic.key($0) }

  /// Whom a pronoun behind a word asks for.
  private func gender(of pronoun: WordKey) -> Features {
    switch pronoun {
    case Self.he: marks.his
    case Self.she: marks.hers
    default: Features()
    }
  }

  private static let he = Orthography.arabic.key("ه")
  private static let she = Orthography.arabic.key("ها")

  func nominalReading(of token: Token) -> VerbReading? {
    guard !token.classes.isDisjoint(with: [.verbalNoun, .participle, .noun]) || token.classes.isEmpty else {
      return nil
    }
    return lexicon.verbs.nominal(token.stem, hasPronoun: token.analysis.suffixLetters > 0)
  }

  // MARK: - Expressions and mentions

  /// The features of kinds of expressions that begin at a word.
  func features(_ kinds: FunctionWords.Kinds) -> Features {
    var result = Features()
    for index in expressions.indices where kinds.rawValue & (1 << UInt16(index)) != 0 {
      result.formUnion(expressions[index])
    }
    return result
  }

  /// The features of a mention with a phrase of so many words.
  func features(of kind: MentionKind, _ type: EntityType, words: Int) -> Features {
    var result = marks.mention
    for own in mentionKinds where own.kind == kind { result.formUnion(own.feature) }
    for own in mentionTypes where own.type == type { result.formUnion(own.feature) }
    if words == 1 { result.formUnion(marks.oneWord) }
    return result
  }
}
