import KhabarCore
import KhabarXML

/// What a record gives for each field, the first of several paths that gives something.
struct FoundFields {
  private var values: [FieldMapping.Field: (rank: Int, bytes: [UInt8])] = [:]
  /// Members that hold no text where one was looked for.
  var unreadable: [String] = []

  /// - Parameter rank: the place of the path among those of the field.
  mutating func take(_ bytes: [UInt8], for field: FieldMapping.Field, rank: Int) {
    guard !bytes.allSatisfy({ $0 <= 0x20 }) || values[field] == nil else { return }
    if let known = values[field], known.rank < rank, !known.bytes.allSatisfy({ $0 <= 0x20 }) { return }
    values[field] = (rank, bytes)
  }

  subscript(field: FieldMapping.Field) -> String? {
    guard let bytes = values[field]?.bytes, !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  var text: [UInt8]? { values[.text]?.bytes }
  var title: [UInt8]? { values[.title]?.bytes }

  /// The document that they make; the title is the text of a record without another.
  ///
  /// - Parameters:
  ///   - location: where the record stands; the document's source, and its id where it has none.
  ///   - members: what the record does have, for the message.
  /// - Throws: `KhabarError` D005 when there is neither text nor title.
  func document(at location: SourceLocation, members: @autoclosure () -> [String]) throws -> RawDocument {
    var text = self.text
    if text?.allSatisfy({ $0 <= 0x20 }) ?? true, let title, !title.isEmpty { text = title }
    guard let text else {
      let members = members()
      let remedy =
        members.isEmpty
        ? "Add a member \"text\""
        : "Name the one that holds it: --field text=\(members.first { $0 != "id" } ?? members[0]) (it has: "
          + members.prefix(12).joined(separator: ", ") + ")"
      throw KhabarError("D005", at: location, "the record has no \"text\"", remedy: remedy)
    }
    var info = DocumentInfo(id: self[.id] ?? location.description, source: location.description)
    info.title = self[.title]
    info.publisher = self[.source]
    info.url = self[.url]
    info.author = self[.author]
    info.language = self[.language]
    info.warnings += unreadable.map { "D026: \"\($0)\" holds no text and was passed over" }
    if let date = self[.date] { info.takeDate(date) }
    return RawDocument(info: info, bytes: text)
  }
}

extension FieldMapping {
  /// The paths of a field; its own name where nothing else is said, and for a date those that feeds, schema.org and
  /// databases give it.
  func paths(of field: Field) -> [String] {
    paths[field] ?? (field == .date ? Self.namesOfDate : [field.rawValue])
  }

  private static let namesOfDate = [
    "date", "published", "published_at", "publishedAt", "published_date", "publish_date", "publishDate", "pubDate",
    "pub_date", "pubdate", "datePublished", "date_published", "publication_date", "created_at", "timestamp",
  ]

  /// The fields of a record that are looked for: all but what tells where records are.
  static let recordFields = Field.allCases.filter { $0 != .record }
}
