/// A piece of a word: a clitic or the stem.
public struct TokenPart: Hashable, Sendable {
  /// What the piece is to its word.
  public enum Kind: String, Sendable { case question, conjunction, preposition, future, article, stem, pronoun }

  /// Where it stands.
  public var span: TextSpan<CleanBytes>
  /// What it is.
  public var kind: Kind

  public init(span: TextSpan<CleanBytes>, kind: Kind) {
    self.span = span
    self.kind = kind
  }
}

extension Token {
  /// The pieces of the word by its preferred analysis, in text order, without gaps; one stem for a word without
  /// clitics.
  ///
  /// Letters are counted as the folded key counts them, so that diacritics and tatweel stay with the letter before
  /// them. A word whose letters don't reach for its analysis is given whole.
  public func parts(in text: AlignedText) -> [TokenPart] {
    let whole = [TokenPart(span: span, kind: .stem)]
    guard kind == .word, !analysis.isPlain, !key.isHashed else { return whole }
    let letters = key.count
    var kinds: [(kind: TokenPart.Kind, letters: Int)] = []
    let before = Int(analysis.prefixLetters) - Int(analysis.articleLetters)
    let proclitics = analysis.proclitics
    if proclitics.contains(.question) { kinds.append((.question, 1)) }
    if !proclitics.isDisjoint(with: .conjunctions) { kinds.append((.conjunction, 1)) }
    if !proclitics.isDisjoint(with: .prepositions) { kinds.append((.preposition, 1)) }
    if proclitics.contains(.future) { kinds.append((.future, 1)) }
    let stem = letters - Int(analysis.prefixLetters) - Int(analysis.suffixLetters)
    guard kinds.count == before, stem > 0 else { return whole }
    if analysis.articleLetters > 0 { kinds.append((.article, Int(analysis.articleLetters))) }
    kinds.append((.stem, stem))
    if analysis.suffixLetters > 0 { kinds.append((.pronoun, Int(analysis.suffixLetters))) }

    var parts: [TokenPart] = []
    var start = span.lowerBound
    var consumed = 0
    for (index, part) in kinds.enumerated() {
      consumed += part.letters
      let end = index + 1 == kinds.count ? span.upperBound : letterOffset(consumed, in: text)
      guard end > start, end <= span.upperBound else { return whole }
      parts.append(TokenPart(span: TextSpan(start, end), kind: part.kind))
      start = end
    }
    return parts
  }

  /// Where the word's letter number `index` begins: UTF-8 bytes of the cleaned text. The word's end when there are
  /// fewer.
  public func letterOffset(_ index: Int, in text: AlignedText) -> Int {
    guard index > 0 else { return span.lowerBound }
    return text.bytes.withUnsafeBufferPointer { bytes in
      var position = span.lowerBound
      var letters = 0
      while position < span.upperBound {
        let start = position
        if !Self.isMark(Orthography.decode(bytes, &position)) {
          if letters == index { return start }
          letters += 1
        }
      }
      return span.upperBound
    }
  }

  /// Diacritics, joiners and tatweel: what `Orthography` classes as marks, known here by its Unicode category so that
  /// no language pack is needed.
  private static func isMark(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x300, let scalar = Unicode.Scalar(scalar) else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .modifierLetter: return true
    default: return false
    }
  }
}
