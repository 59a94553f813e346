import KhabarCore

/// Tells the language of a text by its letters and by its commonest words, which stand in every sentence.
///
/// Names and quotations of another language don't make a text one of it: each language gets points for its words, and
/// loses some for letters that it does not have.
public struct LanguageDetector: Sendable {
  /// A language of the table.
  public struct Language: Sendable, Equatable {
    /// BCP 47.
    public private(set) var code: String
    /// Its English name.
    public private(set) var name: String
  }

  /// What is told of a text.
  public enum Verdict: Sendable, Equatable {
    /// It is written in a language of the table.
    case language(Language)
    /// It is too short for its words to tell: some languages that have its letters, the likeliest first.
    case oneOf([Language])
    /// It has letters, and its words tell none of the table's languages: those that have its letters, the likeliest
    /// first.
    case unknown([Language])
    /// It has no letters.
    case noLetters
  }

  private var languages: [Language] = []
  /// The languages that a word is common in, as indexes.
  private var words = ArchiveSection<[String: [Int]]>([:])
  /// What words of a language often begin with, such as an article.
  private var beginnings: [Beginning] = []
  private var letters = LetterOwners()
  /// For each language the languages that have most of their letters in common with it, itself among them.
  private var rivals: [[Int]] = []

  /// Bytes of a text that are looked at: a few paragraphs tell its language.
  private static let sample = 4_096
  /// Of a text's words so many are common ones of its language at least: of news they are a fifth to a third.
  private static let leastShare = 0.08
  /// Texts of fewer words may be a name.
  private static let leastWords = 8
  /// How much a letter that a language lacks speaks against it, against a common word of it: a name has one or two of
  /// them in a sentence, and a text of another language one in each word or two.
  private static let strangeLetterWeight = 3.0
  /// Of a text's letters a language has at least so many, or most of it is in another script.
  private static let leastLetters = 0.5
  /// Languages of a table at most: the bits of a set.
  private static let largestTable = 64

  /// What words of a language begin with.
  fileprivate struct Beginning: Sendable {
    var bytes: [UInt8]
    var language: Int
  }

  /// Tells nothing.
  public init() {}

  /// Reads a table with the columns `code`, `name`, `letters` and `words`, of which the last two are lists with spaces
  /// between their members; of letters `x-y` is a range, and a word with a star behind it is what words begin with.
  ///
  /// - Throws: `KhabarError` for a damaged table: L002 a missing column, G003 surplus fields.
  public init(file: String, bytes: [UInt8]) throws {
    let reader = try TSVReader(data: file, bytes: bytes, columns: ["code", "name", "letters", "words"])
    var common: [String: [Int]] = [:]
    for (_, row) in try reader.rows().prefix(Self.largestTable) {
      guard let code = row["code"], let name = row["name"] else { continue }
      for word in (row["words"] ?? "").split(separator: " ") {
        if word.hasSuffix("*") {
          beginnings.append(Beginning(bytes: Array(word.dropLast().utf8), language: languages.count))
        } else {
          common[String(word), default: []].append(languages.count)
        }
      }
      for letter in (row["letters"] ?? "").split(separator: " ") {
        for value in Self.codePoints(letter) { letters.add(value, of: languages.count) }
      }
      languages.append(Language(code: code, name: name))
    }
    words = ArchiveSection(common)
    rivals = Self.rivals(languages.count, letters)
  }

  private static func rivals(_ languages: Int, _ letters: LetterOwners) -> [[Int]] {
    var shared = Array(repeating: Array(repeating: 0, count: languages), count: languages)
    for owners in letters.all {
      let own = (0..<languages).filter { owners & 1 << UInt64($0) != 0 }
      for one in own { for other in own { shared[one][other] += 1 } }
    }
    return (0..<languages).map { own in
      (0..<languages).filter { $0 == own || shared[$0][own] * 2 > shared[$0][$0] }
    }
  }

  /// The code points of a letter or of a range of letters.
  private static func codePoints(_ letters: Substring) -> ClosedRange<UInt32> {
    let scalars = letters.unicodeScalars.map(\.value)
    guard let first = scalars.first, let last = scalars.last, first <= last else { return 0...0 }
    return scalars.count == 3 ? first...last : first...first
  }
}

// MARK: - Telling

extension LanguageDetector {
  /// The language of a text.
  ///
  /// - Parameter text: valid UTF-8, of which the beginning is read.
  public func verdict(on text: UnsafeBufferPointer<UInt8>) -> Verdict {
    let count = count(text)
    guard count.letters > 0 else { return .noLetters }
    let able = languages.indices.filter { count.share(of: $0) >= Self.leastLetters }
    let ranked = able.sorted { (score($0, count), $1) > (score($1, count), $0) }
    guard let best = ranked.first else { return .unknown([]) }
    guard count.words < Self.leastWords else {
      let least = max(1, Int(Self.leastShare * Double(count.words)))
      if count.common[best] >= least { return .language(languages[best]) }
      return languageByLetters(of: able, count).map(Verdict.language) ?? .unknown(ranked.map { languages[$0] })
    }
    // Nothing but its words tells a short text of one language from one of another with the same letters.
    let equals = ranked.filter { count.common[$0] == count.common[best] && count.own[$0] >= count.own[best] }
    return equals.count == 1 ? .language(languages[best]) : .oneOf(equals.map { languages[$0] })
  }

  /// The likeliest of some languages, when it has more of a text's letters than each of the others: what a headline is
  /// in that holds no common word.
  private func languageByLetters(of able: [Int], _ count: Count) -> Language? {
    guard let first = able.first, able.dropFirst().allSatisfy({ count.own[$0] < count.own[first] }) else { return nil }
    return languages[first]
  }

  /// The language that a text is written in, if that is another one than the pipeline's in its script: Persian, Urdu or
  /// Kurdish where the pipeline's is Arabic.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - own: the pipeline's language, BCP 47. Nothing is told of one that the table does not have.
  public func foreignLanguage(of text: UnsafeBufferPointer<UInt8>, own: String) -> Language? {
    home(own).flatMap { foreignLanguage(of: text, own: $0) }
  }

  /// A language of the table that texts should be written in, with the letters that it lacks: found once for all texts.
  struct Home: Sendable {
    fileprivate let language: Int
    /// A bit for each code point below U+0800 that is a letter of other languages alone.
    fileprivate var strangers = [UInt64](repeating: 0, count: 32)
  }

  /// The language of a code; nil for one that the table does not have.
  func home(_ code: String) -> Home? {
    guard let language = languages.firstIndex(where: { $0.code == code }) else { return nil }
    var home = Home(language: language)
    for scalar in 0..<UInt32(0x800) where isStrange(scalar, to: language) {
      home.strangers[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
    }
    return home
  }

  private func isStrange(_ scalar: UInt32, to language: Int) -> Bool {
    let owners = letters[scalar]
    return owners != 0 && owners & (1 << UInt64(language)) == 0
  }

  func foreignLanguage(of text: UnsafeBufferPointer<UInt8>, own home: Home) -> Language? {
    guard hasStranger(text, home) else { return nil }
    let own = home.language
    let count = count(text)
    let total = count.wordsBeyondASCII
    guard total >= Self.leastWords,
      let best = rivals[own].max(by: { count.common[$0] < count.common[$1] }), best != own,
      Double(count.common[best]) >= Self.leastShare * Double(total)
    else { return nil }
    return languages[best]
  }

  /// What speaks for a language.
  private func score(_ language: Int, _ count: Count) -> Double {
    Double(count.common[language]) / Double(max(1, count.words))
      - Self.strangeLetterWeight * (1 - count.share(of: language))
  }

  /// Whether a text has a letter that its language lacks. Letters of ASCII are never asked for.
  private func hasStranger(_ text: UnsafeBufferPointer<UInt8>, _ home: Home) -> Bool {
    home.strangers.withUnsafeBufferPointer { strangers in
      let end = min(text.count, Self.sample)
      var position = 0
      while position < end {
        let byte = text[position]
        if byte < 0x80 {
          position &+= 1
        } else if byte < 0xE0 {
          // Of two bytes the first has the five upper bits of the code point, the second the six lower ones.
          if strangers[Int(byte & 0x1F)] &>> UInt64(text[position &+ 1] & 0x3F) & 1 != 0 { return true }
          position &+= 2
        } else if isStrange(Orthography.decode(text, &position), to: home.language) {
          return true
        }
      }
      return false
    }
  }
}

// MARK: - Counting

extension LanguageDetector {
  /// What stands in the beginning of a text.
  private struct Count {
    /// Words, and those of them that are not of plain Latin letters.
    var words = 0
    var wordsBeyondASCII = 0
    var letters = 0
    /// For each language how many of the words are common in it, and how many of the letters it has.
    var common: [Int]
    var own: [Int]

    func share(of language: Int) -> Double { Double(own[language]) / Double(max(1, letters)) }
  }

  private func count(_ text: UnsafeBufferPointer<UInt8>) -> Count {
    var count = Count(
      common: Array(repeating: 0, count: languages.count), own: Array(repeating: 0, count: languages.count))
    let end = min(text.count, Self.sample)
    let words = words.value
    var word: [UInt8] = []
    var position = 0
    while position < end {
      switch character(text, &position) {
      case .letter(let scalar):
        word.append(contentsOf: String(scalar).utf8)
        addLetter(scalar.value, to: &count)
      case .mark: break
      case .other: addWord(&word, words, to: &count)
      }
    }
    addWord(&word, words, to: &count)
    return count
  }

  private enum Character {
    /// A small letter, or one that is neither small nor capital.
    case letter(Unicode.Scalar)
    /// What is written above or below a letter.
    case mark
    case other
  }

  private func character(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Character {
    let byte = text[position]
    if byte < 0x80 {
      position += 1
      let isCapital = (0x41...0x5A).contains(byte)
      return isCapital || (0x61...0x7A).contains(byte) ? .letter(Unicode.Scalar(byte | 0x20)) : .other
    }
    guard let scalar = Unicode.Scalar(Orthography.decode(text, &position)) else { return .other }
    if letters[scalar.value] != 0 { return .letter(scalar) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter:
      return .letter(scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar)
    case .lowercaseLetter, .otherLetter: return .letter(scalar)
    case .nonspacingMark, .modifierLetter: return .mark
    default: return .other
    }
  }

  private func addLetter(_ letter: UInt32, to count: inout Count) {
    count.letters += 1
    var owners = letters[letter]
    while owners != 0 {
      count.own[owners.trailingZeroBitCount] += 1
      owners &= owners - 1
    }
  }

  private func addWord(_ word: inout [UInt8], _ words: [String: [Int]], to count: inout Count) {
    guard !word.isEmpty else { return }
    count.words += 1
    if word.contains(where: { $0 >= 0x80 }) { count.wordsBeyondASCII += 1 }
    if let known = words[String(decoding: word, as: UTF8.self)] {
      for language in known { count.common[language] += 1 }
    } else if let beginning = beginnings.first(where: { word.starts(with: $0.bytes) }) {
      count.common[beginning.language] += 1
    }
    word.removeAll(keepingCapacity: true)
  }
}

// MARK: - Archive

extension LanguageDetector: Archivable {
  public static var blank: LanguageDetector { LanguageDetector() }

  public mutating func pass(through archive: Archive) throws {
    try languages.pass(through: archive)
    try words.pass(through: archive)
    try beginnings.pass(through: archive)
    try letters.pass(through: archive)
    try rivals.pass(through: archive)
  }
}

extension LanguageDetector.Language: Archivable {
  public static var blank: Self { Self(code: "", name: "") }

  public mutating func pass(through archive: Archive) throws {
    try code.pass(through: archive)
    try name.pass(through: archive)
  }
}

extension LanguageDetector.Beginning: Archivable {
  static var blank: Self { Self(bytes: [], language: 0) }

  mutating func pass(through archive: Archive) throws {
    try archive.plain(&bytes)
    try language.pass(through: archive)
  }
}
