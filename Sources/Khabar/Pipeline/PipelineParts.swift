/// What a pipeline is made of, as its description names it.
struct PipelineParts {
  var stages: PipelineStages
  var entries: any EntryStore
  /// Where event rules were written, by their names.
  var ruleLocations: @Sendable () -> [String: SourceLocation]
  /// What is wrong in single rows of the gazetteers.
  var findings: [Diagnostic]
  /// Fingerprint of the gazetteers.
  var gazetteers: UInt64 = 0
  /// Tells whether the data are still what they were when they were loaded.
  var isIntact: @Sendable () -> Bool = { true }
}
