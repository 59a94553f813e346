/// What a script's characters are to the program: letters with their folded code, marks that are passed over, digits,
/// white space and punctuation. A language pack makes one; the engine has no letter in it.
///
/// Characters that fold to one letter code are spelling variants of each other: in Arabic all seats of alef, teh
/// marbuta and heh, alef maksura and yeh, the seats of hamza.
public struct Orthography: Sendable {
  /// The class of a character. Letters are their codes 1...62.
  @frozen
  public struct Class: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A symbol that is none of the others (a foreign letter counts as `foreignLetter`).
    @inlinable public static var other: Class { Class(rawValue: 0) }
    /// A diacritic, tatweel or joiner inside a word: not part of its key.
    @inlinable public static var mark: Class { Class(rawValue: 63) }
    /// The digit 0; digit n is `digit.rawValue + n`.
    @inlinable public static var digit: Class { Class(rawValue: 64) }
    /// White space inside a line.
    @inlinable public static var space: Class { Class(rawValue: 80) }
    /// Ends a line.
    @inlinable public static var newline: Class { Class(rawValue: 81) }
    /// Full stop, question and exclamation mark.
    @inlinable public static var sentenceEnd: Class { Class(rawValue: 82) }
    /// Comma and semicolon.
    @inlinable public static var comma: Class { Class(rawValue: 83) }
    /// A hyphen or dash.
    @inlinable public static var hyphen: Class { Class(rawValue: 84) }
    /// A quotation mark, opening or closing.
    @inlinable public static var quote: Class { Class(rawValue: 85) }
    /// Opens a bracket of any kind.
    @inlinable public static var openBracket: Class { Class(rawValue: 86) }
    /// Closes one.
    @inlinable public static var closeBracket: Class { Class(rawValue: 87) }
    /// A colon.
    @inlinable public static var colon: Class { Class(rawValue: 88) }
    /// A slash or backslash.
    @inlinable public static var slash: Class { Class(rawValue: 89) }
    /// Any other mark.
    @inlinable public static var punctuation: Class { Class(rawValue: 90) }
    /// A letter that the alphabet has no code for.
    @inlinable public static var foreignLetter: Class { Class(rawValue: 91) }

    /// The class of the letter of a code, 1...62.
    @inlinable public static func letter(_ code: UInt8) -> Class { Class(rawValue: code) }
    /// A letter of the alphabet.
    @inlinable public var isLetter: Bool { rawValue >= 1 && rawValue <= 62 }
    /// A digit of any script.
    @inlinable public var isDigit: Bool { rawValue >= 64 && rawValue <= 73 }
    /// A letter, mark or foreign letter.
    @inlinable public var isWordCharacter: Bool { (rawValue >= 1 && rawValue <= 63) || rawValue == 91 }
  }

  /// Classes of U+0000...U+24FF; beyond that `classes(beyond:)` decides.
  @usableFromInline var table: [UInt8]
  @usableFromInline static let tableSize = 0x2500
  /// The letter that marks feminine nouns at their end (Arabic teh marbuta), 0 for none.
  public var feminineEnding: UInt32 = 0
  /// A final letter whose key is that of another letter (Arabic alef maksura), 0 for none.
  public var maksuraEnding: UInt32 = 0
  /// A seat that writers put before a final letter which needs none: of ـاـىء the key is that of ـاـئ (Arabic هانىء).
  public var superfluousSeat: SuperfluousSeat?
  /// The mark of indefinite accusative nouns (Arabic fathatan), 0 for none.
  public var accusativeMark: UInt32 = 0
  /// The marks of indefinite nouns in other cases (Arabic dammatan, kasratan); none for most scripts.
  public var nunationMarks: Range<UInt32> = 0..<0
  /// The vowel mark that tells passive verbs from active ones (Arabic damma), 0 for none.
  public var passiveMark: UInt32 = 0
  /// The letter that only lengthens that vowel when it follows (Arabic waw), 0 for none.
  public var passiveMarkCarrier: UInt32 = 0
  /// The mark that lengthens a word and, alone, serves as a dash (Arabic tatweel), 0 for none.
  public var elongation: UInt32 = 0
  /// Presentation forms and other characters that stand for one or more letters (U+FEFB is lam + alef).
  var compatibility: [UInt32: [UInt8]] = [:]
  /// The same characters as the letters they stand for.
  var compatibilityLetters: [UInt32: [UInt32]] = [:]

  /// An orthography with ASCII, Latin letters folded for case (codes 36...61), digits and general punctuation.
  public init() {
    table = Array(repeating: 0, count: Self.tableSize)
    func set(_ range: ClosedRange<Int>, _ value: Class) { for index in range { table[index] = value.rawValue } }
    set(0xC0...0x2FF, .foreignLetter)
    set(0x370...0x52F, .foreignLetter)
    set(0x300...0x36F, .mark)
    set(0x2000...0x200A, .space)
    set(0x200B...0x200F, .mark)
    set(0x202A...0x202E, .mark)
    set(0x2060...0x2069, .mark)
    set(0x2010...0x2015, .hyphen)
    set(0x2018...0x201F, .quote)
    set(0x2020...0x2027, .punctuation)
    for (index, letter) in (UInt8(ascii: "a")...UInt8(ascii: "z")).enumerated() {
      table[Int(letter)] = UInt8(36 + index)
      table[Int(letter) - 32] = UInt8(36 + index)
    }
    for digit in 0...9 { table[0x30 + digit] = Class.digit.rawValue + UInt8(digit) }
    let classes: [(Class, String)] = [
      (.space, " \t\u{A0}\u{202F}\u{1F}"), (.newline, "\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}"), (.sentenceEnd, ".!?…"),
      (.comma, ",;"), (.hyphen, "-\u{AD}"), (.quote, "\"'`«»‹›"), (.openBracket, "([{"), (.closeBracket, ")]}"),
      (.colon, ":"), (.slash, "/\\"), (.punctuation, "#%&*@_|~^<>=+$"),
    ]
    for (value, characters) in classes {
      for scalar in characters.unicodeScalars { table[Int(scalar.value)] = value.rawValue }
    }
    table[0xD7] = 0
    table[0xF7] = 0
  }

  /// Gives every character of `characters` one class.
  public mutating func set(_ characters: some Sequence<Unicode.Scalar>, to value: Class) {
    for scalar in characters where scalar.value < Self.tableSize { table[Int(scalar.value)] = value.rawValue }
  }

  /// Says that a character beyond the table stands for these letters.
  public mutating func setCompatibility(_ scalar: Unicode.Scalar, to letters: [Unicode.Scalar]) {
    compatibility[scalar.value] = letters.map { Int($0.value) < table.count ? table[Int($0.value)] : 0 }
    compatibilityLetters[scalar.value] = letters.map(\.value)
  }

  /// Calls `body` with the classes of U+0000...U+24FF, for loops over text.
  @inlinable public func withTable<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try table.withUnsafeBufferPointer(body)
  }

  /// The letters that a character beyond the table stands for; nil when it stands for itself.
  public func letters(for scalar: UInt32) -> [UInt8]? { compatibility[scalar] }

  /// The plain letters, as scalars, that a presentation form stands for.
  public func plainLetters(for scalar: UInt32) -> [UInt32]? { compatibilityLetters[scalar] }

  /// The class of a character.
  @inlinable public func classify(_ scalar: UInt32) -> Class {
    scalar < UInt32(Self.tableSize) ? Class(rawValue: table[Int(scalar)]) : classify(beyond: scalar)
  }

  /// The class of a character beyond U+24FF.
  public func classify(beyond scalar: UInt32) -> Class {
    if let letters = compatibility[scalar] { return Class(rawValue: letters[0]) }
    switch scalar {
    case 0x3000: return .space
    case 0xFE00...0xFE0F, 0xFEFF, 0xFE20...0xFE2F: return .mark
    case 0x2C00...0x2DFF, 0x3040...0xD7FF, 0xF900...0xFDFF, 0xFE70...0xFEFC, 0x10000...0x1EFFF, 0x20000...0x3FFFF:
      return .foreignLetter
    default: return .other
    }
  }
}

extension Orthography {
  /// Letters of a text.
  public struct LetterCount: Sendable, Equatable {
    /// Those of the language's script.
    public var own = 0
    /// Those of any script.
    public var all = 0
  }

  /// Counts the letters of a text given as valid UTF-8, and those of the language's script among them. Latin letters,
  /// which every orthography knows, are the language's own when it adds none of another script.
  ///
  /// - Parameter isEnough: is asked now and then with the letters so far and the bytes that are left, of which each may
  ///   be a letter; nothing more is counted when it says yes.
  public func countLetters(
    _ text: UnsafeBufferPointer<UInt8>, until isEnough: (LetterCount, Int) -> Bool = { _, _ in false }
  ) -> LetterCount {
    let latin = UInt8(36)
    // U+0250 follows the last block of Latin letters that alphabets are made of.
    let isLatin = !table[0x250...].contains { $0 > 0 && $0 < latin }
    // Of letters that are the language's own the classes are the first ones.
    let last = isLatin ? 62 : latin - 1
    var count = LetterCount()
    var position = 0
    withTable { table in
      while position < text.count {
        let stop = min(position + Self.lettersBetween, text.count)
        while position < stop {
          let scalar = Self.decode(text, &position)
          let value = scalar < UInt32(Self.tableSize) ? table[Int(scalar)] : classify(beyond: scalar).rawValue
          // 0 is no letter, and with one taken off more than any.
          if value &- 1 < 62 {
            count.all += 1
            if value <= last { count.own += 1 }
          } else if value == Class.foreignLetter.rawValue {
            count.all += 1
          }
        }
        if isEnough(count, text.count - position) { return }
      }
    }
    return count
  }

  /// Bytes of a text between two questions whether enough letters were counted.
  private static let lettersBetween = 256

  /// Reads one character of valid UTF-8 at `position` and moves past it.
  @inlinable @inline(__always) public static func decode(
    _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) -> UInt32 {
    let first = UInt32(text[position])
    if first < 0x80 {
      position &+= 1
      return first
    }
    if first < 0xE0 {
      let value = (first & 0x1F) << 6 | UInt32(text[position + 1] & 0x3F)
      position &+= 2
      return value
    }
    if first < 0xF0 {
      let value = (first & 0x0F) << 12 | UInt32(text[position + 1] & 0x3F) << 6 | UInt32(text[position + 2] & 0x3F)
      position &+= 3
      return value
    }
    let value =
      (first & 0x07) << 18 | UInt32(text[position + 1] & 0x3F) << 12 | UInt32(text[position + 2] & 0x3F) << 6
      | UInt32(text[position + 3] & 0x3F)
    position &+= 4
    return value
  }

  /// The folded key of a word given as valid UTF-8. Characters that are no letters or digits are passed over.
  public func key(_ text: UnsafeBufferPointer<UInt8>) -> WordKey {
    // Nearly all words are a few plain letters, which fit into half a key.
    var packed: UInt64 = 0
    var letters = 0
    var position = 0
    while position < text.count, letters < 10 {
      var next = position
      let value = classify(Self.decode(text, &next))
      guard value.isLetter, next &- position < 3 else { break }
      packed |= UInt64(value.rawValue) &<< UInt64(letters &* 6)
      letters &+= 1
      position = next
    }
    var packer = KeyPacker(packed: packed, letters: letters)
    while position < text.count {
      let scalar = Self.decode(text, &position)
      if scalar >= UInt32(Self.tableSize), let letters = compatibility[scalar] {
        for letter in letters { packer.append(Class(rawValue: letter), scalar) }
      } else {
        packer.append(classify(scalar), scalar)
      }
    }
    return settled(packer.key)
  }

  /// A key without the letter that is no more than the seat of its last one.
  @inlinable public func settled(_ key: WordKey) -> WordKey {
    guard let seat = superfluousSeat, key.count >= 4, key[key.count - 1] == seat.final,
      key[key.count - 2] == seat.seat, key[key.count - 4] == seat.vowel
    else { return key }
    return key.dropLast(2).appending(key.suffix(1))
  }

  /// The letters of a word's end that say that the last but one is a seat: vowel, any letter, seat, final letter.
  public struct SuperfluousSeat: Sendable {
    /// Code of the letter before the others.
    public var vowel: UInt8
    /// Code of the letter that is left out.
    public var seat: UInt8
    /// Code of the last letter.
    public var final: UInt8

    public init(vowel: UInt8, seat: UInt8, final: UInt8) {
      self.vowel = vowel
      self.seat = seat
      self.final = final
    }
  }

  /// The folded key of one word.
  public func key(_ word: String) -> WordKey {
    var word = word
    return word.withUTF8 { key($0) }
  }

  /// The words of a phrase as keys: every run of letters and every run of digits is one, as in `Token`.
  public func keys(_ phrase: String) -> [WordKey] {
    var phrase = phrase
    return phrase.withUTF8 { keys(in: $0) }
  }

  /// The words of a phrase given as valid UTF-8.
  public func keys(in text: UnsafeBufferPointer<UInt8>) -> [WordKey] {
    var keys: [WordKey] = []
    var start = 0
    var run: RunKind = .gap
    var position = 0
    while position <= text.count {
      let before = position
      let kind: RunKind
      if position == text.count {
        kind = .gap
        position += 1
      } else {
        let value = classify(Self.decode(text, &position))
        kind = value.isDigit ? .digits : value == .mark ? run : value.isWordCharacter ? .letters : .gap
      }
      if kind != run {
        if run != .gap { keys.append(key(UnsafeBufferPointer(rebasing: text[start..<before]))) }
        run = kind
        start = before
      }
    }
    return keys.filter { !$0.isEmpty }
  }

  private enum RunKind { case gap, letters, digits }
}

/// Packs the letters of a word, first to last, into a `WordKey`.
///
/// The hash of a word that can't be packed (FNV-1a over its characters) is begun when the first such character comes,
/// so that ordinary words pay nothing for it.
@frozen
public struct KeyPacker: Sendable {
  @usableFromInline var bits: UInt128 = 0
  @usableFromInline var letters = 0
  @usableFromInline var hash: UInt64 = 0
  @usableFromInline var isHashed = false

  @inlinable public init() {}

  /// Begins with up to ten letters that were packed already, 6 bits a letter, first letter lowest.
  @inlinable public init(packed: UInt64, letters: Int) {
    bits = UInt128(packed)
    self.letters = letters
  }

  /// No character came yet.
  @inlinable public var isEmpty: Bool { letters == 0 && !isHashed }

  /// Takes the next character of the word.
  @inlinable @inline(__always)
  public mutating func append(_ value: Orthography.Class, _ scalar: UInt32) {
    if value.isLetter, letters < WordKey.capacity, !isHashed {
      bits |= UInt128(value.rawValue) &<< UInt128(truncatingIfNeeded: letters &* 6)
      letters &+= 1
    } else {
      appendHashed(value, scalar)
    }
  }

  @usableFromInline
  mutating func appendHashed(_ value: Orthography.Class, _ scalar: UInt32) {
    guard value.isLetter || value.isDigit || value == .foreignLetter || value == .other else { return }
    if !isHashed {
      isHashed = true
      hash = 0xCBF2_9CE4_8422_2325
      for index in 0..<letters { mix(UInt64(WordKey(bits: bits)[index])) }
    }
    mix(value.isLetter || value.isDigit ? UInt64(value.rawValue) : UInt64(scalar &+ 256))
  }

  private mutating func mix(_ value: UInt64) { hash = (hash ^ value) &* 0x0000_0100_0000_01B3 }

  /// The key of the characters so far.
  @inlinable public var key: WordKey {
    guard isHashed else { return WordKey(bits: bits) }
    return WordKey(bits: UInt128(hash) << 63 ^ UInt128(hash &* 0x9E37_79B9_7F4A_7C15) | (1 << 127))
  }
}
