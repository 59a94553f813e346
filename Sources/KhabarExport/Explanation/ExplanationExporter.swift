import KhabarCore

/// Writes how a document's result came about, as plain text made for a terminal: one fact a line, indented below what
/// it is about. Offsets are `[start,end)` in code points of the source, as in the contract `khabar/1`.
///
/// ```
/// document cairo-meeting.txt
///   events
///     V1 Meeting, occurred, confidence 0.87
///       rule meeting.verb, Pipelines/arabic-news/meeting.rules:15
///       trigger [0,5): التقى
/// ```
public struct ExplanationExporter: DocumentExporter {
  /// A part of an explanation, in the order in which they are written.
  public enum Section: String, Sendable, CaseIterable {
    /// What cleaning took out, and what it kept as metadata.
    case removed
    /// The cleaned text. Only when asked for by name, as the two that follow.
    case text
    /// Tokens with their parts and what the lexicon knows of them.
    case tokens
    /// Every entry of a list that stands in the text, before names are chosen.
    case matches
    /// The document's date and where it is from.
    case date
    /// Entities with their gazetteer entries, mentions, and why these were put together.
    case entities
    /// Times and quantities with their grammar rules and anchors.
    case times
    /// Events with their rules, triggers, and what filled their slots.
    case events
    /// Rules that were tried and made no event. Only when asked for by name: there are many.
    case rejected

    /// What is told without asking.
    public static let usual = Set(allCases).subtracting([.text, .tokens, .matches, .rejected])
  }

  /// What it tells.
  public var sections: Set<Section>
  public var options: ExportOptions
  /// The gazetteer that the documents' mentions refer to.
  public var entries: any EntryStore
  /// Where event rules were written, by their names.
  public var ruleLocations: [String: SourceLocation]
  /// Tells which rules made no event of a document.
  public var rejections: @Sendable (ResolvedDocument) -> [RejectedRule]

  public init(
    sections: Set<Section> = Section.usual, options: ExportOptions = ExportOptions(),
    entries: any EntryStore = EmptyEntryStore(), ruleLocations: [String: SourceLocation] = [:],
    rejections: @escaping @Sendable (ResolvedDocument) -> [RejectedRule] = { _ in [] }
  ) {
    self.sections = sections
    self.options = options
    self.entries = entries
    self.ruleLocations = ruleLocations
    self.rejections = rejections
  }

  public var fileExtension: String { "txt" }

  public var framing: StreamFraming { StreamFraming(opening: "", separator: "\n", closing: "") }

  public func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    var writer = ExplanationWriter(document, self)
    writer.write()
    output.append(contentsOf: writer.outline.bytes)
  }
}
