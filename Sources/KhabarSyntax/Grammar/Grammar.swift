import KhabarCore

/// A grammar read from its files: what words are, and the tables that phrases, clauses and arcs are made by.
public struct Grammar: Sendable {
  /// A test of a word's letters, its clitics taken off.
  public enum LetterTest: Sendable, Hashable {
    case ending([WordKey])
    case beginning([WordKey])
    case spelled([WordKey])
    case letters(atLeast: Int)

    /// Whether it holds of a word; `LetterTests` finds all tests that do at once.
    func holds(_ stem: WordKey) -> Bool {
      switch self {
      case .ending(let keys): keys.contains { stem.hasSuffix($0) }
      case .beginning(let keys): keys.contains { stem.hasPrefix($0) }
      case .spelled(let keys): keys.contains(stem)
      case .letters(let count): stem.count >= count
      }
    }
  }

  /// A feature that holds where its condition does, of features declared before it.
  struct Definition: Sendable {
    var feature: Features
    var condition: Condition
    var location: SourceLocation
    /// It asks for something that only phrases have.
    var isOfPhrases: Bool
  }

  /// A feature of an open phrase that its words hand on: it begins with a word, and stays while others follow.
  public struct State: Sendable {
    var feature: Features
    var begins: Condition
    var stays: Condition
    var location: SourceLocation
  }

  public internal(set) var names: FeatureNames
  var letterTests = LetterTests()
  /// Definitions for words, and for phrases.
  var wordMasks = FeatureMasks([])
  var phraseMasks = FeatureMasks([])
  public internal(set) var states: [State] = []
  public internal(set) var relations: [String: [Path]] = [:]
  var tables: [String: GrammarTable] = [:]
  /// Features that a row, or another feature, asks for.
  var used = Features()
  var written = ArchiveSection(Written())

  /// What its files say that no sentence asks for: tests and messages do.
  struct Written: Sendable {
    var rows: [WrittenRow] = []
    var definitions: [Definition] = []
    var unusedConditions: [String: SourceLocation] = [:]
    var examples: [GrammarExample] = []
  }

  /// A row's name, and where it stands.
  public struct WrittenRow: Sendable, Equatable {
    public var name: String
    /// Where it is written.
    public var location: SourceLocation
  }

  /// All rows by their ids.
  public var rows: [WrittenRow] { written.value.rows }
  /// What rows are tested by.
  public var examples: [GrammarExample] { written.value.examples }

  /// A table of the engine. Every shape that the grammar was read with has one, without rows if no file gives any.
  public func table(_ name: String) -> GrammarTable {
    guard let table = tables[name] else { preconditionFailure("no table \(name)") }
    return table
  }

  /// The set of a feature; empty when neither the engine nor a row speaks of it.
  public func feature(_ name: String) -> Features { names.feature(named: name) ?? Features() }

  /// What a word is: the features that the lexicon and the document give it, and those that the grammar derives.
  ///
  /// - Parameters:
  ///   - given: features of the language pack.
  ///   - stem: the folded word without clitics, for tests of its letters.
  public func features(given: Features, stem: WordKey) -> Features {
    var result = given.union(letters(of: stem))
    derive(&result)
    return result
  }

  /// Adds what the grammar derives from a word's features.
  func derive(_ features: inout Features) { wordMasks.derive(&features) }

  /// The letter tests that hold of a word.
  func letters(of stem: WordKey) -> Features { letterTests.features(of: stem) }

  /// What a phrase is: the features that it has, and those that the grammar derives from what only phrases have.
  public func phraseFeatures(given: Features) -> Features {
    var result = given
    phraseMasks.derive(&result)
    return result
  }

  /// The grammar without one of its rows, to see what it is good for.
  public func without(row name: String) -> Grammar {
    var copy = self
    copy.tables = tables.mapValues { $0.without(row: name) }
    return copy
  }
}

/// A sentence with what the grammar must make of it.
public struct GrammarExample: Sendable {
  /// Something that the tree must have: `subject "verb" "noun"`, `phrase "text"`, `clause purpose "verb"`.
  public struct Expectation: Sendable {
    public var words: [String]
    /// The quoted words of the sentence that it speaks of.
    public var texts: [String]
    /// It must not be there.
    public var isNegated: Bool
  }

  /// The row that it stands under.
  public var row: RowID
  /// The sentence.
  public var text: String
  /// What its tree must have.
  public var expected: [Expectation]
  /// Where it is written.
  public var location: SourceLocation
}

/// A way from one phrase to others along arcs.
public struct Path: Sendable, Equatable {
  /// One arc of the way.
  public struct Step: Sendable, Equatable, BitwiseCopyable {
    /// The relation of the arc.
    public var relation: Arc.Relation
    /// From a dependent to its head.
    public var isUpward: Bool
  }

  /// The arcs in order.
  public var steps: [Step]
}
