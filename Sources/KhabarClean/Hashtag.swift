import KhabarCore

/// A hashtag in letters of the language or Latin ones, which stands in its sentence for the words it is made of: زار
/// الوفد #غزة (the delegation visited #Gaza), استقبل #الملك_سلمان (#King_Salman received).
///
/// A tag that stands beside the sentence is left as it is: in a row at the end of a line, or at its beginning before a
/// mark (#عاجل: "#breaking:").
struct Hashtag {
  private let source: UnsafeBufferPointer<UInt8>
  private let orthography: Orthography
  /// Where `#` stands.
  private let start: Int
  /// Behind its last letter.
  let end: Int
  /// Where its low lines stand.
  private(set) var lowLines: [Int] = []

  /// Reads the tag that begins at `#`; nil when no such letter is in it.
  init?(at start: Int, in source: UnsafeBufferPointer<UInt8>, _ orthography: Orthography) {
    (self.source, self.orthography, self.start) = (source, orthography, start)
    var position = start + 1
    var hasLetter = false
    while position < source.count {
      var next = position
      let scalar = Orthography.decode(source, &next)
      let kind = orthography.classify(scalar)
      if scalar == Self.lowLine {
        lowLines.append(position)
      } else if kind.isLetter {
        hasLetter = true
      } else if kind == .foreignLetter || !(kind.isWordCharacter || kind.isDigit) {
        break
      }
      position = next
    }
    guard hasLetter, source[position - 1] != UInt8(ascii: "_") else { return nil }
    end = position
  }

  private static let lowLine: UInt32 = 0x5F

  /// Whether it is part of a sentence.
  var isInSentence: Bool { opensWord && !isLabel && !isInLastRow }

  /// Nothing that a tag is written to stands before it but one letter, which is a word of its own: و#بغداد (and
  /// #Baghdad).
  private var opensWord: Bool { isOpen(at: start) || isOpen(at: letterStart) }

  /// Whether a word may begin at a byte, by what stands before it.
  private func isOpen(at position: Int) -> Bool {
    guard position > 0 else { return true }
    let before = source[position - 1]
    if before < 0x80 { return Self.openers.contains(before) }
    // Behind «.
    return position > 1 && source[position - 2] == 0xC2 && before == 0xAB
  }

  private static let openers = Array(" \n\t(\"'[".utf8)

  /// Where the one letter written before `#` begins, its marks passed over; `start` when there is none.
  private var letterStart: Int {
    var position = start
    while position > 0 {
      var first = position - 1
      while first > 0, source[first] & 0xC0 == 0x80 { first -= 1 }
      var next = first
      let kind = orthography.classify(Orthography.decode(source, &next))
      if kind.isLetter { return first }
      guard kind == .mark else { return start }
      position = first
    }
    return start
  }

  /// At the beginning of a line, before another mark than one that goes on with the sentence.
  private var isLabel: Bool {
    guard start == 0 || source[start - 1] == 0x0A else { return false }
    let next = skipSpaces(from: end)
    return next < source.count && source[next] < 0x80 && Self.labelMarks.contains(source[next])
  }

  private static let labelMarks = Array(":|-/#".utf8)

  /// No word stands behind it in its line: the row of tags that closes a post.
  private var isInLastRow: Bool {
    var position = skipSpaces(from: end)
    var tags = 1
    while position < source.count, source[position] == UInt8(ascii: "#"), tags < Self.longestRow,
      let next = Hashtag(at: position, in: source, orthography)
    {
      position = skipSpaces(from: next.end)
      tags += 1
    }
    if tags == Self.longestRow { return true }
    return position >= source.count || source[position] == 0x0A || source[position] == 0x0D
  }

  /// So many tags side by side are a row wherever they stand.
  private static let longestRow = 10

  private func skipSpaces(from start: Int) -> Int {
    var position = start
    while position < source.count, source[position] == 0x20 { position += 1 }
    return position
  }
}
