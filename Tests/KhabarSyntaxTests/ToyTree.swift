import KhabarCore
import XCTest

@testable import KhabarSyntax

/// Makes trees of sentences whose words are phrases already, by a grammar of a few rows:
/// `minister met officer in-paris`.
///
/// `and-` before a word joins it, `in-`, `of-` … before a noun governs it, with `and-` before both.
struct ToyTreeBank {
  let grammar: Grammar

  /// What the words are.
  private static let nouns: [String: String] = [
    "minister": "title human", "officer": "title human", "guard": "human", "crew": "human", "smith": "name human",
    "jones": "name human", "court": "thing", "house": "thing", "car": "thing", "paris": "place", "rome": "place",
    "visit": "event", "talks": "event", "series": "part", "queen": "human feminine",
  ]
  private static let others: [String: (kind: Phrase.Kind, features: String)] = [
    "met": (.verb, ""), "left": (.verb, ""), "said": (.verb, "speech"), "seen": (.verb, "passive"),
    "spoke": (.verb, "she"), "to-meet": (.verb, "aim"), "was": (.copula, ""), "that": (.subordinator, ""),
    "if": (.subordinator, "doubt"), "who": (.relative, ""), "coming": (.circumstance, ""), "not": (.negation, ""),
    "or": (.coordinator, ""), "yesterday": (.time, ""), "monday": (.time, ""), ",": (.comma, ""), ".": (.boundary, ""),
    "here": (.other, ""), "him": (.other, "pronoun"),
  ]
  private static let prepositions = ["in", "of", "with", "during", "from"]

  private static let vocabulary = [
    "title", "human", "name", "thing", "place", "event", "part", "feminine", "speech", "passive", "she", "aim",
    "doubt", "pronoun",
  ]

  /// What the engine asks every grammar to declare.
  private static let declarations = """
    feature actor = human
    feature acts = human
    feature passive-verb = passive
    feature happening = event
    feature named-person = name
    feature preposition-pronoun = pronoun
    feature part-noun = part

    """

  /// Clauses as most sentences have them, for grammars that are about something else.
  static let clauses = """
    table clause
      end      stop: next boundary-phrase
      stay     comma: next comma-phrase
      condition if: next subordinator-phrase doubt
      content  that: next subordinator-phrase
      relative who: next relative-phrase
      circumstance coming: next circumstance-phrase
      copula   was: next copula-phrase
      purpose  in-order-to: next verb-phrase aim
      head     verb: clause -has-verb, next verb-phrase
      join     and-verb: clause has-verb, next verb-phrase joined
      back     relative-over: clause relative-clause has-verb, next verb-phrase
      new      anew: next verb-phrase
    table antecedent
      noun nearest-noun 1: noun near

    """

  init(_ rows: String, clauses: String = "") throws {
    var parser = GrammarParser(
      vocabulary: Self.vocabulary, engine: PhraseBits.wordNames,
      ofPhrases: PhraseBits.phraseVocabulary + TreeFeatures.vocabulary, shapes: SyntaxParser.shapes,
      orthography: Toy.orthography)
    parser.read(Self.declarations + clauses + rows, file: "toy.grammar")
    grammar = try parser.finish()
  }

  func feature(_ name: String) -> Features { grammar.feature(name) }

  /// - Parameter governs: word and preposition that go together, such as `met with`.
  func tree(_ sentence: String, governs: [String] = []) -> ToyTree {
    let words = sentence.split(separator: " ").map(String.init)
    let tree = TreeBuilder(grammar).tree(of: phrases(words)) { token, marker in
      governs.contains {
        let pair = $0.split(separator: " ").map(String.init)
        return words[token] == pair[0] && Toy.orthography.key(pair[1]) == marker.key
      }
    }
    return ToyTree(words: words, tree: tree, grammar: grammar)
  }

  func phrases(_ words: [String]) -> [Phrase] { words.enumerated().map { phrase($1, at: $0) } }

  private func phrase(_ word: String, at token: Int) -> Phrase {
    var rest = word[...]
    var names: [String] = []
    let isJoined = rest.hasPrefix("and-")
    if isJoined {
      rest = rest.dropFirst(4)
      names.append("joined")
    }
    let known = Self.others[String(rest)]
    let preposition = known == nil ? Self.prepositions.first { rest.hasPrefix($0 + "-") } : nil
    if let preposition { rest = rest.dropFirst(preposition.count + 1) }
    let (kind, features) = Self.others[String(rest)] ?? (.noun, Self.nouns[String(rest)] ?? "thing")
    if kind == .noun { names.append(preposition == nil ? "bare" : "governed") }
    names += features.split(separator: " ").map(String.init)
    names.append(PhraseBits.name(kind))
    let given = names.reduce(into: Features()) { $0.formUnion(feature($1)) }
    let marker = preposition.map { Marker(Toy.orthography.key($0)) }
    let all = grammar.phraseFeatures(given: grammar.features(given: given, stem: .empty))
    return Phrase(
      kind: kind, tokens: TextSpan(token, token + 1), marker: marker, isJoined: isJoined, features: all)
  }
}

/// A tree with the words that it was made of.
struct ToyTree {
  let words: [String]
  let tree: SentenceTree
  let grammar: Grammar

  /// `subject met minister`, by head and dependent.
  var arcs: [String] { tree.arcs.map { "\($0.relation.rawValue) \(words[$0.head.int]) \(words[$0.dependent.int])" } }

  /// Only those of some relations.
  func arcs(_ relations: Arc.Relation...) -> [String] {
    tree.arcs.filter { relations.contains($0.relation) }.map {
      "\($0.relation.rawValue) \(words[$0.head.int]) \(words[$0.dependent.int])"
    }
  }

  /// `content in 0: that minister left`.
  var clauses: [String] {
    tree.clauses.map { clause in
      var line = clause.kind.rawValue
      if let parent = clause.parent { line += " in \(parent.int)" }
      if let joined = clause.joinedTo { line += " and \(joined.int)" }
      if let antecedent = clause.antecedent { line += " of \(words[antecedent.int])" }
      return line + ": " + clause.phrases.map { words[$0.int] }.joined(separator: " ")
    }
  }

  /// The row that decided the first arc of a relation.
  func row(of relation: Arc.Relation) -> String? {
    tree.arcs.first { $0.relation == relation }?.row.map { grammar.rows[Int($0.number)].name }
  }
}
