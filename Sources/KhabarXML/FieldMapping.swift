/// Where a file keeps its documents' text and what is told of them.
///
/// A path is the name of a column in a table; names with points between in a JSON object (`content.body`); an XPath
/// expression (XPath 1.0) over names without their namespaces, relative to the record, in XML. Of several paths of a
/// field the first that gives something counts.
public struct FieldMapping: Sendable, Equatable {
  /// What a mapping can name.
  public enum Field: String, Sendable, CaseIterable {
    /// The elements that are one document each; without it the root is the only one.
    case record
    case text, title, date, url, author, source, language, id
  }

  /// The paths of each field, the most trusted first.
  public var paths: [Field: [String]]

  public init(_ paths: [Field: [String]] = [:]) { self.paths = paths }

  /// The mapping with another one's paths in place of its own.
  public func overridden(by other: FieldMapping) -> FieldMapping {
    FieldMapping(paths.merging(other.paths) { _, new in new })
  }

  /// Adds a path by `FIELD=PATH`; false when that is not what it is.
  public mutating func add(_ assignment: String) -> Bool {
    guard let equals = assignment.firstIndex(of: "="), let field = Field(rawValue: String(assignment[..<equals])),
      assignment.index(after: equals) < assignment.endIndex
    else { return false }
    paths[field, default: []].append(String(assignment[assignment.index(after: equals)...]))
    return true
  }

  /// What can stand before the `=`.
  public static let fieldNames = Field.allCases.map(\.rawValue).joined(separator: ", ")
}
