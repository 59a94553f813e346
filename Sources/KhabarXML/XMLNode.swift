import CLibXML2

/// libxml2's node, with what the readers ask of it.
typealias HTMLNode = UnsafeMutablePointer<xmlNode>

extension UnsafeMutablePointer where Pointee == xmlNode {
  var isElement: Bool { pointee.type == XML_ELEMENT_NODE }
  var isText: Bool { pointee.type == XML_TEXT_NODE || pointee.type == XML_CDATA_SECTION_NODE }

  /// The element's name in lower case, as the HTML parser gives it.
  var name: String {
    guard isElement, let name = pointee.name else { return "" }
    return String(cString: name)
  }

  /// The value of an attribute; nil when the element has none of that name.
  func attribute(_ name: String) -> String? {
    guard isElement else { return nil }
    var attribute = pointee.properties
    while let current = attribute {
      if let key = current.pointee.name, String(cString: key) == name {
        var bytes: [UInt8] = []
        var child = current.pointee.children
        while let node = child {
          bytes.append(contentsOf: node.characters)
          child = node.pointee.next
        }
        return String(decoding: bytes, as: UTF8.self)
      }
      attribute = current.pointee.next
    }
    return nil
  }

  /// The characters of a text node.
  var characters: UnsafeBufferPointer<UInt8> {
    guard isText, let content = pointee.content else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
  }

  /// All text below the node, white space joined.
  var content: String {
    String(decoding: rawContent.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self).split(separator: " ").joined(
      separator: " ")
  }

  /// All text below the node, or the value of an attribute.
  var rawContent: [UInt8] {
    var bytes: [UInt8] = []
    if pointee.type == XML_ATTRIBUTE_NODE {
      var child = pointee.children
      while let node = child {
        bytes += node.characters
        child = node.pointee.next
      }
      return bytes
    }
    walk(enter: { node in
      bytes += node.characters
      return true
    })
    return bytes
  }

  /// Whether elements are among its children.
  var hasElements: Bool {
    var child = pointee.children
    while let node = child {
      if node.isElement { return true }
      child = node.pointee.next
    }
    return false
  }

  /// Visits the node and all below it in document order, without recursion: pages nest as deep as they like.
  ///
  /// - Parameters:
  ///   - enter: called before a node's children; false passes over them.
  ///   - leave: called behind a node that was entered.
  func walk(enter: (HTMLNode) -> Bool, leave: (HTMLNode) -> Void = { _ in }) {
    var node = self
    while true {
      if enter(node) {
        if node.isElement, let child = node.pointee.children {
          node = child
          continue
        }
        leave(node)
      }
      while true {
        if node == self { return }
        if let next = node.pointee.next {
          node = next
          break
        }
        guard let parent = node.pointee.parent else { return }
        node = parent
        leave(node)
      }
    }
  }
}
