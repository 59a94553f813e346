import Foundation
import KhabarCore

/// What stands at a path.
package enum FileKind: Equatable {
  case file, directory, missing
  /// A pipe, device or socket.
  case stream

  package init(path: String) { self.init(bytes: PathName.bytes(path)) }

  /// - Parameter bytes: the path as the file system has it.
  init(bytes: [UInt8]) {
    var status = stat()
    guard stat(PathName.cString(bytes), &status) == 0 else {
      self = .missing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: self = .directory
    case S_IFREG: self = .file
    default: self = .stream
    }
  }

  /// True for a symbolic link, whatever it leads to.
  package static func isLink(_ path: String) -> Bool { isLink(bytes: PathName.bytes(path)) }

  static func isLink(bytes: [UInt8]) -> Bool {
    var status = stat()
    return lstat(PathName.cString(bytes), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}

/// Tells files apart whatever they are called: by device and inode.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let inode: UInt64

  /// nil when there is nothing at the path.
  init?(path: String) { self.init(bytes: PathName.bytes(path)) }

  init?(bytes: [UInt8]) {
    var status = stat()
    guard stat(PathName.cString(bytes), &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
  }
}
