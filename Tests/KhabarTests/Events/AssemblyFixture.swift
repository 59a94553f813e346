import XCTest

@testable import Khabar

/// The shipped pipeline on a sentence or an article.
enum AssemblyFixture {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let home = KhabarHome(path: root)
  private static let shared = Result { try Pipeline(named: "arabic-news", home: home) }

  /// A Wednesday.
  static let day = "2025-05-14"

  static func pipeline() throws -> Pipeline { try shared.get() }

  static func document(_ text: String, on date: String? = day) throws -> AssembledDocument {
    var info = DocumentInfo(id: "t")
    info.anchor = date.flatMap { CivilDate(iso: $0) }.map { DocumentAnchor(date: $0, source: .option) }
    return try pipeline().process(RawDocument(info: info, bytes: Array(text.utf8)))
  }

  /// The events of one type.
  static func events(_ type: String, in text: String, on date: String? = day) throws -> [Event] {
    try document(text, on: date).events.filter { $0.type.rawValue == type }
  }
}

extension Event {
  /// Participants as `role name`, in their order.
  var parties: [String] { participants.map { "\($0.role) \($0.name)" } }
  var placeNames: [String] { places.map(\.name) }
}
