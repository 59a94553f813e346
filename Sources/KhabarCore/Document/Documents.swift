/// Where a document comes from and what is known of it outside its text.
public struct DocumentInfo: Sendable, Equatable {
  /// Unique in its run: the record's id or the file's relative path.
  public var id: String
  /// The file, with the record's line for JSONL.
  public var source: String?
  public var title: String?
  /// The date given by option or metadata.
  public var anchor: DocumentAnchor?
  /// What the metadata give for a date, when it could not be read; a pipeline's language may yet read it.
  public var unreadDate: String?
  /// BCP 47, when it was given.
  public var language: String?
  public var url: String?
  /// The publisher, as a record's `source` field names it.
  public var publisher: String?
  /// What the reader found amiss: an unreadable date, a replaced character.
  public var warnings: [String] = []

  public init(id: String, source: String? = nil) {
    self.id = id
    self.source = source
  }
}

extension DocumentInfo {
  /// The reader's warnings, and one for a date that could not be read.
  public var allWarnings: [String] {
    warnings + (unreadDateFinding.map { ["\($0.code): \($0.message)"] } ?? [])
  }

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
  public let raw: RawDocument
  public let text: AlignedText
  public let removed: [Removal]
  /// Place and date line taken from the head of the text: `بغداد (رويترز) -`. Its place and date are kept for later.
  public let dateline: TextSpan<SourceBytes>?
  public let byline: TextSpan<SourceBytes>?
  public let warnings: [String]

  public init(
    raw: RawDocument, text: AlignedText, removed: [Removal] = [], dateline: TextSpan<SourceBytes>? = nil,
    byline: TextSpan<SourceBytes>? = nil, warnings: [String] = []
  ) {
    self.raw = raw
    self.text = text
    self.removed = removed
    self.dateline = dateline
    self.byline = byline
    self.warnings = warnings
  }
}

/// A document with tokens and sentences.
public final class TokenizedDocument: Sendable {
  public let clean: CleanDocument
  public let tokens: [Token]
  public let sentences: [Sentence]

  public init(clean: CleanDocument, tokens: [Token], sentences: [Sentence]) {
    self.clean = clean
    self.tokens = tokens
    self.sentences = sentences
  }
}

/// A document with what the gazetteers found in it.
public final class MatchedDocument: Sendable {
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
  public let matched: MatchedDocument
  /// Sorted by start; names do not overlap.
  public let mentions: [Mention]
  public let entities: [Entity]

  public init(matched: MatchedDocument, mentions: [Mention], entities: [Entity]) {
    self.matched = matched
    self.mentions = mentions
    self.entities = entities
  }
}

/// A document with its dates and numbers resolved.
public final class ResolvedDocument: Sendable {
  public let recognized: RecognizedDocument
  public let anchor: DocumentAnchor?
  /// Sorted by start.
  public let times: [TimeExpression]
  /// Sorted by start.
  public let quantities: [Quantity]
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
  public let resolved: ResolvedDocument
  public let events: [Event]
  public let warnings: [String]

  public init(resolved: ResolvedDocument, events: [Event], warnings: [String] = []) {
    self.resolved = resolved
    self.events = events
    self.warnings = warnings
  }
}

// MARK: - Earlier layers

extension TokenizedDocument {
  public var text: AlignedText { clean.text }
  public var info: DocumentInfo { clean.raw.info }
}

extension MatchedDocument {
  public var text: AlignedText { tokenized.clean.text }
  public var tokens: [Token] { tokenized.tokens }
  public var sentences: [Sentence] { tokenized.sentences }
  public var info: DocumentInfo { tokenized.clean.raw.info }
}

extension RecognizedDocument {
  public var text: AlignedText { matched.text }
  public var tokens: [Token] { matched.tokens }
  public var sentences: [Sentence] { matched.sentences }
  public var info: DocumentInfo { matched.info }
}

extension ResolvedDocument {
  public var dateline: TextSpan<SourceBytes>? { recognized.matched.tokenized.clean.dateline }
  public var text: AlignedText { recognized.text }
  public var tokens: [Token] { recognized.tokens }
  public var sentences: [Sentence] { recognized.sentences }
  public var mentions: [Mention] { recognized.mentions }
  public var entities: [Entity] { recognized.entities }
  public var info: DocumentInfo { recognized.info }
}

extension AssembledDocument {
  public var text: AlignedText { resolved.text }
  public var tokens: [Token] { resolved.tokens }
  public var sentences: [Sentence] { resolved.sentences }
  public var mentions: [Mention] { resolved.mentions }
  public var entities: [Entity] { resolved.entities }
  public var times: [TimeExpression] { resolved.times }
  public var quantities: [Quantity] { resolved.quantities }
  public var info: DocumentInfo { resolved.info }
  public var clean: CleanDocument { resolved.recognized.matched.tokenized.clean }
  public var raw: RawDocument { clean.raw }
  /// Warnings of all layers, in the order of the pipeline.
  public var allWarnings: [String] {
    info.allWarnings + clean.warnings + resolved.warnings + warnings
  }
}
