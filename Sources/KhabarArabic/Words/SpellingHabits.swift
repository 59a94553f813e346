import KhabarCore

/// What a document leaves out of its spelling throughout.
///
/// Many texts leave the dots off final ة and ي: زياره for زيارة "visit", العراقى for العراقي "Iraqi"; others put dots
/// under ى: علي for على "on", as the name Ali is written; many leave the hamza off alef: الاردن for الأردن "Jordan". A
/// text of some length that never writes one of them is one of those; its final ه, ى and ي, and its alefs, may then
/// stand for either letter.
struct SpellingHabits: Sendable {
  /// Final ه may be ة.
  private let leavesTehUndotted: Bool
  /// Final ى may be ي.
  private let leavesYehUndotted: Bool
  /// Final ي may be ى.
  private let dotsMaksura: Bool
  /// ا may be أ or إ.
  private let leavesHamzaOff: Bool

  /// It leaves out something: of a text that doesn't, no word may be spelled otherwise.
  let leavesOut: Bool

  /// Words of which several have each of these letters in any text that writes them: final ة and ي end one word in ten
  /// to fifteen each.
  private static let length = 60

  /// - Parameter bytes: the text of the tokens, as UTF-8.
  init(_ tokens: [Token], in bytes: UnsafeBufferPointer<UInt8>) {
    var words = 0
    var hasTeh = false
    var hasYeh = false
    var hasMaksura = false
    for token in tokens where token.kind == .word {
      words += 1
      if token.shape.contains(.feminineEnding) { hasTeh = true }
      if token.key.lastLetter == ArabicLetter.yeh {
        if token.shape.contains(.maksuraEnding) { hasMaksura = true } else { hasYeh = true }
      }
      if hasTeh, hasYeh, hasMaksura, words >= Self.length { break }
    }
    let isLong = words >= Self.length
    leavesTehUndotted = isLong && !hasTeh
    leavesYehUndotted = isLong && !hasYeh
    dotsMaksura = isLong && !hasMaksura
    leavesHamzaOff = isLong && !Self.hasHamza(bytes)
    leavesOut = leavesTehUndotted || leavesYehUndotted || dotsMaksura || leavesHamzaOff
  }

  /// Whether an alef with hamza above or below occurs: U+0623, U+0625.
  private static func hasHamza(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == 0xD8, bytes[index + 1] == 0xA3 || bytes[index + 1] == 0xA5 { return true }
      index += 1
    }
    return false
  }

  /// Whether the last letter of a word may stand for one with dots.
  func mayLackDots(_ token: Token) -> Bool {
    switch token.key.lastLetter {
    case ArabicLetter.heh: leavesTehUndotted && !token.shape.contains(.feminineEnding)
    case ArabicLetter.yeh: leavesYehUndotted && token.shape.contains(.maksuraEnding)
    default: false
    }
  }

  /// Whether a word may be spelled otherwise in texts that leave nothing out.
  func isLoose(_ token: Token) -> Bool {
    mayLackDots(token) || leavesHamzaOff && token.key.hasAlef
      || dotsMaksura && token.key.lastLetter == ArabicLetter.yeh
  }
}

extension WordKey {
  /// The last letter; 0 of no word.
  fileprivate var lastLetter: UInt8 { count > 0 ? self[count - 1] : 0 }

  fileprivate var hasAlef: Bool { (0..<count).contains { self[$0] == ArabicLetter.alef } }
}
