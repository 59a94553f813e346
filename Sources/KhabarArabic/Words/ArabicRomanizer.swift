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
    var (name, words) = (name, Self.words(of: name))
    var latin: [UInt8] = []
    name.withUTF8 { name in
      var joined: [UInt8] = []
      while let word = words.first {
        words.removeFirst()
        // Behind a space, unless it is the first or comes to nothing.
        let end = latin.count
        if end > 0 { latin.append(0x20) }
        let start = latin.count
        // عبد العزيز is one name in two words.
        if let next = words.first {
          joined.removeAll(keepingCapacity: true)
          joined.append(contentsOf: name[word])
          joined.append(contentsOf: name[next])
          if known.append(joined.withUnsafeBufferPointer(orthography.key), to: &latin) {
            words.removeFirst()
            continue
          }
        }
        append(UnsafeBufferPointer(rebasing: name[word]), to: &latin)
        if latin.count == start { latin.removeLast(start - end) }
      }
    }
    return Self.capitalized(latin)
  }

  /// With a capital at the beginning.
  private static func capitalized(_ latin: [UInt8]) -> String {
    // Of ASCII, as nearly all are, the byte tells the letter, and no character need be found.
    guard let first = latin.first, first >= 0x80 else {
      var latin = latin
      if let first = latin.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) { latin[0] = first - 0x20 }
      return String(decoding: latin, as: UTF8.self)
    }
    let text = String(decoding: latin, as: UTF8.self)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Where the words of a name stand, between spaces and hyphens: their UTF-8 bytes.
  static func words(of name: String) -> ArraySlice<Range<Int>> {
    // Of letters and ASCII each is a character, so that the bytes say where words end. Finding the characters of a text
    // takes longer than all else here.
    let isSimple = name.unicodeScalars.allSatisfy {
      (0x20...0x7E).contains($0.value) || (0x621...0x64A).contains($0.value)
    }
    guard isSimple else {
      return name.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "\u{A0}" }).map { word in
        let start = name.utf8.distance(from: name.startIndex, to: word.startIndex)
        return start..<(start + word.utf8.count)
      }[...]
    }
    var words: [Range<Int>] = []
    var start = 0
    for (index, byte) in name.utf8.enumerated() where byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") {
      if index > start { words.append(start..<index) }
      start = index + 1
    }
    if name.utf8.count > start { words.append(start..<name.utf8.count) }
    return words[...]
  }

  /// Puts a word in Latin letters behind a text; nothing for one that has none.
  private func append(_ word: UnsafeBufferPointer<UInt8>, to latin: inout [UInt8]) {
    let key = orthography.key(word)
    if known.append(key, to: &latin) { return }
    var letters: [UInt32] = []
    letters.reserveCapacity(word.count)
    var position = 0
    while position < word.count {
      let scalar = Orthography.decode(word, &position)
      if RomanLetters.latin(scalar) != nil { letters.append(scalar) }
    }
    if letters.isEmpty {
      if word.allSatisfy({ $0 < 0x80 }) { latin.append(contentsOf: word) }
    } else if letters.count > 4, letters[0] == RomanLetters.alef || letters[0] == RomanLetters.alefBelow,
      letters[1] == RomanLetters.lam
    {
      latin.append(contentsOf: "al-".utf8)
      if !known.append(key.dropFirst(2), to: &latin) { RomanLetters.spell(letters[2...], into: &latin) }
    } else {
      RomanLetters.spell(letters[...], into: &latin)
    }
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
  private static let places: [[UInt8]?] = (0x600...0x6FF).map {
    Unicode.Scalar($0).flatMap { table[$0] }.map { Array($0.utf8) }
  }

  static let alef: UInt32 = 0x627
  static let alefBelow: UInt32 = 0x625
  static let lam: UInt32 = 0x644
  private static let ain: UInt32 = 0x639

  static func latin(_ letter: UInt32) -> [UInt8]? {
    (0x600...0x6FF).contains(letter) ? places[Int(letter) - 0x600] : nil
  }

  /// Carriers of vowels.
  private static func isVowel(_ letter: UInt32) -> Bool {
    switch letter {
    // ا أ إ آ ٱ ى ة ؤ ع
    case alef, 0x623, alefBelow, 0x622, 0x671, 0x649, 0x629, 0x624, ain: true
    default: false
    }
  }

  /// Puts a word by its letters, with a capital, behind a text.
  static func spell(_ letters: ArraySlice<UInt32>, into text: inout [UInt8]) {
    let start = text.count
    // Consonants since the last vowel; a word begins as if one had gone before.
    var consonants = 1
    for index in letters.indices {
      let letter = letters[index]
      guard let latin = latin(letter), !latin.isEmpty else { continue }
      let next = index + 1 < letters.endIndex ? letters[index + 1] : nil
      if consonants > 0, index > letters.startIndex, let vowel = longVowel(letter, before: next) {
        text.append(vowel)
        consonants = 0
      } else if isVowel(letter) {
        if text.count == start || text[text.count - 1] != UInt8(ascii: "a") || letter == alefBelow { text += latin }
        consonants = 0
      } else {
        if consonants >= 2 { text.append(UInt8(ascii: "a")) }
        text += latin
        consonants = consonants >= 2 ? 1 : consonants + 1
      }
    }
    if text.count > start { text[start] -= 0x20 }
  }

  /// Waw and yeh behind a consonant, unless a vowel follows: then they are consonants themselves.
  private static func longVowel(_ letter: UInt32, before next: UInt32?) -> UInt8? {
    if let next, isVowel(next), next != ain { return nil }
    switch letter {
    // و
    case 0x648: return UInt8(ascii: "u")
    // ي ی
    case 0x64A, 0x6CC: return UInt8(ascii: "i")
    default: return nil
    }
  }
}
