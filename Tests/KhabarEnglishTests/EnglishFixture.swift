import Khabar
import XCTest

/// The shipped English pipeline on a text.
enum EnglishFixture {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let home = KhabarHome(path: root)
  private static let shared = Result { try Pipeline(named: "english-news", home: home) }

  /// A Wednesday.
  static let day = "2024-05-15"

  static func pipeline() throws -> Pipeline { try shared.get() }

  static func document(_ text: String) throws -> AssembledDocument {
    var info = DocumentInfo(id: "t")
    info.anchor = CivilDate(iso: day).map { DocumentAnchor(date: $0, source: .option) }
    return try pipeline().process(RawDocument(info: info, bytes: Array(text.utf8)))
  }
}

/// What a sentence is to tell.
struct Told: Equatable, CustomStringConvertible {
  var type: String
  /// `role name`, sorted.
  var parties: [String]
  var places: [String]
  var time: String?
  var status: String

  init(_ type: String, _ parties: [String], _ places: [String] = [], _ time: String? = nil, _ status: String) {
    self.type = type
    self.parties = parties.sorted()
    self.places = places
    self.time = time
    self.status = status
  }

  init(_ event: Event) {
    self.init(
      event.type.rawValue, event.participants.map { "\($0.role) \($0.name)" }, event.places.map(\.name),
      event.time?.value, event.status.rawValue)
  }

  var description: String { "\(type) \(parties) \(places) \(time ?? "-") \(status)" }
}

extension XCTestCase {
  /// The events of a text are these.
  func assertTells(_ text: String, _ expected: Told..., line: UInt = #line) throws {
    let document = try EnglishFixture.document(text)
    XCTAssertEqual(document.events.map { Told($0) }, expected, text, line: line)
  }
}
