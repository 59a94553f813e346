/// Where a document comes from and what is known of it outside its text.
public struct DocumentInfo: Sendable, Equatable {
  /// Unique in its run: the record's id or the file's relative path.
  public var id: String
  /// The file, with the record's line for JSONL.
  public var source: String?
  /// The headline, when it is known apart from the text.
  public var title: String?
  /// The date given by option or metadata.
  public var anchor: DocumentAnchor?
  /// What the metadata give for a date, when it could not be read; a pipeline's language may yet read it.
  public var unreadDate: String?
  /// BCP 47, when it was given or told.
  public var language: String?
  /// The language that a pipeline of several took the document for; nil when there was nothing to choose.
  public var languageChoice: LanguageChoice?
  /// Where the article was published, as given.
  public var url: String?
  /// Who wrote it, as given.
  public var author: String?
  /// The character set that the document was read in, when it is not UTF-8.
  public var encoding: String?
  /// The publisher, as a record's `source` field names it.
  public var publisher: String?
  /// What the reader found amiss: an unreadable date, a replaced character.
  public var warnings: [String] = []

  public init(id: String, source: String? = nil) {
    self.id = id
    self.source = source
  }
}

/// The language that a document was taken for, of those that a pipeline has.
public struct LanguageChoice: Sendable, Equatable {
  /// By what a language was told.
  public enum Source: String, Sendable {
    /// The text's letters and commonest words.
    case text
    /// What was given with the document, where the text does not tell.
    case metadata
    /// Nothing: the pipeline's first language.
    case standard = "default"
  }

  /// BCP 47, as the pipeline names it.
  public var language: String
  /// By what it was told.
  public var source: Source

  public init(language: String, source: Source) {
    self.language = language
    self.source = source
  }
}

extension DocumentInfo {
  /// The reader's warnings, and one for a date that could not be read.
  public var allWarnings: [String] { warnings + [unreadDateFinding].compactMap { $0?.warning } }

  /// D006, when there is a date that could not be read.
  public var unreadDateFinding: Diagnostic? {
    guard anchor?.source != .option, let unreadDate else { return nil }
    let shown = unreadDate.unicodeScalars.count > 60 ? String(unreadDate.unicodeScalars.prefix(60)) + "…" : unreadDate
    return Diagnostic(
      .warning, "D006", "the date \"\(shown)\" can't be read and was passed over",
      remedy: "Write it as YYYY-MM-DD, or give the date of all documents with --date")
  }
}

/// A document as it was read: decoded text and where it is from.
public struct RawDocument: Sendable {
  /// Where it is from.
  public var info: DocumentInfo
  /// The source text, valid UTF-8. All offsets of the output are offsets into it.
  public var bytes: [UInt8]

  public init(info: DocumentInfo, bytes: [UInt8]) {
    self.info = info
    self.bytes = bytes
  }

  public init(id: String, text: String) {
    self.init(info: DocumentInfo(id: id), bytes: Array(text.utf8))
  }
}

/// A stretch of the source that cleaning took out, and why.
public struct Removal: Sendable, Equatable {
  /// What was taken out.
  public var span: TextSpan<SourceBytes>
  /// The cleaning rule: `ad-marker`, `photo-credit`, `repeated-title` …
  public var reason: String

  public init(span: TextSpan<SourceBytes>, reason: String) {
    self.span = span
    self.reason = reason
  }
}

// From here on documents are classes: no stage changes what came before it, and the readers of every sentence hold the
// document, so that copying one means copying one reference.

/// A document without residue, aligned with its source.
public final class CleanDocument: Sendable {
  /// The document as it was read.
  public let raw: RawDocument
  /// The text that all later stages read.
  public let text: AlignedText
  /// What was taken out, in text order.
  public let removed: [Removal]
  /// Place and date line taken from the head of the text: `بغداد (رويترز) -`. Its place and date are kept for later.
  public let dateline: TextSpan<SourceBytes>?
  /// The line that names the author.
  public let byline: TextSpan<SourceBytes>?
  /// What this stage found amiss, without a place.
  public let findings: [Diagnostic]

  public init(
    raw: RawDocument, text: AlignedText, removed: [Removal] = [], dateline: TextSpan<SourceBytes>? = nil,
    byline: TextSpan<SourceBytes>? = nil, findings: [Diagnostic] = []
  ) {
    self.raw = raw
    self.text = text
    self.removed = removed
    self.dateline = dateline
    self.byline = byline
    self.findings = findings
  }
}

/// A document with tokens and sentences.
public final class TokenizedDocument: Sendable {
  /// The layer before.
  public let clean: CleanDocument
  /// In text order, without overlap.
  public let tokens: [Token]
  /// In text order; each token is in one at most.
  public let sentences: [Sentence]

  public init(clean: CleanDocument, tokens: [Token], sentences: [Sentence]) {
    self.clean = clean
    self.tokens = tokens
    self.sentences = sentences
  }
}

/// A document with what the gazetteers found in it.
public final class MatchedDocument: Sendable {
  /// The layer before.
  public let tokenized: TokenizedDocument
  /// All candidates, sorted by start, then longest first, then best first. They may overlap.
  public let lookups: [Lookup]

  public init(tokenized: TokenizedDocument, lookups: [Lookup]) {
    self.tokenized = tokenized
    self.lookups = lookups
  }
}

/// A document with its entities.
public final class RecognizedDocument: Sendable {
  /// The layer before.
  public let matched: MatchedDocument
  /// Sorted by start; names do not overlap.
  public let mentions: [Mention]
  /// In the order of their first mention.
  public let entities: [Entity]
  /// The words, numbers and marks of the cleaned text, taken apart as the names ask for.
  public let tokens: [Token]

  /// - Parameter tokens: those of the layer before, where no name changes them.
  public init(matched: MatchedDocument, mentions: [Mention], entities: [Entity], tokens: [Token]? = nil) {
    self.matched = matched
    self.tokens = tokens ?? matched.tokens
    self.mentions = mentions
    self.entities = entities
  }
}

/// A document with its dates and numbers resolved.
public final class ResolvedDocument: Sendable {
  /// The layer before.
  public let recognized: RecognizedDocument
  /// The document's date; nil when nothing tells it.
  public let anchor: DocumentAnchor?
  /// Sorted by start.
  public let times: [TimeExpression]
  /// Sorted by start.
  public let quantities: [Quantity]
  /// What this stage found amiss, one line each.
  public let warnings: [String]

  public init(
    recognized: RecognizedDocument, anchor: DocumentAnchor?, times: [TimeExpression], quantities: [Quantity],
    warnings: [String] = []
  ) {
    self.recognized = recognized
    self.anchor = anchor
    self.times = times
    self.quantities = quantities
    self.warnings = warnings
  }
}

/// A document with its events: the end of the pipeline.
public final class AssembledDocument: Sendable {
  /// The layer before.
  public let resolved: ResolvedDocument
  /// In the order of their triggers.
  public let events: [Event]
  /// What this stage found amiss, one line each.
  public let warnings: [String]

  public init(resolved: ResolvedDocument, events: [Event], warnings: [String] = []) {
    self.resolved = resolved
    self.events = events
    self.warnings = warnings
  }
}

// MARK: - Earlier layers

extension TokenizedDocument {
  /// The cleaned text.
  public var text: AlignedText { clean.text }
  /// Where the document is from.
  public var info: DocumentInfo { clean.raw.info }
}

extension MatchedDocument {
  /// The cleaned text.
  public var text: AlignedText { tokenized.clean.text }
  /// The words, numbers and marks of the cleaned text.
  public var tokens: [Token] { tokenized.tokens }
  /// The sentences of the cleaned text.
  public var sentences: [Sentence] { tokenized.sentences }
  /// Where the document is from.
  public var info: DocumentInfo { tokenized.clean.raw.info }
}

extension RecognizedDocument {
  /// The cleaned text.
  public var text: AlignedText { matched.text }
  /// The sentences of the cleaned text.
  public var sentences: [Sentence] { matched.sentences }
  /// Where the document is from.
  public var info: DocumentInfo { matched.info }
}

extension ResolvedDocument {
  /// The place and date line at the head of the text.
  public var dateline: TextSpan<SourceBytes>? { recognized.matched.tokenized.clean.dateline }
  /// The cleaned text.
  public var text: AlignedText { recognized.text }
  /// The words, numbers and marks of the cleaned text.
  public var tokens: [Token] { recognized.tokens }
  /// The sentences of the cleaned text.
  public var sentences: [Sentence] { recognized.sentences }
  /// The names in text order.
  public var mentions: [Mention] { recognized.mentions }
  /// The referents, in the order of their first mention.
  public var entities: [Entity] { recognized.entities }
  /// Where the document is from.
  public var info: DocumentInfo { recognized.info }
}

extension AssembledDocument {
  /// The cleaned text.
  public var text: AlignedText { resolved.text }
  /// The words, numbers and marks of the cleaned text.
  public var tokens: [Token] { resolved.tokens }
  /// The sentences of the cleaned text.
  public var sentences: [Sentence] { resolved.sentences }
  /// The names in text order.
  public var mentions: [Mention] { resolved.mentions }
  /// The referents, in the order of their first mention.
  public var entities: [Entity] { resolved.entities }
  /// Dates and times in text order.
  public var times: [TimeExpression] { resolved.times }
  /// Numbers in text order.
  public var quantities: [Quantity] { resolved.quantities }
  /// Where the document is from.
  public var info: DocumentInfo { resolved.info }
  /// The cleaned document.
  public var clean: CleanDocument { resolved.recognized.matched.tokenized.clean }
  /// The document as it was read.
  public var raw: RawDocument { clean.raw }
  /// What is wrong with the text or its date, without a place.
  public var findings: [Diagnostic] { [info.unreadDateFinding].compactMap { $0 } + clean.findings }
  /// Warnings of all layers, in the order of the pipeline.
  public var allWarnings: [String] {
    info.allWarnings + clean.findings.map(\.warning) + resolved.warnings + warnings
  }
}
