import Foundation

/// Takes bytes: a file, standard output, a buffer in a test.
public protocol ByteSink: AnyObject, Sendable {
  /// Writes all bytes.
  ///
  /// - Throws: `BrokenPipe` when the reader is gone, else `KhabarError` D014.
  func write(_ bytes: [UInt8]) throws
}

extension ByteSink {
  /// Writes a text as UTF-8.
  ///
  /// - Throws: `BrokenPipe` when the reader is gone, else `KhabarError` D014.
  public func write(_ text: String) throws { try write(Array(text.utf8)) }
}

/// The reader of a pipe has closed it: nobody wants more output.
public struct BrokenPipe: Error {
  public init() {}
}

/// An open file descriptor.
public final class DescriptorSink: ByteSink {
  private let descriptor: Int32
  private let name: String

  /// - Parameter name: for messages.
  public init(_ descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// The process's standard output.
  public static let standardOutput = DescriptorSink(1, name: "standard output")
  /// The process's standard error.
  public static let standardError = DescriptorSink(2, name: "standard error")

  public func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { buffer in
      var position = 0
      while position < buffer.count {
        let count = Foundation.write(descriptor, buffer.baseAddress! + position, buffer.count - position)
        if count >= 0 {
          position += count
        } else if errno == EPIPE {
          throw BrokenPipe()
        } else if errno != EINTR {
          throw KhabarError(
            "D014", at: SourceLocation(file: name), "can't be written any more: \(String(cString: strerror(errno)))")
        }
      }
    }
  }
}
