import KhabarCore

@testable import Khabar

/// What a batch finds in a file, from the feed to documents.
enum FoundDocument {
  case document(RawDocument)
  /// What keeps it from being one, or is said of the file as a whole.
  case findings([Diagnostic])

  /// All of a file or folder, in order.
  static func all(_ path: String, _ options: ReadingOptions = ReadingOptions()) throws -> [FoundDocument] {
    var feed = try DocumentFeed(walk: InputWalk(paths: [path], format: options.format), options: options)
    let reader = DocumentReader(options)
    var found: [FoundDocument] = []
    func add(_ document: ReadDocument?) {
      switch document {
      case .document(let raw, _, _): found.append(.document(raw))
      case .failure(let error): found.append(.findings(error.diagnostics))
      case .skipped(let reason): found.append(.findings([reason]))
      case nil: break
      }
    }
    while let item = try feed.next() {
      for part in item.parts {
        switch part {
        case .file(let file, let source): for document in try reader.documents(of: file, source) { add(document) }
        case .records(let block, let file):
          for record in block.records { add(reader.document(record, in: block, of: file)) }
        case .document(let raw, let file): add(reader.document(raw, of: file))
        case .failure(let error, _): found.append(.findings(error.diagnostics))
        case .skipped(let finding), .note(let finding): found.append(.findings([finding]))
        }
      }
    }
    return found
  }
}
