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

/// The names in a directory.
package enum DirectoryListing {
  /// The entries' names, sorted by bytes, hidden ones left out.
  ///
  /// - Throws: `KhabarError` D001.
  package static func entries(of path: String) throws -> [String] {
    try entries(bytes: PathName.bytes(path)).map(PathName.string)
  }

  /// The same with paths and names as the file system has them.
  static func entries(bytes path: [UInt8]) throws -> [[UInt8]] {
    guard let directory = opendir(PathName.cString(path)) else {
      throw KhabarError(
        "D001", at: SourceLocation(file: PathName.text(path)), "can't be read: \(String(cString: strerror(errno)))")
    }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: UInt8.self, capacity: 256) { name in
          Array(
            UnsafeBufferPointer(
              start: name, count: strnlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), 256)))
        }
      }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
