import KhabarCore

/// The first pass of cleaning: characters and markup, from left to right over the source.
///
/// - HTML tags, comments, scripts and styles go; block tags become line breaks. Entities become their characters.
/// - Square-bracket codes of page software go: `[ad_1]`.
/// - Direction marks, zero-width characters and soft hyphens go; control characters and no-break spaces become spaces.
/// - Presentation forms become their letters.
/// - The words of a hashtag inside a sentence are parted as other words are: `#الملك_سلمان`.
/// - A doubled comma, colon, semicolon, question or exclamation mark is written once. Points are left: two are a pause.
struct TextMender {
  let source: UnsafeBufferPointer<UInt8>
  let orthography: Orthography
  let shortcodes: [[UInt8]]

  private var builder: AlignedText.Builder
  /// Where the stretch that is still to be kept begins.
  private var kept = 0
  private var isChanged = false
  private var removals: [Removal] = []

  init(source: UnsafeBufferPointer<UInt8>, orthography: Orthography, shortcodes: [[UInt8]]) {
    self.source = source
    self.orthography = orthography
    self.shortcodes = shortcodes
    builder = AlignedText.Builder()
  }

  /// The mended text, nil when nothing was to be done.
  mutating func mend(_ removals: inout [Removal]) -> AlignedText? {
    Self.plain.withUnsafeBufferPointer { plain in
      var position = 0
      while position < source.count {
        let byte = source[position]
        if plain[Int(byte)] { position &+= 1 } else { position = special(byte, at: position) }
      }
    }
    guard isChanged else { return nil }
    builder.keep(kept..<source.count, of: source)
    removals.append(contentsOf: self.removals)
    return builder.finish()
  }

  /// Bytes that never begin anything to mend.
  private static let plain: [Bool] = {
    var plain = Array(repeating: true, count: 256)
    for byte in 0..<32 where byte != 0x0A && byte != 0x0D && byte != 0x09 { plain[byte] = false }
    for byte in [0x7F, 0xC2, 0xE2, 0xE1, 0xE3, 0xEF] { plain[byte] = false }
    for byte in "&<[,:;!?#".utf8 { plain[Int(byte)] = false }
    // Arabic-block commas and direction mark (D8 8C, D8 9B, D8 9C, D8 9F) share their lead byte with letters; they are
    // caught by their second byte.
    for byte in [0x8C, 0x9B, 0x9C, 0x9F] { plain[byte] = false }
    return plain
  }()

  /// Handles the character at `position` (or whose last byte that is); returns where to go on.
  private mutating func special(_ byte: UInt8, at position: Int) -> Int {
    switch byte {
    case UInt8(ascii: "<"): return markup(at: position)
    case UInt8(ascii: "&"): return entity(at: position)
    case UInt8(ascii: "["): return shortcode(at: position)
    case UInt8(ascii: "#"): return hashtag(at: position)
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      return repeated(from: position, width: 1)
    case 0x8C, 0x9B, 0x9F:
      guard position > 0, source[position - 1] == 0xD8 else { return position + 1 }
      return repeated(from: position - 1, width: 2)
    case 0x9C:
      guard position > 0, source[position - 1] == 0xD8 else { return position + 1 }
      return replace(position - 1, position + 1, with: [], "direction-mark")
    case 0x00..<0x20, 0x7F: return replace(position, position + 1, with: [0x20], "control-character")
    default: return character(at: position)
    }
  }

  /// Writes what was to be kept so far and then `text` for the stretch `start ..< end`.
  private mutating func replace(_ start: Int, _ end: Int, with text: [UInt8], _ reason: String?) -> Int {
    isChanged = true
    builder.keep(kept..<max(kept, start), of: source)
    builder.replace(start..<end, with: text)
    kept = end
    if let reason { removals.append(Removal(span: TextSpan(start, end), reason: reason)) }
    return end
  }

  // MARK: - Characters

  private mutating func character(at start: Int) -> Int {
    var position = start
    guard source[start] >= 0xC0 else { return start + 1 }
    let scalar = Orthography.decode(source, &position)
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return replace(start, position, with: [0x20], nil)
    case 0x80...0x9F where scalar != 0x85: return replace(start, position, with: [0x20], "control-character")
    case 0xAD: return replace(start, position, with: [], "soft-hyphen")
    case 0x200B...0x200D, 0x2060...0x2064, 0xFEFF: return replace(start, position, with: [], "zero-width")
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return replace(start, position, with: [], "direction-mark")
    case 0xFFF9...0xFFFD: return replace(start, position, with: [0x20], "control-character")
    case 0xFB1D...0xFDFF, 0xFE70...0xFEFC:
      guard let letters = orthography.plainLetters(for: scalar) else { return position }
      var text: [UInt8] = []
      for letter in letters {
        if let letter = Unicode.Scalar(letter) { text.append(contentsOf: UTF8.encode(letter) ?? .init()) }
      }
      return replace(start, position, with: text, nil)
    default: return position
    }
  }

  private mutating func repeated(from start: Int, width: Int) -> Int {
    let end = start + width
    var next = end
    while next + width <= source.count, source[next] == source[start], source[next + width - 1] == source[end - 1] {
      next += width
    }
    // `::` is a mark of its own in code and verse; all others are slips.
    guard next > end else { return end }
    return replace(end, next, with: [], "doubled-punctuation")
  }

  // MARK: - Hashtags

  private mutating func hashtag(at start: Int) -> Int {
    guard let tag = Hashtag(at: start, in: source, orthography), tag.isInSentence else { return start + 1 }
    _ = replace(start, start + 1, with: [], "hashtag")
    for line in tag.lowLines { _ = replace(line, line + 1, with: [0x20], nil) }
    return tag.end
  }

  // MARK: - Markup

  private mutating func markup(at start: Int) -> Int {
    guard let tag = MarkupTag(at: start, in: source) else { return start + 1 }
    return replace(start, tag.end, with: tag.isBlock ? [0x0A] : [], "markup")
  }

  private mutating func entity(at start: Int) -> Int {
    guard let (scalar, end) = CharacterEntity.read(at: start, in: source) else { return start + 1 }
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x202F: return replace(start, end, with: [0x20], nil)
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
      return replace(start, end, with: [], "direction-mark")
    case 0..<0x20, 0x7F...0x9F: return replace(start, end, with: scalar == 0x0A ? [0x0A] : [0x20], nil)
    default:
      guard let character = Unicode.Scalar(scalar), let bytes = UTF8.encode(character) else { return start + 1 }
      return replace(start, end, with: Array(bytes), nil)
    }
  }

  /// `[name]`, `[/name]`, `[name …]`, `[name_1]` for the known names.
  private mutating func shortcode(at start: Int) -> Int {
    let limit = min(source.count, start + 300)
    var position = start + 1
    if position < limit, source[position] == UInt8(ascii: "/") { position += 1 }
    for name in shortcodes where position + name.count < limit {
      guard (0..<name.count).allSatisfy({ source[position + $0] | 0x20 == name[$0] | 0x20 }) else { continue }
      var end = position + name.count
      let after = source[end]
      let ends =
        after == UInt8(ascii: "]") || after == UInt8(ascii: " ") || name.last == UInt8(ascii: "_")
        || (after >= 0x30 && after <= 0x39)
      guard ends else { continue }
      while end < limit, source[end] != UInt8(ascii: "]"), source[end] != 0x0A { end += 1 }
      guard end < limit, source[end] == UInt8(ascii: "]") else { continue }
      return replace(start, end + 1, with: [], "ad-marker")
    }
    return start + 1
  }
}
