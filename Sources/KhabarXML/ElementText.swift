import CLibXML2

/// Gathers the text of an XML tree: an element with words of its own is a line, whatever is marked up inside it;
/// elements that only hold others put their content on lines below each other.
struct ElementText {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ element: xmlNodePtr) {
    // The elements whose words are being gathered into one line; 0 outside of any.
    var inline = 0
    var start = 0
    element.walk(
      enter: { node in
        switch node.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
          if inline > 0 { append(node.characters) }
        case XML_ELEMENT_NODE:
          if inline > 0 {
            inline += 1
          } else if hasWords(node) {
            inline = 1
            start = bytes.count
          }
          return true
        default: break
        }
        return false
      },
      leave: { _ in
        guard inline > 0 else { return }
        inline -= 1
        if inline == 0, bytes.count > start {
          while bytes.count > start, bytes.last == 0x20 { bytes.removeLast() }
          if bytes.count > start { bytes.append(0x0A) }
        }
      })
  }

  /// Words that stand outside of any element.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      if byte > 0x20 {
        bytes.append(byte)
      } else if let last = bytes.last, last != 0x20, last != 0x0A {
        bytes.append(0x20)
      }
    }
  }

  private func hasWords(_ element: xmlNodePtr) -> Bool {
    var child = element.pointee.children
    while let node = child {
      if node.characters.contains(where: { $0 > 0x20 }) { return true }
      child = node.pointee.next
    }
    return false
  }
}
