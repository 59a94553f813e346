/// What a file holds.
public enum InputFormat: String, Sendable, CaseIterable {
  /// One article as plain text.
  case text
  /// One record a line: `id`, `text`, `date`, `title`, `source`, `url`, `language`.
  case jsonl
  case html
  case xml

  /// The format that a file name's extension tells, or nil.
  init?(path: String) {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(path).utf8
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch String(Substring(name[dot...].dropFirst())).lowercased() {
    case "txt", "text": self = .text
    case "jsonl", "ndjson": self = .jsonl
    case "html", "htm", "xhtml": self = .html
    case "xml": self = .xml
    default: return nil
    }
  }

  /// The format that a content's beginning tells: a record, a page, or else plain text.
  init(sniffing bytes: [UInt8]) {
    var start = bytes[...]
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
    start = start.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    let head = String(decoding: start.prefix(14), as: UTF8.self).lowercased()
    if head.hasPrefix("<?xml") {
      self = .xml
    } else if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") {
      self = .html
    } else if start.first == UInt8(ascii: "{") {
      self = .jsonl
    } else {
      self = .text
    }
  }
}

/// One file to read.
public struct InputFile: Sendable, Equatable {
  /// How to open it; `-` is standard input.
  public var path: String
  /// Its path below the folder that was named, or its own name: the document's id.
  public var name: String
  /// nil when its content has to tell.
  public var format: InputFormat?
  /// Its place among the files of the batch.
  var number = 0
  /// What was already read of it, to see its format.
  var start: [UInt8] = []

  public init(path: String, name: String, format: InputFormat?) {
    self.path = path
    self.name = name
    self.format = format
  }
}
