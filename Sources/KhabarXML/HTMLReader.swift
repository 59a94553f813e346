import CLibXML2
import KhabarCore

/// Reads the main text and the metadata of an HTML page.
///
/// Any bytes give a page or an error. Nothing is fetched and no entity is loaded: the page is all that is read. Memory
/// is linear in its size.
public struct HTMLReader: Sendable {
  /// The largest page that is read, in bytes.
  public static let largestPage = 64 << 20

  public init() {}

  /// - Parameter bytes: the file as it is. The character set is that of a byte order mark, of the page's own
  ///   declaration, or UTF-8 when the bytes are valid as such; Windows-1256 when nothing tells.
  /// - Throws: `KhabarError` D021 for a page that is too big, D022 for one without content.
  public func page(_ bytes: [UInt8]) throws -> HTMLPage {
    guard bytes.count <= Self.largestPage else {
      throw KhabarError(
        "D021", "the page has \(bytes.count) bytes, more than \(Self.largestPage)", remedy: "Split it or give its text")
    }
    xmlInitParser()
    let (input, encoding) = HTMLEncoding.prepare(bytes)
    let options = Int32(
      bitPattern: HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue)
    let document = input.withUnsafeBytes { buffer -> htmlDocPtr? in
      guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self), !buffer.isEmpty else { return nil }
      return htmlReadMemory(base, Int32(buffer.count), nil, encoding, options)
    }
    guard let document else {
      throw KhabarError("D022", "the page has no content", remedy: "Check that the file is an HTML page")
    }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else {
      throw KhabarError("D022", "the page has no content", remedy: "Check that the file is an HTML page")
    }
    var page = HTMLMetadata(root: root).page
    page.text = HTMLText(root: root).text()
    return page
  }
}

/// Finds out how a page is encoded, and mends what libxml2 would stumble over.
enum HTMLEncoding {
  /// The bytes to parse and the encoding to name; nil lets the parser use the page's declaration.
  static func prepare(_ bytes: [UInt8]) -> (bytes: [UInt8], encoding: String?) {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return (bytes, nil) }
    // A zero byte ends the document for the parser.
    let bytes = bytes.contains(0) ? bytes.map { $0 == 0 ? 0x20 : $0 } : bytes
    if String(validating: bytes, as: UTF8.self) != nil { return (bytes, "UTF-8") }
    guard let declared = declaration(in: bytes) else { return (bytes, "windows-1256") }
    return declared == "utf-8" || declared == "utf8"
      ? (Array(String(decoding: bytes, as: UTF8.self).utf8), "UTF-8") : (bytes, declared)
  }

  /// What `charset=` names near the page's start, in lower case, when the parser knows it.
  private static func declaration(in bytes: [UInt8]) -> String? {
    let key = Array("charset=".utf8)
    let head = bytes.prefix(4096).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    guard head.count > key.count else { return nil }
    for start in 0..<(head.count - key.count)
    where head[start] == key[0] && Array(head[start..<(start + key.count)]) == key {
      let name = head[(start + key.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
        .prefix { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x5F }
      let text = String(decoding: name, as: UTF8.self)
      guard !text.isEmpty, let handler = xmlFindCharEncodingHandler(text) else { continue }
      xmlCharEncCloseFunc(handler)
      return text
    }
    return nil
  }
}
