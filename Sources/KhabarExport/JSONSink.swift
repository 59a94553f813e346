import KhabarCore

/// Writes JSON (RFC 8259), on one line or indented for reading.
struct JSONSink: ContractSink, ~Copyable {
  private var output = ByteOutput()
  private let isIndented: Bool
  private var levels: [Level] = []

  private struct Level {
    var isList: Bool
    /// All on one line.
    var isInline: Bool
    var isEmpty = true
  }

  init(isIndented: Bool) { self.isIndented = isIndented }

  consuming func finish() -> ByteOutput { output }

  mutating func beginObject(_ name: StaticString, isLeaf: Bool) { open(name, 0x7B, isList: false, isInline: isLeaf) }
  mutating func endObject() { close(0x7D) }
  mutating func beginList(_ name: StaticString, isLeaf: Bool) { open(name, 0x5B, isList: true, isInline: isLeaf) }
  mutating func endList() { close(0x5D) }

  mutating func string(_ name: StaticString, _ value: String) {
    guard !value.isEmpty else { return }
    member(name)
    quote(value)
  }

  mutating func content(_ name: StaticString, _ value: ArraySlice<UInt8>) {
    guard !value.isEmpty else { return }
    member(name)
    value.withUnsafeBufferPointer { quote($0) }
  }

  mutating func block(_ name: StaticString, _ value: ArraySlice<UInt8>) { content(name, value) }

  mutating func integer(_ name: StaticString, _ value: Int) {
    member(name)
    output.append(value)
  }

  mutating func number(_ name: StaticString, _ value: Double) {
    guard value.isFinite else { return }
    member(name)
    output.append(value)
  }

  mutating func item(_ name: StaticString, _ value: String) {
    member(name)
    quote(value)
  }

  private mutating func open(_ name: StaticString, _ bracket: UInt8, isList: Bool, isInline: Bool) {
    if !levels.isEmpty { member(name) }
    output.append(byte: bracket)
    levels.append(Level(isList: isList, isInline: isInline || levels.last?.isInline ?? !isIndented))
  }

  private mutating func close(_ bracket: UInt8) {
    guard let level = levels.popLast() else { return }
    if !level.isInline, !level.isEmpty { output.appendLineBreak(depth: levels.count) }
    output.append(byte: bracket)
  }

  /// What precedes a value: comma, white space, and its name where it has one.
  private mutating func member(_ name: StaticString) {
    let top = levels.count - 1
    guard top >= 0 else { return }
    if levels[top].isInline, !levels[top].isList, !isIndented {
      output.appendName(name, isFirst: levels[top].isEmpty)
      levels[top].isEmpty = false
      return
    }
    if !levels[top].isEmpty {
      output.append(byte: 0x2C)
      if isIndented, levels[top].isInline { output.append(byte: 0x20) }
    }
    if !levels[top].isInline { output.appendLineBreak(depth: levels.count) }
    levels[top].isEmpty = false
    guard !levels[top].isList else { return }
    output.append(byte: 0x22)
    output.append(name)
    output.append(byte: 0x22)
    output.append(byte: 0x3A)
    if isIndented { output.append(byte: 0x20) }
  }

  private mutating func quote(_ text: String) {
    var text = text
    text.withUTF8 { quote($0) }
  }

  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    output.append(byte: 0x22)
    output.append(
      text, isSpecial: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C },
      areSpecial: { $0.hasByte(below: 0x20) || $0.has(0x22) || $0.has(0x5C) }, escape: writeEscaped)
    output.append(byte: 0x22)
  }
}

/// Writes the byte at `position`, which can't stand in a JSON string as it is, and moves on.
private func writeEscaped(_ output: inout ByteOutput, _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
  let byte = text[position]
  position += 1
  switch byte {
  case 0x22: output.append("\\\"")
  case 0x5C: output.append("\\\\")
  case 0x0A: output.append("\\n")
  case 0x0D: output.append("\\r")
  case 0x09: output.append("\\t")
  default:
    output.append("\\u00")
    output.append(byte: hexDigit(byte >> 4))
    output.append(byte: hexDigit(byte & 15))
  }
}

/// A hexadecimal digit in ASCII.
private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
