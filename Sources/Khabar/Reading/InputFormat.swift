/// What a file holds.
public enum InputFormat: String, Sendable, CaseIterable {
  /// One article as plain text.
  case text
  /// One record a line: `id`, `text`, `date`, `title`, `source`, `url`, `language`, `author`.
  case jsonl
  /// One such record, or an array of them.
  case json
  /// A page.
  case html
  /// A feed (RSS, Atom), NITF, NewsML-G2, TEI, or any other XML.
  case xml
  /// A table with a header, fields separated by commas or semicolons (RFC 4180).
  case csv
  /// A table with a header, fields separated by tabs.
  case tsv
  /// An e-mail message (RFC 5322), of which the plain parts are read.
  case eml
  /// Such messages one behind the other (RFC 4155).
  case mbox
  /// A web archive (ISO 28500), of which pages and texts are read.
  case warc

  /// A file of it holds any number of records, which are read one by one.
  var holdsRecords: Bool {
    switch self {
    case .jsonl, .json, .csv, .tsv, .mbox, .warc: true
    case .text, .html, .xml, .eml: false
    }
  }

  /// The format that a file name's extension tells, or nil. `.gz` behind it is passed over.
  init?(path: String) {
    guard let name = Self.fileExtension(path), let known = Self.namedFormats.first(where: { $0.names.contains(name) })
    else { return nil }
    self = known.format
  }

  /// Formats with the extensions of their files.
  private static let namedFormats: [(format: InputFormat, names: [String])] = [
    (.text, ["txt", "text"]), (.html, ["html", "htm", "xhtml"]),
    (.xml, ["xml", "rss", "atom", "rdf", "nitf", "newsml", "tei"]), (.json, ["json"]), (.jsonl, ["jsonl", "ndjson"]),
    (.csv, ["csv"]), (.tsv, ["tsv", "tab"]), (.eml, ["eml"]), (.mbox, ["mbox"]), (.warc, ["warc"]),
  ]

  /// What stands behind the last point of a file's name, in lower case, `.gz` taken off; nil for nothing.
  static func fileExtension(_ path: String) -> String? {
    var name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(path).utf8
    if Substring(name).lowercased().hasSuffix(".gz") { name = name.dropLast(3) }
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return nil }
    let found = String(Substring(name[dot...].dropFirst())).lowercased()
    return found.isEmpty ? nil : found
  }

  /// The extensions that are read in folders, for messages.
  static let extensions =
    namedFormats.flatMap(\.names).map { "." + $0 }.joined(separator: " ") + ", each also with .gz"

  /// The format that a content's beginning tells; plain text when nothing tells another.
  init(sniffing bytes: [UInt8]) {
    let start = bytes.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    let head = String(decoding: start.prefix(64), as: UTF8.self).lowercased()
    if let known = Self.beginnings.first(where: { head.hasPrefix($0.text) }) {
      self = known.format
    } else if head.hasPrefix("from "), head.contains("@") {
      self = .mbox
    } else if start.first == UInt8(ascii: "{") {
      // A line that closes what it opens is a record; an object over many lines is a file of its own.
      let line = start.prefix { $0 != 0x0A && $0 != 0x0D }
      self = line.count < start.count && line.last { $0 > 0x20 } != UInt8(ascii: "}") ? .json : .jsonl
    } else if start.first == UInt8(ascii: "["), start.dropFirst().first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
      self = .json
    } else {
      self = .text
    }
  }

  /// What contents of a format begin with, in lower case.
  private static let beginnings: [(text: String, format: InputFormat)] = [
    ("<!doctype html", .html), ("<html", .html), ("<?xml", .xml), ("<rss", .xml), ("<feed", .xml), ("<nitf", .xml),
    ("warc/", .warc),
  ]

  /// What a content that is no text is, by its first bytes; nil when it may be text.
  static func binaryKind(_ bytes: [UInt8]) -> String? {
    let kinds: [(String, [UInt8])] = [
      ("a PDF document", Array("%PDF-".utf8)), ("a ZIP archive or office document", [0x50, 0x4B, 0x03, 0x04]),
      ("an image", [0xFF, 0xD8, 0xFF]), ("an image", [0x89, 0x50, 0x4E, 0x47]), ("an image", Array("GIF8".utf8)),
      ("a program", [0x7F, 0x45, 0x4C, 0x46]), ("an office document", [0xD0, 0xCF, 0x11, 0xE0]),
      ("a database", Array("SQLite format 3".utf8)), ("compressed by bzip2", Array("BZh".utf8)),
      ("compressed by xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]), ("compressed by Zstandard", [0x28, 0xB5, 0x2F, 0xFD]),
      ("a RAR archive", Array("Rar!".utf8)), ("a 7z archive", [0x37, 0x7A, 0xBC, 0xAF]),
      ("rich text", Array("{\\rtf".utf8)),
    ]
    if let known = kinds.first(where: { bytes.starts(with: $0.1) }) { return known.0 }
    if bytes.count > 262, bytes[257...].starts(with: Array("ustar".utf8)) { return "a tar archive" }
    let sample = bytes.prefix(4096)
    let controls = sample.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x0C && $0 != 0x1B }
    return controls * 20 > sample.count ? "no text" : nil
  }
}
