import Foundation
import Khabar
import KhabarJoin
import KhabarRecords

/// Writes an HTML report of a run into a folder: `index.html`, and for long runs `data/records-N.js` with the records,
/// which the page loads when an article is opened. Nothing is loaded from a network, and the same records give the same
/// bytes.
///
/// Of rows of `khabar join` each is shown as one happening with its reports. What such a row puts together is not shown
/// a second time as an event of its document.
///
/// A run of up to `largestPage` bytes is one file with everything in it. Memory holds the index (some 300 bytes an
/// event) and one chunk of records.
///
/// ```swift
/// var report = try Report(title: "August 2015", folder: "report")
/// for record in records { try report.add(record) }
/// try report.finish()
/// ```
public struct Report {
  /// Bytes of records that are written into the page itself.
  public static let largestPage = 3_000_000
  /// Bytes of records in a file: what is loaded to open one article.
  static let chunkSize = 400_000

  private let title: String
  private let folder: String
  private var indexer: ReportIndexer
  /// The records of the chunk in the making, each as JSON.
  private var pending: [Data] = []
  private var pendingSize = 0
  /// Finished chunks that are not in files.
  private var held: [Data] = []
  private var heldSize = 0
  private var chunks = 0
  private var isInFiles = false
  private var names: [String: Int] = [:]
  /// Folders that were made for it, the outermost first.
  private let madeFolders: [String]
  private let encoder = JSONEncoder()

  /// - Parameters:
  ///   - title: what the page is called.
  ///   - folder: where it goes; made when it is not there.
  ///   - coordinates: degrees north and east of a place by its entity's identity, for records that do not say it.
  /// - Throws: `KhabarError` D008 when the folder can't be made.
  public init(
    title: String, folder: String,
    coordinates: @escaping @Sendable (String) -> (latitude: Double, longitude: Double)? = { _ in nil }
  ) throws {
    self.title = title
    self.folder = folder
    indexer = ReportIndexer(title: title, coordinates: coordinates)
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    madeFolders = Self.missingFolders(folder)
    do {
      try Self.makeFolder(folder)
    } catch {
      for made in madeFolders.reversed() { rmdir(made) }
      throw error
    }
  }

  /// Takes back a report that can't be finished: where its folder was made for it, nothing stays behind. A folder that
  /// was there already keeps what is in it.
  public func discard() {
    guard !madeFolders.isEmpty else { return }
    try? removeOldChunks(from: 0)
    for made in madeFolders.reversed() { rmdir(made) }
  }

  /// The folders on the way to one that are not there.
  private static func missingFolders(_ path: String) -> [String] {
    var missing: [String] = []
    var rest = Substring(path)
    while rest.count > 1, rest.last == "/" { rest.removeLast() }
    while !rest.isEmpty, rest != "/", !FileManager.default.fileExists(atPath: String(rest)) {
      missing.insert(String(rest), at: 0)
      guard let slash = rest.lastIndex(of: "/") else { break }
      rest = rest[..<slash]
      while rest.count > 1, rest.last == "/" { rest.removeLast() }
    }
    return missing
  }

  /// Documents so far.
  public var documents: Int { indexer.index.documents.count }
  /// Happenings of rows so far.
  public var happenings: Int { indexer.index.happenings.count }
  /// Events so far, each happening counted once.
  public var events: Int { indexer.shownEvents.count }

  /// Takes a record. A document whose id is there already gets a number behind it.
  ///
  /// - Throws: `KhabarError` D008, D014 when a chunk can't be written.
  public mutating func add(_ record: Record) throws {
    var record = record
    names[record.document.id, default: 0] += 1
    if let count = names[record.document.id], count > 1 { record.document.id += " (\(count))" }
    let place = try hold(record)
    indexer.add(record, at: place)
  }

  /// Takes a row of `khabar join`.
  ///
  /// - Throws: `KhabarError` D008, D014 when a chunk can't be written.
  public mutating func add(_ row: HappeningRow) throws {
    let place = try hold(row)
    indexer.add(row, at: place)
  }

  /// Puts a record or row into the chunk in the making.
  private mutating func hold(_ value: some Encodable) throws -> ReportIndex.ChunkPlace {
    let data = try encoder.encode(value)
    if !pending.isEmpty, pendingSize + data.count > Self.chunkSize { try closeChunk() }
    pending.append(data)
    pendingSize += data.count
    return ReportIndex.ChunkPlace(chunk: chunks, at: pending.count - 1)
  }

  /// Writes what is left and the page itself, last, so that a page never lacks its data.
  ///
  /// - Throws: `KhabarError` D008, D014.
  public mutating func finish() throws {
    if !pending.isEmpty { try closeChunk() }
    if !isInFiles { try removeOldChunks(from: 0) } else { try removeOldChunks(from: chunks) }
    var scripts = [Self.script("runIndex(", try encoder.encode(indexer.finished), ");")]
    for (number, chunk) in held.enumerated() { scripts.append(Self.script("runChunk(\(number), ", chunk, ");")) }
    let page = ReportPage(title: title, data: scripts)
    let file = try OutputFile(folder + "/index.html")
    try file.write(page.bytes)
    try file.commit()
  }

  private mutating func closeChunk() throws {
    var chunk = Data("[".utf8)
    for (index, record) in pending.enumerated() {
      if index > 0 { chunk.append(UInt8(ascii: ",")) }
      chunk.append(record)
    }
    chunk.append(UInt8(ascii: "]"))
    pending = []
    pendingSize = 0
    chunks += 1
    if isInFiles {
      try write(chunk, number: chunks - 1)
      return
    }
    held.append(chunk)
    heldSize += chunk.count
    guard heldSize > Self.largestPage else { return }
    try Self.makeFolder(folder + "/data")
    isInFiles = true
    for (number, chunk) in held.enumerated() { try write(chunk, number: number) }
    held = []
  }

  private func write(_ chunk: Data, number: Int) throws {
    let file = try OutputFile(folder + "/data/records-\(number).js")
    try file.write(Array("runChunk(\(number), ".utf8) + Self.escaped(chunk) + Array(");\n".utf8))
    try file.commit()
  }

  /// Takes away chunks of an earlier report that this one has no use for.
  private func removeOldChunks(from first: Int) throws {
    var number = first
    while unlink(folder + "/data/records-\(number).js") == 0 { number += 1 }
    if first == 0 { rmdir(folder + "/data") }
  }

  private static func script(_ head: String, _ data: Data, _ tail: String) -> [UInt8] {
    Array("<script>\(head)".utf8) + escaped(data) + Array("\(tail)</script>\n".utf8)
  }

  /// JSON that can stand in a script: no `<` that could end it, no line separators that are not allowed in older
  /// scripts.
  private static func escaped(_ data: Data) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(data.count)
    var last = (UInt8(0), UInt8(0))
    for byte in data {
      if byte == UInt8(ascii: "<") {
        output += Array("\\u003c".utf8)
      } else if last.0 == 0xE2, last.1 == 0x80, byte == 0xA8 || byte == 0xA9 {
        output.removeLast(2)
        output += Array((byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
      } else {
        output.append(byte)
      }
      last = (last.1, byte)
    }
    return output
  }

  private static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw KhabarError(
        "D008", at: SourceLocation(file: path), "can't be made: \(error.localizedDescription)",
        remedy: "Name another folder with --output")
    }
  }
}
