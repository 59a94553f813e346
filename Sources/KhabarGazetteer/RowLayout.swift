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
      case .aliases: entry.aliases = Self.aliases(in: value)
      case .from: entry.from = value
      case .to: entry.to = value
      default:
        // Room for all that a row has, once.
        if entry.features.isEmpty { entry.features.reserveCapacity(Self.usualFeatures) }
        entry.features[names[column]] = value
      }
    }
  }

  /// The spellings of a cell, without the space around each.
  private static func aliases(in cell: String) -> [String] {
    var cell = cell
    return cell.withUTF8 { bytes in
      var aliases: [String] = []
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "|") { end &+= 1 }
        if start < end {
          let alias = UnsafeBufferPointer(rebasing: bytes[start..<end])
          let text = String(decoding: alias, as: UTF8.self)
          let trimmed = isTrimmed(alias) ? text : text.trimmedOfSpace
          if !trimmed.isEmpty { aliases.append(trimmed) }
        }
        start = end + 1
      }
      return aliases
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

  /// Whether a name of a row begins with some letters, told by its bytes; nil where only its characters tell: at a
  /// mark above a letter, for one.
  func hasName(in row: UnsafeBufferPointer<UInt8>, beginningWith letters: String) -> Bool? {
    // Letters that no other code points stand for.
    guard letters.unicodeScalars.allSatisfy({ (0x627...0x64A).contains($0.value) }) else { return nil }
    var begins: Bool? = false
    forEachBytes(of: row, columns: meanings.count) { column, cell in
      guard begins == false, meanings[column] == .name || meanings[column] == .aliases else { return }
      let separator = meanings[column] == .aliases ? UInt8(ascii: "|") : nil
      for name in cell.split(whereSeparator: { $0 == separator }) where begins == false {
        begins = Self.begins(UnsafeBufferPointer(rebasing: name), with: letters)
      }
    }
    return begins
  }

  private static func begins(_ name: UnsafeBufferPointer<UInt8>, with letters: String) -> Bool? {
    guard isTrimmed(name) else { return nil }
    guard name.starts(with: letters.utf8) else { return false }
    let rest = name.dropFirst(letters.utf8.count)
    // Behind them nothing, ASCII, or another letter of the Arabic block, U+0621...U+064A.
    guard let first = rest.first, first >= 0x80 else { return true }
    guard let second = rest.dropFirst().first else { return nil }
    return first == 0xD8 && second >= 0xA1 || first == 0xD9 && second <= 0x8A ? true : nil
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
    forEachBytes(of: row, columns: columns) { column, cell in
      guard isWanted(column) else { return }
      let text = String(decoding: cell, as: UTF8.self)
      let value = Self.isTrimmed(cell) ? text : text.trimmedOfSpace
      if !value.isEmpty { body(column, value) }
    }
  }

  /// Calls `body` for each cell of the first columns that has a byte.
  @inline(__always)
  private func forEachBytes(
    of row: UnsafeBufferPointer<UInt8>, columns: Int, _ body: (_ column: Int, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    var column = 0
    while column < columns, start <= row.count {
      var end = start
      while end < row.count, row[end] != 0x09 { end &+= 1 }
      if start < end { body(column, UnsafeBufferPointer(rebasing: row[start..<end])) }
      start = end + 1
      column += 1
    }
  }
}

extension GazetteerColumn {
  /// Is a part of `EntryReferent`.
  fileprivate var tellsReferent: Bool { self == .id || self == .country || self == .kind }
}
