import KhabarCore

/// Copies of arrays at addresses that stay, for the innermost loops: an array is counted and checked each time that it
/// is asked for.
final class Ground: @unchecked Sendable {
  private var blocks: [UnsafeMutableRawPointer] = []

  /// - Returns: where the values are as long as the ground is there.
  func lay<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafeBufferPointer<Value> {
    let block = UnsafeMutableBufferPointer<Value>.allocate(capacity: values.count)
    _ = block.initialize(from: values)
    if let start = block.baseAddress { blocks.append(UnsafeMutableRawPointer(start)) }
    return UnsafeBufferPointer(block)
  }

  deinit { for block in blocks { block.deallocate() } }
}
