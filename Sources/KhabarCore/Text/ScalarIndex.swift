/// Turns UTF-8 byte offsets into code point offsets.
///
/// Holds the count of code points at every 64th byte; a lookup counts at most 63 bytes more. Building is O(n), a lookup
/// O(1).
public struct ScalarIndex: Sendable {
  private let bytes: [UInt8]
  private let checkpoints: [Int32]
  private static let stride = 64

  /// - Parameter bytes: valid UTF-8.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var marks: [Int32] = []
    marks.reserveCapacity(bytes.count / Self.stride + 2)
    bytes.withUnsafeBufferPointer { text in
      var scalars: Int32 = 0
      var position = 0
      while position < text.count {
        marks.append(scalars)
        let end = min(position + Self.stride, text.count)
        for index in position..<end { scalars &+= Int32(text[index] & 0xC0 == 0x80 ? 0 : 1) }
        position = end
      }
      marks.append(scalars)
    }
    checkpoints = marks
  }

  /// Code points in the whole text.
  public var count: Int { Int(checkpoints.last ?? 0) }

  /// Code points before the byte at `offset`.
  public func scalars(before offset: Int) -> Int {
    let mark = offset / Self.stride
    var count = Int(checkpoints[mark])
    for index in (mark * Self.stride)..<offset { count &+= bytes[index] & 0xC0 == 0x80 ? 0 : 1 }
    return count
  }

  /// The same stretch of text in code points.
  public func scalars(of span: TextSpan<SourceBytes>) -> TextSpan<SourceScalars> {
    TextSpan(scalars(before: span.lowerBound), scalars(before: span.upperBound))
  }
}
