/// What a language's code makes of a pipeline's description.
struct PipelineParts {
  var stages: any Stage<RawDocument, AssembledDocument>
  var entries: any EntryStore
  var ruleLocations: [String: SourceLocation]
  /// Tells which event rules made nothing of a document.
  var rejections: @Sendable (ResolvedDocument) -> [RejectedRule]
  /// What is wrong in single rows of the gazetteers.
  var findings: [Diagnostic]
}
