import CLibXML2
import Foundation
import KhabarCore

/// Reads the text content of an XML document of any vocabulary.
///
/// An element with words of its own is a line, whatever is marked up inside it; elements that only hold others put
/// their content on lines below each other. Nothing is fetched, and no entity is loaded or expanded but the five
/// predefined ones.
public struct XMLReader: Sendable {
  public init() {}

  /// The text, valid UTF-8, and the language that the root names (`xml:lang`).
  ///
  /// - Throws: `KhabarError` D013 when it is not well-formed, with the line.
  public func read(_ bytes: [UInt8], file: String) throws -> (text: [UInt8], language: String?) {
    xmlInitParser()
    guard let parser = xmlNewParserCtxt() else { throw failure(nil, file) }
    defer { xmlFreeParserCtxt(parser) }
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue)
    let tree = bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, nil,
        options)
    }
    guard let tree, let root = xmlDocGetRootElement(tree) else {
      throw failure(xmlCtxtGetLastError(parser)?.pointee, file)
    }
    defer { xmlFreeDoc(tree) }
    var text = XMLText()
    text.readBlock(root)
    let language = xmlNodeGetLang(root)
    // What libxml2 allocates is freed by free(3) unless a program says otherwise.
    defer { free(language) }
    return (text.bytes, language.map { String(cString: $0) })
  }

  private func failure(_ error: xmlError?, _ file: String) -> KhabarError {
    var message = error?.message.map { String(cString: $0) } ?? "there is no element"
    while message.last?.isWhitespace == true { message.removeLast() }
    let line = error.flatMap { $0.line > 0 ? Int($0.line) : nil }
    return KhabarError(
      "D013", at: SourceLocation(file: file, line: line), "not well-formed XML: \(message)",
      remedy: "Mend the file, or read it as a page with --from html")
  }
}

/// Gathers the text of a tree.
private struct XMLText {
  var bytes: [UInt8] = []

  /// An element on lines of its own. The parser limits the depth of trees to 256.
  mutating func readBlock(_ element: xmlNodePtr) {
    if children(of: element).contains(where: { hasWords($0) }) {
      let start = bytes.count
      readInline(element)
      if bytes.count > start { bytes.append(0x0A) }
    } else {
      for child in children(of: element) where child.pointee.type == XML_ELEMENT_NODE { readBlock(child) }
    }
  }

  /// An element's words with white space put together.
  private mutating func readInline(_ element: xmlNodePtr) {
    for child in children(of: element) {
      switch child.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: append(child.pointee.content)
      case XML_ELEMENT_NODE: readInline(child)
      default: break
      }
    }
  }

  private mutating func append(_ text: UnsafeMutablePointer<xmlChar>?) {
    guard var next = text else { return }
    while next.pointee != 0 {
      let byte = next.pointee
      next += 1
      if byte > 0x20 {
        bytes.append(byte)
      } else if let last = bytes.last, last != 0x20, last != 0x0A {
        bytes.append(0x20)
      }
    }
  }

  private func hasWords(_ node: xmlNodePtr) -> Bool {
    guard node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE,
      var next = node.pointee.content
    else { return false }
    while next.pointee != 0 {
      if next.pointee > 0x20 { return true }
      next += 1
    }
    return false
  }

  private func children(of element: xmlNodePtr) -> some Sequence<xmlNodePtr> {
    sequence(state: element.pointee.children) { next in
      defer { next = next?.pointee.next }
      return next
    }
  }
}
