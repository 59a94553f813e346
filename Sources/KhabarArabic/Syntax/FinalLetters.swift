import KhabarCore

/// How a document writes ة and ي at the end of words.
///
/// Many texts leave the dots off: زياره for زيارة "visit", العراقى for العراقي "Iraqi". A text of some length that has
/// no final ة, or no final ي, is one of them; its ه and ى then show what the dots would.
struct FinalLetters: Sendable {
  private let leavesTehUndotted: Bool
  private let leavesYehUndotted: Bool

  /// Words of which one ends in ة, and one in ي, in any text that writes them: each ends one word in ten to fifteen.
  private static let length = 60

  init(_ tokens: [Token]) {
    var words = 0
    var hasTeh = false
    var hasYeh = false
    for token in tokens where token.kind == .word {
      words += 1
      if token.shape.contains(.feminineEnding) { hasTeh = true }
      if token.key.count > 0, token.key[token.key.count - 1] == ArabicLetter.yeh,
        !token.shape.contains(.maksuraEnding)
      {
        hasYeh = true
      }
      if hasTeh, hasYeh { break }
    }
    leavesTehUndotted = !hasTeh && words >= Self.length
    leavesYehUndotted = !hasYeh && words >= Self.length
  }

  /// The token's shape as it would be with dots.
  func shape(of token: Token) -> Token.Shape {
    var shape = token.shape
    if leavesYehUndotted { shape.remove(.maksuraEnding) }
    if leavesTehUndotted, endsInTeh(token) { shape.insert(.feminineEnding) }
    return shape
  }

  /// A word that has no pronoun; an adjective has none, though it may have been taken for a noun with "his".
  private func endsInTeh(_ token: Token) -> Bool {
    let letters = token.key.count
    guard letters > 3, token.key[letters - 1] == ArabicLetter.heh else { return false }
    let suffix = token.analysis.suffixLetters
    return suffix == 0 || suffix == 1 && !token.classes.isDisjoint(with: [.adjective, .relational])
  }
}
