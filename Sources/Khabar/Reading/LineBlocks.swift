/// Reads a file in blocks of whole lines.
///
/// A block is what is at hand: it never waits for more input while it has a line to give, so that records from a slow
/// pipe go on their way at once. Memory is bounded by the longest line.
package struct LineBlocks: ~Copyable {
  private var input: FileInput
  private var pending: [UInt8]
  private var line = 1
  private var isAtEnd = false
  /// Bytes of the next read: small at first, so that the first records are out soon.
  private var size = 1 << 15
  private static let largestRead = 1 << 18

  /// - Parameter start: bytes already read from `input`.
  package init(_ input: consuming FileInput, start: [UInt8] = []) {
    self.input = input
    pending = start
  }

  /// The next whole lines and the number of their first.
  ///
  /// - Throws: `KhabarError` D001, D009.
  package mutating func next() throws -> (bytes: [UInt8], firstLine: Int)? {
    while true {
      if let end = pending.lastIndex(of: 0x0A) {
        return take(end + 1)
      }
      if isAtEnd { return pending.isEmpty ? nil : take(pending.count) }
      if pending.count > FileContent.limit {
        throw KhabarError(
          "D009", at: SourceLocation(file: input.path, line: line), "the line is longer than 1 GiB",
          remedy: "Write one record a line")
      }
      isAtEnd = try !input.read(into: &pending, atMost: max(size, pending.count))
      size = min(size * 2, Self.largestRead)
    }
  }

  private mutating func take(_ count: Int) -> (bytes: [UInt8], firstLine: Int) {
    let first = line
    let block: [UInt8]
    if count == pending.count {
      block = pending
      pending = []
    } else {
      block = Array(pending[..<count])
      pending.removeFirst(count)
    }
    line += block.count { $0 == 0x0A }
    return (block, first)
  }
}
