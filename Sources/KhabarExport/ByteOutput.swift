/// Bytes in the making: what the JSON and the XML writer share.
struct ByteOutput {
  var bytes: [UInt8]

  init(_ bytes: consuming [UInt8] = []) { self.bytes = bytes }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends a name of ASCII in quotes with a colon behind it, and a comma before it unless it is the first. In one
  /// piece: each append looks whether there is room.
  mutating func appendName(_ name: StaticString, isFirst: Bool) {
    name.withUTF8Buffer { name in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count + 4) { piece in
        guard let start = piece.baseAddress, let letters = name.baseAddress else { return }
        start[0] = 0x2C
        start[1] = 0x22
        (start + 2).update(from: letters, count: name.count)
        start[name.count + 2] = 0x22
        start[name.count + 3] = 0x3A
        bytes.append(
          contentsOf: isFirst
            ? UnsafeBufferPointer(start: start + 1, count: name.count + 3)
            : UnsafeBufferPointer(start: start, count: name.count + 4))
      }
    }
  }

  mutating func append(_ value: Int) {
    guard value >= 0 else {
      bytes.append(contentsOf: String(value).utf8)
      return
    }
    if value < 10 {
      bytes.append(UInt8(48 + value))
      return
    }
    var digits = 1
    var power = 10
    while digits < 19, value >= power {
      digits += 1
      power = power.multipliedReportingOverflow(by: 10).partialValue
    }
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(48, count: digits))
    var rest = value
    var index = start + digits
    while rest > 0, index > start {
      index -= 1
      bytes[index] = UInt8(48 + rest % 10)
      rest /= 10
    }
  }

  /// A finite number in its shortest exact form; whole numbers without a fraction.
  mutating func append(_ value: Double) {
    if let whole = Int(exactly: value), abs(whole) < 1 << 53 {
      append(whole)
    } else {
      bytes.append(contentsOf: value.description.utf8)
    }
  }

  mutating func appendLineBreak(depth: Int) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  /// Copies a text, handing every byte that `isSpecial` marks to `escape`.
  @inline(__always)
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, isSpecial: (UInt8) -> Bool,
    escape: (inout ByteOutput, UnsafeBufferPointer<UInt8>, inout Int) -> Void
  ) {
    var position = 0
    var start = 0
    while position < text.count {
      if isSpecial(text[position]) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
        escape(&self, text, &position)
        start = position
      } else {
        position &+= 1
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
  }
}
