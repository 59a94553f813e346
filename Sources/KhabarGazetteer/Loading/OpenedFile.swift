import Foundation
import KhabarCore

/// A file, pipe or device opened for reading. Whoever opens it closes it.
///
/// A named pipe is waited for no longer than ten seconds: one that nobody ever writes into would hold up the program
/// for good (fifo(7): opening blocks until the other end is open).
package struct OpenedFile {
  package let descriptor: Int32
  /// What was read of a pipe while waiting for it.
  package let start: [UInt8]

  /// Why a file can't be opened, in the words of the system.
  package struct Failure: Error {
    package var reason: String
  }

  private static let patience = 100

  package init(_ path: String) throws(Failure) { try self.init(bytes: PathName.bytes(path)) }

  /// - Parameter bytes: the path as the file system has it, which need not be UTF-8.
  package init(bytes: [UInt8]) throws(Failure) {
    let path = PathName.cString(bytes)
    var status = stat()
    let isPipe = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
    let file = open(path, O_RDONLY | O_CLOEXEC | (isPipe ? O_NONBLOCK : 0))
    guard file >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
    descriptor = file
    guard isPipe else {
      start = []
      return
    }
    var buffer = [UInt8](repeating: 0, count: 4096)
    for _ in 0..<Self.patience {
      let count = read(file, &buffer, buffer.count)
      // Nothing yet is an end as long as nobody has the other side, and "try again" once somebody has.
      if count > 0 || count < 0 && errno == EAGAIN {
        _ = fcntl(file, F_SETFL, fcntl(file, F_GETFL) & ~O_NONBLOCK)
        start = Array(buffer.prefix(max(0, count)))
        return
      }
      usleep(100_000)
    }
    close(file)
    throw Failure(reason: "nobody writes into this pipe")
  }
}
