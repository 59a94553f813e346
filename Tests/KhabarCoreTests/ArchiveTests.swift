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

    mutating func pass(through archive: Archive) throws {
      try name.pass(through: archive)
      try other.pass(through: archive)
      try archive.plain(&numbers)
      try location.pass(through: archive)
      try byWord.pass(through: archive)
      try words.pass(through: archive)
    }
  }

  private static let sample = Sample(
    name: "وزير الخارجية", other: "وزير الخارجية", numbers: [3, -1, .max],
    location: SourceLocation(file: "a.tsv", line: 7), byWord: ["a": [true, false], "b": []],
    words: [WordKey(bits: 77), WordKey(bits: 1 << 127 | 5)])

  private func written(_ value: some Archivable) throws -> [UInt8] {
    let writer = ArchiveWriter()
    var value = value
    try value.pass(through: writer)
    return writer.bytes
  }

  private func read<Value: Archivable>(_ bytes: [UInt8], as type: Value.Type) throws -> Value {
    let reader = ArchiveReader(bytes)
    var value = Value.blank
    try value.pass(through: reader)
    guard reader.isAtEnd else { throw ArchiveFault() }
    return value
  }

  func testValuesComeBackAsTheyWere() throws {
    XCTAssertEqual(try read(written(Self.sample), as: Sample.self), Self.sample)
    XCTAssertEqual(try read(written(Sample()), as: Sample.self), Sample())
  }

  func testWritingChangesNothing() throws {
    let writer = ArchiveWriter()
    var value = Self.sample
    try value.pass(through: writer)
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
    var copy = try read(written(table), as: KeyTable<Int32>.self)
    XCTAssertEqual(copy.count, table.count)
    for word in words { XCTAssertEqual(copy[word], table[word]) }
    XCTAssertNil(copy[WordKey(bits: 1)])
    copy.insert(words[0], 77)
    XCTAssertEqual(copy[words[0]], 77, "what lies in an archive is copied before it is changed")
    XCTAssertEqual(try read(written(table), as: KeyTable<Int32>.self)[words[0]], 0)
  }

  func testStretchesAreReadWhereTheyLie() throws {
    let bytes = try Stretch(written([Stretched(odd: true, numbers: Stretch([5, 6, 7])), Stretched()]))
    let reader = ArchiveReader(bytes)
    var copy: [Stretched] = []
    try copy.pass(through: reader)
    XCTAssertEqual((0..<3).map { copy[0].numbers[$0] }, [5, 6, 7])
    XCTAssertEqual([copy[0].numbers.count, copy[1].numbers.count], [3, 0])
    copy[0].numbers[1] = 60
    copy[0].numbers.append(8)
    XCTAssertEqual((0..<4).map { copy[0].numbers[$0] }, [5, 60, 7, 8])
    var again: [Stretched] = []
    try again.pass(through: ArchiveReader(bytes))
    XCTAssertEqual((0..<3).map { again[0].numbers[$0] }, [5, 6, 7])
  }

  func testCopiesOfAStretchDoNotChangeEachOther() {
    var one = Stretch<Int>()
    for number in 0..<100 {
      let before = one
      one.append(number)
      XCTAssertEqual(before.count, number)
    }
    var other = one
    other[50] = -50
    XCTAssertEqual([one[50], other[50]], [50, -50])
  }

  func testASectionIsReadWhenItIsAskedFor() throws {
    let bytes = try written([ArchiveSection(Self.sample), ArchiveSection(Sample())])
    let copy = try read(bytes, as: [ArchiveSection<Sample>].self)
    XCTAssertEqual(copy.map(\.value), [Self.sample, Sample()])
    XCTAssertEqual(copy.map(\.value), [Self.sample, Sample()])
  }

  private struct Stretched: Archivable {
    var odd = false
    var numbers = Stretch<Int>()

    static let blank = Stretched()

    mutating func pass(through archive: Archive) throws {
      try odd.pass(through: archive)
      try archive.plain(&numbers)
    }
  }
}
