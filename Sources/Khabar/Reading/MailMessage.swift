import Foundation
import KhabarCore
import KhabarXML

/// An e-mail message, of which the plain text and a few fields are read (RFC 5322; MIME, RFC 2045 to 2047).
struct MailMessage {
  private let headers: HeaderBlock
  private let body: ArraySlice<UInt8>
  /// Parts inside of parts that are looked into.
  private static let deepest = 8

  init(_ bytes: ArraySlice<UInt8>) { (headers, body) = HeaderBlock.split(bytes) }

  /// - Throws: `KhabarError` D003 for a message without text.
  func document(id: String, at location: SourceLocation) throws -> RawDocument {
    var info = DocumentInfo(id: headers.value("message-id") ?? id, source: location.description)
    info.title = word("subject")
    info.author = word("from")
    info.language = headers.value("content-language")
    if let date = headers.value("date") { info.takeDate(date) }
    let parts = Self.texts(headers, body, depth: 0)
    let chosen = parts.contains { !$0.isPage } ? parts.filter { !$0.isPage } : parts
    var text: [UInt8] = []
    for part in chosen {
      let decoded = try TextDecoding.decode(part.bytes, declared: part.charset, file: location.description)
      info.warnings += decoded.warnings
      info.note(decoded.charset)
      let words = part.isPage ? (try? HTMLReader().page(decoded.bytes).text) ?? [] : decoded.bytes
      if !text.isEmpty, !words.isEmpty { text += [0x0A, 0x0A] }
      text += words
    }
    if text.allSatisfy({ $0 <= 0x20 }), let title = info.title { text = Array(title.utf8) }
    return RawDocument(info: info, bytes: text)
  }

  private struct Text {
    var bytes: [UInt8]
    var charset: String?
    var isPage: Bool
  }

  /// The text parts, plain ones and pages, attachments left out.
  private static func texts(_ headers: HeaderBlock, _ body: ArraySlice<UInt8>, depth: Int) -> [Text] {
    let (type, parameters) = headers.parameters("content-type") ?? ("text/plain", [:])
    if type.hasPrefix("multipart/") {
      guard let boundary = parameters["boundary"], depth < deepest else { return [] }
      return parts(of: body, boundary).flatMap { part in
        let (headers, body) = HeaderBlock.split(part)
        return texts(headers, body, depth: depth + 1)
      }
    }
    guard type == "text/plain" || type == "text/html",
      headers.parameters("content-disposition")?.value != "attachment"
    else { return [] }
    let encoding = headers.value("content-transfer-encoding")?.lowercased() ?? ""
    let bytes: [UInt8] =
      switch encoding.filter({ $0 != " " }) {
      case "base64": base64(body)
      case "quoted-printable": quotedPrintable(body)
      default: Array(body)
      }
    return [Text(bytes: bytes, charset: parameters["charset"], isPage: type == "text/html")]
  }

  private static func parts(of body: ArraySlice<UInt8>, _ boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex {
      let end = body[line...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[line..<end].starts(with: mark) {
        // The line break before a boundary belongs to it.
        if let start, start < line { parts.append(body[start..<max(start, line - 1)]) }
        start = min(end + 1, body.endIndex)
        if body[line..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return parts }
      }
      line = end + 1
    }
    // A message that is cut short keeps what it has.
    if let start, start < body.endIndex { parts.append(body[start...]) }
    return parts
  }

  static func base64(_ text: some Sequence<UInt8>) -> [UInt8] {
    Data(base64Encoded: Data(text), options: .ignoreUnknownCharacters).map(Array.init) ?? []
  }

  static func quotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = text.startIndex
    func digit(_ position: Int) -> UInt8? {
      guard position < text.endIndex else { return nil }
      return Character(Unicode.Scalar(text[position])).hexDigitValue.map { UInt8($0) }
    }
    while index < text.endIndex {
      guard text[index] == UInt8(ascii: "=") else {
        bytes.append(text[index])
        index += 1
        continue
      }
      if let high = digit(index + 1), let low = digit(index + 2) {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        // A soft line break.
        index += 1
        while index < text.endIndex, text[index] == 0x20 || text[index] == 0x09 || text[index] == 0x0D { index += 1 }
        if index < text.endIndex, text[index] == 0x0A { index += 1 }
      }
    }
    return bytes
  }

  // MARK: - Encoded words

  /// A field's text with its encoded words read: `=?UTF-8?B?…?=`.
  private func word(_ name: String) -> String? {
    guard let bytes = headers.bytes(name) else { return nil }
    let text = (try? TextDecoding.decode(bytes, file: name)).map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    let decoded = Self.decodedWords(text)
    return decoded.isEmpty ? nil : decoded
  }

  static func decodedWords(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    var wasEncoded = false
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      let parts = rest[start.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].hasPrefix("="), let bytes = encodedBytes(parts[1], parts[2]),
        let decoded = try? TextDecoding.decode(bytes, declared: String(parts[0]), file: "")
      else {
        result += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        wasEncoded = false
        continue
      }
      // Blanks between two encoded words are no part of the text.
      if !wasEncoded || !before.allSatisfy(\.isWhitespace) { result += before }
      result += String(decoding: decoded.bytes, as: UTF8.self)
      rest = parts[3].dropFirst()
      wasEncoded = true
    }
    return result + rest
  }

  private static func encodedBytes(_ encoding: Substring, _ text: Substring) -> [UInt8]? {
    switch encoding.lowercased() {
    case "b": base64(text.utf8)
    case "q": quotedPrintable(Array(text.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })[...])
    default: nil
    }
  }
}
