import Foundation

/// A file that appears when it is complete: it is written under another name in the same folder and renamed at the end.
/// A device or pipe is written directly.
final class OutputFile: ByteSink {
  private let path: String
  private let draft: String?
  private let descriptor: Int32
  private let sink: DescriptorSink

  /// - Throws: `KhabarError` D008 when it can't be created.
  init(_ path: String) throws {
    let kind = FileKind(path: path)
    self.path = kind == .missing ? path : OutputFile.realPath(path)
    draft = kind == .stream ? nil : OutputFile.draftName(self.path)
    descriptor = open(draft ?? path, O_WRONLY | O_CLOEXEC | (draft == nil ? 0 : O_CREAT | O_TRUNC), 0o666)
    guard descriptor >= 0, kind != .directory else {
      throw KhabarError(
        "D008", at: SourceLocation(file: path), "can't be written: \(String(cString: strerror(errno)))")
    }
    sink = DescriptorSink(descriptor, name: path)
  }

  deinit { discard() }

  func write(_ bytes: [UInt8]) throws { try sink.write(bytes) }

  /// Gives the file its name.
  func commit() throws {
    guard let draft else { return }
    guard rename(draft, path) == 0 else {
      throw KhabarError(
        "D008", at: SourceLocation(file: path), "can't be written: \(String(cString: strerror(errno)))")
    }
  }

  /// Closes the file; a draft that was not committed goes away.
  private func discard() {
    if descriptor >= 0 { close(descriptor) }
    if let draft { unlink(draft) }
  }

  private static func realPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func draftName(_ path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    return "\(folder).\(name).\(getpid()).part"
  }
}
