import CLibXML2
import KhabarCore

/// Reads the main text and the metadata of an HTML page.
///
/// Any text gives a page or an error. Nothing is fetched and no entity is loaded: the page is all that is read. Memory
/// is linear in its size, and elements may nest as deep as they like.
public struct HTMLReader: Sendable {
  public init() {}

  /// - Parameter text: the page as valid UTF-8, whatever character set it declares.
  /// - Throws: `KhabarError` D022 for a page without content, D021 for one that the parser gives up.
  public func page(_ text: [UInt8]) throws -> HTMLPage {
    xmlInitParser()
    // A zero byte ends the document for the parser.
    let text = text.contains(0) ? text.map { $0 == 0 ? 0x20 : $0 } : text
    guard let document = try text.withUnsafeBytes(parse) else { throw Self.empty }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { throw Self.empty }
    var page = HTMLMetadata(root: root).page
    page.text = HTMLText(root: root).text()
    return page
  }

  private static var empty: KhabarError {
    KhabarError("D022", "the page has no content", remedy: "Check that the file is an HTML page")
  }

  private func parse(_ buffer: UnsafeRawBufferPointer) throws -> htmlDocPtr? {
    guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self), !buffer.isEmpty,
      let size = Int32(exactly: buffer.count), let parser = htmlCreateMemoryParserCtxt(base, size)
    else { return nil }
    defer { htmlFreeParserCtxt(parser) }
    let options = Int32(
      bitPattern: HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue)
    htmlCtxtUseOptions(parser, options)
    // Without it everything behind 256 open elements, or behind ten million bytes of one text, is left out.
    parser.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
    htmlParseDocument(parser)
    if parser.pointee.disableSAX != 0 {
      if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
      let reason = xmlCtxtGetLastError(parser)?.pointee.message.map { String(cString: $0) } ?? "unknown"
      throw KhabarError("D021", "the page can't be parsed to its end: \(reason.filter { $0 != "\n" })")
    }
    return parser.pointee.myDoc
  }
}

extension HTMLReader {
  private static let spaces = Array(" \t\n\r".utf8)
  private static let quotes = Array("\"'".utf8)
  /// What names of character sets are written with, in lower case.
  private static let charsetLetters = Set("abcdefghijklmnopqrstuvwxyz0123456789-_:".utf8)

  /// What `charset=` names near the start of a page, in lower case; nil when nothing is declared.
  ///
  /// - Parameter bytes: the page as it is on disk, in any superset of ASCII.
  public static func declaredCharset(in bytes: [UInt8]) -> String? {
    let key = Array("charset".utf8)
    let head = bytes.prefix(4096).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    guard head.count > key.count else { return nil }
    for start in 0..<(head.count - key.count)
    where head[start] == key[0] && head[start..<(start + key.count)].elementsEqual(key) {
      let rest = head[(start + key.count)...].drop(while: spaces.contains)
      guard rest.first == UInt8(ascii: "=") else { continue }
      let name = rest.dropFirst().drop(while: (spaces + quotes).contains).prefix(while: charsetLetters.contains)
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }
}
