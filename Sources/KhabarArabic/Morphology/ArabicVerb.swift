import KhabarCore

/// One verb with its principal parts, and the spellings of all its finite forms.
struct ArabicVerb {
  /// What the end and the middle of the stem do to the endings.
  private enum Pattern {
    case sound
    /// A long vowel in the middle: زار "visited".
    case hollow
    /// A long vowel at the end: التقى "met", دعا "called", بقي "stayed".
    case defective(final: Unicode.Scalar)
    /// A hamza at the end: بدأ "began".
    case hamzaFinal
  }

  private let past: WordKey
  /// Present stem without its person prefix.
  private let present: WordKey
  private let pattern: Pattern
  private let presentFinal: Unicode.Scalar

  init(past: String, present: String, orthography: Orthography) {
    let pastLetters = Self.letters(past)
    self.past = orthography.key(past)
    self.present = orthography.key(present).dropFirst(1)
    presentFinal = Self.letters(present).last ?? "ي"
    let final = pastLetters.last ?? "ل"
    let middle = pastLetters.count > 2 ? pastLetters[pastLetters.count - 2] : "ل"
    switch final {
    case "ى", "ا", "ي": pattern = .defective(final: final)
    case "أ", "ئ", "ؤ": pattern = .hamzaFinal
    default: pattern = middle == "ا" && Self.isHollow(pastLetters) ? .hollow : .sound
    }
  }

  private static func letters(_ word: String) -> [Unicode.Scalar] {
    word.unicodeScalars.filter { !(0x64B...0x652).contains($0.value) && $0.value != 0x640 }
  }

  /// An alef before the last radical is a hollow root's vowel in forms I, IV, VII, VIII and X, and part of the pattern
  /// in quadriliteral nouns only; form III and VI have theirs earlier (ناقش, تبادل).
  private static func isHollow(_ letters: [Unicode.Scalar]) -> Bool {
    switch letters.count {
    case 3: true
    case 4: letters[0] == "أ" || letters[0] == "ا"
    case 5: letters[0] == "ا"
    case 6: letters[0] == "ا" && letters[1] == "س" && letters[2] == "ت"
    default: false
    }
  }

  /// The present of a verb that is not in the lexicon, by the pattern of its past: forms II to X are regular.
  static func guessedPresent(of past: String) -> String {
    var letters = Self.letters(past)
    guard let first = letters.first else { return past }
    let hollow = letters.count > 3 && letters[letters.count - 2] == "ا" && isHollow(letters)
    let beginsWithAlef = first == "ا" || first == "أ"
    let keepsFinal = first == "ت"
    if beginsWithAlef { letters.removeFirst() }
    if letters.last == "ى" || letters.last == "ا", !keepsFinal { letters[letters.count - 1] = "ي" }
    let isTenthOrFourth = first == "أ" || (letters.count >= 5 && letters[0] == "س" && letters[1] == "ت")
    if hollow, isTenthOrFourth { letters[letters.count - 2] = "ي" }
    var result = "ي"
    result.unicodeScalars.append(contentsOf: letters)
    return result
  }

  // MARK: - Endings

  private static func code(_ letters: UInt8...) -> WordKey {
    var bits: UInt128 = 0
    for (index, letter) in letters.enumerated() { bits |= UInt128(letter) << UInt128(index * 6) }
    return WordKey(bits: bits)
  }

  private static let none = WordKey.empty
  private static let alef = code(ArabicLetter.alef)
  private static let teh = code(ArabicLetter.teh)
  private static let tehAlef = code(ArabicLetter.teh, ArabicLetter.alef)
  private static let waw = code(ArabicLetter.waw)
  private static let wawAlef = code(ArabicLetter.waw, ArabicLetter.alef)
  private static let yeh = code(ArabicLetter.yeh)
  private static let yehAlef = code(ArabicLetter.yeh, ArabicLetter.alef)
  private static let yehNoon = code(ArabicLetter.yeh, ArabicLetter.noon)
  private static let yehTeh = code(ArabicLetter.yeh, ArabicLetter.teh)
  private static let yehNoonAlef = code(ArabicLetter.yeh, ArabicLetter.noon, ArabicLetter.alef)
  private static let noon = code(ArabicLetter.noon)
  private static let noonAlef = code(ArabicLetter.noon, ArabicLetter.alef)
  private static let alefNoon = code(ArabicLetter.alef, ArabicLetter.noon)
  private static let wawNoon = code(ArabicLetter.waw, ArabicLetter.noon)
  private static let tehMeem = code(ArabicLetter.teh, ArabicLetter.meem)
  private static let hamza = code(ArabicLetter.hamza)
  private static let tenthOfHamza = code(
    ArabicLetter.alef, ArabicLetter.seen, ArabicLetter.teh, ArabicLetter.alef)

  // MARK: - Forms

  var forms: [InflectedForm] {
    var forms: [InflectedForm] = []
    forms.reserveCapacity(48)
    addPast(to: &forms)
    addPresent(to: &forms)
    return forms
  }

  private func addPast(to forms: inout [InflectedForm]) {
    func add(
      _ stem: WordKey, _ ending: WordKey, _ person: Int, _ gender: InflectedForm.Gender, _ number: InflectedForm.Number,
      _ voice: InflectedForm.Voice = .either
    ) {
      forms.append(
        InflectedForm(
          key: stem.appending(ending), tense: .past, voice: voice, person: person, gender: gender, number: number))
    }
    let short: WordKey
    switch pattern {
    case .defective(let final):
      let root = past.dropLast(1)
      let glide = final == "ا" ? Self.waw : Self.yeh
      add(past, Self.none, 3, .masculine, .singular)
      forms[forms.count - 1].hasActiveSpelling = final == "ى"
      // With a pronoun behind it the alef maksura is written as alef: التقاه "met him".
      if final == "ى" { add(root, Self.alef, 3, .masculine, .singular) }
      if final == "ا" { add(root, Self.yeh, 3, .masculine, .singular, .passive) }
      let feminine = final == "ي" ? root.appending(Self.yeh) : root
      add(feminine, Self.teh, 3, .feminine, .singular)
      add(feminine, Self.tehAlef, 3, .feminine, .dual)
      // ألغيت "was cancelled", in form IV, which is commoner than "I cancelled".
      if final == "ى", past.count == 4, past[0] == ArabicLetter.alef {
        add(root, Self.yehTeh, 3, .feminine, .singular, .passive)
      }
      add(root.appending(glide), Self.alef, 3, .masculine, .dual)
      add(root, Self.wawAlef, 3, .masculine, .plural)
      add(root, Self.waw, 3, .masculine, .plural)
      add(root.appending(glide), Self.noon, 3, .feminine, .plural)
      add(root.appending(glide), Self.teh, 1, .any, .singular)
      add(root.appending(glide), Self.noonAlef, 1, .any, .plural)
      return
    case .hollow:
      short = past.dropLast(2).appending(past.suffix(1))
      let passive = past.dropLast(2).appending(Self.yeh).appending(past.suffix(1))
      add(passive, Self.none, 3, .masculine, .singular, .passive)
      add(passive, Self.teh, 3, .feminine, .singular, .passive)
    case .hamzaFinal:
      short = past
      let seat = past.dropLast(1).appending(Self.hamza)
      add(seat, Self.none, 3, .masculine, .singular, .passive)
      add(seat, Self.wawAlef, 3, .masculine, .plural)
      add(seat, Self.waw, 3, .masculine, .plural)
    case .sound:
      short = past
    }
    // Form III has waw for its alef: هاجم "attacked", هوجم "was attacked".
    if past.count == 4, past[1] == ArabicLetter.alef {
      let passive = past.prefix(1).appending(Self.waw).appending(past.dropFirst(2))
      add(passive, Self.none, 3, .masculine, .singular, .passive)
      add(passive, Self.teh, 3, .feminine, .singular, .passive)
      add(passive, Self.wawAlef, 3, .masculine, .plural, .passive)
    }
    // With hamza behind the است of form X the passive is written with another seat: استؤنف "was resumed".
    if past.prefix(4) == Self.tenthOfHamza {
      let passive = past.prefix(3).appending(Self.hamza).appending(past.dropFirst(4))
      add(passive, Self.none, 3, .masculine, .singular, .passive)
      add(passive, Self.teh, 3, .feminine, .singular, .passive)
    }
    add(past, Self.none, 3, .masculine, .singular)
    add(past, Self.teh, 3, .feminine, .singular)
    add(past, Self.alef, 3, .masculine, .dual)
    add(past, Self.tehAlef, 3, .feminine, .dual)
    add(past, Self.wawAlef, 3, .masculine, .plural)
    add(past, Self.waw, 3, .masculine, .plural)
    add(short, Self.noon, 3, .feminine, .plural)
    add(short, Self.teh, 1, .any, .singular, .active)
    add(short, Self.noonAlef, 1, .any, .plural, .active)
    add(short, Self.tehMeem, 2, .any, .plural, .active)
  }

  private func addPresent(to forms: inout [InflectedForm]) {
    func add(
      _ prefix: WordKey, _ stem: WordKey, _ ending: WordKey, _ person: Int, _ gender: InflectedForm.Gender,
      _ number: InflectedForm.Number, _ voice: InflectedForm.Voice = .either, isJussive: Bool = false
    ) {
      var form = InflectedForm(
        key: prefix.appending(stem).appending(ending), tense: .present, voice: voice, person: person, gender: gender,
        number: number)
      form.isJussive = isJussive
      forms.append(form)
    }
    func addSingulars(_ stem: WordKey, _ voice: InflectedForm.Voice, isJussive: Bool = false) {
      add(Self.yeh, stem, Self.none, 3, .masculine, .singular, voice, isJussive: isJussive)
      add(Self.teh, stem, Self.none, 3, .feminine, .singular, voice, isJussive: isJussive)
      add(Self.alef, stem, Self.none, 1, .any, .singular, voice, isJussive: isJussive)
      add(Self.noon, stem, Self.none, 1, .any, .plural, voice, isJussive: isJussive)
    }
    func addDualsAndPlurals(dual: WordKey, plural: WordKey, feminine: WordKey) {
      for ending in [Self.alefNoon, Self.alef] {
        add(Self.yeh, dual, ending, 3, .masculine, .dual)
        add(Self.teh, dual, ending, 3, .feminine, .dual)
      }
      for ending in [Self.wawNoon, Self.wawAlef, Self.waw] {
        add(Self.yeh, plural, ending, 3, .masculine, .plural)
        add(Self.teh, plural, ending, 2, .any, .plural)
      }
      add(Self.yeh, feminine, Self.noon, 3, .feminine, .plural)
    }
    let isWeakFinal = presentFinal == "ي" || presentFinal == "ى" || presentFinal == "و"
    guard !isWeakFinal || present.count < 2 else {
      let root = present.dropLast(1)
      addSingulars(present, .either)
      // Jussive, after لم "did not".
      addSingulars(root, .either, isJussive: true)
      if presentFinal == "و" { addSingulars(root.appending(Self.yeh), .passive) }
      if presentFinal != "و" { addSingulars(root.appending(Self.alef), .either) }
      addDualsAndPlurals(
        dual: presentFinal == "و" ? present : root.appending(Self.yeh), plural: root,
        feminine: presentFinal == "و" ? present : root.appending(Self.yeh))
      return
    }
    addSingulars(present, .either)
    var feminine = present
    if case .hollow = pattern, present.count >= 2 {
      let weak = present[present.count - 2]
      if weak == ArabicLetter.yeh || weak == ArabicLetter.waw || weak == ArabicLetter.alef {
        feminine = present.dropLast(2).appending(present.suffix(1))
        addSingulars(feminine, .active, isJussive: true)
        if weak != ArabicLetter.alef {
          addSingulars(present.dropLast(2).appending(Self.alef).appending(present.suffix(1)), .passive)
        }
      }
    }
    addDualsAndPlurals(dual: present, plural: present, feminine: feminine)
  }
}
