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

  /// A run of the bytes that addresses are made of.
  private struct Run {
    var end: Int
    var hasPoint = false
    /// `://` stands in it.
    var isURL = false
    /// Where its last `@` stands.
    var at: Int?
  }

  private func end(ofHost start: Int) -> Int? {
    var run = run(from: start)
    guard run.isURL || run.hasPoint else { return nil }
    while run.end > start, !isLetterOrDigit(text[run.end - 1]), text[run.end - 1] != UInt8(ascii: "/") { run.end -= 1 }
    guard run.end > start else { return nil }
    return run.isURL ? run.end : end(ofHostIn: run, from: start)
  }

  private func run(from start: Int) -> Run {
    var run = Run(end: start)
    while run.end < text.count {
      switch text[run.end] {
      case UInt8(ascii: "."): run.hasPoint = true
      case UInt8(ascii: "@"): run.at = run.end
      case UInt8(ascii: ":"):
        guard run.end + 2 < text.count, text[run.end + 1] == UInt8(ascii: "/"), text[run.end + 2] == UInt8(ascii: "/")
        else { return run }
        run.isURL = true
      case let byte: guard isLetterOrDigit(byte) || Self.marks.contains(byte) else { return run }
      }
      run.end += 1
    }
    return run
  }

  /// What addresses have besides letters, digits, points and colons.
  private static let marks = Array("/?=&%#+~-_".utf8)

  /// A host: labels with points between, the last of at least two letters.
  private func end(ofHostIn run: Run, from start: Int) -> Int? {
    let hostStart = run.at.map { $0 + 1 } ?? start
    guard hostStart < run.end, run.at != start else { return nil }
    var hostEnd = hostStart
    while hostEnd < run.end, isHostByte(text[hostEnd]) { hostEnd += 1 }
    while hostEnd > hostStart, text[hostEnd - 1] == UInt8(ascii: ".") { hostEnd -= 1 }
    var label = hostEnd
    while label > hostStart, isLetter(text[label - 1]) { label -= 1 }
    guard hostEnd - label >= 2, label > hostStart + 1, text[label - 1] == UInt8(ascii: ".") else { return nil }
    let hasPath = hostEnd < run.end && (text[hostEnd] == UInt8(ascii: "/") || text[hostEnd] == UInt8(ascii: "?"))
    return run.at != nil || hasPath ? run.end : hostEnd
  }

  private func isHostByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  private func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (byte >= 0x30 && byte <= 0x39) }
}
