import Foundation
import KhabarCore

/// The size of all input of a run, found out beside it: a large folder takes its time to be walked.
public final class InputSize: Sendable {
  private struct State {
    var bytes = 0
    var isKnown = false
  }

  private nonisolated(unsafe) var state = State()
  private let lock = NSLock()

  /// - Parameter paths: files and folders; the size stays unknown when standard input or a pipe is among them.
  public init(of paths: [String]) {
    Thread.detachNewThread { [self] in
      var walk = InputWalk(paths: paths, format: nil)
      var bytes = 0
      while let found = walk.next() {
        guard case .file(let file) = found else { continue }
        guard let size = Self.size(of: file) else { return }
        bytes += size
      }
      lock.withLock { state = State(bytes: bytes, isKnown: true) }
    }
  }

  /// Bytes on disk; nil while or when they are not known.
  public var bytes: Int? { lock.withLock { state.isKnown ? state.bytes : nil } }

  /// nil for what is no file.
  static func size(of file: InputFile) -> Int? {
    var status = stat()
    guard !file.isStandardInput, stat(file.pathBytes.map { CChar(bitPattern: $0) } + [0], &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return Int(status.st_size)
  }
}
