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

extension LanguageDetector {
  /// Reads the languages that a home folder tells apart, `languages.tsv` of its gazetteers; none when the file is not
  /// there.
  ///
  /// - Throws: `KhabarError` for a damaged table.
  public static func load(_ home: KhabarHome) throws -> LanguageDetector {
    let file = home.gazetteers + "/languages.tsv"
    guard let data = FileManager.default.contents(atPath: file) else { return LanguageDetector() }
    return try LanguageDetector(file: file, bytes: Array(data))
  }
}
