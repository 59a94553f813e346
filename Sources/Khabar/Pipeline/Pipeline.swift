import KhabarCore
import KhabarExport
import KhabarXML

/// A text pipeline from a raw document to its events.
///
/// ```swift
/// let pipeline = try Pipeline(named: "arabic-news")
/// let document = try pipeline.process(RawDocument(id: "a", text: "التقى الوزير نظيره في بغداد"))
/// // "The minister met his counterpart in Baghdad"
/// ```
///
/// A pipeline is a value without mutable state: one serves all threads.
public struct Pipeline: Sendable {
  /// The name that records carry.
  public let name: String
  /// BCP 47; `auto` for a pipeline that has one for each of several languages.
  public let language: String
  /// What is wrong in single rows of its gazetteers; those rows are left out.
  public let findings: [Diagnostic]
  /// What the mentions of its documents refer to.
  public let entries: any EntryStore
  /// Where its event rules were written, by their names.
  public var ruleLocations: [String: SourceLocation] { locateRules() }
  private let locateRules: @Sendable () -> [String: SourceLocation]
  /// Tells how its assembler reads a document.
  public let insight: AssemblyInsight
  /// What records that it makes are to be told apart by.
  public let provenance: Provenance
  /// Where records keep their fields, as its file says.
  public private(set) var fields = FieldMapping()
  /// The pipelines of single languages that it chooses among, in the order of its file; none for most.
  public let branches: [Pipeline]
  private let stages: any Stage<RawDocument, AssembledDocument>
  private let dataAreIntact: @Sendable () -> Bool

  /// A pipeline of stages of one's own making.
  ///
  /// - Parameters:
  ///   - language: BCP 47.
  ///   - stages: from the source text to events, such as `cleaner.then(tokenizer).then(…)`.
  ///   - entries: the gazetteer that mentions refer to.
  ///   - ruleLocations: where event rules were written, by their names.
  ///   - insight: tells how the assembler reads a document.
  public init(
    name: String, language: String, stages: some Stage<RawDocument, AssembledDocument>,
    entries: any EntryStore = EmptyEntryStore(), ruleLocations: [String: SourceLocation] = [:],
    insight: AssemblyInsight = AssemblyInsight()
  ) {
    self.name = name
    self.language = language
    self.stages = stages
    self.entries = entries
    locateRules = { ruleLocations }
    self.insight = insight
    findings = []
    branches = []
    provenance = Provenance(pipeline: name, rules: 0, data: 0)
    dataAreIntact = { true }
  }

  /// Loads a pipeline by its name or from its file.
  ///
  /// - Parameters:
  ///   - name: `arabic-news` for `Pipelines/arabic-news.pipeline` of the home folder, or the path of a pipeline file.
  ///   - gazetteers: further gazetteer files, which come before the pipeline's own.
  ///   - gazetteerType: the type of names in these that give none, as plain lists do.
  ///   - rules: further rule files, behind the pipeline's own: a rule of the same name replaces the pipeline's.
  ///   - home: where the shipped data is; found by itself when nil.
  ///   - languages: the languages that the pipeline may name.
  ///   - adapt: replaces stages of the pipeline, or puts others before or behind them.
  /// - Throws: `KhabarError` with every problem of the pipeline file and of what it names, and what `adapt` throws.
  public init(
    named name: String = "arabic-news", gazetteers: [String] = [], gazetteerType: EntityType? = nil,
    rules: [String] = [], home: KhabarHome? = nil, languages: LanguageCatalog = .shipped,
    adapting adapt: (inout PipelineStages) throws -> Void = { _ in }
  ) throws {
    let home = try home ?? KhabarHome.find()
    var description = try PipelineDescription.load(name, home: home)
    description = description.changed {
      $0.userGazetteers = gazetteers
      $0.userGazetteerType = gazetteerType
      $0.rules += rules.map { PipelineDescription.Value($0) }
    }
    try self.init(description, languages: languages, adapting: adapt)
  }

  /// Puts together the stages that a description names.
  ///
  /// - Throws: `KhabarError` P008 for a language without a pack, and what the stages find wrong with their data.
  public init(
    _ description: PipelineDescription, languages: LanguageCatalog = .shipped,
    adapting adapt: (inout PipelineStages) throws -> Void = { _ in }
  ) throws {
    if description.branches.isEmpty {
      try self.init(ofOneLanguage: description, languages: languages, adapting: adapt)
    } else {
      try self.init(choosing: description, languages: languages, adapting: adapt)
    }
  }

  private init(
    ofOneLanguage description: PipelineDescription, languages: LanguageCatalog,
    adapting adapt: (inout PipelineStages) throws -> Void
  ) throws {
    var parts = try PipelineParts(description, languages: languages)
    try adapt(&parts.stages)
    name = description.name
    language = description.language.text
    stages = parts.stages.chain
    entries = parts.entries
    locateRules = parts.ruleLocations
    insight = parts.stages.insight
    branches = []
    findings = parts.findings
    fields = try description.fields()
    provenance = try description.provenance(gazetteers: parts.gazetteers)
    dataAreIntact = parts.isIntact
  }

  /// Puts together the pipelines of several languages.
  private init(
    choosing description: PipelineDescription, languages: LanguageCatalog,
    adapting adapt: (inout PipelineStages) throws -> Void
  ) throws {
    try PipelineSettings(description).finish()
    let branches = try description.branches.map {
      try Pipeline($0.description, languages: languages, adapting: adapt)
    }
    let router = LanguageRouter(detector: try LanguageDetector.load(description.home), branches: branches)
    name = description.name
    language = description.language.text
    stages = router
    entries = EmptyEntryStore()
    locateRules = { branches.reduce(into: [:]) { $0.merge($1.ruleLocations) { first, _ in first } } }
    insight = router.insight
    self.branches = branches
    findings = branches.flatMap(\.findings)
    fields = try description.fields()
    provenance = Provenance(pipeline: name, joining: branches.map(\.provenance))
    dataAreIntact = { branches.allSatisfy(\.isIntact) }
  }

  /// False once data that it reads as it goes were changed on disk: what it gives since may be wrong.
  public var isIntact: Bool { dataAreIntact() }

  /// Processes one document.
  ///
  /// - Throws: `KhabarError` when the document can't be processed.
  public func process(_ document: RawDocument) throws -> AssembledDocument { try stages.process(document) }
}
