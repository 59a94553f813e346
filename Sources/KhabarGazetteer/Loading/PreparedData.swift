import Foundation
import KhabarCore

/// Keeps what a program makes of its data files, so that the next run reads that instead of making it again.
///
/// An archive is named by the contents of the files and by the program that made it: one made by another build, or of
/// other files, is never opened. As with images of gazetteers, a stamp leads from the state of the files to it without
/// reading them, and says in which state its own file was left, which then need not be checked. A damaged one is made
/// anew. Mistakes in the files are told at every run, since nothing is kept of files that have some.
public struct PreparedData: Sendable {
  /// Where archives are kept; nothing is kept in one without a folder.
  public let cache: GazetteerCache

  public init(cache: GazetteerCache = .user()) { self.cache = cache }

  /// A value as it was made of files before, or made now.
  ///
  /// - Parameters:
  ///   - kind: what the value is; values of one kind are of one type.
  ///   - paths: all files that it is made of, whether they are there or not; of a folder, those in it.
  ///   - make: makes the value from the files.
  /// - Throws: what `make` throws. A file that can't be read or a cache that can't be written is no reason to fail.
  public func value<Value: Archivable>(
    _ kind: String, of paths: [String], or make: () throws -> Value
  ) throws -> Value {
    guard let sought = Sought(kind, paths, cache) else { return try make() }
    if let value: Value = found(sought) { return value }
    guard let key = sought.contents else { return try make() }
    defer { cache.stamp(sought.states, ifStill: Sought(kind, paths, cache)?.states, as: key, .archive) }
    if let value: Value = read(key, untouched: nil) {
      _ = noteUse(of: key)
      return value
    }
    var value = try make()
    write(&value, as: key)
    return value
  }

  /// A value as it was made of files that have not changed since; nil when they have, or nothing was made of them.
  public func found<Value: Archivable>(_ kind: String, of paths: [String]) -> Value? {
    Sought(kind, paths, cache).flatMap { found($0) }
  }

  private func found<Value: Archivable>(_ sought: Sought) -> Value? {
    guard let stamp = cache.stamp(of: sought.states.key),
      let value: Value = read(stamp.key, untouched: stamp.file)
    else { return nil }
    if noteUse(of: stamp.key) { cache.stamp(sought.states.key, as: stamp.key, .archive) }
    return value
  }

  /// The files that a value is made of.
  private struct Sought {
    let states: FileStates
    private let files: [String]
    /// What is made of them, and by what.
    private let seed: UInt64

    /// nil when nothing can be kept of them.
    init?(_ kind: String, _ paths: [String], _ cache: GazetteerCache) {
      guard cache.directory != nil, let program = ProgramFile.fingerprint else { return nil }
      var hash = ContentHash(seed: program)
      hash.append(kind)
      var files: [String] = []
      guard let states = FileStates(seed: hash.value, at: paths, list: { files.append($0) }) else { return nil }
      self.states = states
      self.files = files
      seed = hash.value
    }

    /// What their archive is named by; nil when one can't be read.
    var contents: ImageKey? {
      var (low, high) = (ContentHash(seed: seed), ContentHash(seed: ~seed))
      for file in files {
        guard let bytes = try? FileBytes.read(file) else { return nil }
        for part in [Array(file.utf8), bytes] {
          low.append(part)
          high.append(low.value ^ UInt64(part.count))
        }
      }
      return ImageKey(low: low.value, high: high.value)
    }
  }

  /// How long an archive is used before its file says so, in seconds.
  private static let useIsNoted: Int64 = 3_600

  /// Sees to it that of archives the one goes first that was not used for longest.
  ///
  /// - Returns: whether the archive's file was touched for it.
  private func noteUse(of key: ImageKey) -> Bool {
    guard let path = cache.path(key, .archive), let stamp = FileStamp(path: path),
      stamp.modifiedSeconds < Int64(time(nil)) - Self.useIsNoted
    else { return false }
    return utimes(path, nil) == 0
  }

  /// False once someone has written into an archive that values are read from: see `ImageStorage`.
  public static var isIntact: Bool { MappedArchives.all.allSatisfy(\.isIntact) }

  // MARK: - Files

  /// What an archive's file begins with.
  private struct Header: BitwiseCopyable {
    /// "KHABARAR".
    static let magic: UInt64 = 0x5241_5241_4241_484B
    var magic = Self.magic
    var checksum: UInt64 = 0

    init(of body: UnsafeRawBufferPointer) {
      var hash = ContentHash(seed: 13)
      hash.append(body)
      checksum = hash.value
    }
  }

  /// - Parameter untouched: the fingerprint of the archive's file as its writer left it; one that still has it is not
  ///   read to the end.
  private func read<Value: Archivable>(_ key: ImageKey, untouched: UInt64?) -> Value? {
    let size = MemoryLayout<Header>.size
    guard let path = cache.path(key, .archive), let (storage, stamp) = ImageStorage.map(path, atLeast: size) else {
      return nil
    }
    let body = UnsafeRawBufferPointer(start: storage.base + size, count: storage.size - size)
    let header = storage.base.load(as: Header.self)
    guard header.magic == Header.magic,
      stamp.fingerprint == untouched || header.checksum == Header(of: body).checksum
    else { return nil }
    let reader = ArchiveReader(
      Stretch(at: (storage.base + size).assumingMemoryBound(to: UInt8.self), count: body.count, heldBy: storage))
    var value = Value.blank
    guard (try? value.pass(through: reader)) != nil, reader.isAtEnd else { return nil }
    MappedArchives.add(storage)
    return value
  }

  private func write(_ value: inout some Archivable, as key: ImageKey) {
    let writer = ArchiveWriter()
    guard let directory = cache.directory, let path = cache.path(key, .archive),
      (try? value.pass(through: writer)) != nil, (try? FileBytes.makeDirectory(directory)) != nil
    else { return }
    cache.prune(.archive)
    let header = writer.bytes.withUnsafeBytes { body in withUnsafeBytes(of: Header(of: body)) { Array($0) } }
    // Whoever can't keep it makes it again.
    try? FileBytes.replace(path, with: header + writer.bytes)
  }
}

/// A value that is made of files, unless it was made of them before.
public struct PreparedValue<Value: Archivable & Sendable>: Sendable {
  private let data: PreparedData
  private let kind: String
  private let paths: [String]
  private let make: @Sendable () throws -> Value

  /// The parameters are those of `PreparedData.value`.
  public init(
    _ kind: String, of paths: [String], in data: PreparedData = PreparedData(),
    make: @escaping @Sendable () throws -> Value
  ) {
    self.data = data
    self.kind = kind
    self.paths = paths
    self.make = make
  }

  /// See `PreparedData.found`.
  public var found: Value? { data.found(kind, of: paths) }

  /// - Throws: what `make` throws.
  public func value() throws -> Value { try data.value(kind, of: paths, or: make) }
}

/// The archives that values of this program lie in.
private enum MappedArchives {
  private final class Reference {
    weak var storage: ImageStorage?
    init(_ storage: ImageStorage) { self.storage = storage }
  }

  private static let lock = NSLock()
  private nonisolated(unsafe) static var references: [Reference] = []

  static func add(_ storage: ImageStorage) {
    lock.withLock {
      references.removeAll { $0.storage == nil }
      references.append(Reference(storage))
    }
  }

  static var all: [ImageStorage] { lock.withLock { references.compactMap(\.storage) } }
}

/// The file that this code was loaded from: the program, or the library where this is one of its own.
enum ProgramFile {
  /// Another one for each build; nil when the file can't be found.
  static let fingerprint: UInt64? = path.flatMap { FileStamp(path: $0) }?.fingerprint

  /// The file of the mapping that this code lies in: a line of proc(5) maps is `start-end permissions offset device
  /// inode path`, the numbers in hexadecimal.
  private static var path: String? {
    let here = UInt(bitPattern: #dsohandle)
    guard let maps = try? FileBytes.readStream("/proc/self/maps") else { return nil }
    for line in maps.split(separator: UInt8(ascii: "\n")) {
      let ends = line.prefix { $0 != UInt8(ascii: " ") }.split(separator: UInt8(ascii: "-")).map(number)
      guard ends.count == 2, ends[0] <= here, here < ends[1] else { continue }
      let path = line.split(separator: UInt8(ascii: " "), maxSplits: 5).dropFirst(5).first
      return path.map { String(decoding: $0.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self) }
    }
    return nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt {
    digits.reduce(0) { $0 << 4 | UInt($1 < UInt8(ascii: "a") ? $1 - UInt8(ascii: "0") : $1 - UInt8(ascii: "a") + 10) }
  }
}
