extension ExplanationExporter {
  /// An exporter for documents of a pipeline, which says where its gazetteer entries and rules were written.
  public init(_ pipeline: Pipeline, sections: Set<Section> = Section.usual) {
    self.init(
      sections: sections, options: ExportOptions(pipeline: pipeline.name, language: pipeline.language),
      entries: pipeline.entries, ruleLocations: pipeline.ruleLocations,
      rejections: pipeline.rejections)
  }
}
