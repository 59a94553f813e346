import Khabar
import XCTest

/// What is written of the kinds of events in the documentation and the schemas is what the shipped rules declare.
final class EventKindsTests: XCTestCase {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func rules() throws -> RuleSet {
    try RuleSet(reading: PipelineDescription.load("arabic-news", home: KhabarHome(path: root.path)).rules)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The row of each kind names its codes, roles and actions, and nothing more.
  func testTableOfKinds() throws {
    let rules = try rules()
    let rows = try text("Documentation/events.md").split(separator: "\n").filter { $0.hasPrefix("| ") }
      .map {
        $0.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
      }
    XCTAssertEqual(Set(rows.map { $0[1] }), Set(rules.events.map(\.name.rawValue) + ["type", "---"]))
    func parts(_ cell: String) -> Set<String> {
      Set(cell.components(separatedBy: ", ").filter { !$0.isEmpty })
    }
    for event in rules.events {
      let name = event.name.rawValue
      let row = try XCTUnwrap(rows.first { $0[1] == name })
      let own = rules.rules.filter { $0.event == event.name }
      XCTAssertEqual(parts(row[3]), Set(own.compactMap { $0.plover ?? event.plover }), name)
      XCTAssertEqual(parts(row[4]), Set(own.compactMap { $0.cameo ?? event.cameo }), name)
      XCTAssertEqual(parts(row[5]), Set(event.roles.map(\.rawValue)), name)
      XCTAssertEqual(parts(row[6]), Set(own.compactMap(\.action)), name)
    }
  }

  func testSchemasNameAllKindsRolesAndActions() throws {
    let rules = try rules()
    for path in ["Schemas/khabar-1.schema.json", "Schemas/khabar-1.xsd"] {
      let words = Set(try text(path).components(separatedBy: CharacterSet(charactersIn: " ,.:\n\"<>")))
      let named =
        rules.events.flatMap { [$0.name.rawValue] + $0.roles.map(\.rawValue) } + rules.rules.compactMap(\.action)
      XCTAssertEqual(Set(named).subtracting(words), [], path)
    }
  }
}
