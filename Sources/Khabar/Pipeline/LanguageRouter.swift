import KhabarClean
import KhabarCore
import KhabarExport

/// Finds out the language of each document and hands it to the pipeline of that language.
///
/// The text tells the language, by its letters and commonest words; where it is too short, what was given with the
/// document does, if the text can be of that language.
struct LanguageRouter: Stage {
  let detector: LanguageDetector
  /// One for each language; the first is that of texts without letters.
  let branches: [Pipeline]

  /// - Throws: `KhabarError` D040 for a text in a language without a pipeline, D041 for one in a language that is not
  ///   known, and what the pipeline throws.
  func process(_ input: RawDocument) throws -> AssembledDocument {
    var document = input
    let choice = try choice(for: input)
    document.info.languageChoice = choice
    if Self.primary(input.info.language) != choice.language { document.info.language = choice.language }
    return try branch(of: document.info).process(document)
  }

  /// Tells how the documents' pipelines read them.
  var insight: AssemblyInsight {
    AssemblyInsight(
      trials: { branch(of: $0.info).insight.trials($0, $1) }, sentences: { branch(of: $0.info).insight.sentences($0) })
  }

  private func choice(for document: RawDocument) throws -> LanguageChoice {
    let given = Self.primary(document.info.language)
    switch document.bytes.withUnsafeBufferPointer({ detector.verdict(on: $0) }) {
    case .language(let language): return try choice(language)
    case .oneOf(let languages):
      if let told = languages.first(where: { $0.code == given }) { return try choice(told, by: .metadata) }
      return try choice(languages.first { language in branches.contains { $0.language == language.code } })
    case .noLetters:
      let told = branches.first { $0.language == given }
      return LanguageChoice(
        language: (told ?? branches[0]).language, source: told == nil ? .standard : .metadata)
    case .unknown(let languages):
      let told = languages.first { $0.code == given }
      return try choice(told, by: told == nil ? .text : .metadata)
    }
  }

  private func choice(
    _ language: LanguageDetector.Language?, by source: LanguageChoice.Source = .text
  ) throws -> LanguageChoice {
    let known = branches.map(\.language).joined(separator: ", ")
    guard let language else {
      throw KhabarError(
        "D041", "the text is in no language that khabar can tell", remedy: "Leave it out; the pipeline reads: \(known)")
    }
    guard branches.contains(where: { $0.language == language.code }) else {
      throw KhabarError(
        "D040", "the text is \(language.name) (\(language.code)), which the pipeline does not read",
        remedy: "Leave it out; the pipeline reads: \(known)")
    }
    return LanguageChoice(language: language.code, source: source)
  }

  private func branch(of info: DocumentInfo) -> Pipeline {
    branches.first { $0.language == info.languageChoice?.language } ?? branches[0]
  }

  /// The language itself of a BCP 47 tag: `en` of `en-GB`.
  private static func primary(_ tag: String?) -> String? {
    tag?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first?.lowercased()
  }
}

/// Writes each document as the pipeline of its language does.
private struct LanguageExporter: DocumentExporter {
  let exporters: [(language: String, exporter: any DocumentExporter)]

  var fileExtension: String { exporters[0].exporter.fileExtension }
  var framing: StreamFraming { exporters[0].exporter.framing }
  var singleFraming: StreamFraming { exporters[0].exporter.singleFraming }

  func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    let language = document.info.languageChoice?.language
    (exporters.first { $0.language == language } ?? exporters[0]).exporter.append(document, to: &output)
  }
}

extension Pipeline {
  /// An exporter for the pipeline's documents.
  ///
  /// - Parameter make: makes one for a pipeline of a single language; asked of each that this one chooses among.
  public func exporter(_ make: (Pipeline) -> any DocumentExporter) -> any DocumentExporter {
    branches.isEmpty ? make(self) : LanguageExporter(exporters: branches.map { ($0.language, make($0)) })
  }
}
