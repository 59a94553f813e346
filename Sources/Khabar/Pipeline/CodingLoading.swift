import Foundation

extension EventCoder {
  /// The coder of a pipeline: sectors of the language pack's folder, `sectors.tsv`, and codes of the pipeline's table.
  /// A table that is not there codes nothing.
  ///
  /// - Throws: `KhabarError` for a damaged table.
  static func load(
    _ description: PipelineDescription, entries: any EntryStore, orthography: Orthography,
    morphology: any KhabarCore.Morphology
  ) throws -> EventCoder {
    var sectors = SectorTable()
    let sectorFile = description.lexicon + "/sectors.tsv"
    if let data = FileManager.default.contents(atPath: sectorFile) {
      sectors = try SectorTable(
        file: sectorFile, bytes: Array(data), orthography: orthography, morphology: morphology)
    }
    var codes = CodeTable()
    if let file = description.codes?.text, let data = FileManager.default.contents(atPath: file) {
      codes = try CodeTable(file: file, bytes: Array(data), orthography: orthography, morphology: morphology)
    }
    return EventCoder(entries: entries, sectors: sectors, codes: codes)
  }
}
