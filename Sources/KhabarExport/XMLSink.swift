import KhabarCore

/// Writes XML 1.0: objects are elements, plain values attributes, words of the document the element's content.
///
/// A character that XML 1.0 can't hold (section 2.2: control characters, U+FFFE, U+FFFF) becomes U+FFFD, so that the
/// text keeps its length in code points.
struct XMLSink: ContractSink, ~Copyable {
  private var output = ByteOutput()
  private var open: [Element] = []
  private let depth: Int

  private struct Element {
    var name: StaticString
    /// The start tag still takes attributes.
    var isTagOpen = true
    var hasChildren = false
    var content: ArraySlice<UInt8> = []
  }

  /// - Parameter depth: how far the record is indented.
  init(depth: Int) { self.depth = depth }

  consuming func finish() -> ByteOutput { output }

  mutating func beginObject(_ name: StaticString, isLeaf: Bool) { begin(name) }
  mutating func endObject() { end() }
  mutating func beginList(_ name: StaticString, isLeaf: Bool) { begin(name) }
  mutating func endList() { end() }

  mutating func string(_ name: StaticString, _ value: String) {
    guard !value.isEmpty else { return }
    attribute(name) { output in
      var value = value
      value.withUTF8 { escape($0, into: &output) }
    }
  }

  mutating func content(_ name: StaticString, _ value: ArraySlice<UInt8>) {
    guard !open.isEmpty else { return }
    open[open.count - 1].content = value
  }

  mutating func block(_ name: StaticString, _ value: ArraySlice<UInt8>) {
    begin(name)
    content(name, value)
    end()
  }

  mutating func integer(_ name: StaticString, _ value: Int) { attribute(name) { $0.append(value) } }

  mutating func number(_ name: StaticString, _ value: Double) {
    guard value.isFinite else { return }
    attribute(name) { $0.append(value) }
  }

  mutating func item(_ name: StaticString, _ value: String) {
    begin(name)
    open[open.count - 1].content = ArraySlice(value.utf8)
    end()
  }

  private mutating func begin(_ name: StaticString) {
    if !open.isEmpty {
      closeTag()
      open[open.count - 1].hasChildren = true
    }
    output.appendLineBreak(depth: depth + open.count)
    output.append(byte: 0x3C)
    output.append(name)
    open.append(Element(name: name))
  }

  private mutating func end() {
    guard let element = open.last else { return }
    if element.content.isEmpty, !element.hasChildren {
      output.append("/>")
    } else {
      closeTag()
      element.content.withUnsafeBufferPointer { escape($0, into: &output) }
      if element.hasChildren { output.appendLineBreak(depth: depth + open.count - 1) }
      output.append("</")
      output.append(element.name)
      output.append(byte: 0x3E)
    }
    open.removeLast()
  }

  private mutating func closeTag() {
    guard let element = open.last, element.isTagOpen else { return }
    output.append(byte: 0x3E)
    open[open.count - 1].isTagOpen = false
  }

  private mutating func attribute(_ name: StaticString, _ value: (inout ByteOutput) -> Void) {
    output.append(byte: 0x20)
    output.append(name)
    output.append("=\"")
    value(&output)
    output.append(byte: 0x22)
  }
}

/// Writes a text as content or attribute value. Tabs and line breaks are written as references, which a parser does not
/// normalise.
private func escape(_ text: UnsafeBufferPointer<UInt8>, into output: inout ByteOutput) {
  output.append(
    text, isSpecial: { $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0xEF },
    areSpecial: {
      $0.hasByte(below: 0x20) || $0.has(0x26) || $0.has(0x3C) || $0.has(0x3E) || $0.has(0x22) || $0.has(0xEF)
    },
    escape: writeReference)
}

/// Writes the byte at `position`, which can't stand in XML as it is, and moves on.
private func writeReference(_ output: inout ByteOutput, _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
  let byte = text[position]
  position += 1
  switch byte {
  case 0x26: output.append("&amp;")
  case 0x3C: output.append("&lt;")
  case 0x3E: output.append("&gt;")
  case 0x22: output.append("&quot;")
  case 0x09: output.append("&#9;")
  case 0x0A: output.append("&#10;")
  case 0x0D: output.append("&#13;")
  case 0xEF:
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    if position + 1 < text.count, text[position] == 0xBF, text[position + 1] >= 0xBE {
      output.append("\u{FFFD}")
      position += 2
    } else {
      output.append(byte: byte)
    }
  default: output.append("\u{FFFD}")
  }
}
