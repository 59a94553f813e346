import KhabarCore

/// Counts of what lists hold.
public struct GazetteerStatistics: Sendable {
  /// Counts of one list, type and kind.
  public struct Row: Sendable, Equatable {
    /// The list's file.
    public var list: String
    /// What its entries name.
    public var type: String
    /// city, country, party …; empty for none.
    public var kind: String
    public var entries = 0
    /// Names and aliases.
    public var names = 0
    /// Entries that match in a context only.
    public var inContext = 0
  }

  /// Sorted by list in loading order, then type, then kind.
  public let rows: [Row]

  init(_ gazetteer: Gazetteer) {
    let image = gazetteer.image
    rows = withExtendedLifetime(gazetteer.storage) {
      let kindColumns = gazetteer.catalog.lists.map { $0.columns.firstIndex(of: GazetteerColumn.kind.rawValue) }
      var rows: [Key: Row] = [:]
      var keys = [Key?](repeating: nil, count: image.entries.count)
      for (index, entry) in image.entries.enumerated() {
        let list = Int(entry.list)
        guard list < gazetteer.catalog.lists.count else { continue }
        let kind = kindColumns[list].map { Self.cell($0, of: image.text(entry.rowOffset, Int(entry.rowLength))) } ?? ""
        let key = Key(list: list, type: Int(entry.type), kind: kind)
        keys[index] = key
        rows[
          key,
          default: Row(list: gazetteer.catalog.lists[list].file, type: gazetteer.type(entry.type).rawValue, kind: kind)
        ].entries += 1
      }
      var lastInContext: Int?
      for surface in image.surfaces {
        guard Int(surface.entry) < keys.count, let key = keys[Int(surface.entry)] else { continue }
        rows[key]?.names += 1
        if surface.context != 0, Int(surface.entry) != lastInContext {
          rows[key]?.inContext += 1
          lastInContext = Int(surface.entry)
        }
      }
      return rows.sorted { ($0.key.list, $0.value.type, $0.key.kind) < ($1.key.list, $1.value.type, $1.key.kind) }
        .map(\.value)
    }
  }

  private struct Key: Hashable {
    var list: Int
    var type: Int
    var kind: String
  }

  private static func cell(_ index: Int, of row: UnsafeBufferPointer<UInt8>) -> String {
    var column = 0
    var start = 0
    for (offset, byte) in row.enumerated() where byte == 0x09 {
      if column == index { return String(decoding: row[start..<offset], as: UTF8.self).trimmedOfSpace }
      column += 1
      start = offset + 1
    }
    return column == index ? String(decoding: row[start...], as: UTF8.self).trimmedOfSpace : ""
  }
}

extension Gazetteer {
  /// Counts of what its lists hold. O(entries).
  public func statistics() -> GazetteerStatistics { GazetteerStatistics(self) }

  /// Number of names and aliases that can match.
  public var nameCount: Int { image.surfaces.count }

  /// Size of the compiled image in bytes.
  public var byteCount: Int { storage.size }
}
