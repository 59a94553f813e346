import KhabarCore

/// Runs the examples of a grammar.
public struct GrammarTester {
  /// The trees that a sentence of an example gives.
  public typealias Parse = (_ text: String) throws -> (document: ResolvedDocument, trees: [SentenceTree])

  /// What an example gave.
  public struct Outcome: Sendable {
    /// Name of the row that the example stands below.
    public var row: String
    /// The example as it is written.
    public var example: GrammarExample
    /// What it should have and has not, or the other way round.
    public var problems: [String]
    /// Whether the tree has all that the example says.
    public var passed: Bool { problems.isEmpty }
  }

  private let grammar: Grammar
  private let parse: Parse

  public init(grammar: Grammar, parse: @escaping Parse) {
    self.grammar = grammar
    self.parse = parse
  }

  /// One outcome for each example, in the order of the files.
  ///
  /// - Parameter isWanted: which examples to run.
  /// - Throws: what parsing a sentence throws.
  public func outcomes(where isWanted: (GrammarExample) -> Bool = { _ in true }) throws -> [Outcome] {
    try grammar.examples.filter(isWanted).map { example in
      let (document, trees) = try parse(example.text)
      let problems = example.expected.compactMap { expected in
        ExampleCheck(document: document, trees: trees).problem(with: expected)
      }
      return Outcome(row: grammar.rows[Int(example.row.number)].name, example: example, problems: problems)
    }
  }
}

/// Holds an expectation against the trees of an example's sentences.
///
///     phrase "WORDS"                 these words are a phrase, with its preposition
///     names "WORDS" "NAME"           these words are a phrase that stands for this name
///     verb "WORD", copula, time …    so is this, of that kind
///     clause KIND "VERB"             the verb heads a clause of that kind, or its opener opens one
///     subject "HEAD" "DEPENDENT"     and all other arcs
///
/// A phrase of an arc is named by its words, by those behind its preposition, or by its first ones.
struct ExampleCheck {
  let document: ResolvedDocument
  let trees: [SentenceTree]

  /// What is wrong; nil when the trees are as expected.
  func problem(with expected: GrammarExample.Expectation) -> String? {
    guard let holds = holds(expected) else { return "can't ask for \(told(expected))" }
    if holds == !expected.isNegated { return nil }
    return "\(told(expected)) \(expected.isNegated ? "is there" : "is missing")"
  }

  private func told(_ expected: GrammarExample.Expectation) -> String {
    (expected.words + expected.texts.map { "\"\($0)\"" }).joined(separator: " ")
  }

  /// Nil for what is no expectation.
  private func holds(_ expected: GrammarExample.Expectation) -> Bool? {
    let (word, texts) = (expected.words[0], expected.texts)
    if expected.words == ["phrase"], texts.count == 1 { return phrases { $0.kind == .noun && text($0) == texts[0] } }
    if expected.words == ["names"], texts.count == 2 {
      return phrases { $0.kind == .noun && text($0) == texts[0] && name(of: $0) == texts[1] }
    }
    if expected.words.count == 1, texts.count == 1, let kind = Self.kind(word) {
      return phrases { $0.kind == kind && names($0, texts[0]) }
    }
    if expected.words.count == 2, word == "clause", texts.count == 1,
      let kind = Clause.Kind(rawValue: expected.words[1])
    {
      return hasClause(kind, texts[0])
    }
    guard expected.words.count == 1, texts.count == 2, let relation = Arc.Relation(rawValue: word) else { return nil }
    return trees.contains { tree in
      tree.arcs.contains {
        $0.relation == relation && names(tree[$0.head], texts[0]) && names(tree[$0.dependent], texts[1])
      }
    }
  }

  private static func kind(_ name: String) -> Phrase.Kind? { name == "noun" ? .noun : Phrase.Kind(rawValue: name) }

  private func phrases(where condition: (Phrase) -> Bool) -> Bool {
    trees.contains { $0.phrases.contains(where: condition) }
  }

  private func hasClause(_ kind: Clause.Kind, _ verb: String) -> Bool {
    trees.contains { tree in
      tree.clauses.contains { clause in
        clause.kind == kind && [clause.head, clause.opener].contains { $0.map { names(tree[$0], verb) } ?? false }
      }
    }
  }

  // MARK: - Texts

  private func names(_ phrase: Phrase, _ text: String) -> Bool {
    let whole = self.text(phrase)
    return whole == text || whole.hasPrefix(text + " ")
      || self.text(phrase.content, phrase) == text || self.text(phrase.content, phrase).hasPrefix(text + " ")
      || phrase.tokens.count == 1
        && document.text.string(document.stemSpan(of: phrase.head, through: phrase.head + 1)) == text
  }

  private func name(of phrase: Phrase) -> String? {
    phrase.mention.map { document.text.string(document.mentions[$0].span) }
  }

  private func text(_ phrase: Phrase) -> String { text(phrase.tokens.lowerBound, phrase) }

  private func text(_ start: Int, _ phrase: Phrase) -> String {
    let (first, last) = (document.tokens[start].span, document.tokens[phrase.tokens.upperBound - 1].span)
    return document.text.string(first.union(last))
  }
}
