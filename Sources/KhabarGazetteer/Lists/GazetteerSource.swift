import KhabarCore

/// A list of names to load: a file and how to read it.
public struct GazetteerSource: Sendable, Hashable {
  /// How a list is written.
  public enum Format: String, Sendable, CaseIterable {
    /// The project's own table: a header line, `name`, `type` and further columns.
    case table
    /// A GATE definition, `list.lst:majorType:minorType:language`, with its lists.
    case gateDefinition
    /// One GATE list: names, with features behind a tab or `:`, each `name=value`.
    case gateList
    /// spaCy EntityRuler patterns, one JSON object a line, `label` and a string `pattern`.
    case entityRuler
    /// One name a line.
    case names
  }

  /// The list's file.
  public var path: String
  /// How it is written.
  public var format: Format
  /// The type of entries that give none themselves; the one of all entries for `names` and `gateList`.
  public var type: EntityType?
  /// The list's text when it does not come from a file; `path` then only names it.
  public var contents: [UInt8]?

  /// A list in a file.
  ///
  /// - Parameter format: nil goes by the extension: `.def`, `.lst`, `.jsonl`, `.txt`, anything else is a table.
  public init(path: String, format: Format? = nil, type: EntityType? = nil) {
    self.path = path
    self.format = format ?? Format(path: path)
    self.type = type
  }

  /// A list in memory.
  public init(name: String, text: String, format: Format? = nil, type: EntityType? = nil) {
    self.init(path: name, format: format, type: type)
    contents = Array(text.utf8)
  }
}

extension GazetteerSource.Format {
  /// The format that a file's extension stands for.
  public init(path: String) {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    switch name.utf8.lastIndex(of: UInt8(ascii: ".")).map({ name[$0...].lowercased() }) {
    case ".def": self = .gateDefinition
    case ".lst": self = .gateList
    case ".jsonl": self = .entityRuler
    case ".txt": self = .names
    default: self = .table
    }
  }
}
