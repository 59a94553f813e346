import KhabarCore

/// The features of words that were read lately.
///
/// Words have many times fewer sets of features than there are words. So that more of them are remembered in less
/// memory, each word has the number of its set.
struct SyntaxMemory: Sendable {
  /// What tells apart words of one spelling.
  private struct Form: Equatable, Sendable {
    var classes: WordClasses
    var shape: Token.Shape
    var analysis: WordAnalysis
    var kind: TokenKind
  }

  private var numbers: WordMemory<Form, UInt32>
  private var sets: [Features] = []
  /// One more than the number of the set that came last to a place; 0 where none did.
  private var numberAtPlace = Array(repeating: UInt32(0), count: setPlaces)

  private static let places = 131_072
  private static let setPlaces = 16_384
  /// Sets at most: with more the memory begins anew.
  private static let capacity = 65_536
  /// Where a word stands says nothing of the word.
  private static let ofPlaces: Token.Shape = [.spaceBefore, .lineStart, .paragraphStart]

  init() { numbers = Self.noNumbers }

  private static var noNumbers: WordMemory<Form, UInt32> {
    let none = Form(classes: [], shape: [], analysis: WordAnalysis(), kind: .symbol)
    return WordMemory(size: places, distinction: none, value: 0)
  }

  /// What a word is wherever it stands, remembered or made.
  ///
  /// - Parameter make: is given the word without what only says where it stands.
  @inline(__always)
  mutating func features(of token: Token, _ make: (Token) -> Features) -> Features {
    let shape = token.shape.subtracting(Self.ofPlaces)
    let form = Form(classes: token.classes, shape: shape, analysis: token.analysis, kind: token.kind)
    if let number = numbers[token.key, form] { return sets[Int(number)] }
    var word = token
    word.shape = shape
    let features = make(word)
    numbers.remember(number(of: features), of: token.key, form)
    return features
  }

  /// The number of a set: its own of before, unless another one has come to its place since.
  private mutating func number(of features: Features) -> UInt32 {
    let place = Int(truncatingIfNeeded: features.slot) & (Self.setPlaces - 1)
    let known = Int(numberAtPlace[place]) - 1
    if known >= 0, sets[known] == features { return UInt32(known) }
    if sets.count == Self.capacity {
      numbers = Self.noNumbers
      sets.removeAll(keepingCapacity: true)
      for place in numberAtPlace.indices { numberAtPlace[place] = 0 }
    }
    sets.append(features)
    numberAtPlace[place] = UInt32(sets.count)
    return UInt32(sets.count - 1)
  }
}
