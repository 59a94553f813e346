import Foundation
import KhabarCore

/// The names in a directory.
package enum DirectoryListing {
  /// The entries' names, sorted by bytes, hidden ones left out.
  ///
  /// - Throws: `KhabarError` D001.
  package static func entries(of path: String) throws -> [String] {
    try entries(bytes: PathName.bytes(path)).map(PathName.string)
  }

  /// The same with paths and names as the file system has them.
  package static func entries(bytes path: [UInt8]) throws -> [[UInt8]] {
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
