import Foundation
import Khabar

/// `khabar grammar`: checks the grammar and runs the examples in it.
enum GrammarCommand: Command {
  struct Settings {
    var pipeline = ReadingSettings.defaultPipeline
    var isVerbose = false
    var without: String?
    var triesEachRow = false
  }

  static let name = "grammar"
  static let summary = "Check the grammar and run its examples."
  static let operands = "lint|test | words TEXT"
  static let defaults = Settings()

  static let discussion = """
    lint   finds rows that are never reached, features that nothing asks for, and,
           with --verbose, rows without an example and what of the lexicon no row
           uses.
    test   runs the examples below the rows: the tree of each sentence must have
           what the example says. Without a row that is worth its place, some of
           them fail: --without ROW shows which.
    words  shows what the grammar knows of each word of a text, and its phrases
           with the rows that began and closed them.

    Exit code: 0 all is well, 1 something was found or failed, 2 wrong usage or a
    grammar that can't be read.
    """

  static var options: [CommandOption<Settings>] {
    [
      .pipeline(into: \.pipeline),
      .flag("verbose", "v", help: "Show notes, and the examples that passed.", into: \.isVerbose),
      .value(
        "without", nil, "ROW", help: "With test: run the examples as if this row were not there.", into: \.without,
        expected: "the name of a row", read: { $0 }),
      .flag(
        "each", help: "With test: leave out each row in turn; name those that no example misses, or none of their own.",
        into: \.triesEachRow),
    ]
  }

  static let examples: [(line: String, meaning: String)] = [
    ("khabar grammar test", "Run all examples of the grammar that comes with the program."),
    ("khabar grammar test --without owner", "What goes wrong without the row \"owner\"."),
    ("khabar grammar lint --verbose", "Everything that could be tidied."),
    ("khabar grammar words 'وصل الوزير'", "The features of two words."),
  ]

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    let home = try KhabarHome.find(environment: console.environment)
    let description = try PipelineDescription.load(settings.pipeline, home: home)
    switch operands.first {
    case "lint": return try lint(description, settings, console)
    case "test": return try test(description, settings, console)
    case "words":
      return try words(operands.dropFirst().joined(separator: " "), description, console)
    default:
      throw KhabarError(
        "U011", "khabar grammar needs lint, test or words",
        remedy: "Such as: khabar grammar lint; see khabar grammar --help")
    }
  }

  private static func lint(
    _ description: PipelineDescription, _ settings: Settings, _ console: Console
  ) throws -> ExitStatus {
    let grammar = try description.grammar(for: try description.languagePack())
    let findings = GrammarLinter(grammar: grammar).findings().filter { settings.isVerbose || $0.severity != .note }
    for finding in findings { try console.print(finding.description) }
    let serious = findings.count { $0.severity != .note }
    try console.print(
      "\(grammar.rows.count) rows, \(grammar.names.names.count) of \(Features.capacity) features, "
        + "\(grammar.examples.count) examples, \(serious) findings")
    return serious == 0 ? .success : .failure
  }

  // MARK: - Examples

  private static func test(
    _ description: PipelineDescription, _ settings: Settings, _ console: Console
  ) throws -> ExitStatus {
    let bench = try GrammarBench(description)
    if settings.triesEachRow { return try testEach(bench, console) }
    if let row = settings.without, !bench.grammar.rows.contains(where: { $0.name == row }) {
      let nearest = Spelling.nearest(to: row, among: bench.grammar.rows.map(\.name))
      throw KhabarError(
        "U012", "the grammar has no row \(row)", remedy: nearest.map { "Did you mean \($0)?" } ?? "See its files")
    }
    let outcomes = try bench.outcomes(without: settings.without)
    for outcome in outcomes {
      if outcome.passed {
        if settings.isVerbose { try console.print("\(outcome.example.location): ok: \(outcome.row)") }
        continue
      }
      for problem in outcome.problems {
        try console.print("\(outcome.example.location): \(outcome.row): \(problem)\n  \(outcome.example.text)")
      }
    }
    let failed = outcomes.count { !$0.passed }
    try console.print("\(outcomes.count) examples, \(failed) failed")
    return failed == 0 ? .success : .failure
  }

  /// Names the rows that may be taken away without an example's failing that does not fail anyway, and those that only
  /// examples of other rows miss.
  private static func testEach(_ bench: GrammarBench, _ console: Console) throws -> ExitStatus {
    let failing = Set(try bench.outcomes(without: nil).filter { !$0.passed }.map(\.example.location))
    let withExample = Set(bench.grammar.examples.map(\.row))
    var idle = 0
    for (index, row) in bench.grammar.rows.enumerated() {
      func miss(by isWanted: (GrammarExample) -> Bool) throws -> GrammarTester.Outcome? {
        try bench.outcomes(without: row.name, where: isWanted).first {
          !$0.passed && !failing.contains($0.example.location)
        }
      }
      // Its own examples are the likeliest to miss it.
      let own = RowID(index)
      if try miss(by: { $0.row == own }) != nil { continue }
      let others = try miss(by: { $0.row != own })
      if others == nil { idle += 1 }
      let told = others.map { "one of \($0.row) misses it" } ?? "no example misses it"
      let isExemplified = withExample.contains(own)
      try console.print(
        "\(row.location): \(row.name): \(isExemplified ? "not its own examples, " : "no example of its own, ")\(told)")
    }
    let rows = bench.grammar.rows.count
    try console.print(
      "\(rows) rows, \(idle) that no example misses, \(rows - withExample.count) without an example of their own")
    return idle == 0 ? .success : .failure
  }

  // MARK: - Words

  private static func words(
    _ text: String, _ description: PipelineDescription, _ console: Console
  ) throws -> ExitStatus {
    let reading = try TreeReading(description)
    let document = try reading.document(text)
    let phrases = reading.assembler().phrases(of: document)
    for sentence in document.sentences {
      for (token, features) in zip(sentence.tokens.range, phrases.wordFeatures(of: sentence)) {
        let names = reading.grammar.names.names(of: features).filter { !$0.contains(" ") }
        try console.print("\(document.text.string(document.tokens[token].span))\t\(names.joined(separator: " "))")
      }
      for phrase in phrases.phrases(of: sentence) { try console.print(line(of: phrase, document, reading.grammar)) }
    }
    return .success
  }
}

extension GrammarCommand {
  /// A phrase with the rows that began and closed it.
  private static func line(of phrase: Phrase, _ document: ResolvedDocument, _ grammar: Grammar) -> String {
    let rows = [phrase.began, phrase.closed].compactMap { $0.map { grammar.rows[Int($0.number)].name } }
    let text = document.text.string(document.span(of: phrase.tokens))
    return "  \(phrase.kind.rawValue)\t\(text)\t\(rows.joined(separator: " … "))"
  }
}

/// A grammar with all that its examples are parsed by. Each sentence is read once.
private final class GrammarBench {
  private let reading: TreeReading
  private var documents: [String: ResolvedDocument] = [:]

  var grammar: Grammar { reading.grammar }

  init(_ description: PipelineDescription) throws { reading = try TreeReading(description) }

  private func document(_ text: String) throws -> ResolvedDocument {
    if let known = documents[text] { return known }
    let document = try reading.document(text)
    documents[text] = document
    return document
  }

  func outcomes(
    without row: String?, where isWanted: (GrammarExample) -> Bool = { _ in true }
  ) throws -> [GrammarTester.Outcome] {
    let assembler = reading.assembler(row.map { grammar.without(row: $0) })
    return try GrammarTester(grammar: grammar) { text in
      let document = try self.document(text)
      return (document, assembler.trees(of: document))
    }.outcomes(where: isWanted)
  }
}
