import Foundation
import Khabar

/// `khabar rules`: checks event rules and runs the examples in them.
enum RulesCommand: Command {
  struct Settings {
    var pipeline = ReadingSettings.defaultPipeline
    var isVerbose = false
    var showsWords = false
    var showsTree = false
    var treesAsLines = false
  }

  static let name = "rules"
  static let summary = "Check event rules and run their examples."
  static let operands = "lint|test [FILE…] | parse TEXT"
  static let defaults = Settings()

  static let discussion = """
    lint  checks syntax, unknown types and roles, triggers that no list knows, and
          rules that are never reached.
    test  runs the examples inside the rules: each sentence must give the event it
          names, or nothing.

    parse shows a sentence as rules see it: its constituents with their mentions.

    lint and test read the rules of the pipeline; FILEs are read behind them, so
    that a rule of the same name replaces the pipeline's. Exit code: 0 all is well,
    1 something was found or failed, 2 wrong usage or rules that can't be read.
    """

  static var options: [CommandOption<Settings>] {
    [
      .pipeline(into: \.pipeline),
      .flag("verbose", "v", help: "Show notes, and the examples that passed.", into: \.isVerbose),
      .flag("words", "w", help: "With parse: show each word with its parts and classes.", into: \.showsWords),
      .flag("tree", help: "With parse: draw the tree of each sentence.", into: \.showsTree),
      .value(
        "format", "f", "FORMAT", help: "With parse: jsonl reads FILE and prints the tree of each of its lines.",
        into: \.treesAsLines, expected: "jsonl", read: { $0 == "jsonl" ? true : nil }),
    ]
  }

  static let examples: [(line: String, meaning: String)] = [
    ("khabar rules lint", "Check the rules that come with the program."),
    ("khabar rules parse 'التقى الوزير نظيره في بغداد أمس'", "What stands where for subject, object and after."),
    ("khabar rules test my.rules", "Run all examples, with rules of your own added."),
  ]

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    let home = try KhabarHome.find(environment: console.environment)
    var description = try PipelineDescription.load(settings.pipeline, home: home)
    if operands.first == "parse" {
      if settings.treesAsLines { return try parseLines(of: Array(operands.dropFirst()), description, console) }
      return try parse(operands.dropFirst().joined(separator: " "), description, settings, console)
    }
    description.rules += operands.dropFirst().map { PipelineDescription.Value($0) }
    let rules = try RuleSet(reading: description.rules)
    switch operands.first {
    case "lint": return try lint(rules, description, settings, console)
    case "test": return try test(rules, description, settings, console)
    default:
      throw KhabarError(
        "U011", "khabar rules needs lint, test or parse", remedy: "Such as: khabar rules lint; see khabar rules --help")
    }
  }

  private static func lint(
    _ rules: RuleSet, _ description: PipelineDescription, _ settings: Settings, _ console: Console
  ) throws -> ExitStatus {
    let pack = try description.languagePack()
    let linter = RuleLinter(morphology: pack.morphology, words: pack.words, orthography: pack.orthography)
    let findings = linter.findings(in: rules).filter { settings.isVerbose || $0.severity != .note }
    for finding in findings { try console.print(finding.description) }
    let serious = findings.count { $0.severity != .note }
    try console.print("\(rules.rules.count) rules, \(rules.events.count) event types, \(serious) findings")
    return serious == 0 ? .success : .failure
  }

  private static func test(
    _ rules: RuleSet, _ description: PipelineDescription, _ settings: Settings, _ console: Console
  ) throws -> ExitStatus {
    let pipeline = try Pipeline(description)
    let outcomes = try RuleTester(process: pipeline.process).outcomes(of: rules)
    for outcome in outcomes {
      if outcome.passed {
        if settings.isVerbose { try console.print("\(outcome.example.location): ok: \(outcome.rule)") }
        continue
      }
      for problem in outcome.problems {
        try console.print("\(outcome.example.location): \(outcome.rule): \(problem)\n  \(outcome.example.text)")
      }
    }
    let failed = outcomes.count { !$0.passed }
    try console.print("\(outcomes.count) examples, \(failed) failed")
    return failed == 0 ? .success : .failure
  }
}
