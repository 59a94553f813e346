import Foundation

/// Whole files in and out, without anything between.
enum FileBytes {
  /// Why a file operation failed, in the words of the system.
  struct Failure: Error {
    var reason: String
    init(_ code: Int32 = errno) { reason = String(cString: strerror(code)) }
    init(reason: String) { self.reason = reason }
    init(_ failure: OpenedFile.Failure) { reason = failure.reason }
  }

  /// The most that is read from a pipe or device, which may have no end.
  static let longestStream = 256 << 20

  static func read(_ path: String) throws -> [UInt8] {
    let opened: OpenedFile
    do { opened = try OpenedFile(path) } catch { throw Failure(error) }
    let file = opened.descriptor
    defer { close(file) }
    guard let stamp = FileStamp(descriptor: file) else { throw Failure() }
    guard stamp.isRegular else { return try readStream(file, after: opened.start) }
    var failure: Failure?
    let bytes = [UInt8](unsafeUninitializedCapacity: max(stamp.size, 1)) { buffer, count in
      count = 0
      while count < stamp.size {
        let part = Foundation.read(file, buffer.baseAddress! + count, stamp.size - count)
        if part < 0 {
          if errno == EINTR { continue }
          failure = Failure()
          return
        }
        if part == 0 { return }
        count += part
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Reads a file whose size nobody tells beforehand, such as those of proc(5).
  static func readStream(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure() }
    defer { close(file) }
    return try readStream(file, after: [])
  }

  /// Reads a pipe or device to its end.
  private static func readStream(_ file: Int32, after start: [UInt8]) throws -> [UInt8] {
    var bytes = start
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let part = Foundation.read(file, &buffer, buffer.count)
      if part < 0 {
        if errno == EINTR { continue }
        throw Failure()
      }
      if part == 0 { return bytes }
      bytes += buffer[0..<part]
      guard bytes.count <= longestStream else {
        throw Failure(reason: "more than \(longestStream >> 20) MiB come from a pipe or device")
      }
    }
  }

  static func makeDirectory(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(reason: "the folder can't be made")
    }
  }

  static func replace(_ path: String, with bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try replace(path, with: $0) }
  }

  /// Writes aside, then renames.
  static func replace(_ path: String, with bytes: UnsafeRawBufferPointer) throws {
    let aside = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).partial"
    let file = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure() }
    func fail() -> Failure {
      let failure = Failure()
      close(file)
      unlink(aside)
      return failure
    }
    var written = 0
    while written < bytes.count {
      let part = write(file, bytes.baseAddress! + written, min(bytes.count - written, 1 << 30))
      if part < 0 {
        if errno == EINTR { continue }
        throw fail()
      }
      written += part
    }
    guard close(file) == 0, rename(aside, path) == 0 else {
      let failure = Failure()
      unlink(aside)
      throw failure
    }
  }
}
