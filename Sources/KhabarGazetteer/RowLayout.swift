import KhabarCore

/// What the columns of a list mean, found once, so that the rows of entries are read in place.
struct RowLayout: Sendable {
  private let names: [String]
  /// The meaning of each column; nil for a feature.
  private let meanings: [GazetteerColumn?]
  /// Columns up to the last one that `EntryReferent` holds.
  private let referentColumns: Int

  init(_ columns: [String]) {
    names = columns
    meanings = columns.map { GazetteerColumn(rawValue: $0) }
    referentColumns = meanings.lastIndex { $0?.tellsReferent == true }.map { $0 + 1 } ?? 0
  }

  /// Features of most entries at most.
  private static let usualFeatures = 8

  /// Sets what a row says of its entry.
  func fill(_ entry: inout GazetteerEntry, from row: UnsafeBufferPointer<UInt8>) {
    forEachCell(of: row, columns: meanings.count) { column, value in
      switch meanings[column] {
      case .name: entry.name = value
      case .type: break
      case .kind: entry.kind = value
      case .id: entry.id = value
      case .country: entry.country = value
      case .aliases:
        entry.aliases = value.utf8.split(separator: UInt8(ascii: "|")).map { Substring($0).trimmedOfSpace }
          .filter { !$0.isEmpty }
      case .from: entry.from = value
      case .to: entry.to = value
      default:
        // Room for all that a row has, once.
        if entry.features.isEmpty { entry.features.reserveCapacity(Self.usualFeatures) }
        entry.features[names[column]] = value
      }
    }
  }

  /// Reads the few columns that tell the referent, and nothing behind them.
  func referent(_ row: UnsafeBufferPointer<UInt8>) -> EntryReferent {
    var referent = EntryReferent()
    let isWanted = { (column: Int) in meanings[column]?.tellsReferent == true }
    forEachCell(of: row, columns: referentColumns, where: isWanted) { column, value in
      switch meanings[column] {
      case .id: referent.id = value
      case .country: referent.country = value
      default: referent.kind = value
      }
    }
    return referent
  }

  /// Whether a cell begins and ends with ASCII that is no space or with a letter of the Arabic block, as nearly all do:
  /// then no character need be found. Others may have white space at their ends.
  static func isTrimmed(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first, let last = cell.last else { return true }
    let leads: ClosedRange<UInt8> = 0xD8...0xDB
    guard first > 0x20 && first < 0x80 || leads.contains(first) else { return false }
    return last > 0x20 && last < 0x80 || last >= 0x80 && cell.count > 1 && leads.contains(cell[cell.count - 2])
  }

  /// Calls `body` for each cell of the first columns that is wanted and not empty, without the space around it.
  @inline(__always)
  private func forEachCell(
    of row: UnsafeBufferPointer<UInt8>, columns: Int, where isWanted: (Int) -> Bool = { _ in true },
    _ body: (_ column: Int, _ value: String) -> Void
  ) {
    var start = 0
    var column = 0
    while column < columns, start <= row.count {
      let end = row[start...].firstIndex(of: 0x09) ?? row.count
      if start < end, isWanted(column) {
        let text = String(decoding: row[start..<end], as: UTF8.self)
        let value = Self.isTrimmed(UnsafeBufferPointer(rebasing: row[start..<end])) ? text : text.trimmedOfSpace
        if !value.isEmpty { body(column, value) }
      }
      start = end + 1
      column += 1
    }
  }
}

extension GazetteerColumn {
  /// Is a part of `EntryReferent`.
  fileprivate var tellsReferent: Bool { self == .id || self == .country || self == .kind }
}
