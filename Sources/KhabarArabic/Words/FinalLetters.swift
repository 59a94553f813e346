import KhabarCore

/// How a document writes ة and ي at the end of words.
///
/// Many texts leave the dots off: زياره for زيارة "visit", العراقى for العراقي "Iraqi". A text of some length that has
/// no final ة, or no final ي, is one of them; its ه and ى may then stand for either letter.
struct FinalLetters: Sendable {
  /// Final ه may be ة.
  let leavesTehUndotted: Bool
  /// Final ى may be ي.
  let leavesYehUndotted: Bool

  /// Words of which one ends in ة, and one in ي, in any text that writes them: each ends one word in ten to fifteen.
  private static let length = 60

  init(_ tokens: [Token]) {
    var words = 0
    var hasTeh = false
    var hasYeh = false
    for token in tokens where token.kind == .word {
      words += 1
      if token.shape.contains(.feminineEnding) { hasTeh = true }
      if token.key.lastLetter == ArabicLetter.yeh, !token.shape.contains(.maksuraEnding) { hasYeh = true }
      if hasTeh, hasYeh { break }
    }
    leavesTehUndotted = !hasTeh && words >= Self.length
    leavesYehUndotted = !hasYeh && words >= Self.length
  }

  /// Whether the last letter of a word may stand for one with dots.
  func mayLackDots(_ token: Token) -> Bool {
    switch token.key.lastLetter {
    case ArabicLetter.heh: leavesTehUndotted && !token.shape.contains(.feminineEnding)
    case ArabicLetter.yeh: leavesYehUndotted && token.shape.contains(.maksuraEnding)
    default: false
    }
  }
}

extension WordKey {
  /// The last letter; 0 of no word.
  fileprivate var lastLetter: UInt8 { count > 0 ? self[count - 1] : 0 }
}
