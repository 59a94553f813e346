import Foundation
import KhabarCore

/// Keeps what a program makes of its data files, so that the next run reads that instead of making it again.
///
/// An archive is named by the contents of the files and by the program that made it: one made by another build, or of
/// other files, is never opened. A damaged one is made anew. Mistakes in the files are told at every run, since nothing
/// is kept of files that have some.
public struct PreparedData: Sendable {
  /// Where archives are kept; nothing is kept in one without a folder.
  public let cache: GazetteerCache

  public init(cache: GazetteerCache = .user()) { self.cache = cache }

  /// A value as it was made of files before, or made now.
  ///
  /// - Parameters:
  ///   - kind: what the value is; values of one kind are of one type.
  ///   - paths: all files that it is made of; of a folder, those in it.
  ///   - make: makes the value from the files.
  /// - Throws: what `make` throws. A file that can't be read or a cache that can't be written is no reason to fail.
  public func value<Value: Archivable>(
    _ kind: String, of paths: [String], or make: () throws -> Value
  ) throws -> Value {
    guard let path = path(kind, paths) else { return try make() }
    if let value: Value = Self.read(path) {
      // The one that was not used for longest goes first.
      utimes(path, nil)
      return value
    }
    var value = try make()
    write(&value, to: path)
    return value
  }

  /// Where the archive of a kind lies; nil when nothing can be kept.
  private func path(_ kind: String, _ paths: [String]) -> String? {
    guard let directory = cache.directory, let program = ProgramFile.fingerprint else { return nil }
    var (low, high) = (ContentHash(seed: program), ContentHash(seed: ~program))
    func append(_ bytes: [UInt8]) {
      low.append(bytes)
      high.append(low.value ^ UInt64(bytes.count))
    }
    append(Array(kind.utf8))
    for path in paths {
      append(Array(path.utf8))
      for file in Self.files(at: path) {
        guard let bytes = try? FileBytes.read(file) else { return nil }
        append(Array(file.utf8))
        append(bytes)
      }
    }
    return "\(directory)/\(ImageKey(low: low.value, high: high.value).name).\(GazetteerCache.archive)"
  }

  /// A file, or the files of a folder in the order of their names.
  private static func files(at path: String) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return [path] }
    return names.sorted().map { path + "/" + $0 }.filter { FileStamp(path: $0)?.isRegular == true }
  }

  // MARK: - Files

  /// What an archive's file begins with.
  private struct Header: BitwiseCopyable {
    /// "KHABARAR".
    var magic: UInt64 = 0x5241_5241_4241_484B
    var checksum: UInt64 = 0

    init(of body: UnsafeRawBufferPointer) {
      var hash = ContentHash(seed: 13)
      hash.append(body)
      checksum = hash.value
    }
  }

  private static func read<Value: Archivable>(_ path: String) -> Value? {
    guard let bytes = try? FileBytes.read(path) else { return nil }
    return bytes.withUnsafeBytes { bytes in
      let size = MemoryLayout<Header>.size
      guard bytes.count > size else { return nil }
      let body = UnsafeRawBufferPointer(rebasing: bytes[size...])
      let (found, expected) = (bytes.loadUnaligned(as: Header.self), Header(of: body))
      guard found.magic == expected.magic, found.checksum == expected.checksum else { return nil }
      var reader = ArchiveReader(body)
      var value = Value.blank
      guard (try? value.pass(through: &reader)) != nil, reader.isAtEnd else { return nil }
      return value
    }
  }

  private func write(_ value: inout some Archivable, to path: String) {
    guard let directory = cache.directory else { return }
    var writer = ArchiveWriter()
    guard (try? value.pass(through: &writer)) != nil, (try? FileBytes.makeDirectory(directory)) != nil else { return }
    cache.prune(GazetteerCache.archive)
    let header = writer.bytes.withUnsafeBytes { body in withUnsafeBytes(of: Header(of: body)) { Array($0) } }
    // Whoever can't keep it makes it again.
    try? FileBytes.replace(path, with: header + writer.bytes)
  }
}

/// The file that this code was loaded from: the program, or the library where this is one of its own.
enum ProgramFile {
  /// Another one for each build; nil when the file can't be found.
  static let fingerprint: UInt64? = path.flatMap { FileStamp(path: $0) }?.fingerprint

  /// The file of the mapping that this code lies in: a line of proc(5) maps is `start-end permissions offset device
  /// inode path`, the numbers in hexadecimal.
  private static var path: String? {
    let here = UInt(bitPattern: #dsohandle)
    guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else { return nil }
    for line in maps.utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5).map { String(Substring($0)) }
      let ends = (fields.first ?? "").split(separator: "-").compactMap { UInt($0, radix: 16) }
      guard fields.count == 6, ends.count == 2, ends[0] <= here, here < ends[1] else { continue }
      return fields[5].trimmingCharacters(in: .whitespaces)
    }
    return nil
  }
}
