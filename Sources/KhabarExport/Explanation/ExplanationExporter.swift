import Foundation
import KhabarCore

/// Writes how a document's result came about: as plain text made for a terminal, one fact a line, indented below what
/// it is about, or as JSON, one object a line for each document. Both say what an `ExplanationRecord` holds. Offsets
/// are `[start,end)` in code points of the source, as in the contract `khabar/1`.
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
    /// The cleaned text. Only when asked for by name, as the three that follow.
    case text
    /// Tokens with their parts and what the lexicon knows of them.
    case tokens
    /// Every entry of a list that stands in the text, before names are chosen.
    case matches
    /// Phrases, clauses and arcs of each sentence, with the rows of the grammar that decided them.
    case syntax
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
    public static let usual = Set(allCases).subtracting([.text, .tokens, .matches, .syntax, .rejected])
  }

  /// How an explanation is written.
  public enum Format: String, Sendable, CaseIterable {
    case text, json
  }

  /// How it is written.
  public var format: Format
  /// What it tells.
  public var sections: Set<Section>
  public var options: ExportOptions
  /// The gazetteer that the documents' mentions refer to.
  public var entries: any EntryStore
  /// Where event rules were written, by their names.
  public var ruleLocations: [String: SourceLocation]
  /// Tells how events were looked for.
  public var insight: AssemblyInsight
  /// The rules of which it tells all that came of them, made or not, and what stood where they looked; nil for none.
  public var rules: Set<String>?

  public init(
    format: Format = .text, sections: Set<Section> = Section.usual, options: ExportOptions = ExportOptions(),
    entries: any EntryStore = EmptyEntryStore(), ruleLocations: [String: SourceLocation] = [:],
    insight: AssemblyInsight = AssemblyInsight(), rules: Set<String>? = nil
  ) {
    self.format = format
    self.sections = sections
    self.options = options
    self.entries = entries
    self.ruleLocations = ruleLocations
    self.insight = insight
    self.rules = rules
  }

  public var fileExtension: String { format == .json ? "jsonl" : "txt" }

  public var framing: StreamFraming {
    StreamFraming(opening: "", separator: "\n", closing: format == .json ? "\n" : "")
  }

  public func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    let record = ExplanationReader(document, self).record()
    switch format {
    case .text:
      var writer = ExplanationWriter(record, sections)
      writer.write()
      output.append(contentsOf: writer.outline.bytes)
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      // Strings, finite numbers and their collections always encode.
      if let data = try? encoder.encode(record) { output.append(contentsOf: data) }
    }
  }
}
