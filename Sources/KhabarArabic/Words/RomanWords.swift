import KhabarCore

/// Words with their spelling in Latin letters: all spellings lie in one stretch of text.
struct RomanWords: Sendable {
  /// Where a word's spelling lies in `text`, in bytes.
  private struct Place: Sendable {
    var start: UInt32
    var count: UInt32
  }

  private var places = KeyTable(placeholder: Place(start: 0, count: 0))
  /// UTF-8.
  private var text: [UInt8] = []

  /// Adds a word; of two spellings the first stays.
  mutating func add(_ word: WordKey, _ latin: String) {
    guard places[word] == nil else { return }
    places.insert(word, Place(start: UInt32(text.count), count: UInt32(latin.utf8.count)))
    text += latin.utf8
  }

  /// The spelling of a word; nil when it has none.
  subscript(word: WordKey) -> String? {
    places[word].map { place in
      String(decoding: text[Int(place.start)..<Int(place.start + place.count)], as: UTF8.self)
    }
  }
}

extension RomanWords: Archivable {
  static var blank: RomanWords { RomanWords() }

  mutating func pass(through archive: inout some Archive) throws {
    try places.pass(through: &archive)
    try archive.plain(&text)
  }
}
