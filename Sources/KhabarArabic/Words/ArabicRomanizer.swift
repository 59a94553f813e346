import Foundation
import KhabarCore

/// Writes Arabic names in Latin letters: known name words by a table, all others letter by letter.
///
/// عبد العزيز بن صالح الجربوع becomes "Abdulaziz bin Saleh al-Jarbua". Short vowels are not written in Arabic: where
/// three consonants would meet, or two begin a word, an "a" is put in. The letters follow the usage of English news
/// (BGN/PCGN 1956 without its marks).
struct ArabicRomanizer: Romanizer {
  private let orthography: Orthography
  private var known: [WordKey: String] = [:]

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
      known[orthography.key(word)] = known[orthography.key(word)] ?? latin
    }
  }

  func romanize(_ name: String) -> String {
    let words = name.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "\u{A0}" }).map(String.init)
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
    guard var first = result.first else { return "" }
    first = first.prefix(1).uppercased() + first.dropFirst()
    return ([first] + result.dropFirst()).joined(separator: " ")
  }

  private func word(_ word: String) -> String {
    let key = orthography.key(word)
    if let latin = known[key] { return latin }
    let letters = word.unicodeScalars.compactMap { RomanLetters.table[$0] == nil ? nil : $0 }
    if letters.count > 4, letters[0] == "ا" || letters[0] == "إ", letters[1] == "ل" {
      let rest = known[key.dropFirst(2)] ?? Self.capitalized(RomanLetters.spell(Array(letters.dropFirst(2))))
      return "al-" + rest
    }
    if letters.isEmpty { return word.allSatisfy(\.isASCII) ? word : "" }
    return Self.capitalized(RomanLetters.spell(letters))
  }

  private static func capitalized(_ word: String) -> String {
    guard let first = word.firstIndex(where: \.isLetter) else { return word }
    return word[..<first] + word[first].uppercased() + word[word.index(after: first)...]
  }
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
  /// Carriers of vowels.
  private static let vowels: Set<Unicode.Scalar> = ["ا", "أ", "إ", "آ", "ٱ", "ى", "ة", "ؤ", "ع"]

  static func spell(_ letters: [Unicode.Scalar]) -> String {
    var text = ""
    // Consonants since the last vowel; a word begins as if one had gone before.
    var consonants = 1
    for (index, letter) in letters.enumerated() {
      guard let latin = table[letter], !latin.isEmpty else { continue }
      if consonants > 0, index > 0, let vowel = longVowel(letter, before: letters.dropFirst(index + 1).first) {
        text += vowel
        consonants = 0
      } else if vowels.contains(letter) {
        if text.last != "a" || letter == "إ" { text += latin }
        consonants = 0
      } else {
        text += consonants >= 2 ? "a" + latin : latin
        consonants = consonants >= 2 ? 1 : consonants + 1
      }
    }
    return text
  }

  /// Waw and yeh behind a consonant, unless a vowel follows: then they are consonants themselves.
  private static func longVowel(_ letter: Unicode.Scalar, before next: Unicode.Scalar?) -> String? {
    if let next, vowels.contains(next), next != "ع" { return nil }
    switch letter {
    case "و": return "u"
    case "ي", "ی": return "i"
    default: return nil
    }
  }
}
