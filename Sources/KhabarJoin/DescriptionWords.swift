import KhabarCore

/// The words of what is only described, each the same in all its forms: a market, *the* market.
public struct DescriptionWords: Sendable {
  private let orthography: Orthography
  private let article: WordKey
  private let accusative: WordKey

  /// - Parameters:
  ///   - article: what is written before a definite noun, together with it.
  ///   - accusative: what an indefinite object ends in.
  public init(orthography: Orthography, article: String, accusative: String) {
    self.orthography = orthography
    self.article = orthography.key(article)
    self.accusative = orthography.key(accusative)
  }

  /// Letters that a noun has without article and ending.
  private static let shortest = 3

  /// The words of a text, folded.
  public func words(of text: String) -> [String] {
    orthography.keys(text).map { key in
      guard !key.isHashed else { return key }
      let stem =
        key.hasPrefix(article) && key.count >= article.count + Self.shortest
        ? key.dropFirst(article.count) : key
      return stem.hasSuffix(accusative) && stem.count > Self.shortest ? stem.dropLast(accusative.count) : stem
    }.map { String($0.bits, radix: 36) }
  }
}
