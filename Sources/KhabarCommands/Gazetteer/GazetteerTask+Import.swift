import Foundation
import Khabar

extension GazetteerTask {
  /// Writes lists of other formats as one table.
  func importLists() throws -> ExitStatus {
    guard !operands.isEmpty else {
      throw KhabarError(
        "U014", "khabar gazetteer import needs a FILE", remedy: "Such as: khabar gazetteer import lists.def -o my.tsv")
    }
    let sources = operands.map {
      GazetteerSource(path: $0, format: settings.format, type: settings.type.map { EntityType($0) })
    }
    let (table, findings) = try GazetteerImporter().table(of: sources)
    findings.forEach(console.report)
    if settings.output == "-" {
      try console.output.write(table)
    } else {
      try write(table)
    }
    return findings.contains { $0.severity == .error } ? .failure : .success
  }

  /// Writes the table to the output, which may be a device or a link.
  private func write(_ table: String) throws {
    do {
      let file = try OutputFile(settings.output)
      try file.write(Array(table.utf8))
      try file.commit()
    } catch let error as KhabarError where error.diagnostics.first?.code == "D008" {
      throw KhabarError(
        "U015", at: SourceLocation(file: settings.output), "the table can't be written",
        remedy: "Check that the folder exists and is writable")
    }
  }
}
