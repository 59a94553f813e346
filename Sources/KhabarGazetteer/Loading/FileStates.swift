import Foundation
import KhabarCore

/// The state of the files that something is made of, as the file system tells it: a change is noticed without reading
/// them.
struct FileStates: Equatable {
  private var low: UInt64
  private var high: UInt64
  /// When the newest of them changed, in seconds.
  private var newest = Int64.min

  private init(seed: UInt64) { (low, high) = (seed, ~seed) }

  /// - Parameters:
  ///   - seed: what is made of them, and by what.
  ///   - files: each with what else decides what is made of it.
  /// - Returns: nil when one is not there, or is a pipe or device.
  init?(seed: UInt64, of files: [(path: String, identity: String)]) {
    self.init(seed: seed)
    for file in files {
      guard let stamp = FileStamp(path: file.path), stamp.isRegular else { return nil }
      add(stamp, file.identity)
    }
  }

  /// - Parameters:
  ///   - seed: what is made of them, and by what.
  ///   - paths: files and folders; of a folder, the files in it that are not hidden.
  ///   - list: called with each file that there is.
  /// - Returns: nil when a path is of a pipe or device.
  init?(seed: UInt64, at paths: [String], list: (String) -> Void = { _ in }) {
    self.init(seed: seed)
    for path in paths {
      let names = try? DirectoryListing.entries(of: path)
      for file in names.map({ $0.map { path + "/" + $0 } }) ?? [path] {
        guard let stamp = FileStamp(path: file) else { continue }
        if stamp.isRegular {
          add(stamp, file)
          list(file)
        } else if names == nil {
          return nil
        }
      }
    }
  }

  private mutating func add(_ stamp: FileStamp, _ identity: String) {
    var hash = ContentHash(seed: 7)
    hash.append(identity)
    hash.append(stamp.fingerprint)
    var (lower, higher) = (ContentHash(seed: low), ContentHash(seed: high))
    lower.append(hash.value)
    higher.append(hash.value ^ 0x5555_5555_5555_5555)
    (low, high) = (lower.value, higher.value)
    newest = max(newest, stamp.newest)
  }

  /// Names it among all states.
  var key: ImageKey { ImageKey(low: low, high: high) }

  /// False while a file is so new that another change might leave its times as they are.
  var isSettled: Bool { newest < Int64(time(nil)) - 1 }
}
