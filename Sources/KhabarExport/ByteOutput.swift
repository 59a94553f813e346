import KhabarCore

/// Bytes in the making: what the JSON and the XML writer share.
///
/// It can't be copied, so that it writes into memory of its own without asking at each piece whether that is another's
/// as well.
struct ByteOutput: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Bytes written.
  private var count = 0

  /// Room for the record of a usual article.
  private static let usualSize = 8192

  init() {
    capacity = Self.usualSize
    start = .allocate(capacity: Self.usualSize)
  }

  deinit { start.deallocate() }

  /// What was written.
  private var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
  var bytes: [UInt8] { Array(written) }

  /// Puts what was written behind `output`.
  func write(to output: inout [UInt8]) { output.append(contentsOf: written) }

  /// Makes room for so many bytes more, and counts them as written; they begin where the result points.
  @inline(__always)
  private mutating func take(_ added: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity &- count < added { grow(by: added) }
    let place = start + count
    count &+= added
    return place
  }

  @inline(never)
  private mutating func grow(by added: Int) {
    let size = max(capacity * 2, count + added)
    let place = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    place.update(from: start, count: count)
    start.deallocate()
    (start, capacity) = (place, size)
  }

  @inline(__always)
  mutating func append(byte: UInt8) { take(1).pointee = byte }

  @inline(__always)
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.baseAddress else { return }
    take(text.count).update(from: first, count: text.count)
  }

  mutating func append(_ text: StaticString) { text.withUTF8Buffer { append($0) } }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a name of ASCII in quotes with a colon behind it, and a comma before it unless it is the first.
  mutating func appendName(_ name: StaticString, isFirst: Bool) {
    name.withUTF8Buffer { name in
      guard let letters = name.baseAddress else { return }
      var place = take(name.count &+ (isFirst ? 3 : 4))
      if !isFirst {
        place.pointee = 0x2C
        place += 1
      }
      place.pointee = 0x22
      (place + 1).update(from: letters, count: name.count)
      (place + 1)[name.count] = 0x22
      (place + 2)[name.count] = 0x3A
    }
  }

  mutating func append(_ value: Int) {
    guard value >= 0 else { return append(String(value)) }
    var digits = 1
    var power = 10
    while digits < 19, value >= power {
      digits += 1
      power = power.multipliedReportingOverflow(by: 10).partialValue
    }
    let place = take(digits)
    var rest = value
    for index in (0..<digits).reversed() {
      place[index] = UInt8(48 + rest % 10)
      rest /= 10
    }
  }

  /// A finite number in its shortest exact form; whole numbers without a fraction.
  mutating func append(_ value: Double) {
    if let whole = Int(exactly: value), abs(whole) < 1 << 53 { append(whole) } else { append(value.description) }
  }

  mutating func appendLineBreak(depth: Int) {
    append(byte: 0x0A)
    take(depth * 2).update(repeating: 0x20, count: depth * 2)
  }

  /// Copies a text, handing every byte that `isSpecial` marks to `escape`.
  ///
  /// - Parameter areSpecial: whether one of eight bytes is marked.
  @inline(__always)
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, isSpecial: (UInt8) -> Bool, areSpecial: (EightBytes) -> Bool,
    escape: (inout ByteOutput, UnsafeBufferPointer<UInt8>, inout Int) -> Void
  ) {
    var position = 0
    var start = 0
    while position < text.count {
      if position &+ 8 <= text.count, !areSpecial(EightBytes(text, at: position)) {
        position &+= 8
      } else if isSpecial(text[position]) {
        append(UnsafeBufferPointer(rebasing: text[start..<position]))
        escape(&self, text, &position)
        start = position
      } else {
        position &+= 1
      }
    }
    append(UnsafeBufferPointer(rebasing: text[start..<position]))
  }
}
