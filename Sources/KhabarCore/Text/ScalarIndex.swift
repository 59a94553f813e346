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
        scalars &+= Int32(truncatingIfNeeded: Self.scalars(in: text, position, end))
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
    return Int(checkpoints[mark]) + bytes.withUnsafeBufferPointer { Self.scalars(in: $0, mark * Self.stride, offset) }
  }

  /// Code points that begin in a stretch: its bytes but the continuation bytes 80...BF, which are the least as signed
  /// numbers.
  @inline(__always)
  private static func scalars(in text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var count = 0
    var start = start
    while start &+ 8 <= end {
      count &+= EightBytes(text, at: start).scalars
      start &+= 8
    }
    for index in start..<end { count &+= Int8(bitPattern: text[index]) > -65 ? 1 : 0 }
    return count
  }

  /// The same stretch of text in code points.
  public func scalars(of span: TextSpan<SourceBytes>) -> TextSpan<SourceScalars> {
    TextSpan(scalars(before: span.lowerBound), scalars(before: span.upperBound))
  }
}
