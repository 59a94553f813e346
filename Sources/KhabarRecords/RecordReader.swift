import Foundation
import Khabar
import KhabarCore

/// Reads records of `khabar/1` back, one after the other: JSONL, or the object or array that `--format json` writes; a
/// folder of such files; `-` for standard input.
///
/// Memory is bounded by the longest record, but for a `.json` array, which is held whole. A record that can't be read
/// is reported with its file and line, and reading goes on.
public struct RecordReader {
  /// What is read, in order.
  public let paths: [String]
  /// Records that could not be read so far.
  public private(set) var failures = 0
  /// Records given so far.
  public private(set) var count = 0
  /// Lines so far that are no records and were known for something else.
  public private(set) var others = 0

  private let decoder = JSONDecoder()

  public init(_ paths: [String]) { self.paths = paths }

  /// Takes a line that is no record, and says whether it knows what it is.
  public typealias OtherLine = (Data) throws -> Bool

  /// Hands on each record, with the file and line where it stands.
  ///
  /// - Parameters:
  ///   - report: gets K001 (no record of the contract), K002 (of another version), and D001 for files that can't be
  ///     read.
  ///   - isOther: is asked before a line is reported as no record.
  /// - Throws: what `body` and `isOther` throw.
  public mutating func forEach(
    report: (Diagnostic) -> Void, otherwise isOther: OtherLine = { _ in false },
    _ body: (Record, SourceLocation) throws -> Void
  ) throws {
    for path in paths {
      for file in try files(at: path, report) { try read(file, report, isOther, body) }
    }
  }

  /// All records.
  ///
  /// - Throws: nothing of its own: what can't be read is reported.
  public mutating func all(report: (Diagnostic) -> Void) throws -> [Record] {
    var records: [Record] = []
    try forEach(report: report) { record, _ in records.append(record) }
    return records
  }

  /// True for a file, or a folder with a file, that begins as records do: other JSON Lines are articles.
  ///
  /// - Parameter schemas: what the first line may name as its `schema`.
  public static func isRecords(_ path: String, of schemas: [String] = [KhabarVersion.schema]) -> Bool {
    guard path != "-" else { return true }
    guard FileKind(path: path) == .directory else {
      guard extensions.contains(String(path.split(separator: ".").last ?? "")), let input = try? ByteStream(path) else {
        return false
      }
      let start = String(decoding: firstLine(of: input), as: UTF8.self)
      return schemas.contains { start.contains("\"\($0)\"") }
    }
    let names = (try? DirectoryListing.entries(of: path)) ?? []
    return names.contains { isRecords(path.hasSuffix("/") ? path + $0 : path + "/" + $0, of: schemas) }
  }

  /// Bytes of a line in which its schema is looked for.
  private static let longestLine = 1 << 23

  /// The first line, or more where that is short: an object may be spread over several.
  private static func firstLine(of input: ByteStream) -> [UInt8] {
    var start: [UInt8] = []
    while start.count < longestLine {
      let count = start.count
      guard (try? input.read(into: &start, atMost: 4096)) != nil, start.count > count else { break }
      if start[count...].contains(0x0A) { break }
    }
    return start
  }

  // MARK: - Files

  private static let extensions: Set<String> = ["json", "jsonl", "ndjson"]

  /// The file itself, or the record files of a folder and its subfolders, in the order of their names.
  private mutating func files(at path: String, _ report: (Diagnostic) -> Void) throws -> [String] {
    guard path != "-", FileKind(path: path) == .directory else { return [path] }
    var found: [String] = []
    do {
      for name in try DirectoryListing.entries(of: path) {
        let inner = path.hasSuffix("/") ? path + name : path + "/" + name
        if FileKind(path: inner) == .directory {
          if !FileKind.isLink(inner) { found += try files(at: inner, report) }
        } else if Self.extensions.contains(String(name.split(separator: ".").last ?? "")) {
          found.append(inner)
        }
      }
    } catch let error as KhabarError {
      error.diagnostics.forEach(report)
      failures += 1
    }
    return found
  }

  private mutating func read(
    _ path: String, _ report: (Diagnostic) -> Void, _ isOther: OtherLine,
    _ body: (Record, SourceLocation) throws -> Void
  ) throws {
    do {
      let blocks = LineBlocks(try ByteStream(path))
      var isFirst = true
      while let block = try blocks.next() {
        if isFirst, Self.isIndented(block.bytes) {
          var whole = block.bytes
          while let next = try blocks.next() { whole += next.bytes }
          try readWhole(whole, path, report, body)
          return
        }
        isFirst = false
        var line = block.firstLine
        for bytes in block.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
          if bytes.contains(where: { $0 > 0x20 }) {
            let location = SourceLocation(file: path, line: line)
            if let record = try record(Data(bytes), at: location, report, isOther) { try body(record, location) }
          }
          line += 1
        }
      }
    } catch let error as KhabarError where error.diagnostics.first?.location?.file == path {
      error.diagnostics.forEach(report)
      failures += 1
    }
  }

  /// True for a file whose first line does not hold a whole object: `[` or `{` alone.
  private static func isIndented(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { $0 <= 0x20 }
    guard let first = start.first else { return false }
    if first == UInt8(ascii: "[") { return true }
    let line = start.prefix { $0 != 0x0A }
    return line.drop(while: { $0 == UInt8(ascii: "{") }).allSatisfy { $0 <= 0x20 }
  }

  /// One object or an array of them.
  private mutating func readWhole(
    _ bytes: [UInt8], _ path: String, _ report: (Diagnostic) -> Void, _ body: (Record, SourceLocation) throws -> Void
  ) throws {
    let location = SourceLocation(file: path)
    let isArray = bytes.first { $0 > 0x20 } == UInt8(ascii: "[")
    guard isArray else {
      if let record = try record(Data(bytes), at: location, report) { try body(record, location) }
      return
    }
    do {
      for record in try decoder.decode([Record].self, from: Data(bytes)) {
        guard accept(record, at: location, report) else { continue }
        try body(record, location)
      }
    } catch let error as DecodingError {
      fail(error, at: location, report)
    }
  }

  private mutating func record(
    _ data: Data, at location: SourceLocation, _ report: (Diagnostic) -> Void,
    _ isOther: OtherLine = { _ in false }
  ) throws -> Record? {
    do {
      let record = try decoder.decode(Record.self, from: data)
      return accept(record, at: location, report) ? record : nil
    } catch {
      if try isOther(data) { others += 1 } else { fail(error, at: location, report) }
      return nil
    }
  }

  private mutating func accept(
    _ record: Record, at location: SourceLocation, _ report: (Diagnostic) -> Void
  ) -> Bool {
    if record.schema == KhabarVersion.schema {
      count += 1
      return true
    }
    failures += 1
    report(
      Diagnostic(
        .error, "K002", at: location, "the record is of \"\(record.schema)\" and not of \(KhabarVersion.schema)",
        remedy: "Make it again with this version of khabar run"))
    return false
  }

  private mutating func fail(_ error: any Error, at location: SourceLocation, _ report: (Diagnostic) -> Void) {
    failures += 1
    report(
      Diagnostic(
        .error, "K001", at: location, "no record of \(KhabarVersion.schema): \(RecordFault.description(of: error))",
        remedy: "Give what khabar run --format jsonl wrote"))
  }
}
