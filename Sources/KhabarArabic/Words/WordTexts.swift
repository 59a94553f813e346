import KhabarCore

/// Words with a text each, such as their spelling in Latin letters: all texts lie in one stretch.
struct WordTexts: Sendable {
  /// Where a word's text lies in `text`, in bytes.
  private struct Place: Sendable, BitwiseCopyable {
    var start: UInt32
    var count: UInt32
  }

  private var places = KeyTable(placeholder: Place(start: 0, count: 0))
  /// UTF-8.
  private var text = Stretch<UInt8>()

  /// Adds a word; of two texts the first stays.
  mutating func add(_ word: WordKey, _ text: String) {
    guard places[word] == nil else { return }
    places.insert(word, Place(start: UInt32(self.text.count), count: UInt32(text.utf8.count)))
    for byte in text.utf8 { self.text.append(byte) }
  }

  /// The text of a word; nil when it has none.
  subscript(word: WordKey) -> String? {
    places[word].map { place in
      text.withUnsafeBytes { text in
        String(decoding: text[Int(place.start)..<Int(place.start + place.count)], as: UTF8.self)
      }
    }
  }
}

extension WordTexts: Archivable {
  static var blank: WordTexts { WordTexts() }

  mutating func pass(through archive: Archive) throws {
    try places.pass(through: archive)
    try archive.plain(&text)
  }
}
