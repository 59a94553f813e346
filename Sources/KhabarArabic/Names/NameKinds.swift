import KhabarCore

/// What the kinds of heads allow in names: the rows of `name-kinds.tsv`.
struct NameKinds {
  /// The tables whose heads have kinds.
  enum Table: String {
    case titles, organizations, places
  }

  private let file: String
  /// The traits of a kind by table and kind, as the row has them.
  private var rows: [String: [String: String]] = [:]

  /// - Throws: `KhabarError` when the table is damaged.
  init(_ reader: TSVReader) throws {
    file = reader.file
    for (_, row) in try reader.rows() {
      guard let table = row["table"], let kind = row["kind"] else { continue }
      rows[table, default: [:]][kind] = row["traits"] ?? ""
    }
  }

  /// The traits of a kind; none of a head without one.
  ///
  /// - Parameter location: where the kind is written.
  /// - Throws: `KhabarError` L004 for a kind that has no row or a trait that is not among `names`.
  func traits<Traits: SetAlgebra>(
    of kind: String?, in table: Table, _ names: [String: Traits], at location: SourceLocation
  ) throws -> Traits {
    guard let kind else { return Traits() }
    guard let cell = rows[table.rawValue]?[kind] else {
      throw KhabarError(
        "L004", at: location, "unknown kind \(kind)", remedy: "Use one that \(file) has, or add a row for it")
    }
    return try cell.utf8.split(separator: UInt8(ascii: " ")).reduce(into: Traits()) { traits, word in
      let name = String(decoding: word, as: UTF8.self)
      guard let trait = names[name] else {
        throw KhabarError(
          "L004", at: SourceLocation(file: file), "unknown trait \(name) of \(table.rawValue)",
          remedy: "Use one of " + names.keys.sorted().joined(separator: ", "))
      }
      traits.formUnion(trait)
    }
  }
}
