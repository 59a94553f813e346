import Foundation
import KhabarCore

/// Whole records of one file, still as they are written in it.
struct RecordBlock: Sendable {
  struct Record: Sendable {
    var range: Range<Int>
    /// 1-based.
    var line: Int
  }

  var bytes: [UInt8]
  var records: [Record]
  /// A record that is too long, behind the others.
  var failure: KhabarError?
  /// The columns of a table and the byte between its fields.
  var columns: [String]?
  var delimiter: UInt8 = 0x2C
  /// Where the block ends in the file's text.
  var end: Int
  var charset = Charset.utf8
  /// Whole document-independent findings: the character set was guessed.
  var warnings: [String] = []
}

/// Reads a file of records in blocks of whole records.
///
/// A block is what is at hand: it never waits for more input while it has a record to give, so that records from a slow
/// pipe go on their way at once. Memory is bounded by the longest record.
final class RecordStream {
  private let input: TextStream
  private var scanner: any RecordScanner
  private var pending: [UInt8] = []
  private var line = 1
  private var isAtEnd = false
  private var isRecovering = false
  /// Where `pending` begins in the text.
  private var offset = 0
  /// Text before this was done by an earlier run.
  private let resumeOffset: Int
  private let longestRecord: Int
  /// There was a record, whole or not.
  private(set) var hasRecords = false
  /// What is missing at the end, once that is reached.
  var omission: String? { scanner.omission }
  private var warnings: [String]?
  /// Bytes of the next read: small at first, so that the first records are out soon.
  private var size = 1 << 15
  private static let largestRead = 1 << 18
  /// Records handed on at once; a block is no larger than what was read.
  private static let mostRecords = 512

  /// - Parameters:
  ///   - start: text already read from `input`.
  ///   - resumeOffset: where in the text the first record of interest begins.
  ///   - longestRecord: in bytes; a longer one is reported and passed over.
  init(
    _ input: TextStream, start: [UInt8] = [], scanner: any RecordScanner, resumeOffset: Int = 0, longestRecord: Int
  ) {
    self.input = input
    self.scanner = scanner
    self.resumeOffset = resumeOffset
    self.longestRecord = longestRecord
    pending = start
  }

  /// The next records; nil at the end.
  ///
  /// - Throws: `KhabarError` D001, D002, D009, D027. Nothing follows.
  func next() throws -> RecordBlock? {
    while true {
      if var block = try scan() {
        if block.end <= resumeOffset, resumeOffset > 0 { continue }
        block.warnings = warnings == nil ? input.warnings : []
        warnings = input.warnings
        block.charset = input.charset
        return block
      }
      if isAtEnd { return nil }
      isAtEnd = try !input.read(into: &pending, atMost: max(size, pending.count))
      size = min(size * 2, Self.largestRead)
    }
  }

  /// The whole records of `pending`, taken out of it; nil when there is none.
  private func scan() throws -> RecordBlock? {
    var records: [Range<Int>] = []
    var used = 0
    var failure: KhabarError?
    try pending.withUnsafeBufferPointer { text in
      if isRecovering {
        guard let next = scanner.recover(text, from: 0) else {
          // The last bytes may be the beginning of what is looked for.
          used = isAtEnd ? text.count : max(0, text.count - 16)
          return
        }
        isRecovering = false
        used = next
      }
      while records.count < Self.mostRecords {
        switch scanner.scan(text, from: used, isAtEnd: isAtEnd) {
        case .record(let range, let next):
          if !range.isEmpty || next > used { records.append(range) }
          used = max(next, used)
          if next >= text.count { return }
        case .incomplete(let from):
          used = from
          if text.count - from > longestRecord {
            failure = tooLong(at: line + text[..<from].count { $0 == 0x0A })
            guard scanner.recover(text, from: from) != nil || !(scanner is ValueScanner) else { throw failure! }
            isRecovering = true
          }
          return
        }
      }
    }
    if records.isEmpty, failure == nil {
      drop(used)
      return nil
    }
    return take(records, used, failure)
  }

  private func tooLong(at line: Int) -> KhabarError {
    KhabarError(
      "D009", at: SourceLocation(file: input.path, line: line), "the record is longer than \(ByteCount(longestRecord))",
      remedy: "Check that its end is not missing, or allow more with --max-size")
  }

  private func take(_ ranges: [Range<Int>], _ used: Int, _ failure: KhabarError?) -> RecordBlock {
    hasRecords = true
    var position = 0
    var number = line
    var records: [RecordBlock.Record] = []
    records.reserveCapacity(ranges.count)
    pending.withUnsafeBufferPointer { text in
      for range in ranges {
        number += UnsafeBufferPointer(rebasing: text[position..<range.lowerBound]).lineBreaks
        position = range.lowerBound
        if offset + range.lowerBound >= resumeOffset { records.append(RecordBlock.Record(range: range, line: number)) }
      }
    }
    let end = ranges.last?.upperBound ?? 0
    let rows = scanner as? RowScanner
    var block = RecordBlock(
      bytes: end == pending.count ? pending : Array(pending[..<end]), records: records, failure: failure,
      columns: scanner.columns, end: offset + used)
    if let rows { block.delimiter = rows.delimiter }
    drop(used)
    return block
  }

  private func drop(_ count: Int) {
    guard count > 0 else { return }
    line += pending[..<count].withUnsafeBufferPointer(\.lineBreaks)
    offset += count
    if count == pending.count { pending = [] } else { pending.removeFirst(count) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How often a line ends in it. The C library looks at many bytes at once.
  var lineBreaks: Int {
    var count = 0
    var rest = self[...]
    while let start = UnsafeBufferPointer(rebasing: rest).baseAddress,
      let found = memchr(start, 0x0A, rest.count)
    {
      count += 1
      rest = rest.dropFirst(UnsafeRawPointer(start).distance(to: found) + 1)
    }
    return count
  }
}

/// Lines of a file, for readers that make of them what they like.
package struct LineBlocks {
  private let stream: RecordStream

  /// - Throws: `KhabarError` D001.
  package init(_ input: ByteStream) {
    stream = RecordStream(
      TextStream(input), scanner: LineScanner(keepsEmptyLines: true), longestRecord: FileContent.limit)
  }

  /// The next whole lines and the number of their first.
  ///
  /// - Throws: `KhabarError` D001, D002, D009.
  package func next() throws -> (bytes: [UInt8], firstLine: Int)? {
    try stream.next().map { ($0.bytes, $0.records.first?.line ?? 1) }
  }
}
