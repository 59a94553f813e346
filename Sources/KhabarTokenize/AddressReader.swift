import KhabarCore

/// Recognizes web and mail addresses, hashtags and handles.
///
/// - `https://example.org/a?b=1`, `www.example.org`, `example.org`: a scheme, `www.`, or labels with a last one of
///   letters. Marks that close a sentence or bracket are left out at the end.
/// - `name@example.org`
/// - `#وسم_جديد` (a new tag): letters, digits and low lines of any script behind `#`.
/// - `@name`
struct AddressReader {
  let text: UnsafeBufferPointer<UInt8>
  let orthography: Orthography

  /// Where the address that starts at `start` ends; nil when none starts there.
  func end(ofAddressAt start: Int) -> Int? {
    switch text[start] {
    case UInt8(ascii: "#"): return end(ofTag: start)
    case UInt8(ascii: "@"): return end(ofHandle: start)
    default: return end(ofHost: start)
    }
  }

  private func end(ofTag start: Int) -> Int? {
    var position = start + 1
    var hasLetter = false
    while position < text.count {
      var next = position
      let scalar = Orthography.decode(text, &next)
      let value = orthography.classify(scalar)
      guard value.isWordCharacter || value.isDigit || scalar == 0x5F else { break }
      if value.isWordCharacter { hasLetter = true }
      position = next
    }
    return hasLetter ? position : nil
  }

  private func end(ofHandle start: Int) -> Int? {
    var position = start + 1
    while position < text.count, isLetterOrDigit(text[position]) || text[position] == UInt8(ascii: "_") {
      position += 1
    }
    return position > start + 1 ? position : nil
  }

  private func end(ofHost start: Int) -> Int? {
    var end = start
    var points = 0
    var isURL = false
    var at: Int?
    scan: while end < text.count {
      let byte = text[end]
      switch byte {
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: ":"):
        guard end + 2 < text.count, text[end + 1] == UInt8(ascii: "/"), text[end + 2] == UInt8(ascii: "/") else {
          break scan
        }
        isURL = true
      case UInt8(ascii: "@"): at = end
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "%"),
        UInt8(ascii: "#"),
        UInt8(ascii: "+"), UInt8(ascii: "~"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        break
      case _ where isLetterOrDigit(byte): break
      default: break scan
      }
      end += 1
    }
    guard isURL || points > 0 else { return nil }
    while end > start, !isLetterOrDigit(text[end - 1]), text[end - 1] != UInt8(ascii: "/") { end -= 1 }
    guard end > start else { return nil }
    if isURL { return end }
    // A host: labels with points between, the last of at least two letters.
    let hostStart = at.map { $0 + 1 } ?? start
    guard hostStart < end else { return nil }
    var hostEnd = hostStart
    while hostEnd < end, isHostByte(text[hostEnd]) { hostEnd += 1 }
    while hostEnd > hostStart, text[hostEnd - 1] == UInt8(ascii: ".") { hostEnd -= 1 }
    var label = hostEnd
    while label > hostStart, isLetter(text[label - 1]) { label -= 1 }
    guard hostEnd - label >= 2, label > hostStart + 1, text[label - 1] == UInt8(ascii: "."), at != start else {
      return nil
    }
    return at == nil && hostEnd < end && text[hostEnd] != UInt8(ascii: "/") && text[hostEnd] != UInt8(ascii: "?")
      ? hostEnd : end
  }

  private func isHostByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  private func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (byte >= 0x30 && byte <= 0x39) }
}
