extension ExplanationExporter {
  /// An exporter for documents of a pipeline, which says where its gazetteer entries and rules were written.
  ///
  /// - Parameter rules: of which all that came of them is told, made or not.
  public init(
    _ pipeline: Pipeline, format: Format = .text, sections: Set<Section> = Section.usual, rules: Set<String>? = nil
  ) {
    self.init(
      format: format, sections: sections,
      options: ExportOptions(pipeline: pipeline.name, language: pipeline.language), entries: pipeline.entries,
      ruleLocations: pipeline.ruleLocations, insight: pipeline.insight, rules: rules)
  }
}
