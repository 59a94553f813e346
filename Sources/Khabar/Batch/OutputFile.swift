import Foundation

/// A file that appears when it is complete. Until then it has no name at all where the file system can do that
/// (open(2), `O_TMPFILE`), so that nothing is left behind by a run that is killed; else a hidden one in the same
/// folder. A device or pipe is written directly.
package final class OutputFile: ByteSink {
  private let path: String
  private let draft: Draft
  private let descriptor: Int32
  private let sink: DescriptorSink

  private enum Draft: Equatable {
    case none, unnamed
    case named(String)
  }

  /// - Throws: `KhabarError` D008 when it can't be created.
  package init(_ path: String) throws {
    let kind = FileKind(path: path)
    guard kind != .directory else { throw OutputFile.failure(path, EISDIR) }
    self.path = kind == .missing ? path : OutputFile.realPath(path)
    (descriptor, draft) =
      kind == .stream ? (Foundation.open(path, O_WRONLY | O_CLOEXEC), .none) : OutputFile.openDraft(for: self.path)
    guard descriptor >= 0 else { throw OutputFile.failure(path, errno) }
    sink = DescriptorSink(descriptor, name: path)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if case .named(let name) = draft { unlink(name) }
  }

  package func write(_ bytes: [UInt8]) throws { try sink.write(bytes) }

  /// Gives the file its name.
  ///
  /// - Throws: `KhabarError` D014.
  package func commit() throws {
    switch draft {
    case .none: return
    case .named(let name): if rename(name, path) == 0 { return }
    case .unnamed:
      // linkat(2) does not replace a file; rename(2) does. 0x400 is AT_SYMLINK_FOLLOW.
      let name = OutputFile.draftName(path)
      unlink(name)
      if linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, 0x400) == 0 {
        if rename(name, path) == 0 { return }
        unlink(name)
      }
    }
    throw OutputFile.failure(path, errno, code: "D014")
  }

  private static func openDraft(for path: String) -> (descriptor: Int32, draft: Draft) {
    // O_TMPFILE is __O_TMPFILE with O_DIRECTORY, an expression that Swift does not import.
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
    let unnamed = Foundation.open(folder, O_WRONLY | O_CLOEXEC | O_DIRECTORY | 0o20000000, 0o666)
    if unnamed >= 0 { return (unnamed, .unnamed) }
    let name = draftName(path)
    return (Foundation.open(name, O_WRONLY | O_CLOEXEC | O_CREAT | O_TRUNC, 0o666), .named(name))
  }

  private static func draftName(_ path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    return "\(folder).\(name).\(getpid()).part"
  }

  private static func realPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func failure(_ path: String, _ error: Int32, code: String = "D008") -> KhabarError {
    KhabarError(code, at: SourceLocation(file: path), "can't be written: \(String(cString: strerror(error)))")
  }
}
