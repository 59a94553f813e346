import Foundation
import Khabar

/// `khabar explain`: articles in, how their records came about out.
enum ExplainCommand: Command {
  struct Settings: ReadsArticles {
    var reading = ReadingSettings()
    /// The id of the only records to explain.
    var id: String?
    /// Nil for the usual ones.
    var sections: Set<ExplanationExporter.Section>?
    var stage: Stage?
    /// A rule, or what the names of several begin with, that made no event.
    var absent: String?
    var format = ExplanationExporter.Format.text
  }

  /// A stage of the pipeline whose result is told by itself.
  enum Stage: String, CaseIterable {
    case clean, tokens, matches, times, syntax

    /// What is told of it.
    var sections: Set<ExplanationExporter.Section> {
      switch self {
      case .clean: [.removed, .text]
      case .tokens: [.tokens]
      case .matches: [.matches]
      case .times: [.date, .times]
      case .syntax: [.syntax]
      }
    }
  }

  static let name = "explain"
  static let summary = "Tell how an article's record came about."
  static let operands = "PATH…"
  static let defaults = Settings()

  static let discussion = """
    Reads articles as khabar run does and tells in plain text what cleaning
    removed, where the article's date is from, and which entry, grammar rule, event
    rule and anchor made each entity, time and event. Of a file of records all are
    explained, or those of the --id.

    Offsets are [start,end) in Unicode code points of the text that
    khabar run --include-text prints. Text that is invisible is written out:
    \\u{200F} is a direction mark.
    The sections:
    \(sectionNames).
    --stage tells what one stage made instead: the cleaned text, the tokens, the
    matches of lists, the times, or the syntax of each sentence.
    --why-not tells of a rule what came of it at each of its words: the condition or
    role that failed first, what stood where the rule looked, and what the phrases
    hang on that it could have taken.
    Exit code: 0 all went well, 1 some documents failed or none has the id, 2 wrong
    usage.
    """

  static var options: [CommandOption<Settings>] {
    [
      .value(
        "id", nil, "ID", help: "Explain only the record with this id, or the file of this name.", into: \.id,
        expected: "an id", read: { Optional.some($0) }),
      .value(
        "only", nil, "SECTIONS", help: "Tell only these, with commas between: \(sectionNames).", into: \.sections,
        expected: "some of \(sectionNames), with commas between", read: { sections($0).map(Optional.some) }),
      .value(
        "stage", "s", "STAGE", help: "Tell what came out of one stage: \(stageNames).", into: \.stage,
        expected: stageNames, choices: Stage.allCases.map(\.rawValue),
        read: { Stage(rawValue: $0).map(Optional.some) }),
      .value(
        "why-not", nil, "RULE",
        help: "Tell why this rule made no event; meeting stands for all rules meeting.….", into: \.absent,
        expected: "the name of a rule", read: { Optional.some($0) }),
      .value(
        "format", "f", "FORMAT", help: "text or json; without it text.", into: \.format, expected: "text or json",
        choices: ExplanationExporter.Format.allCases.map(\.rawValue),
        read: { ExplanationExporter.Format(rawValue: $0) }),
    ] + CommandOption.reading
  }

  static let examples: [(line: String, meaning: String)] = [
    ("khabar explain article.txt", "Everything about one article."),
    ("khabar explain article.txt --only events", "Which rule made its events, and what filled their slots."),
    ("khabar explain corpus.jsonl --id 4711 --only removed,date", "What was removed from a record, and its date."),
    ("khabar explain article.txt --stage tokens", "How its words were taken apart."),
    ("khabar explain article.txt --why-not meeting.verb", "Why it has no event of this rule."),
    ("khabar explain article.txt --format json", "The same facts as JSON, one object a line for each article."),
    ("curl -s URL | khabar explain - --from html", "A page from a pipe."),
  ]

  private static let sectionNames = ExplanationExporter.Section.allCases.map(\.rawValue).joined(separator: ", ")

  private static let stageNames = Stage.allCases.map(\.rawValue).joined(separator: ", ")

  /// nil when one is unknown.
  @Sendable private static func sections(_ list: String) -> Set<ExplanationExporter.Section>? {
    let names = list.split(separator: ",", omittingEmptySubsequences: false)
    let sections = names.compactMap { ExplanationExporter.Section(rawValue: String($0)) }
    return sections.count == names.count ? Set(sections) : nil
  }

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    try settings.reading.requireOperands(operands, of: name)
    let pipeline = try settings.reading.loadPipeline(console)
    let rules = try settings.absent.map { try self.rules($0, of: pipeline) }
    let exporter = pipeline.exporter { pipeline in
      ExplanationExporter(
        pipeline, format: settings.format,
        sections: settings.stage?.sections ?? settings.sections
          ?? (rules == nil ? ExplanationExporter.Section.usual : []),
        rules: rules)
    }
    var options = try settings.reading.options(pipeline)
    options.id = settings.id
    let batch = Batch(
      pipeline: pipeline, exporter: exporter, jobs: ProcessInfo.processInfo.activeProcessorCount, reading: options)
    let summary = try batch.run(operands, to: .stream(console.output), report: console.report)
    if let id = settings.id, summary.documents + summary.failures == 0 {
      console.report(
        Diagnostic(
          .error, "D015", "no document has the id \"\(id)\"",
          remedy: "A record without an id has FILE:LINE for one, a file its name or its path below the folder"))
      return .failure
    }
    return console.conclude(summary)
  }

  /// The rule of a name, or all whose names begin with it and a point.
  private static func rules(_ name: String, of pipeline: Pipeline) throws -> Set<String> {
    let all = pipeline.ruleLocations.keys.sorted()
    let rules = all.filter { $0 == name || $0.hasPrefix(name + ".") }
    guard rules.isEmpty else { return Set(rules) }
    let groups = Set(all.compactMap { $0.split(separator: ".").first.map(String.init) }).sorted()
    let nearest = Spelling.nearest(to: name, among: groups + all)
    throw KhabarError(
      "U025", "the pipeline has no rule \(name)",
      remedy: (nearest.map { "Did you mean \($0)? " } ?? "") + "Name a rule of its files, or of --rules")
  }
}
