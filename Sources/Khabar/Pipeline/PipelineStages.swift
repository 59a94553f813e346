/// The stages of a pipeline in their order. Each may be replaced, or have another one before or behind it:
///
/// ```swift
/// let pipeline = try Pipeline(named: "arabic-news") { stages in
///   stages.cleaner.prepend(BannerRemover())      // a Stage<RawDocument, RawDocument>
///   stages.resolver.append(FiscalYears())        // a Stage<ResolvedDocument, ResolvedDocument>
///   stages.matcher = AnyStage(MyMatcher())       // a Stage<TokenizedDocument, MatchedDocument>
/// }
/// ```
public struct PipelineStages: Sendable {
  /// Reads dates of the metadata that are written in words of the language, and takes out what is no text.
  public var cleaner: AnyStage<RawDocument, CleanDocument>
  /// Cuts the text into tokens and sentences and takes words apart.
  public var tokenizer: AnyStage<CleanDocument, TokenizedDocument>
  /// Looks tokens up in the gazetteers.
  public var matcher: AnyStage<TokenizedDocument, MatchedDocument>
  /// Finds names and puts those of one referent together.
  public var recognizer: AnyStage<MatchedDocument, RecognizedDocument>
  /// Gives dates and numbers their values.
  public var resolver: AnyStage<RecognizedDocument, ResolvedDocument>
  /// Finds events by rules.
  public var assembler: AnyStage<ResolvedDocument, AssembledDocument>
  /// Codes events: actors, days, places, CAMEO and PLOVER.
  public var coder: AnyStage<AssembledDocument, AssembledDocument>
  /// Tells how the assembler reads a document: what `khabar explain` shows of rules that made nothing, and of syntax.
  /// An assembler of one's own brings its own.
  public var insight: AssemblyInsight

  public init(
    cleaner: some Stage<RawDocument, CleanDocument>, tokenizer: some Stage<CleanDocument, TokenizedDocument>,
    matcher: some Stage<TokenizedDocument, MatchedDocument>,
    recognizer: some Stage<MatchedDocument, RecognizedDocument>,
    resolver: some Stage<RecognizedDocument, ResolvedDocument>,
    assembler: some Stage<ResolvedDocument, AssembledDocument>,
    coder: some Stage<AssembledDocument, AssembledDocument>,
    insight: AssemblyInsight = AssemblyInsight()
  ) {
    self.cleaner = AnyStage(cleaner)
    self.tokenizer = AnyStage(tokenizer)
    self.matcher = AnyStage(matcher)
    self.recognizer = AnyStage(recognizer)
    self.resolver = AnyStage(resolver)
    self.assembler = AnyStage(assembler)
    self.coder = AnyStage(coder)
    self.insight = insight
  }

  /// All of them, one behind the other.
  var chain: some Stage<RawDocument, AssembledDocument> {
    cleaner.then(tokenizer).then(matcher).then(recognizer).then(resolver).then(assembler).then(coder)
  }
}
