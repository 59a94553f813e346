import KhabarCore

/// Tells foreign proper names from ordinary Arabic words by their letters.
///
/// Arabic words follow patterns of roots; names written down by their sound (فينغر, غيلرمان) do not. Each sequence of
/// three letters has a weight, the logarithm of a likelihood ratio in tenths, and a word's weight is their sum.
struct LetterEvidence: Sendable {
  /// Weights by three 6-bit letter codes; the edge of a word is code 63.
  private var weights: Stretch<Int8>
  private static let edge = 63
  private static let combinations = 1 << 18

  init() { self.init(weights: Stretch(repeating: 0, count: Self.combinations)) }

  private init(weights: Stretch<Int8>) { self.weights = weights }

  /// Sets the weight of a sequence such as `^بل` (the word begins with بل).
  mutating func insert(_ sequence: String, weight: Int, orthography: Orthography) {
    var codes: [Int] = []
    for scalar in sequence.unicodeScalars {
      if scalar == "^" || scalar == "$" {
        codes.append(Self.edge)
      } else {
        let value = orthography.classify(scalar.value)
        guard value.isLetter else { return }
        codes.append(Int(value.rawValue))
      }
    }
    guard codes.count == 3 else { return }
    weights[codes[0] << 12 | codes[1] << 6 | codes[2]] = Int8(clamping: weight)
  }

  /// The weight of a word; above zero it looks like a foreign name. A hashed key has none.
  func weight(of word: WordKey) -> Int {
    guard !word.isHashed else { return 0 }
    let count = word.count
    var sum = 0
    var (before, here) = (Self.edge, Int(word[0]))
    for index in 1..<max(2, count + 1) {
      let next = index < count ? Int(word[index]) : Self.edge
      sum += Int(weights[before << 12 | here << 6 | next])
      (before, here) = (here, next)
    }
    return sum
  }
}

extension LetterEvidence: Archivable {
  static var blank: LetterEvidence { LetterEvidence(weights: Stretch()) }

  mutating func pass(through archive: Archive) throws {
    try archive.plain(&weights)
    guard weights.count == Self.combinations else { throw ArchiveFault() }
  }
}
