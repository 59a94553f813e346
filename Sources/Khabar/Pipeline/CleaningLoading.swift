import Foundation

extension CleaningPatterns {
  /// Reads the cleaning patterns of a language pack's folder, `boilerplate.tsv`; none when the file is not there.
  ///
  /// - Throws: `KhabarError` for a damaged table.
  public static func load(lexicon folder: String, orthography: Orthography) throws -> CleaningPatterns {
    let file = folder + "/boilerplate.tsv"
    guard let data = FileManager.default.contents(atPath: file) else {
      return CleaningPatterns(orthography: orthography)
    }
    return try CleaningPatterns(file: file, bytes: Array(data), orthography: orthography)
  }
}

extension ForeignLanguages {
  /// Reads the languages that a language pack's folder tells from its own, `languages.tsv`; none when the file is not
  /// there.
  ///
  /// - Parameter language: the pack's own, BCP 47.
  /// - Throws: `KhabarError` for a damaged table.
  public static func load(lexicon folder: String, language: String) throws -> ForeignLanguages {
    let file = folder + "/languages.tsv"
    guard let data = FileManager.default.contents(atPath: file) else { return ForeignLanguages() }
    return try ForeignLanguages(file: file, bytes: Array(data), own: language)
  }
}
