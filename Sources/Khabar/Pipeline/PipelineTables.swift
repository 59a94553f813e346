import Foundation

/// The small tables that the stages of a pipeline read by themselves. One that is not there says nothing.
struct PipelineTables: Sendable {
  /// `boilerplate.tsv` of the language pack's folder.
  private(set) var cleaning: CleaningPatterns
  /// `languages.tsv` of the home folder's gazetteers.
  private(set) var languages = LanguageDetector()
  /// `sectors.tsv` of the language pack's folder.
  private(set) var sectors = SectorTable()
  /// The pipeline's own codes.
  private(set) var codes = CodeTable()

  /// The tables of a pipeline, as they were read before or read now.
  ///
  /// - Throws: `KhabarError` for a damaged table.
  static func load(_ description: PipelineDescription, for pack: some LanguagePack) throws -> PipelineTables {
    let paths = [description.lexicon, LanguageDetector.file(of: description.home), description.codes?.text]
    var tables = try PreparedData().value("tables \(description.language.text)", of: paths.compactMap { $0 }) {
      try PipelineTables(reading: description, for: pack)
    }
    tables.cleaning.orthography = pack.orthography
    return tables
  }

  private init() { cleaning = CleaningPatterns(orthography: Orthography()) }

  /// - Throws: `KhabarError` for a damaged table.
  init(reading description: PipelineDescription, for pack: some LanguagePack) throws {
    let (orthography, morphology) = (pack.orthography, pack.morphology)
    cleaning = CleaningPatterns(orthography: orthography)
    try Self.read(description.lexicon + "/boilerplate.tsv") {
      cleaning = try CleaningPatterns(file: $0, bytes: $1, orthography: orthography)
    }
    languages = try LanguageDetector.load(description.home)
    try Self.read(description.lexicon + "/sectors.tsv") {
      sectors = try SectorTable(file: $0, bytes: $1, orthography: orthography, morphology: morphology)
    }
    guard let file = description.codes?.text else { return }
    try Self.read(file) {
      codes = try CodeTable(file: $0, bytes: $1, orthography: orthography, morphology: morphology)
    }
  }

  fileprivate static func read(_ file: String, _ body: (_ file: String, _ bytes: [UInt8]) throws -> Void) throws {
    guard let data = FileManager.default.contents(atPath: file) else { return }
    try body(file, Array(data))
  }
}

extension PipelineTables: Archivable {
  static var blank: PipelineTables { PipelineTables() }

  mutating func pass(through archive: Archive) throws {
    try cleaning.pass(through: archive)
    try languages.pass(through: archive)
    try sectors.pass(through: archive)
    try codes.pass(through: archive)
  }
}

extension LanguageDetector {
  /// The table of the languages that a home folder tells apart.
  static func file(of home: KhabarHome) -> String { home.gazetteers + "/languages.tsv" }

  /// Reads the languages that a home folder tells apart; none when the table is not there.
  ///
  /// - Throws: `KhabarError` for a damaged table.
  public static func load(_ home: KhabarHome) throws -> LanguageDetector {
    var detector = LanguageDetector()
    try PipelineTables.read(file(of: home)) { detector = try LanguageDetector(file: $0, bytes: $1) }
    return detector
  }
}
