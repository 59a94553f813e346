/// The languages that a pipeline file may name, and how their packs are made.
///
/// ```swift
/// let languages = LanguageCatalog.shipped.adding("fr") { lexicon in try FrenchPack(lexicon: lexicon) }
/// let pipeline = try Pipeline(named: "french.pipeline", languages: languages)
/// ```
public struct LanguageCatalog: Sendable {
  /// Makes a pack from the folder of its word tables: the pipeline's `lexicon`.
  ///
  /// - Throws: `KhabarError` with what is wrong in the tables.
  public typealias PackMaker = @Sendable (_ lexicon: String) throws -> any LanguagePack

  private var makers: [String: PackMaker] = [:]

  /// No languages at all.
  public init() {}

  /// The languages that come with the package: Arabic, `ar`, and English, `en`.
  public static var shipped: LanguageCatalog {
    LanguageCatalog().adding("ar") { lexicon in
      ArabicPack(try PreparedData().value("ar", of: [lexicon]) { try ArabicTables(folder: lexicon) })
    }.adding("en") { try EnglishPack(lexicon: $0) }
  }

  /// The catalog with a further language, or with another pack for one it has.
  ///
  /// - Parameter code: BCP 47, as `language:` of a pipeline file names it.
  public func adding(_ code: String, _ makePack: @escaping PackMaker) -> LanguageCatalog {
    var catalog = self
    catalog.makers[code] = makePack
    return catalog
  }

  /// The codes of its languages, sorted.
  public var codes: [String] { makers.keys.sorted() }

  /// The language pack of a pipeline.
  ///
  /// - Throws: `KhabarError` P008 for a language without one, and what is wrong in the pack's tables.
  public func pack(for description: PipelineDescription) throws -> any LanguagePack {
    try description.requireOneLanguage()
    let language = description.language
    guard let makePack = makers[language.text] else {
      throw KhabarError(
        "P008", at: language.location, "there is no language pack for \"\(language.text)\"",
        remedy: "Known languages: \(codes.joined(separator: ", "))")
    }
    return try makePack(description.lexicon)
  }
}
