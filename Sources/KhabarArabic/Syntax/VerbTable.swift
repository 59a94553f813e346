import KhabarCore

/// What is known of a word that is a verb's: of each finite form, verbal noun and participle of `verbs.tsv`. Verbs of
/// one spelling share a reading.
struct VerbReading: Sendable {
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt32

    /// The number of its derived form among `VerbTable.formNames`.
    static func form(_ index: Int) -> Traits { Traits(rawValue: 1 << UInt32(index)) }
    static let past = Traits(rawValue: 1 << 16)
    static let present = Traits(rawValue: 1 << 17)
    static let active = Traits(rawValue: 1 << 18)
    static let passive = Traits(rawValue: 1 << 19)
    static let eitherVoice = Traits(rawValue: 1 << 20)
    /// One of the verbs that are spelled so takes an object.
    static let takesObject = Traits(rawValue: 1 << 26)
    // Gender and number, of the third person.
    static let masculine = Traits(rawValue: 1 << 21)
    static let feminine = Traits(rawValue: 1 << 22)
    static let singular = Traits(rawValue: 1 << 23)
    static let dual = Traits(rawValue: 1 << 24)
    static let plural = Traits(rawValue: 1 << 25)
    /// Active in alef maksura, passive in yeh.
    static let activeInMaksura = Traits(rawValue: 1 << 27)
  }

  /// Bits of `VerbTable.classNames`.
  var classes: UInt64
  /// Bits of the table's prepositions.
  var governs: UInt32
  var traits: Traits

  static let none = VerbReading(classes: 0, governs: 0, traits: [])

  func union(_ other: VerbReading) -> VerbReading {
    VerbReading(
      classes: classes | other.classes, governs: governs | other.governs, traits: traits.union(other.traits))
  }
}

/// The words of `verbs.tsv`, by folded spelling.
struct VerbTable: Sendable {
  /// Finite forms without clitics.
  private var finite: KeyTable<VerbReading>
  /// Verbal nouns and participles.
  private var nominal: KeyTable<VerbReading>
  /// Prepositions that verbs govern, by their bits.
  private(set) var prepositions: [WordKey] = []

  /// - Parameter minimumCapacity: finite forms that fit without growing.
  init(minimumCapacity: Int = 16) {
    finite = KeyTable(minimumCapacity: minimumCapacity, placeholder: .none)
    nominal = KeyTable(minimumCapacity: minimumCapacity / 16, placeholder: .none)
  }

  /// What verbs do in an event, as the column `class` names it.
  static let classNames = [
    "accompany", "accuse", "agent", "agreement", "appointment", "arrest", "attack", "attend", "auxiliary", "begin",
    "call",
    "cancel", "casualty", "chair", "cognition", "condemn", "condolence", "continue", "crime", "demand", "deny",
    "diplomatic", "discuss", "election", "end", "expect", "hold", "host", "inspect", "intend", "invite", "judicial",
    "meeting", "motion", "movement-of-force", "occur", "open", "other", "postpone", "protest", "receive", "removal",
    "represent", "return", "speech", "sport", "visit",
  ]
  /// The derived forms; those of four consonants are one.
  static let formNames = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "Q"]

  // MARK: - Filling

  /// The bits of a verb's row.
  ///
  /// - Throws: the value that is none of the known ones, with its column.
  func reading(classes: String, form: String, governs: [WordKey]) throws(UnknownValue) -> VerbReading {
    var reading = VerbReading.none
    for name in classes.split(separator: "|") {
      guard let bit = Self.classNames.firstIndex(of: String(name)) else {
        throw UnknownValue(column: "class", value: String(name), known: Self.classNames)
      }
      reading.classes |= 1 << UInt64(bit)
    }
    let name = form.hasPrefix("Q") ? "Q" : form
    guard let bit = Self.formNames.firstIndex(of: name) else {
      throw UnknownValue(column: "form", value: form, known: Self.formNames)
    }
    reading.traits = .form(bit)
    for key in governs {
      if let bit = prepositions.firstIndex(of: key) { reading.governs |= 1 << UInt32(bit) }
    }
    return reading
  }

  /// A value of a table's cell that has no meaning.
  struct UnknownValue: Error {
    var column: String
    var value: String
    var known: [String]
  }

  mutating func addPreposition(_ key: WordKey) {
    if !prepositions.contains(key), prepositions.count < UInt32.bitWidth { prepositions.append(key) }
  }

  mutating func add(_ form: InflectedForm, _ verb: VerbReading) {
    var reading = verb
    reading.traits.formUnion(Self.traits(of: form))
    finite.update(form.key, with: reading) { $0.union($1) }
  }

  mutating func add(nominal key: WordKey, _ verb: VerbReading) { nominal.update(key, with: verb) { $0.union($1) } }

  private static func traits(of form: InflectedForm) -> VerbReading.Traits {
    var traits: VerbReading.Traits = form.tense == .past ? .past : .present
    guard form.person == 3 else { return traits }
    if form.hasActiveSpelling { traits.insert(.activeInMaksura) }
    switch form.voice {
    case .active: traits.insert(.active)
    case .passive: traits.insert(.passive)
    case .either: traits.insert(.eitherVoice)
    }
    switch form.gender {
    case .masculine: traits.insert(.masculine)
    case .feminine: traits.insert(.feminine)
    case .any: traits.formUnion([.masculine, .feminine])
    }
    switch form.number {
    case .singular: traits.insert(.singular)
    case .dual: traits.insert(.dual)
    case .plural: traits.insert(.plural)
    case .any: traits.formUnion([.singular, .dual, .plural])
    }
    return traits
  }

  // MARK: - Reading

  /// The reading of a finite form.
  func finite(_ stem: WordKey) -> VerbReading? { finite[stem] }

  /// The reading of a verbal noun or participle, in whatever number, gender and case: the endings are taken off in
  /// turn.
  func nominal(_ stem: WordKey, hasPronoun: Bool) -> VerbReading? {
    if let reading = nominal[stem] { return reading }
    let (last, before) = (stem[stem.count - 1], stem[max(0, stem.count - 2)])
    if hasPronoun, last == ArabicLetter.teh { return nominal[stem.dropLast(1).appending(Self.heh)] }
    switch last {
    case ArabicLetter.alef, ArabicLetter.heh: return nominal[stem.dropLast(1)]
    case ArabicLetter.teh where before == ArabicLetter.alef:
      return nominal[stem.dropLast(2).appending(Self.heh)] ?? nominal[stem.dropLast(2)]
    case ArabicLetter.noon
    where before == ArabicLetter.waw || before == ArabicLetter.yeh || before == ArabicLetter.alef:
      return nominal[stem.dropLast(2)]
    default: return nil
    }
  }

  private static let heh = WordKey(bits: UInt128(ArabicLetter.heh))

  func governs(_ reading: VerbReading, _ preposition: WordKey) -> Bool {
    guard let bit = prepositions.firstIndex(of: preposition) else { return false }
    return reading.governs & (1 << UInt32(bit)) != 0
  }
}

extension VerbTable: Archivable {
  static var blank: VerbTable { VerbTable() }

  mutating func pass(through archive: Archive) throws {
    try finite.pass(through: archive)
    try nominal.pass(through: archive)
    try archive.plain(&prepositions)
  }
}
