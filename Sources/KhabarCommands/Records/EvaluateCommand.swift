import Khabar
import KhabarEvaluate
import KhabarRecords

/// `khabar evaluate`: a run against gold, figures out.
enum EvaluateCommand: Command {
  struct Settings {
    var gold: [String] = []
    var types: Set<EventType> = []
    var entityTypes: [EntityType] = []
    var entityMap: [EntityMapping] = []
    var core: [CoreRoles] = []
    var differences: Int? = 0
    var format = ResultFormat.text
    var samples = 1000
    var floors: [Floor] = []
    var pipeline = ReadingSettings.defaultPipeline
    var rules: [String] = []
  }

  /// An entity type that counts as another.
  struct EntityMapping {
    var from: EntityType
    var to: EntityType
  }

  /// The roles of an event type that tell one happening from another.
  struct CoreRoles {
    var type: EventType
    var roles: Set<Role>
  }

  /// A figure that must be reached.
  struct Floor {
    var measure: String
    var f1: Double
  }

  static let name = "evaluate"
  static let summary = "Score a run against gold: precision, recall and F1."
  static let operands = "--gold GOLD RECORDS…"
  static let defaults = Settings()

  static let discussion = """
    Compares the records of a run with gold: records of khabar/1 that people wrote
    or corrected, or a folder of brat's .ann files beside their texts. Documents
    are those of the gold, by their ids.

    Events are paired one to one, closest first: of one type, and the trigger
    stands in the gold's evidence or a core participant is the same.
      found  type and happening are right
      core   found, with exactly the gold's core participants in their roles
      full   core, and date, first place and status are right
      who, when, where, role R   arguments of all events
    Entities and times: exact is span and type, overlap a shared code point of one
    type, untyped the span alone, value an overlap with the same value. Layers that
    the gold is silent about are left out. Behind F1 stands its 95 % interval, by
    the bootstrap over documents.

    Gold may say which event types were annotated ("types": ["Meeting"] beside
    "events"; else those that occur in it), and that an event is open
    ("unsure": true): it then counts neither way.
    Exit code: 0 all is well, 1 a record can't be read or a figure is not reached,
    2 wrong usage.
    """

  static var options: [CommandOption<Settings>] {
    [
      .list("gold", nil, "PATH", help: "Records or brat annotation that are right.", into: \.gold, read: { $0 }),
      .eventTypes(into: \.types),
      .list(
        "entity-type", nil, "TYPE", help: "Only entities of this type, behind --map.", into: \.entityTypes,
        read: { EntityType($0) }
      ),
      .list(
        "map", nil, "TYPE=TYPE", help: "An entity type that counts as another, such as GPE=Place.", into: \.entityMap,
        expected: "two types with = between", read: mapping),
      .list(
        "core", nil, "TYPE=ROLE,…",
        help: "The core roles of an event type, in place of those that its rules declare; such as Protest=protester.",
        into: \.core, expected: "an event type and roles with = between", read: core),
      .differences(
        into: \.differences, help: "Tell so many misses, false alarms and wrong details; without it none."),
      .value(
        "samples", nil, "N", help: "Samples of the bootstrap; 0 for no intervals.", into: \.samples,
        expected: "a number from 0 to 100000", read: { Int($0).flatMap { (0...100_000).contains($0) ? $0 : nil } }),
      .list(
        "at-least", nil, "NAME=F1",
        help: "Fail (exit code 1) when the F1 of a measure of all events is lower, such as found=0.7.", into: \.floors,
        expected: "a measure and a number from 0 to 1 with = between", read: floor),
      .resultFormat(into: \.format),
      .pipeline(into: \.pipeline),
      .rules(into: \.rules),
    ]
  }

  static let examples: [(line: String, meaning: String)] = [
    ("khabar evaluate --gold gold.jsonl run.jsonl", "The figures of a run."),
    ("khabar evaluate --gold gold.jsonl run.jsonl --differences all", "And what is wrong, event by event."),
    ("khabar evaluate --gold annotated/ events/ --type Attack", "Gold made with brat, for attacks alone."),
    ("khabar evaluate --gold gold.jsonl run.jsonl --at-least found=0.7", "A check for scripts."),
  ]

  @Sendable private static func mapping(_ text: String) -> EntityMapping? {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return EntityMapping(from: EntityType(parts[0]), to: EntityType(parts[1]))
  }

  @Sendable private static func core(_ text: String) -> CoreRoles? {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    let roles = parts[1].split(separator: ",", omittingEmptySubsequences: false).map { Role(String($0)) }
    return roles.contains("") ? nil : CoreRoles(type: EventType(parts[0]), roles: Set(roles))
  }

  @Sendable private static func floor(_ text: String) -> Floor? {
    let parts = text.split(separator: "=").map(String.init)
    guard parts.count == 2, let f1 = Double(parts[1]), (0...1).contains(f1) else { return nil }
    return Floor(measure: parts[0], f1: f1)
  }

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    guard !settings.gold.isEmpty else {
      throw KhabarError(
        "U020", "khabar evaluate needs --gold", remedy: "Such as: khabar evaluate --gold gold.jsonl run.jsonl")
    }
    try requireRecords(operands, of: name)
    var input = RecordInput(console)
    let gold = try input.gold(in: settings.gold)
    let predicted = try input.all(in: operands)
    let evaluation = Evaluation(gold: gold, predicted: predicted, try evaluationSettings(settings, console))
    switch settings.format {
    case .text: try console.print(evaluation.text(differences: settings.differences))
    case .json: try console.print(evaluation.json(differences: settings.differences))
    }
    let areReached = try settings.floors.map { try isReached($0, evaluation, console) }.allSatisfy { $0 }
    return areReached ? input.status : .failure
  }

  /// The roles that tell one happening from another are those that the rules declare, or --core.
  private static func evaluationSettings(_ settings: Settings, _ console: Console) throws -> EvaluationSettings {
    let home = try KhabarHome.find(environment: console.environment)
    let description = try PipelineDescription.load(settings.pipeline, home: home)
    let added = settings.rules.map { PipelineDescription.Value($0) }
    let rules = try description.single.map { try RuleSet(reading: $0.rules + added) }
    var evaluation = EvaluationSettings(
      coreRoles: Dictionary(rules.flatMap(\.events).map { ($0.name, Set($0.core)) }, uniquingKeysWith: { $1 }))
    for core in settings.core { evaluation.coreRoles[core.type] = core.roles }
    if !settings.types.isEmpty { evaluation.eventTypes = settings.types }
    if !settings.entityTypes.isEmpty { evaluation.entityTypesCounted = Set(settings.entityTypes) }
    evaluation.entityTypes = Dictionary(settings.entityMap.map { ($0.from, $0.to) }, uniquingKeysWith: { $1 })
    evaluation.samples = settings.samples
    return evaluation
  }

  private static func isReached(_ floor: Floor, _ evaluation: Evaluation, _ console: Console) throws -> Bool {
    let names = evaluation.eventMeasures
    guard names.contains(floor.measure) else {
      throw KhabarError(
        "U021", "there is no measure \"\(floor.measure)\" of events",
        remedy: "Give one of: \(names.joined(separator: ", "))")
    }
    let f1 = evaluation.figure(.events, Measure.all, floor.measure).tally.f1
    if f1 >= floor.f1 { return true }
    console.report(
      Diagnostic(.error, "E001", "F1 of \(floor.measure) is \(f1), below the \(floor.f1) that it must reach"))
    return false
  }
}

extension Command {
  /// - Throws: `KhabarError` U006 when there is nothing to read.
  static func requireRecords(_ operands: [String], of command: String) throws {
    guard operands.isEmpty else { return }
    throw KhabarError(
      "U006", "khabar \(command) needs RECORDS",
      remedy: "Name a file or folder that khabar run wrote, or - for standard input; see khabar \(command) --help")
  }
}
