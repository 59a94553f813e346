import Foundation

/// A request to end a batch early: what is in hand is finished, and nothing more is begun.
///
/// Raised by one byte into a pipe, which a signal handler may write (signal-safety(7)), and which wakes whoever waits
/// for input.
public final class StopSignal: Sendable {
  private let readEnd: Int32
  /// Writing a byte here raises it.
  public let writeEnd: Int32

  public init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 { for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) } }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Asks for the end. Any number of times, from any thread.
  public func raise() {
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }

  /// The end was asked for.
  public var isRaised: Bool {
    var watched = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) > 0
  }

  /// Waits until a descriptor has something to read; false when the signal comes first.
  func waitForInput(_ descriptor: Int32) -> Bool {
    var watched = [
      pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0), pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&watched, 2, -1) < 0 { if errno != EINTR { return true } }
    return watched[0].revents == 0
  }
}
