import Foundation
import KhabarGazetteer
import KhabarXML

/// An open input, read piece by piece; gzip is inflated. Closed when it is let go. Used from one thread at a time.
package final class ByteStream {
  package let path: String
  /// The size of a regular file that is not compressed, when it was opened; else 0.
  let sizeHint: Int
  private let descriptor: Int32
  /// Read from the descriptor and not handed out yet.
  private var start: [UInt8]
  private var inflated: Inflated?
  /// Ends a wait for a pipe or terminal.
  private let stop: StopSignal?
  private var isStream = false

  /// - Throws: `KhabarError` D001.
  package convenience init(_ path: String) throws {
    try self.init(InputFile(path: path, name: path, format: nil))
  }

  /// - Throws: `KhabarError` D001.
  init(_ file: InputFile, stop: StopSignal? = nil) throws {
    path = file.path
    self.stop = stop
    var size = 0
    var isRegular = false
    if file.isStandardInput {
      descriptor = 0
      start = []
    } else {
      let opened: OpenedFile
      do { opened = try OpenedFile(bytes: file.pathBytes) } catch { throw Self.failure(file.path, error.reason) }
      descriptor = opened.descriptor
      start = opened.start
    }
    var status = stat()
    if fstat(descriptor, &status) == 0 {
      guard status.st_mode & S_IFMT != S_IFDIR else {
        if descriptor > 0 { close(descriptor) }
        throw Self.failure(file.path, String(cString: strerror(EISDIR)))
      }
      isRegular = status.st_mode & S_IFMT == S_IFREG
      size = isRegular ? Int(status.st_size) : 0
    }
    if isRegular, !file.isStandardInput {
      var head: [UInt8] = [0, 0]
      if pread(descriptor, &head, 2, 0) == 2, head == GzipInput.magic {
        inflated = Inflated(descriptor)
        size = 0
      }
    } else {
      isStream = true
      while start.count < 2, stop?.waitForInput(descriptor) ?? true,
        try Self.read(descriptor, path, into: &start, atMost: 1 << 16)
      {}
      if start.starts(with: GzipInput.magic) {
        inflated = Inflated(feeding: start, from: descriptor)
        start = []
      }
    }
    sizeHint = size
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// Appends what one read gives.
  ///
  /// - Returns: false at the end.
  /// - Throws: `KhabarError` D001, D027 for damaged gzip.
  package func read(into bytes: inout [UInt8], atMost count: Int) throws -> Bool {
    if !start.isEmpty {
      bytes += start
      start = []
      return true
    }
    if let inflated { return try inflated.read(into: &bytes, atMost: count, path) }
    if isStream, let stop, !stop.waitForInput(descriptor) { return false }
    return try Self.read(descriptor, path, into: &bytes, atMost: count)
  }

  /// Gives back what was read, to be read again.
  func unread(_ bytes: [UInt8]) { start = bytes + start }

  private static func read(
    _ descriptor: Int32, _ path: String, into bytes: inout [UInt8], atMost count: Int
  ) throws -> Bool {
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
    if failure != 0 { throw Self.failure(path, String(cString: strerror(failure))) }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    return !piece.isEmpty
  }

  static func failure(_ path: String, _ reason: String) -> KhabarError {
    KhabarError("D001", at: SourceLocation(file: path), "can't be read: \(reason)")
  }
}

/// A gzip input on its way through libxml2.
private final class Inflated {
  private var input: GzipInput?

  init(_ descriptor: Int32) { input = GzipInput(descriptor: descriptor) }

  /// Compressed data from a pipe of which the beginning has been read: another pipe gets them whole.
  init(feeding start: [UInt8], from descriptor: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return }
    let (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    Thread.detachNewThread {
      // Who reads may stop early; that is no reason to end the program.
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGPIPE)
      pthread_sigmask(SIG_BLOCK, &signals, nil)
      var piece = start
      while !piece.isEmpty {
        var written = 0
        while written < piece.count {
          let count = piece.withUnsafeBytes { write(writeEnd, $0.baseAddress! + written, piece.count - written) }
          if count < 0, errno == EINTR { continue }
          if count <= 0 { break }
          written += count
        }
        guard written == piece.count else { break }
        piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
          repeat {
            filled = Foundation.read(descriptor, buffer.baseAddress, 1 << 16)
          } while filled < 0 && errno == EINTR
          filled = max(0, filled)
        }
      }
      close(writeEnd)
    }
    input = GzipInput(descriptor: readEnd)
    // The library has opened the pipe for itself.
    close(readEnd)
  }

  func read(into bytes: inout [UInt8], atMost count: Int, _ path: String) throws -> Bool {
    var failure: GzipInput.Failure? = input == nil ? .unsupported : nil
    let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(GzipInput.Failure) {
        filled = try input?.read(into: UnsafeMutableRawBufferPointer(buffer)) ?? 0
      } catch {
        failure = error
        filled = 0
      }
    }
    if let failure {
      let reason =
        switch failure {
        case .unsupported: "this libxml2 was built without zlib, which inflates it"
        case .damaged: "the compressed data are damaged"
        case .cutShort: "the compressed data end in the middle"
        }
      throw KhabarError(
        "D027", at: SourceLocation(file: path), "gzip: \(reason)",
        remedy: failure == .unsupported ? "Unpack the file, for instance with gunzip" : "Get the file anew")
    }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    return !piece.isEmpty
  }
}

/// Whole files.
enum FileContent {
  /// Offsets are 32 bits wide; a text this long is no article.
  static let limit = 1 << 30

  /// Reads a file; `-` is standard input.
  ///
  /// - Throws: `KhabarError` D001 when it can't be read, D009 when it is too big, D027 for damaged gzip.
  static func read(_ path: String, limit: Int = limit) throws -> [UInt8] {
    try read(InputFile(path: path, name: path, format: nil), limit: limit)
  }

  static func read(_ file: InputFile, limit: Int) throws -> [UInt8] { try read(ByteStream(file), limit: limit) }

  static func read(_ input: ByteStream, limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    repeat {
      if max(bytes.count, input.sizeHint) > limit {
        throw KhabarError(
          "D009", at: SourceLocation(file: input.path), "the file is larger than \(ByteCount(limit))",
          remedy: "Split it into one file for each article, write it as JSONL, or allow more with --max-size")
      }
    } while try input.read(into: &bytes, atMost: max(1 << 16, min(input.sizeHint + 1 - bytes.count, limit + 1)))
    return bytes
  }
}

/// A number of bytes for people.
struct ByteCount: CustomStringConvertible {
  let count: Int
  init(_ count: Int) { self.count = count }

  var description: String {
    for (unit, name) in [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")] where count >= unit && count % unit == 0
    {
      return "\(count / unit) \(name)"
    }
    return "\(count) bytes"
  }
}
