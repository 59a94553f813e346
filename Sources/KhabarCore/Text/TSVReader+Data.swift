/// Tables of the program's own data, which are whole or an error.
extension TSVReader {
  /// Opens a table that has to have certain columns, and is text: a table that was torn or overwritten is not read as
  /// far as it goes.
  ///
  /// - Throws: `KhabarError` G001 when there is no header, L002 when a column is missing, the bytes are not UTF-8 or
  ///   hold a control character.
  public init(data file: String, bytes: [UInt8], columns: [String]) throws {
    try Self.requireText(bytes, file)
    try self.init(file: file, bytes: bytes)
    if let missing = columns.first(where: { !self.columns.contains($0) }) {
      throw KhabarError(
        "L002", at: SourceLocation(file: file, line: headerLine), "there is no column \(missing)",
        remedy: "Name the columns: \(columns.joined(separator: ", "))")
    }
  }

  private static func requireText(_ bytes: [UInt8], _ file: String) throws {
    let isUTF8 = bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
    guard !isUTF8 || bytes.contains(where: isControl) else { return }
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let isText = String(validating: line, as: UTF8.self) != nil
      guard !isText || line.contains(where: isControl) else { continue }
      throw KhabarError(
        "L002", at: SourceLocation(file: file, line: number + 1),
        isText
          ? "the table is damaged: the line holds control characters" : "the table is damaged: the line is no UTF-8",
        remedy: "Take the table from the package again")
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
  }
}
