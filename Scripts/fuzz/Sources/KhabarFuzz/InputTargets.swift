import Foundation

@testable import Khabar

/// Reads all documents of a file, as `khabar run` does.
private func readAll(_ file: FuzzFile, _ options: ReadingOptions = ReadingOptions()) throws {
  var feed = try DocumentFeed(walk: InputWalk(paths: [file.path], format: options.format), options: options)
  let reader = DocumentReader(options)
  func check(_ document: ReadDocument?) {
    switch document {
    case .document(let raw, _, _):
      precondition(String(validating: raw.bytes, as: UTF8.self) != nil, "a text that is no UTF-8")
      precondition(!raw.isBlank || raw.info.title != nil, "a document without text")
      precondition(!raw.info.id.isEmpty, "a document without an id")
    case .failure(let error): precondition(!error.diagnostics.isEmpty, "a failure without a reason")
    case .skipped, nil: break
    }
  }
  while let item = try feed.next() {
    for part in item.parts {
      switch part {
      case .file(let file, let source): for document in try reader.documents(of: file, source) { check(document) }
      case .records(let block, let file):
        for record in block.records { check(reader.document(record, in: block, of: file)) }
      case .document(let raw, let file): check(reader.document(raw, of: file))
      case .failure, .skipped, .note: break
      }
    }
  }
}

/// Pages: character set, markup, metadata, and what of it is the article.
struct PageTarget: FuzzTarget {
  private let file: FuzzFile
  init() throws { file = try FuzzFile("a.html") }
  func take(_ bytes: [UInt8]) throws {
    file.write(bytes)
    try readAll(file)
  }
}

/// Feeds, news formats and any other XML; with a mapping when the first byte is odd.
struct FeedTarget: FuzzTarget {
  private let file: FuzzFile
  private var mapped = ReadingOptions()
  init() throws {
    file = try FuzzFile("a.xml")
    precondition(mapped.fields.add("record=//story") && mapped.fields.add("text=body/p"))
  }
  func take(_ bytes: [UInt8]) throws {
    file.write(bytes.dropFirst())
    try readAll(file, (bytes.first ?? 0) % 2 == 1 ? mapped : ReadingOptions())
  }
}

/// Records of JSON: one a line, or with an odd first byte an array of them over many lines.
struct RecordTarget: FuzzTarget {
  private let lines: FuzzFile
  private let array: FuzzFile
  init() throws {
    lines = try FuzzFile("a.jsonl")
    array = try FuzzFile("a.json")
  }
  func take(_ bytes: [UInt8]) throws {
    let file = (bytes.first ?? 0) % 2 == 1 ? array : lines
    file.write(bytes.dropFirst())
    try readAll(file)
  }
}

/// Tables, mail and web archives, packed or not, and files without an extension: the first byte chooses.
struct ArchiveTarget: FuzzTarget {
  private static let names = ["a.csv", "a.tsv", "a.eml", "a.mbox", "a.warc", "a", "a.jsonl.gz", "a.txt"]
  private let files: [FuzzFile]
  init() throws { files = try Self.names.map { try FuzzFile($0) } }
  func take(_ bytes: [UInt8]) throws {
    let file = files[Int(bytes.first ?? 0) % files.count]
    file.write(bytes.dropFirst())
    try readAll(file)
  }
}
