import KhabarCore

/// The article ال in folded spellings.
enum ArabicArticle {
  /// The word without its article, if it has one and three letters remain.
  @inline(__always)
  static func without(_ key: WordKey) -> WordKey {
    isOn(key) ? key.dropFirst(2) : key
  }

  @inline(__always)
  static func isOn(_ key: WordKey) -> Bool {
    !key.isHashed && key.bits & 0xFFF == UInt128(ArabicLetter.alef) | UInt128(ArabicLetter.lam) << 6
      && key.bits >> 18 != 0
  }

  /// The article standing alone, as before digits: الـ24 (the 24).
  static let key = WordKey(bits: UInt128(ArabicLetter.alef) | UInt128(ArabicLetter.lam) << 6)
}
