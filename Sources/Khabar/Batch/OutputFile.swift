import Foundation
import KhabarCore

/// A file that appears when it is complete. Until then it has no name at all where the file system can do that
/// (open(2), `O_TMPFILE`), so that nothing is left behind by a run that is killed; else a hidden one in the same
/// folder. A device or pipe is written directly.
///
/// A draft that is secured gets a hidden name, `.NAME.part`, and outlives its run: a later one goes on with it.
public final class OutputFile: ByteSink, @unchecked Sendable {
  // Used from one thread at a time.
  private let path: String
  private var draft: Draft
  private let descriptor: Int32
  private let sink: DescriptorSink
  /// Bytes written.
  private(set) var length = 0

  private enum Draft: Equatable {
    case none, unnamed
    case named(String)
    case secured(String)
  }

  /// - Throws: `KhabarError` D008 when it can't be created, D035 when another run is writing it.
  public init(_ path: String) throws {
    let kind = FileKind(path: path)
    guard kind != .directory else { throw OutputFile.failure(path, EISDIR) }
    self.path = kind == .missing ? path : OutputFile.realPath(path)
    if kind != .stream {
      // A name (NAME_MAX bytes at most) that has no room for the hidden one would be refused only when all is written.
      let name = OutputFile.draftName(self.path).utf8.split(separator: UInt8(ascii: "/")).last
      guard name?.count ?? 0 <= 255 else { throw OutputFile.failure(path, ENAMETOOLONG) }
      try OutputFile.requireUnused(self.path)
    }
    (descriptor, draft) =
      kind == .stream ? (Foundation.open(path, O_WRONLY | O_CLOEXEC), .none) : OutputFile.openDraft(for: self.path)
    guard descriptor >= 0 else { throw OutputFile.failure(path, errno) }
    sink = DescriptorSink(descriptor, name: path)
  }

  /// Goes on with the secured draft of an earlier run, or with the file that it was ended with by a signal.
  ///
  /// - Parameter length: what of it counts, in bytes.
  /// - Throws: `KhabarError` D008, D035; D030 when neither is there.
  init(resuming path: String, length: Int) throws {
    self.path = FileKind(path: path) == .missing ? path : OutputFile.realPath(path)
    let name = OutputFile.securedName(self.path)
    try OutputFile.requireUnused(self.path)
    descriptor = Foundation.open(name, O_RDWR | O_CLOEXEC | O_CREAT, 0o666)
    guard descriptor >= 0 else { throw OutputFile.failure(path, errno) }
    draft = .secured(name)
    sink = DescriptorSink(descriptor, name: path)
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    var status = stat()
    fstat(descriptor, &status)
    if status.st_size < length, FileKind(path: self.path) == .file {
      ftruncate(descriptor, 0)
      try copy(self.path, length)
      fstat(descriptor, &status)
    }
    guard status.st_size >= length, ftruncate(descriptor, off_t(length)) == 0,
      lseek(descriptor, off_t(length), SEEK_SET) == length
    else {
      throw KhabarError(
        "D030", at: SourceLocation(file: path), "the output of the run that is to be resumed is not there any more",
        remedy: "Run without --resume to begin anew")
    }
    self.length = length
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if case .named(let name) = draft { unlink(name) }
  }

  public func write(_ bytes: [UInt8]) throws {
    try sink.write(bytes)
    length += bytes.count
  }

  /// Makes sure that all that was written stays, whatever becomes of the run.
  ///
  /// - Throws: `KhabarError` D014.
  func secure() throws {
    switch draft {
    case .none, .secured: break
    case .named(let name):
      let secured = OutputFile.securedName(path)
      guard rename(name, secured) == 0 else { throw OutputFile.failure(path, errno, code: "D014") }
      secureDraft(secured)
    case .unnamed:
      let secured = OutputFile.securedName(path)
      guard link(as: secured) else { throw OutputFile.failure(path, errno, code: "D014") }
      secureDraft(secured)
    }
    guard fdatasync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
      throw OutputFile.failure(path, errno, code: "D014")
    }
  }

  private func secureDraft(_ name: String) {
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    draft = .secured(name)
  }

  /// Gives the file its name.
  ///
  /// - Throws: `KhabarError` D014.
  public func commit() throws {
    switch draft {
    case .none: return
    case .named(let name), .secured(let name):
      if rename(name, path) == 0 {
        draft = .none
        return
      }
    case .unnamed:
      let name = OutputFile.draftName(path)
      if link(as: name) {
        if rename(name, path) == 0 {
          draft = .none
          return
        }
        unlink(name)
      }
    }
    throw OutputFile.failure(path, errno, code: "D014")
  }

  /// Gives the unnamed draft a name; linkat(2) does not replace a file. 0x400 is AT_SYMLINK_FOLLOW.
  private func link(as name: String) -> Bool {
    unlink(name)
    return linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, 0x400) == 0
  }

  private func copy(_ source: String, _ length: Int) throws {
    let input = try ByteStream(source)
    var copied = 0
    var piece: [UInt8] = []
    while copied < length, try input.read(into: &piece, atMost: 1 << 18) {
      let part = Array(piece.prefix(length - copied))
      try sink.write(part)
      copied += part.count
      piece.removeAll(keepingCapacity: true)
    }
  }

  // MARK: - Names

  private static func openDraft(for path: String) -> (descriptor: Int32, draft: Draft) {
    // O_TMPFILE is __O_TMPFILE with O_DIRECTORY, an expression that Swift does not import.
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
    let unnamed = Foundation.open(folder, O_WRONLY | O_CLOEXEC | O_DIRECTORY | 0o20000000, 0o666)
    if unnamed >= 0 { return (unnamed, .unnamed) }
    let name = draftName(path)
    return (Foundation.open(name, O_WRONLY | O_CLOEXEC | O_CREAT | O_TRUNC, 0o666), .named(name))
  }

  private static func draftName(_ path: String) -> String { hiddenName(path, "\(getpid()).part") }
  private static func securedName(_ path: String) -> String { hiddenName(path, "part") }

  /// `.NAME.SUFFIX` beside a file.
  static func hiddenName(_ path: String, _ suffix: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    return "\(folder).\(name).\(suffix)"
  }

  /// - Throws: `KhabarError` D035 when a run that goes on has secured the draft.
  private static func requireUnused(_ path: String) throws {
    let file = Foundation.open(securedName(path), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    guard flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
    throw KhabarError(
      "D035", at: SourceLocation(file: path), "another run is writing this file",
      remedy: "Wait for it, or name another output")
  }

  static func realPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func failure(_ path: String, _ error: Int32, code: String = "D008") -> KhabarError {
    KhabarError(code, at: SourceLocation(file: path), "can't be written: \(String(cString: strerror(error)))")
  }
}
