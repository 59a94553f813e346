import KhabarCore

/// Finds the tenures of an office by a hash of its words and country.
enum OfficeIndex {
  /// - Parameters:
  ///   - words: folded words of the office; articles are left out of account.
  ///   - country: ISO 3166 alpha-2 in any case; nil or empty for offices of organizations.
  /// - Returns: never 0.
  static func hash(_ words: [WordKey], country: UnsafeBufferPointer<UInt8>?, article: Article?) -> UInt64 {
    var hash = ContentHash(seed: 3)
    for word in words {
      let bare = article.map { $0.mayLead(word) ? word.dropFirst($0.letters) : word } ?? word
      hash.append(UInt64(truncatingIfNeeded: bare.bits))
      hash.append(UInt64(truncatingIfNeeded: bare.bits >> 64))
    }
    for byte in country ?? UnsafeBufferPointer(start: nil, count: 0) { hash.append(UInt64(byte & 0xDF)) }
    return hash.value | 1
  }

  /// The hash under which the tenures of people with a surname stand. Never 0.
  ///
  /// - Parameter surname: its folded word without the article.
  static func hash(surname: WordKey) -> UInt64 {
    var hash = ContentHash(seed: 4)
    hash.append(UInt64(truncatingIfNeeded: surname.bits))
    hash.append(UInt64(truncatingIfNeeded: surname.bits >> 64))
    return hash.value | 1
  }
}
