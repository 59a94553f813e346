import Foundation
import KhabarCore

/// Where compiled lists, and archives of other data (`PreparedData`), are kept between runs.
///
/// An image is named by what it was built from, so that a changed list gets a new one; a small stamp file leads from
/// the state of the list files (size, times, inode) to the image without reading them. Files are written aside and
/// renamed: two runs at once both write the same bytes, and none sees half a file.
public struct GazetteerCache: Sendable, Equatable {
  /// nil keeps nothing.
  public let directory: String?

  public init(directory: String?) { self.directory = directory }

  /// Keeps nothing: lists are compiled in memory.
  public static let none = GazetteerCache(directory: nil)

  /// The user's cache: `$KHABAR_CACHE`, else `$XDG_CACHE_HOME/khabar`, else `~/.cache/khabar`.
  public static func user() -> GazetteerCache {
    // Every set of lists and tables asks for it, and to make a dictionary of all variables takes longer than all else.
    user { name in getenv(name).map { String(cString: $0) } }
  }

  /// The user's cache in an environment.
  public static func user(environment: [String: String]) -> GazetteerCache { user { environment[$0] } }

  private static func user(_ variable: (String) -> String?) -> GazetteerCache {
    func value(_ name: String) -> String? { variable(name).flatMap { $0.isEmpty ? nil : $0 } }
    if let path = value("KHABAR_CACHE") { return GazetteerCache(directory: path) }
    if let path = value("XDG_CACHE_HOME") { return GazetteerCache(directory: path + "/khabar") }
    return GazetteerCache(directory: value("HOME").map { $0 + "/.cache/khabar" })
  }

  /// What is kept, and what the names of its files end in.
  enum Kind: String {
    case image, archive, stamp

    /// Files that are kept; another one takes the place of the oldest. A pipeline has one image and five archives.
    var capacity: Int {
      switch self {
      case .image: 12
      case .archive: 48
      case .stamp: .max
      }
    }
  }

  func path(_ key: ImageKey, _ kind: Kind) -> String? { directory.map { "\($0)/\(key.name).\(kind.rawValue)" } }

  // MARK: - Stamps

  /// What a stamp says: which image or archive was built from files of a state, and the fingerprint of the state that
  /// its own file was left in.
  struct Stamp: Equatable {
    var key: ImageKey
    var file: UInt64
  }

  /// The stamp of what was last built from files of this state.
  func stamp(of state: ImageKey) -> Stamp? {
    guard let path = path(state, .stamp), let bytes = try? FileBytes.read(path), bytes.count == 48 else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let high = UInt64(text.prefix(16), radix: 16), let low = UInt64(text.dropFirst(16).prefix(16), radix: 16),
      let file = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    return Stamp(key: ImageKey(low: low, high: high), file: file)
  }

  /// Stamps a state with what was just built or checked.
  func stamp(_ state: ImageKey, as key: ImageKey, _ kind: Kind) {
    guard let path = path(state, .stamp), let file = self.path(key, kind),
      let fingerprint = FileStamp(path: file)?.fingerprint
    else { return }
    try? FileBytes.replace(path, with: Array((key.name + ImageKey.hexadecimal(fingerprint)).utf8))
  }

  // MARK: - Images

  /// Opens the image of a key; nil when there is none or it is damaged.
  ///
  /// - Parameter untouched: the fingerprint of the image's file as its writer left it: a file that still has it need
  ///   not be read to the end. Times can be set back, but not that of the inode's change, which is part of it.
  func open(_ key: ImageKey, _ untouched: UInt64? = nil) -> (ImageStorage, GazetteerImage)? {
    guard let path = path(key, .image),
      let (storage, stamp) = ImageStorage.map(path, atLeast: ImageFormat.headerSize)
    else { return nil }
    let image = GazetteerImage(base: storage.base, size: storage.size, key: key) { _ in stamp.fingerprint == untouched }
    return image.map { (storage, $0) }
  }

  /// Writes an image under its key.
  ///
  /// - Throws: `FileBytes.Failure` when that can't be done.
  func write(_ storage: ImageStorage, key: ImageKey) throws {
    guard let directory, let path = path(key, .image) else { return }
    try FileBytes.makeDirectory(directory)
    prune(.image)
    try FileBytes.replace(path, with: UnsafeRawBufferPointer(start: storage.base, count: storage.size))
  }

  /// Stamps files that were not changed in the meantime.
  ///
  /// - Parameter now: their states, asked anew.
  func stamp(_ states: FileStates, ifStill now: @autoclosure () -> FileStates?, as key: ImageKey, _ kind: Kind) {
    if states.isSettled, states == now() { stamp(states.key, as: key, kind) }
  }

  /// Makes room for another file of a kind: removes the oldest, and stamps and unfinished files that are a month old.
  func prune(_ kind: Kind) {
    guard let directory, let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else { return }
    var files: [(modified: Int64, path: String)] = []
    let monthAgo = Int64(time(nil)) - 30 * 86_400
    for name in names {
      let path = directory + "/" + name
      guard let stamp = FileStamp(path: path) else { continue }
      if name.hasSuffix("." + kind.rawValue) {
        files.append((stamp.modifiedSeconds, path))
      } else if name.hasSuffix("." + Kind.stamp.rawValue) || name.hasSuffix(".partial"),
        stamp.modifiedSeconds < monthAgo
      {
        unlink(path)
      }
    }
    guard files.count >= kind.capacity else { return }
    for file in files.sorted(by: { $0.modified < $1.modified }).prefix(files.count - kind.capacity + 1) {
      unlink(file.path)
    }
  }
}
