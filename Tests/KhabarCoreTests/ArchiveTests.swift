import XCTest

@testable import KhabarCore

final class ArchiveTests: XCTestCase {
  /// A value of all kinds of parts.
  private struct Sample: Archivable, Equatable {
    var name = ""
    var other = ""
    var numbers: [Int] = []
    var location: SourceLocation?
    var byWord: [String: [Bool]] = [:]
    var words: Set<WordKey> = []

    static let blank = Sample()

    mutating func pass(through archive: inout some Archive) throws {
      try name.pass(through: &archive)
      try other.pass(through: &archive)
      try archive.plain(&numbers)
      try location.pass(through: &archive)
      try byWord.pass(through: &archive)
      try words.pass(through: &archive)
    }
  }

  private static let sample = Sample(
    name: "وزير الخارجية", other: "وزير الخارجية", numbers: [3, -1, .max],
    location: SourceLocation(file: "a.tsv", line: 7), byWord: ["a": [true, false], "b": []],
    words: [WordKey(bits: 77), WordKey(bits: 1 << 127 | 5)])

  private func written(_ value: some Archivable) throws -> [UInt8] {
    var (value, writer) = (value, ArchiveWriter())
    try value.pass(through: &writer)
    return writer.bytes
  }

  private func read<Value: Archivable>(_ bytes: [UInt8], as type: Value.Type) throws -> Value {
    try bytes.withUnsafeBytes { bytes in
      var (value, reader) = (Value.blank, ArchiveReader(bytes))
      try value.pass(through: &reader)
      guard reader.isAtEnd else { throw ArchiveFault() }
      return value
    }
  }

  func testValuesComeBackAsTheyWere() throws {
    XCTAssertEqual(try read(written(Self.sample), as: Sample.self), Self.sample)
    XCTAssertEqual(try read(written(Sample()), as: Sample.self), Sample())
  }

  func testWritingChangesNothing() throws {
    var (value, writer) = (Self.sample, ArchiveWriter())
    try value.pass(through: &writer)
    XCTAssertEqual(value, Self.sample)
  }

  func testATextIsWrittenOnce() throws {
    let once = try written(["وزير الخارجية"]).count
    XCTAssertLessThan(try written(Array(repeating: "وزير الخارجية", count: 3)).count, once * 2)
  }

  func testAnArchiveCutShortIsAFault() throws {
    let bytes = try written(Self.sample)
    for length in 0..<bytes.count {
      XCTAssertThrowsError(try read(Array(bytes.prefix(length)), as: Sample.self), "\(length) bytes") {
        XCTAssertTrue($0 is ArchiveFault)
      }
    }
  }

  func testNumbersTooLargeForTheArchiveAreFaults() throws {
    for count in [Int.max, -1, 1 << 40] {
      XCTAssertThrowsError(try read(written(count), as: [String].self))
      XCTAssertThrowsError(try read(written(count) + [0, 0], as: String.self))
    }
  }

  func testTablesOfWordsComeBack() throws {
    var table = KeyTable<Int32>(placeholder: 0)
    let words = (1...500).map { WordKey(bits: UInt128($0) << 40) }
    for (index, word) in words.enumerated() { table.insert(word, Int32(index)) }
    var writer = ArchiveWriter()
    try table.pass(through: &writer)
    var copy = KeyTable<Int32>(placeholder: 0)
    try writer.bytes.withUnsafeBytes { bytes in
      var reader = ArchiveReader(bytes)
      try copy.pass(through: &reader)
    }
    XCTAssertEqual(copy.count, table.count)
    for word in words { XCTAssertEqual(copy[word], table[word]) }
    XCTAssertNil(copy[WordKey(bits: 1)])
  }
}
