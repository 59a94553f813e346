import Foundation
import Khabar

/// `khabar gazetteer`: checks, compiles, explains, converts, counts and times lists of names.
enum GazetteerCommand: Command {
  struct Settings {
    var pipeline = ReadingSettings.defaultPipeline
    var gazetteers: [String] = []
    var type: String?
    var format: GazetteerSource.Format?
    var output = "-"
    var text: String?
    var rounds = 5
    var matches = GazetteerMatchKind.longestPerType
    var isVerbose = false
  }

  static let name = "gazetteer"
  static let summary = "Check, compile, look up, convert and count lists of names."
  static let operands = "WORK [FILE…|TEXT]"
  static let defaults = Settings()

  static let discussion = """
    WORK is one of:
    lint     checks lists, each finding with file, line, code and what to do.
    compile  compiles lists into the cache, as every run does by itself when a list
             is new or changed.
    lookup   shows what of TEXT matches which entries, and why.
    import   writes a GATE list (.def, .lst), spaCy EntityRuler patterns (.jsonl) or
             plain names (.txt with --type) as a table.
    stats    counts entries by list, type and kind.
    time     times loading, and matching against the lines of --text.

    Without FILEs the lists are those of the pipeline. The cache is the folder named
    by KHABAR_CACHE, else khabar in XDG_CACHE_HOME, else ~/.cache/khabar.
    Exit code: 0 all is well, 1 lint found something, 2 wrong usage or lists that
    can't be read.
    """

  static var options: [CommandOption<Settings>] {
    [
      .pipeline(into: \.pipeline),
      .gazetteers(into: \.gazetteers),
      .value(
        "type", "t", "TYPE", help: "The type of names that give none: Person, Organization, Place, …", into: \.type,
        expected: "a type", read: { Optional.some($0) }),
      .value(
        "from", nil, "FORMAT",
        help: "How FILEs are written, whatever their name: table, gate, gate-list, spacy or names.",
        into: \.format, expected: "table, gate, gate-list, spacy or names", read: { formats[$0].map(Optional.some) }),
      .value(
        "output", "o", "FILE", help: "import: where the table goes; - is standard output.", into: \.output,
        expected: "a path", read: { $0 }),
      .value(
        "matches", "m", "KIND",
        help: "lookup, time: longest (leftmost longest), per-type (as the pipeline does) or all.",
        into: \.matches, expected: "longest, per-type or all", read: { matchKinds[$0] }),
      .value(
        "text", nil, "FILE", help: "time: a text, one document a line.", into: \.text, expected: "a path",
        read: { Optional.some($0) }),
      .value(
        "rounds", nil, "N", help: "time: how often to load and match; the best round counts.", into: \.rounds,
        expected: "a number from 1 to 1000", read: { Int($0).flatMap { (1...1000).contains($0) ? $0 : nil } }),
      .flag("verbose", "v", help: "lint: show notes, too.", into: \.isVerbose),
    ]
  }

  private static let formats: [String: GazetteerSource.Format] = [
    "table": .table, "gate": .gateDefinition, "gate-list": .gateList, "spacy": .entityRuler, "names": .names,
  ]

  private static let matchKinds: [String: GazetteerMatchKind] = [
    "longest": .leftmostLongest, "per-type": .longestPerType, "all": .allOverlapping,
  ]

  static let examples: [(line: String, meaning: String)] = [
    ("khabar gazetteer lint my.tsv", "Check a list of your own."),
    ("khabar gazetteer lookup 'جامعة القاهرة' --matches all", "All that matches \"Cairo University\", and why."),
    ("khabar gazetteer import lists.def --output my.tsv", "GATE lists as one table."),
    ("khabar gazetteer import towns.txt --type Place", "Plain names as a table of places."),
    ("khabar gazetteer stats", "What the pipeline's lists hold."),
  ]

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    let rest = Array(operands.dropFirst())
    let task = GazetteerTask(settings: settings, operands: rest, console: console)
    switch operands.first {
    case "lint": return try task.lint()
    case "compile": return try task.compile()
    case "lookup": return try task.lookUp()
    case "import": return try task.importLists()
    case "stats": return try task.statistics()
    case "time": return try task.time()
    default:
      throw KhabarError(
        "U012", "khabar gazetteer needs lint, compile, lookup, import, stats or time",
        remedy: "Such as: khabar gazetteer lint my.tsv; see khabar gazetteer --help")
    }
  }
}

/// What the subcommands share: the lists that are meant, and the language that they are read in.
struct GazetteerTask {
  let settings: GazetteerCommand.Settings
  let operands: [String]
  let console: Console

  var cache: GazetteerCache { .user(environment: console.environment) }

  /// The pipeline's description, with the lists added on the command line.
  func description() throws -> PipelineDescription {
    let home = try KhabarHome.find(environment: console.environment)
    var description = try PipelineDescription.load(settings.pipeline, home: home)
    description.userGazetteers = settings.gazetteers
    return description
  }

  /// The lists that files name; the pipeline's without files.
  func sources(_ files: [String], _ description: PipelineDescription) throws -> [GazetteerSource] {
    guard !files.isEmpty else { return try description.gazetteerSources() }
    return try files.flatMap { path in
      try GazetteerSource.sources(at: path).map { source in
        GazetteerSource(
          path: source.path, format: settings.format ?? source.format, type: settings.type.map { EntityType($0) })
      }
    }
  }

  /// Loads the lists that files name, or the pipeline's.
  func load(_ files: [String], _ description: PipelineDescription, pack: any LanguagePack) throws -> (
    Gazetteer, [Diagnostic]
  ) {
    try Gazetteer.load(
      lists: sources(files, description),
      userLists: description.userGazetteers.flatMap { try GazetteerSource.sources(at: $0) },
      orthography: pack.orthography, words: pack.words, cache: cache)
  }
}
