import Foundation

/// What stands at a path.
package enum FileKind: Equatable {
  case file, directory, missing
  /// A pipe, device or socket.
  case stream

  package init(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
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
  package static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}

/// Whole files.
enum FileContent {
  /// Offsets are 32 bits wide; a text this long is no article.
  static let limit = 1 << 30

  /// Reads a file; `-` is standard input.
  ///
  /// - Parameter start: what was already read of it.
  /// - Throws: `KhabarError` D001 when it can't be read, D009 when it is too big.
  static func read(_ path: String, after start: [UInt8] = []) throws -> [UInt8] {
    var input = try FileInput(path)
    var bytes = start
    while try input.read(into: &bytes, atMost: max(1 << 16, input.sizeHint + 1 - bytes.count)) {
      if bytes.count > limit {
        throw KhabarError(
          "D009", at: SourceLocation(file: path), "the file is larger than 1 GiB",
          remedy: "Split it into one file for each article, or write it as JSONL")
      }
    }
    return bytes
  }
}

/// An open file, read piece by piece; closed when it is let go.
package struct FileInput: ~Copyable {
  private let descriptor: Int32
  package let path: String
  /// The size of a regular file when it was opened, else 0.
  let sizeHint: Int

  /// - Throws: `KhabarError` D001.
  package init(_ path: String) throws {
    self.path = path
    if path == "-" {
      descriptor = 0
      sizeHint = 0
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileInput.failure(path, errno) }
    var status = stat()
    sizeHint = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// Appends what one read gives.
  ///
  /// - Returns: false at the end.
  /// - Throws: `KhabarError` D001.
  package mutating func read(into bytes: inout [UInt8], atMost count: Int) throws -> Bool {
    var failure: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat {
        filled = Foundation.read(descriptor, buffer.baseAddress, count)
      } while filled < 0 && errno == EINTR
      if filled < 0 {
        failure = errno
        filled = 0
      }
    }
    if failure != 0 { throw FileInput.failure(path, failure) }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    return !piece.isEmpty
  }

  static func failure(_ path: String, _ code: Int32) -> KhabarError {
    KhabarError("D001", at: SourceLocation(file: path), "can't be read: \(String(cString: strerror(code)))")
  }
}

/// The names in a directory.
package enum DirectoryListing {
  /// The entries' names, sorted by bytes, hidden ones left out.
  ///
  /// - Throws: `KhabarError` D001.
  package static func entries(of path: String) throws -> [String] {
    guard let directory = opendir(path) else {
      throw KhabarError("D001", at: SourceLocation(file: path), "can't be read: \(String(cString: strerror(errno)))")
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
