import Foundation

/// Decides whether two strings name the same party. Spelling variants, diacritics and the article make no difference.
///
/// `وزير الخارجية` and `وزير خارجيه` have the same words. Two names are the same when their words are equal, when one
/// stands inside the other, or when they share two words or more and these are at least half of all their words.
public struct NameComparison: Sendable {
  /// Letters that count as another: one alef for all.
  public var equivalents: [Unicode.Scalar: Unicode.Scalar]
  /// Letters that do not count: the tatweel.
  public var ignored: Set<Unicode.Scalar>
  /// What is written at a word's beginning and does not tell names apart. Words of two letters more or fewer keep it.
  public var article: String
  /// A conjunction that is written together with the next word.
  public var conjunction: Unicode.Scalar
  /// Words for people of whom nothing else is said: persons, killed, wounded, dozens. Folded.
  public var peopleWords: Set<String>
  /// Further words that a bare count may hold: numbers, "about", "at least". Folded.
  public var countWords: Set<String>

  /// The string's words: folded, without marks, diacritics and article.
  func words(_ text: String) -> [String] {
    foldedWords(text).map { word in
      let scalars = word.unicodeScalars
      let rest = article.unicodeScalars.count
      return scalars.count > rest + 2 && word.hasPrefix(article) ? String(scalars.dropFirst(rest)) : word
    }
  }

  /// Words with one spelling for all variants. A mark that is neither letter nor number ends a word.
  func foldedWords(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber:
        true
      default: scalar == "_"
      }
    }
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.properties.canonicalCombiningClass != .notReordered || ignored.contains(scalar) { continue }
      let folded = equivalents[scalar] ?? scalar
      if isWordPart(folded) {
        word.append(folded)
      } else if !word.isEmpty {
        words.append(String(word))
        word = .init()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// True when the two lists of words name the same.
  static func isSame(_ left: [String], _ right: [String]) -> Bool {
    if left.isEmpty || right.isEmpty { return false }
    if contains(left, right) || contains(right, left) { return true }
    let (first, second) = (Set(left), Set(right))
    let common = first.intersection(second).count
    return common >= 2 && 2 * common >= first.union(second).count
  }

  /// True when the words of `inner` stand in `outer` one behind the other.
  private static func contains(_ outer: [String], _ inner: [String]) -> Bool {
    guard inner.count <= outer.count else { return false }
    return (0...(outer.count - inner.count)).contains { outer[$0..<($0 + inner.count)].elementsEqual(inner) }
  }

  /// True for a mere number of people, which says nothing of who they are: "21 persons", "dozens of wounded".
  public func isBareCount(_ name: String) -> Bool {
    let words = foldedWords(name).map { word in
      let rest = String(word.unicodeScalars.dropFirst())
      let isJoined = word.unicodeScalars.count > 3 && word.unicodeScalars.first == conjunction
      return isJoined && (countWords.contains(rest) || peopleWords.contains(rest)) ? rest : word
    }
    return words.contains(where: peopleWords.contains)
      && words.allSatisfy { word in
        peopleWords.contains(word) || countWords.contains(word)
          || word.unicodeScalars.allSatisfy { $0.properties.numericType != nil }
      }
  }
}

/// All that a document calls one party, with the words of each, ready to be compared.
struct PartyNames: Sendable {
  /// The fullest name; what a reader is shown.
  let name: String
  private let words: [[String]]

  init(_ names: [String], _ comparison: NameComparison) {
    name = names.first ?? ""
    words = names.map(comparison.words)
  }

  /// True when a name of the gold is one of the prediction's. A further name of one word ("the forces") says little: it
  /// counts only against itself.
  ///
  /// - Parameter predicted: the names of the prediction.
  func isSame(as predicted: PartyNames) -> Bool {
    for (index, own) in words.enumerated() {
      let isWhole = index > 0 && own.count <= 1
      for other in predicted.words where isWhole ? own == other : NameComparison.isSame(own, other) { return true }
    }
    return false
  }
}
