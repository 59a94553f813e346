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
    var text: [UInt8] = []
    return append(word, to: &text) ? String(decoding: text, as: UTF8.self) : nil
  }

  /// Puts the text of a word behind another one.
  ///
  /// - Returns: whether it has one.
  func append(_ word: WordKey, to output: inout [UInt8]) -> Bool {
    guard let place = places[word] else { return false }
    text.withUnsafeBytes { output.append(contentsOf: $0[Int(place.start)..<Int(place.start + place.count)]) }
    return true
  }
}

extension WordTexts: Archivable {
  static var blank: WordTexts { WordTexts() }

  mutating func pass(through archive: Archive) throws {
    try places.pass(through: archive)
    try archive.plain(&text)
  }
}
