import CLibXML2
import Foundation
import KhabarCore

/// One document of an XML file.
public struct XMLItem: Sendable, Equatable {
  /// The text content, valid UTF-8.
  public var text: [UInt8] = []
  /// The headline.
  public var title: String?
  /// When it was published, as written: the most trusted first.
  public var dates: [String] = []
  /// Where it was published, as written.
  public var url: String?
  /// Who wrote it, as written.
  public var author: String?
  /// The feed's or paper's name.
  public var publisher: String?
  /// BCP 47.
  public var language: String?
  /// What the file calls it, such as a feed's `guid`.
  public var id: String?
  /// Where its element begins, from 1.
  public var line = 1

  public init() {}
}

/// Reads the documents of an XML file: feeds (RSS, Atom), news formats (NITF, NewsML-G2), TEI, pages, and any other
/// vocabulary, of which all text is one document unless a mapping tells more.
///
/// Nothing is fetched, and no entity is loaded or expanded but the five predefined ones.
public struct XMLReader: Sendable {
  /// Paths that count before those of the vocabulary.
  public var mapping: FieldMapping

  public init(mapping: FieldMapping = FieldMapping()) { self.mapping = mapping }

  /// - Parameter text: the file as valid UTF-8, whatever encoding it declares.
  /// - Throws: `KhabarError` D013 when it is not well-formed, with the line; D025 for a path that is none.
  public func items(_ text: [UInt8], file: String) throws -> [XMLItem] {
    xmlInitParser()
    guard let parser = xmlNewParserCtxt() else { throw failure(nil, file) }
    defer { xmlFreeParserCtxt(parser) }
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
        | XML_PARSE_BIG_LINES.rawValue)
    let tree = text.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, "UTF-8",
        options)
    }
    guard let tree, let root = xmlDocGetRootElement(tree) else {
      throw failure(xmlCtxtGetLastError(parser)?.pointee, file)
    }
    defer { xmlFreeDoc(tree) }
    let name = root.name
    if name.lowercased() == "html", mapping.paths.isEmpty { return [try page(text)] }
    guard
      let mapping = FieldMapping.known(root: name)?.overridden(by: mapping) ?? (mapping.paths.isEmpty ? nil : mapping)
    else { return [plain(root)] }
    forgetNamespaces(root)
    return try items(of: root, in: tree, mapping.compiled())
  }

  private func page(_ text: [UInt8]) throws -> XMLItem {
    let page = try HTMLReader().page(text)
    var item = XMLItem()
    item.text = page.text
    item.title = page.title
    item.dates = page.dates
    item.url = page.url
    item.author = page.author
    item.publisher = page.publisher
    item.language = page.language
    return item
  }

  /// All text of a tree of no known vocabulary.
  private func plain(_ root: xmlNodePtr) -> XMLItem {
    var text = ElementText()
    text.append(root)
    var item = XMLItem()
    item.text = text.bytes
    let language = xmlNodeGetLang(root)
    // What libxml2 allocates is freed by free(3) unless a program says otherwise.
    defer { free(language) }
    item.language = language.map { String(cString: $0) }
    return item
  }

  // MARK: - Mapped

  private func items(
    of root: xmlNodePtr, in tree: xmlDocPtr, _ paths: [FieldMapping.Field: [XMLPath]]
  ) throws -> [XMLItem] {
    guard let context = xmlXPathNewContext(tree) else { return [] }
    defer { xmlXPathFreeContext(context) }
    func nodes(_ field: FieldMapping.Field, _ record: xmlNodePtr) -> [xmlNodePtr] {
      for path in paths[field] ?? [] {
        let found = path.nodes(from: record, context)
        if found.contains(where: { !$0.content.isEmpty }) { return found }
      }
      return []
    }
    var records = [root]
    if let paths = paths[.record] {
      records = paths.lazy.map { $0.nodes(from: root, context) }.first { !$0.isEmpty } ?? []
    }
    return records.map { record in
      func value(_ field: FieldMapping.Field) -> String? {
        nodes(field, record).lazy.map(\.content).first { !$0.isEmpty }
      }
      var item = XMLItem()
      let text = nodes(.text, record)
      item.text = paths[.text] == nil ? self.text(of: [record]) : self.text(of: text)
      item.title = value(.title).map(Self.plain)
      item.dates = value(.date).map { [$0] } ?? []
      item.url = value(.url)
      item.author = value(.author)
      item.publisher = value(.source)
      item.language = value(.language)
      item.id = value(.id)
      item.line = max(1, Int(xmlGetLineNo(record)))
      return item
    }
  }

  /// The text of the nodes that a path leads to; markup that an element holds as text, as feeds do, is read as a page.
  private func text(of nodes: [xmlNodePtr]) -> [UInt8] {
    var text = ElementText()
    var lines: [UInt8] = []
    for node in nodes {
      if !node.isElement || !node.hasElements {
        let content = node.rawContent
        if Self.isMarkup(content), let page = try? HTMLReader().page(content) {
          lines += text.bytes + page.text + [0x0A]
          text = ElementText()
          continue
        }
      }
      if node.isElement {
        text.append(node)
      } else {
        node.rawContent.withUnsafeBufferPointer { text.append($0) }
      }
    }
    return lines + text.bytes
  }

  /// A title without the tags or entities that feeds escape twice.
  private static func plain(_ title: String) -> String {
    let bytes = Array(title.utf8)
    guard isMarkup(bytes), let page = try? HTMLReader().page(bytes), !page.text.isEmpty else { return title }
    return String(decoding: page.text, as: UTF8.self).replacing("\n", with: " ")
  }

  /// A tag or a character reference: `<p>`, `</p>`, `&nbsp;`.
  private static func isMarkup(_ text: [UInt8]) -> Bool {
    for (index, byte) in text.enumerated() where byte == 0x3C || byte == 0x26 {
      guard index + 2 < text.count else { return false }
      let next = text[index + 1]
      let isLetter = (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A
      if byte == 0x3C, isLetter || next == 0x2F || next == 0x21, text[(index + 2)...].prefix(2000).contains(0x3E) {
        return true
      }
      if byte == 0x26, isLetter || next == 0x23, text[(index + 2)...].prefix(9).contains(0x3B) { return true }
    }
    return false
  }

  /// Takes namespaces away, so that paths name elements as they are read: `encoded` for `content:encoded`.
  private func forgetNamespaces(_ root: xmlNodePtr) {
    root.walk(enter: { node in
      guard node.isElement else { return false }
      node.pointee.ns = nil
      var attribute = node.pointee.properties
      while let current = attribute {
        current.pointee.ns = nil
        attribute = current.pointee.next
      }
      return true
    })
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

extension XMLReader {
  /// The encoding that an XML declaration names, in lower case; nil for none.
  ///
  /// - Parameter bytes: the file as it is on disk, in any superset of ASCII.
  public static func declaredCharset(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(300), as: UTF8.self)
    guard let start = head.firstRange(of: "<?xml"), let end = head[start.upperBound...].firstRange(of: "?>"),
      let key = head[start.upperBound..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let value = head[key.upperBound..<end.lowerBound].drop { $0 == "=" || $0 == " " || $0 == "\"" || $0 == "'" }
      .prefix { $0 != "\"" && $0 != "'" && $0 != " " }
    return value.isEmpty ? nil : value.lowercased()
  }
}
