import KhabarCore
import KhabarGazetteer
import KhabarXML

/// A record of a web archive (WARC, ISO 28500): a page or text that was fetched, with its address and date.
struct ArchiveRecord {
  private let headers: HeaderBlock
  private let block: ArraySlice<UInt8>
  private let isWhole: Bool

  init(_ bytes: ArraySlice<UInt8>) {
    (headers, block) = HeaderBlock.split(bytes)
    isWhole = headers.value("content-length").flatMap { Int($0) } == block.count
  }

  /// What to make of the record.
  enum Content {
    /// Nothing that was fetched: requests, metadata, the archive's own head.
    case administrative
    case page(HTMLSource)
    case other(String)
  }

  /// A page or text as it was fetched.
  struct HTMLSource {
    var bytes: [UInt8]
    var charset: String?
    var isPage: Bool
    var url: String?
    var date: String?
    var id: String?
  }

  /// - Throws: `KhabarError` D028 for a damaged record.
  func content(at location: SourceLocation) throws -> Content {
    guard headers.startLine?.hasPrefix("WARC/") == true, let type = headers.value("warc-type") else {
      throw KhabarError("D028", at: location, "no WARC record begins here", remedy: "The archive is damaged or cut")
    }
    guard isWhole else {
      throw KhabarError(
        "D028", at: location, "the WARC record is shorter than its Content-Length",
        remedy: "The archive is damaged or cut")
    }
    var body = block
    var media = try mediaType(headers, at: location)
    switch type {
    case "response":
      guard media?.value == "application/http" else {
        // What was fetched by HTTP is kept as HTTP (ISO 28500, section 6.3.2).
        guard let media, !isOfWeb else { throw Self.damagedType(media?.value ?? "none", at: location) }
        return .other(media.value)
      }
      let (http, rest) = HeaderBlock.split(block)
      media = try mediaType(http, at: location)
      body = rest
      if http.value("transfer-encoding")?.lowercased().contains("chunked") == true { body = Self.dechunked(body)[...] }
      if http.value("content-encoding")?.lowercased().contains("gzip") == true || body.starts(with: GzipInput.magic) {
        guard let whole = TemporaryFile.inflated(Array(body)) else {
          throw KhabarError("D027", at: location, "gzip: the compressed data are damaged")
        }
        body = whole[...]
      }
    case "resource", "conversion": break
    default: return .administrative
    }
    let kind = media?.value ?? "text/html"
    guard ["text/html", "application/xhtml+xml", "text/plain"].contains(kind) else { return .other(kind) }
    return .page(
      HTMLSource(
        bytes: Array(body), charset: media?.parameters["charset"], isPage: kind != "text/plain",
        url: headers.value("warc-target-uri")?.filter { $0 != "<" && $0 != ">" }, date: headers.value("warc-date"),
        id: headers.value("warc-record-id")?.filter { $0 != "<" && $0 != ">" }))
  }

  /// The record's address is one of the web.
  private var isOfWeb: Bool {
    let address = headers.value("warc-target-uri")?.lowercased().drop { $0 == "<" } ?? ""
    return address.hasPrefix("http:") || address.hasPrefix("https:")
  }

  private typealias MediaType = (value: String, parameters: [String: String])

  /// The type that a field says; nil without one.
  ///
  /// - Throws: `KhabarError` D028 for one that is written as no type is (RFC 9110, section 8.3.1), or of a kind that
  ///   there is not.
  private func mediaType(_ headers: HeaderBlock, at location: SourceLocation) throws -> MediaType? {
    guard let media = headers.parameters("content-type") else { return nil }
    let parts = media.value.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isOfToken) }),
      Self.topLevelTypes.contains(String(Substring(parts[0]))) || media.value.hasPrefix("x-")
    else { throw Self.damagedType(media.value, at: location) }
    return media
  }

  private static func damagedType(_ value: String, at location: SourceLocation) -> KhabarError {
    let shown = value.unicodeScalars.prefix(60).map { $0.value < 0x20 || $0.value == 0x7F ? "?" : String($0) }.joined()
    return KhabarError(
      "D028", at: location, "the WARC record's Content-Type is damaged: \(shown)", remedy: "The archive is damaged")
  }

  /// The kinds of media types that are registered (IANA, Media Types), and one that archives use for chemistry.
  private static let topLevelTypes: Set<String> = [
    "application", "audio", "chemical", "example", "font", "haptics", "image", "message", "model", "multipart", "text",
    "video",
  ]

  /// A letter, a digit or one of the signs of a token (RFC 9110, section 5.6.2).
  private static func isOfToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  /// A body without the marks of chunked transfer (RFC 9112, section 7.1); as it is when it has none after all.
  static func dechunked(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = body.startIndex
    while index < body.endIndex {
      guard let end = body[index...].firstIndex(of: 0x0A) else { break }
      let digits = body[index..<end].prefix { $0 != 0x0D && $0 != 0x3B && $0 != 0x20 }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
        return result.isEmpty ? Array(body) : result
      }
      if size == 0 { return result }
      let start = end + 1
      let stop = size <= body.endIndex - start ? start + size : body.endIndex
      result += body[start..<stop]
      index = stop
      while index < body.endIndex, body[index] == 0x0D || body[index] == 0x0A { index += 1 }
    }
    return result
  }
}
