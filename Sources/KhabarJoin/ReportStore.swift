import Foundation
import KhabarCore

/// Keeps the reports of a run on disk, by the month of their documents, so that they come back in the order of their
/// days with one month in memory at a time.
public final class ReportStore {
  private let folder: URL
  private var files: [Int: FileHandle] = [:]
  private var buffers: [Int: Data] = [:]
  private let encoder = JSONEncoder()
  /// Reports so far.
  public private(set) var count = 0
  private var documentsByWord: [String: Int] = [:]

  /// Words that are counted at most; behind that only those that are known go on counting.
  private static let vocabulary = 200_000
  private static let bufferSize = 1 << 20
  /// The bucket of reports without a day.
  private static let undated = Int.max

  /// - Throws: when there is no room for temporary files.
  public init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("khabar-join-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    for file in files.values { try? file.close() }
    try? FileManager.default.removeItem(at: folder)
  }

  /// Keeps a report.
  ///
  /// - Throws: `KhabarError` D014 when its file can't be written.
  public func add(_ report: Report) throws {
    count += 1
    for word in report.words where documentsByWord[word] != nil || documentsByWord.count < Self.vocabulary {
      documentsByWord[word, default: 0] += 1
    }
    let bucket = report.order.map { CivilDate(dayNumber: $0) }.map { $0.year * 12 + $0.month } ?? Self.undated
    buffers[bucket, default: Data()].append(try encoder.encode(report))
    buffers[bucket]?.append(0x0A)
    if let size = buffers[bucket]?.count, size > Self.bufferSize { try flush(bucket) }
  }

  /// How telling a word is: the natural logarithm of how much rarer it is than one that every fifth report has. A word
  /// of a happening that all the news is about stays telling.
  public func rarity(_ word: String) -> Double {
    let share = Double(documentsByWord[word] ?? 1) / Double(max(count, 1))
    return min(4, max(0, log(0.2 / max(share, 1e-9))))
  }

  /// All reports by day, then document and event; those without a day come last.
  public func read(_ body: (Report) throws -> Void) throws {
    for bucket in Set(files.keys).union(buffers.keys).sorted() {
      try flush(bucket)
      try files[bucket]?.close()
      files[bucket] = nil
      let data = try Data(contentsOf: url(bucket))
      let decoder = JSONDecoder()
      var reports: [Report] = []
      for line in data.split(separator: 0x0A) { reports.append(try decoder.decode(Report.self, from: Data(line))) }
      // The fullest report of a document's day first, so that the others find it.
      reports.sort { Self.rank($0) < Self.rank($1) }
      for report in reports { try body(report) }
      try? FileManager.default.removeItem(at: url(bucket))
    }
  }

  private static func rank(_ report: Report) -> (Int, Int, String, String) {
    let fullness = report.parties.count { $0.key != nil } + report.places.count { $0.key != nil }
    return (
      report.order ?? .max, -(fullness + (report.day == nil ? 0 : 2)), report.document, report.event
    )
  }

  private func url(_ bucket: Int) -> URL { folder.appendingPathComponent("\(bucket).jsonl") }

  private func flush(_ bucket: Int) throws {
    guard let data = buffers.removeValue(forKey: bucket), !data.isEmpty else { return }
    if files[bucket] == nil {
      _ = FileManager.default.createFile(atPath: url(bucket).path, contents: nil)
      files[bucket] = try FileHandle(forWritingTo: url(bucket))
    }
    do { try files[bucket]?.write(contentsOf: data) } catch {
      throw KhabarError(
        "D014", at: SourceLocation(file: url(bucket).path), "can't be written any more: \(error.localizedDescription)",
        remedy: "Make room, or name another folder for temporary files in TMPDIR")
    }
  }
}
