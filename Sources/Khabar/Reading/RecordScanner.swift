import KhabarCore

/// Finds where the records of a file begin and end.
protocol RecordScanner {
  /// Looks for the next record.
  ///
  /// - Parameters:
  ///   - text: what is at hand of the file.
  ///   - start: where to look from.
  ///   - isAtEnd: nothing follows `text`.
  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool) -> RecordScan
  /// Where a record may begin behind one that is too long to hold; nil when it is not in sight.
  func recover(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int?
  /// The columns of a table, once they are known.
  var columns: [String]? { get }
  /// What is missing when the text ends behind the last record.
  var omission: String? { get }
}

/// What a scanner found.
enum RecordScan {
  /// A record, and where to look for the next.
  case record(Range<Int>, next: Int)
  /// No whole record; what stands before `from` is not needed again.
  case incomplete(from: Int)
}

extension RecordScanner {
  var columns: [String]? { nil }
  var omission: String? { nil }

  /// Behind the next line break.
  func recover(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    text[start...].firstIndex(of: 0x0A).map { $0 + 1 }
  }
}

/// A record a line.
struct LineScanner: RecordScanner {
  /// Lines without anything are records, too.
  var keepsEmptyLines = false

  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool) -> RecordScan {
    var start = start
    while start < text.count {
      var end = start
      while end &+ 8 <= text.count, !EightBytes(text, at: end).has(0x0A) { end &+= 8 }
      while end < text.count, text[end] != 0x0A { end &+= 1 }
      guard end < text.count || isAtEnd else { break }
      if keepsEmptyLines || text[start..<end].contains(where: { $0 > 0x20 }) {
        return .record(start..<end, next: min(end + 1, text.count))
      }
      start = min(end + 1, text.count)
    }
    return .incomplete(from: start)
  }
}

/// JSON values one behind the other, or in an array.
struct ValueScanner: RecordScanner {
  /// Arrays around the records that were not closed yet.
  private var openArrays = 0

  var omission: String? { openArrays > 0 ? "the file ends before its array does" : nil }

  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool) -> RecordScan {
    let start = firstOfRecord(text, from: start)
    guard start < text.count else { return .incomplete(from: start) }
    var depth = 0
    var isInString = false
    var index = start
    while index < text.count {
      let byte = text[index]
      index &+= 1
      if isInString {
        if byte == 0x5C { index &+= 1 } else if byte == 0x22 { isInString = false }
        continue
      }
      switch byte {
      case 0x22: isInString = true
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        if depth == 0 {
          if byte == 0x5D { openArrays -= 1 }
          return .record(start..<(index - 1), next: index)
        }
        depth -= 1
        if depth == 0 { return .record(start..<index, next: index) }
      // What is no object ends with its line or at the comma.
      case 0x2C, 0x0A: if depth == 0 { return .record(start..<(index - 1), next: index) }
      default: break
      }
    }
    guard isAtEnd else { return .incomplete(from: start) }
    // A record without an end tells itself that the file is cut.
    openArrays = 0
    return .record(start..<text.count, next: text.count)
  }

  /// Passes over what stands around records: blanks, commas, and the brackets of arrays.
  private mutating func firstOfRecord(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var start = start
    while start < text.count, text[start] <= 0x20 || [0x2C, 0x5B, 0x5D].contains(text[start]) {
      if text[start] == 0x5B { openArrays += 1 } else if text[start] == 0x5D { openArrays -= 1 }
      start += 1
    }
    return start
  }

  /// Inside of a value nothing tells where the next one begins.
  func recover(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? { nil }
}

/// Rows of a table; the first holds the names of its columns.
struct RowScanner: RecordScanner {
  private(set) var columns: [String]?
  /// Tabs, without quotes; else commas or semicolons, and fields in quotes may hold line breaks.
  let isTabbed: Bool
  private(set) var delimiter: UInt8
  /// The row last looked at ends with the text, inside of quotes.
  private var endsInQuotes = false

  var omission: String? { endsInQuotes ? "the file ends inside of quotes" : nil }

  init(isTabbed: Bool) {
    self.isTabbed = isTabbed
    delimiter = isTabbed ? 0x09 : 0x2C
  }

  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool) -> RecordScan {
    var start = start
    while start < text.count {
      guard let end = endOfRow(text, start), end < text.count || isAtEnd else { return .incomplete(from: start) }
      let next = min(end + 1, text.count)
      guard text[start..<end].contains(where: { $0 > 0x20 }) else {
        start = next
        continue
      }
      guard columns == nil else { return .record(start..<end, next: next) }
      let header = Array(text[start..<end])
      if !isTabbed, header.count(where: { $0 == 0x3B }) > header.count(where: { $0 == 0x2C }) { delimiter = 0x3B }
      columns = TableRow.fields(header[...], delimiter: delimiter, isQuoted: !isTabbed).map {
        String(decoding: $0.drop { $0 <= 0x20 }, as: UTF8.self).lowercased()
      }
      start = next
    }
    return .incomplete(from: start)
  }

  /// The line break that ends a row, or the text's end.
  private mutating func endOfRow(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    endsInQuotes = false
    var isQuoted = false
    var isFieldStart = true
    var index = start
    while index < text.count {
      let byte = text[index]
      if isQuoted {
        if byte == 0x22 {
          if index + 1 < text.count, text[index + 1] == 0x22 { index += 1 } else { isQuoted = false }
        }
      } else if byte == 0x0A {
        return index
      } else if byte == 0x22, isFieldStart, !isTabbed {
        isQuoted = true
      }
      isFieldStart = !isQuoted && byte == delimiter
      index += 1
    }
    endsInQuotes = isQuoted
    return text.count
  }
}

/// Messages of a mailbox, each behind a line that begins with "From " and follows an empty one (RFC 4155).
struct MessageScanner: RecordScanner {
  private static let mark = Array("From ".utf8)

  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool) -> RecordScan {
    var start = start
    while start < text.count, text[start] <= 0x20 { start += 1 }
    guard start < text.count else { return .incomplete(from: start) }
    var begin = start
    if text[begin...].starts(with: Self.mark) {
      guard let end = text[begin...].firstIndex(of: 0x0A) else {
        return isAtEnd ? .record(begin..<text.count, next: text.count) : .incomplete(from: start)
      }
      begin = end + 1
    }
    if let next = nextMessage(text, begin) { return .record(begin..<next, next: next) }
    return isAtEnd ? .record(min(begin, text.count)..<text.count, next: text.count) : .incomplete(from: start)
  }

  func recover(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? { nextMessage(text, start) }

  private func nextMessage(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var index = start
    while let line = text[index...].firstIndex(of: 0x0A) {
      index = line + 1
      guard index + Self.mark.count <= text.count else { return nil }
      guard text[index] == Self.mark[0], text[index...].starts(with: Self.mark) else { continue }
      // Behind it stand an address and a date; a sentence may begin with the word, too.
      let end = text[index...].firstIndex(of: 0x0A) ?? text.count
      guard text[index..<end].contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ":") }) else { continue }
      // The line before is empty, with or without a carriage return.
      var before = line
      if before > start, text[before - 1] == 0x0D { before -= 1 }
      if before == start || text[before - 1] == 0x0A { return index }
    }
    return nil
  }
}

/// Records of a web archive: a head, and a block whose length the head tells (ISO 28500).
struct ArchiveScanner: RecordScanner {
  private static let mark = Array("WARC/".utf8)

  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool) -> RecordScan {
    var start = start
    while start < text.count, text[start] == 0x0D || text[start] == 0x0A { start += 1 }
    guard start < text.count else { return .incomplete(from: start) }
    let rest = text[start...]
    guard rest.starts(with: Self.mark) || (rest.count < Self.mark.count && !isAtEnd) else {
      // Damage: on to the next head, the stretch between being reported as one record.
      guard let next = recover(text, from: start) else {
        return isAtEnd ? .record(start..<text.count, next: text.count) : .incomplete(from: start)
      }
      return .record(start..<next, next: next)
    }
    guard let head = HeaderBlock.end(of: text, from: start) else {
      return isAtEnd ? .record(start..<text.count, next: text.count) : .incomplete(from: start)
    }
    let headers = HeaderBlock(Array(text[start..<head]))
    let length = headers.value("content-length").flatMap { Int($0) } ?? 0
    let end = length >= 0 && length <= 1 << 40 ? head + length : head
    guard end <= text.count || isAtEnd else { return .incomplete(from: start) }
    let stop = min(end, text.count)
    return .record(start..<stop, next: stop)
  }

  func recover(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while let line = text[index...].firstIndex(of: 0x0A) {
      index = line + 1
      if text[index...].starts(with: Self.mark) { return index }
    }
    return nil
  }
}
