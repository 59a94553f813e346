import KhabarCore
import KhabarRecords
import KhabarTestSupport
import XCTest

final class BratReaderTests: XCTestCase {
  // "Minister Sameh Shoukry met Fuad Hussein yesterday in Cairo. The minister left."
  private let text = "التقى سامح شكري فؤاد حسين أمس في القاهرة. وغادر شكري."
  private let annotation = """
    T1	Meeting 0 5	التقى
    T2	Person 6 15	سامح شكري
    T3	Person 16 25	فؤاد حسين
    T4	DATE 26 29	أمس
    T5	Place 33 40	القاهرة
    T6	Person 48 52	شكري
    E1	Meeting:T1 party:T2 party2:T3 time:T4 place:T5
    A1	Status E1 planned
    A2	Value T4 2024-02-14
    R1	Coreference Arg1:T2 Arg2:T6
    """

  private func read(_ annotation: String, text: String?) throws -> (records: [Record], codes: [String]) {
    let folder = try TemporaryFolder(self)
    try folder.write("news/a.ann", annotation)
    if let text { try folder.write("news/a.txt", text) }
    var codes: [String] = []
    let records = BratReader(folder.path).records { codes.append("\($0.code) \($0.location?.line ?? 0)") }
    return (records, codes)
  }

  func testEventsTimesAndOneEntityForItsMentions() throws {
    let (records, codes) = try read(annotation, text: text)
    XCTAssertEqual(codes, [])
    let record = try XCTUnwrap(records.first)
    XCTAssertEqual(record.document.id, "news/a.txt")
    XCTAssertEqual(record.entities.map(\.name), ["سامح شكري", "فؤاد حسين", "القاهرة"])
    XCTAssertEqual(record.entities[0].mentions.map(\.start), [6, 48])
    let event = try XCTUnwrap(record.events.first)
    XCTAssertEqual(event.type, "Meeting")
    XCTAssertEqual(event.status, "planned")
    XCTAssertEqual(event.participants.map { "\($0.role) \($0.name)" }, ["party سامح شكري", "party فؤاد حسين"])
    XCTAssertEqual(event.time?.value, "2024-02-14")
    XCTAssertEqual(event.places.map(\.name), ["القاهرة"])
    XCTAssertEqual(event.evidence, Record.Span(start: 0, end: 40))
  }

  func testWhatIsWrongIsReportedWithItsLine() throws {
    let wrong = "T1\tPerson 6 400\tسامح\nT2\tPerson x y\ta\nX1\tb\nE1\tMeeting\n" + annotation
    XCTAssertEqual(try read(wrong, text: text).codes, ["K010 1", "K010 2", "K010 3", "K010 4"])
  }

  func testWithoutATextTheEvidenceIsTheTrigger() throws {
    let (records, codes) = try read(annotation, text: nil)
    XCTAssertEqual(codes, ["K011 0"])
    XCTAssertEqual(records.first?.events.first?.evidence.end, 5)
  }
}
