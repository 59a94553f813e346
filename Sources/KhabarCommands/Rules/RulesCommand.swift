import Foundation
import Khabar

/// `khabar rules`: checks event rules and runs the examples in them.
enum RulesCommand: Command {
  struct Settings {
    var pipeline = ReadingSettings.defaultPipeline
    var gazetteers: [String] = []
    var gazetteerType: String?
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
    lint  checks syntax, types, roles, kinds and codes that are none, words that are
          not in their dictionary form, what is written twice, what nothing uses or
          fills, and rules that are never reached.
    test  runs the examples inside the rules: each sentence must give the event it
          names, or nothing. One that fails says why its rule made nothing, as
          khabar explain --why-not does. One that does not try its rule is reported,
          too: another rule answers, and it does not expect rule "NAME", or it gives
          nothing because none of the rule's words stands in it.

    parse shows a sentence as rules see it: its constituents with their mentions.

    lint and test read the rules of the pipeline; FILEs are read behind them, so
    that a rule of the same name replaces the pipeline's. Exit code: 0 all is well,
    1 something was found or failed, 2 wrong usage or rules that can't be read.
    """

  static var options: [CommandOption<Settings>] {
    [
      .pipeline(into: \.pipeline),
      .gazetteers(into: \.gazetteers),
      .gazetteerType(into: \.gazetteerType),
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
    ("khabar rules test ports.rules -g ports.tsv", "And with names of your own."),
  ]

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    let home = try KhabarHome.find(environment: console.environment)
    var description = try PipelineDescription.load(settings.pipeline, home: home)
    try description.requireOneLanguage()
    description.userGazetteers = settings.gazetteers
    description.userGazetteerType = settings.gazetteerType.map { EntityType($0) }
    if operands.first == "parse" {
      if settings.treesAsLines { return try parseLines(of: Array(operands.dropFirst()), description, console) }
      return try parse(operands.dropFirst().joined(separator: " "), description, settings, console)
    }
    let files = Array(operands.dropFirst())
    description.rules += files.map { PipelineDescription.Value($0) }
    let rules = try RuleSet(reading: description.rules)
    switch operands.first {
    case "lint": return try lint(rules, description, settings, console)
    case "test": return try test(rules, of: files, description, settings, console)
    default:
      throw KhabarError(
        "U011", "khabar rules needs lint, test or parse", remedy: "Such as: khabar rules lint; see khabar rules --help")
    }
  }

  private static func lint(
    _ rules: RuleSet, _ description: PipelineDescription, _ settings: Settings, _ console: Console
  ) throws -> ExitStatus {
    let pack = try description.languagePack()
    let (gazetteer, problems) = try description.loadGazetteer(for: pack, cache: .user(environment: console.environment))
    problems.forEach(console.report)
    let known = gazetteer.statistics().rows
    let linter = RuleLinter(
      morphology: pack.morphology, words: pack.words, orthography: pack.orthography,
      gazetteerTypes: Set(known.map(\.type)), gazetteerKinds: Set(known.map(\.kind)))
    let findings = linter.findings(in: rules).filter { settings.isVerbose || $0.severity != .note }
    for finding in findings { try console.print(finding.description) }
    let serious = findings.count { $0.severity != .note }
    try console.print("\(rules.rules.count) rules, \(rules.events.count) event types, \(serious) findings")
    return serious == 0 ? .success : .failure
  }

  /// Examples that pass without trying their rule, of the user's own files or, without any, of the pipeline's.
  private static func report(idle outcome: RuleTester.Outcome, _ console: Console) throws {
    guard let other = outcome.answeredBy, outcome.isAnsweredElsewhere else {
      let finding = Diagnostic(
        .warning, "R036", at: outcome.example.location,
        "\(outcome.rule): the example tries nothing: none of the rule's words stands in it",
        remedy: "Choose a sentence with one of its words that gives nothing all the same")
      return try console.print(finding.description)
    }
    let finding = Diagnostic(
      .warning, "R032", at: outcome.example.location, "\(outcome.rule): the example is answered by \(other)",
      remedy: "Choose a sentence that this rule alone reads, or expect: rule \"\(other)\"")
    try console.print(finding.description)
  }

  /// An example of the user's own files that another rule answers is a mistake; of the pipeline's it may be so because
  /// of these files.
  private static func test(
    _ rules: RuleSet, of files: [String], _ description: PipelineDescription, _ settings: Settings, _ console: Console
  ) throws -> ExitStatus {
    let pipeline = try Pipeline(description)
    pipeline.findings.forEach(console.report)
    let outcomes = try RuleTester(process: pipeline.process, insight: pipeline.insight).outcomes(of: rules)
    func isOwn(_ outcome: RuleTester.Outcome) -> Bool {
      files.contains { outcome.example.location.file.hasPrefix($0) }
    }
    for outcome in outcomes {
      if outcome.isIdle, files.isEmpty || isOwn(outcome) { try report(idle: outcome, console) }
      if outcome.passed {
        if settings.isVerbose { try console.print("\(outcome.example.location): ok: \(outcome.rule)") }
        continue
      }
      for problem in outcome.problems {
        try console.print("\(outcome.example.location): \(outcome.rule): \(problem)\n  \(outcome.example.text)")
      }
      for reason in outcome.reasons {
        try console.print("  why \(reason.text)")
        for finding in reason.findings { try console.print("    \(finding)") }
      }
    }
    let failed = outcomes.count { !$0.passed }
    let idle = outcomes.count { $0.isIdle && (files.isEmpty || isOwn($0)) }
    let rest = idle == 0 ? "" : ", \(idle) that do not try their rule"
    try console.print("\(outcomes.count) examples, \(failed) failed\(rest)")
    return failed == 0 && !outcomes.contains { $0.isIdle && isOwn($0) } ? .success : .failure
  }
}
