import KhabarCore

/// Layers that a record leaves out unless they are asked for.
public struct IncludedLayers: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  /// Sentences, tokens and the parts of words.
  public static let tokens = IncludedLayers(rawValue: 1)
  /// The source text that all offsets count in.
  public static let text = IncludedLayers(rawValue: 2)
  /// How each slot of an event was filled, and where its rule was written.
  public static let reasons = IncludedLayers(rawValue: 4)
}

/// What a record says beside the document's own layers.
public struct ExportOptions: Sendable {
  /// The pipeline's name.
  public var pipeline: String?
  /// The language of documents that do not name theirs.
  public var language: String?
  /// Layers that the record has beside those it always has.
  public var include: IncludedLayers
  /// What made the record; nil leaves it out.
  public var provenance: Provenance?
  /// Where event rules were written, by their names, for `reasons`.
  public var ruleLocations: [String: SourceLocation] = [:]
  /// Which table `csv` and `tsv` write.
  public var table = RecordTable.events
  /// CSV begins with a byte order mark, as spreadsheets like it.
  public var hasByteOrderMark = false

  public init(
    pipeline: String? = nil, language: String? = nil, include: IncludedLayers = [], provenance: Provenance? = nil
  ) {
    self.pipeline = pipeline
    self.language = language
    self.include = include
    self.provenance = provenance
  }
}

/// Writes documents in one output format.
public protocol DocumentExporter: Sendable {
  /// What names of files in this format end in, without the point.
  var fileExtension: String { get }
  /// What a stream of several documents needs around and between its records.
  var framing: StreamFraming { get }
  /// Around the record of a stream that always holds one document.
  var singleFraming: StreamFraming { get }
  /// Appends the document's record, without framing.
  func append(_ document: AssembledDocument, to output: inout [UInt8])
}

extension DocumentExporter {
  public var singleFraming: StreamFraming { framing }

  /// A file's worth of output for one document.
  public func export(_ document: AssembledDocument) -> [UInt8] {
    var output = Array(singleFraming.opening.utf8)
    append(document, to: &output)
    output.append(contentsOf: singleFraming.closing.utf8)
    return output
  }
}

/// What stands before, between and behind the records of a stream.
public struct StreamFraming: Sendable, Equatable {
  /// Before the first record.
  public var opening: String
  /// Between two records.
  public var separator: String
  /// Behind the last record.
  public var closing: String

  public init(opening: String, separator: String, closing: String) {
    self.opening = opening
    self.separator = separator
    self.closing = closing
  }
}

/// The formats that records are written in.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// Indented JSON: an object for one document, an array for several.
  case json
  /// One object a line.
  case jsonl
  case xml
  /// A table with commas or tabs: `RecordTable`.
  case csv, tsv
  /// Directed pairs of actors with CAMEO codes, tab separated.
  case dyads
  /// Standoff annotations.
  case brat
  /// spaCy's displaCy.
  case displacy
  case geojson
  case timeml

  /// What writes documents in the format.
  public func exporter(_ options: ExportOptions) -> any DocumentExporter {
    switch self {
    case .json: JSONExporter(style: .indented, options: options)
    case .jsonl: JSONExporter(style: .lines, options: options)
    case .xml: XMLExporter(options: options)
    case .csv: TableExporter(table: options.table, syntax: .csv(hasMark: options.hasByteOrderMark))
    case .tsv: TableExporter(table: options.table, syntax: .tsv)
    case .dyads: DyadExporter()
    case .brat: BratExporter()
    case .displacy: DisplacyExporter()
    case .geojson: GeoJSONExporter()
    case .timeml: TimeMLExporter()
    }
  }
}
