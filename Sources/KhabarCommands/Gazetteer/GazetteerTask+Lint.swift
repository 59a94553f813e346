import Foundation
import Khabar

extension GazetteerTask {
  /// Prints what is wrong with lists.
  func lint() throws -> ExitStatus {
    let description = try description()
    let pack = try description.languagePack()
    let linter = GazetteerLinter(
      orthography: pack.orthography, words: pack.words,
      commonWords: try names(in: description.lexicon + "/common-words.tsv", pack.orthography),
      givenNames: try description.gazetteers.flatMap {
        try names(in: $0.text + "/given-names.tsv", pack.orthography)
      })
    let sources =
      try sources(operands, description) + settings.gazetteers.flatMap { try GazetteerSource.sources(at: $0) }
    let findings = try linter.findings(in: sources)
    for finding in findings where settings.isVerbose || finding.severity != .note {
      try console.print(finding.description)
    }
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    try console.print("\(sources.count) lists, \(errors) errors, \(warnings) warnings")
    return errors + warnings == 0 ? .success : .failure
  }

  /// The names of one word in a table; none when there is no such table.
  private func names(in path: String, _ orthography: Orthography) throws -> [WordKey] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return try TSVReader(file: path, bytes: Array(data)).rows().compactMap { row in
      guard let name = row.cells["name"], !name.contains(" ") else { return nil }
      return orthography.key(name)
    }
  }
}
