/// A row of a table.
enum TableRow {
  /// Its fields, without their quotes.
  static func fields(_ row: ArraySlice<UInt8>, delimiter: UInt8, isQuoted: Bool) -> [[UInt8]] {
    var fields: [[UInt8]] = []
    let row = row.last == 0x0D ? row.dropLast() : row
    var index = row.startIndex
    while true {
      var field: [UInt8] = []
      if isQuoted, index < row.endIndex, row[index] == 0x22 {
        index += 1
        while index < row.endIndex {
          if row[index] == 0x22 {
            guard index + 1 < row.endIndex, row[index + 1] == 0x22 else { break }
            index += 1
          }
          field.append(row[index])
          index += 1
        }
        index = min(index + 1, row.endIndex)
      }
      let rest = row[index...].prefix { $0 != delimiter }
      field += rest
      fields.append(field)
      index = rest.endIndex
      guard index < row.endIndex else { return fields }
      index += 1
    }
  }
}
