import Foundation
import KhabarCore

/// Writes Arabic names in Latin letters: known name words by a table, all others letter by letter.
///
/// عبد العزيز بن صالح الجربوع becomes "Abdulaziz bin Saleh al-Jarbua". Short vowels are not written in Arabic: where
/// three consonants would meet, or two begin a word, an "a" is put in. The letters follow the usage of English news
/// (BGN/PCGN 1956 without its marks).
struct ArabicRomanizer: Romanizer {
  private let orthography: Orthography
  private var known = WordTexts()

  private init(orthography: Orthography) { self.orthography = orthography }

  /// Reads `romanization.tsv` of a lexicon folder; without it all words are romanized by their letters.
  ///
  /// - Throws: `KhabarError` for a damaged table.
  init(folder: String, orthography: Orthography) throws {
    self.orthography = orthography
    let file = folder + "/romanization.tsv"
    guard let data = FileManager.default.contents(atPath: file) else { return }
    for (line, cells) in try TSVReader(data: file, bytes: Array(data), columns: ["word", "latin"]).rows() {
      guard let word = cells["word"], let latin = cells["latin"] else {
        throw KhabarError(
          "L003", at: SourceLocation(file: file, line: line), "the row has no word or no latin",
          remedy: "Give both, separated by a tab")
      }
      known.add(orthography.key(word), latin)
    }
  }

  func romanize(_ name: String) -> String {
    let words = Self.words(of: name)
    var result: [String] = []
    var index = 0
    while index < words.count {
      // عبد العزيز is one name in two words.
      if index + 1 < words.count, let joined = known[orthography.key(words[index] + words[index + 1])] {
        result.append(joined)
        index += 2
        continue
      }
      let word = self.word(words[index])
      if !word.isEmpty { result.append(word) }
      index += 1
    }
    return Self.capitalized(result.joined(separator: " "))
  }

  /// With a capital at the beginning.
  private static func capitalized(_ text: String) -> String {
    // Of ASCII, as nearly all are, the byte tells the letter, and no character need be found.
    guard let first = text.utf8.first, first >= 0x80 else {
      var bytes = Array(text.utf8)
      if let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) { bytes[0] = first - 0x20 }
      return String(decoding: bytes, as: UTF8.self)
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The words of a name, between spaces and hyphens.
  static func words(of name: String) -> [String] {
    // Of letters and ASCII each is a character, so that the bytes say where words end. Finding the characters of a text
    // takes longer than all else here.
    let isSimple = name.unicodeScalars.allSatisfy {
      (0x20...0x7E).contains($0.value) || (0x621...0x64A).contains($0.value)
    }
    guard isSimple else {
      return name.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "\u{A0}" }).map(String.init)
    }
    return name.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") })
      .map { String(Substring($0)) }
  }

  private func word(_ word: String) -> String {
    let key = orthography.key(word)
    if let latin = known[key] { return latin }
    let letters = Array(word.unicodeScalars).filter { RomanLetters.latin($0) != nil }
    if letters.count > 4, letters[0] == "ا" || letters[0] == "إ", letters[1] == "ل" {
      let rest = known[key.dropFirst(2)] ?? RomanLetters.spell(Array(letters.dropFirst(2)))
      return "al-" + rest
    }
    if letters.isEmpty { return word.allSatisfy(\.isASCII) ? word : "" }
    return RomanLetters.spell(letters)
  }
}

extension ArabicRomanizer: Archivable {
  static var blank: ArabicRomanizer { ArabicRomanizer(orthography: .arabic) }
  mutating func pass(through archive: Archive) throws { try known.pass(through: archive) }
}

/// Arabic letters by their Latin ones.
private enum RomanLetters {
  /// The letters; "" for those that only carry a vowel or stand for none.
  static let table: [Unicode.Scalar: String] = [
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh",
    "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a",
    "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "w", "ي": "y",
    "ى": "a", "ئ": "", "ء": "", "ؤ": "u", "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g", "ک": "k", "ی": "y", "ژ": "zh",
  ]
  /// The same by the letters' places in their block, which holds all of them.
  private static let places: [String?] = (0x600...0x6FF).map { Unicode.Scalar($0).flatMap { table[$0] } }

  static func latin(_ letter: Unicode.Scalar) -> String? {
    (0x600...0x6FF).contains(letter.value) ? places[Int(letter.value) - 0x600] : nil
  }

  /// Carriers of vowels.
  private static func isVowel(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "ا", "أ", "إ", "آ", "ٱ", "ى", "ة", "ؤ", "ع": true
    default: false
    }
  }

  /// A word by its letters, with a capital.
  static func spell(_ letters: [Unicode.Scalar]) -> String {
    var text: [UInt8] = []
    // Consonants since the last vowel; a word begins as if one had gone before.
    var consonants = 1
    for (index, letter) in letters.enumerated() {
      guard let latin = latin(letter), !latin.isEmpty else { continue }
      if consonants > 0, index > 0, let vowel = longVowel(letter, before: letters.dropFirst(index + 1).first) {
        text.append(vowel)
        consonants = 0
      } else if isVowel(letter) {
        if text.last != UInt8(ascii: "a") || letter == "إ" { text += latin.utf8 }
        consonants = 0
      } else {
        if consonants >= 2 { text.append(UInt8(ascii: "a")) }
        text += latin.utf8
        consonants = consonants >= 2 ? 1 : consonants + 1
      }
    }
    if let first = text.first { text[0] = first - 0x20 }
    return String(decoding: text, as: UTF8.self)
  }

  /// Waw and yeh behind a consonant, unless a vowel follows: then they are consonants themselves.
  private static func longVowel(_ letter: Unicode.Scalar, before next: Unicode.Scalar?) -> UInt8? {
    if let next, isVowel(next), next != "ع" { return nil }
    switch letter {
    case "و": return UInt8(ascii: "u")
    case "ي", "ی": return UInt8(ascii: "i")
    default: return nil
    }
  }
}
