import Foundation
import KhabarCore
import XCTest

@testable import KhabarGazetteer

/// What is made of files is made once.
final class PreparedDataTests: XCTestCase {
  private var folder = ""
  private var prepared: PreparedData { PreparedData(cache: GazetteerCache(directory: folder + "/cache")) }
  private var made = 0

  override func setUpWithError() throws {
    folder = NSTemporaryDirectory() + "khabar-prepared-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder + "/data", withIntermediateDirectories: true)
    try write("one two", to: "a.txt")
  }

  override func tearDown() { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ text: String, to name: String) throws {
    try text.write(toFile: folder + "/data/" + name, atomically: true, encoding: .utf8)
  }

  private func words(of kind: String = "words", _ prepared: PreparedData? = nil) throws -> [String] {
    try (prepared ?? self.prepared).value(kind, of: [folder + "/data"]) {
      made += 1
      let text = try String(contentsOfFile: folder + "/data/a.txt", encoding: .utf8)
      guard !text.isEmpty else { throw KhabarError("X001", "no words", remedy: "Write some") }
      return text.split(separator: " ").map(String.init)
    }
  }

  private func archives() throws -> [String] {
    let cache = folder + "/cache"
    return ((try? FileManager.default.contentsOfDirectory(atPath: cache)) ?? []).map { cache + "/" + $0 }
  }

  func testIsMadeOnce() throws {
    XCTAssertEqual(try words(), ["one", "two"])
    XCTAssertEqual(try words(), ["one", "two"])
    XCTAssertEqual(made, 1)
    XCTAssertEqual(try words(of: "others"), ["one", "two"])
    XCTAssertEqual(made, 2)
  }

  func testIsMadeAnewOfChangedFiles() throws {
    _ = try words()
    try write("three", to: "a.txt")
    XCTAssertEqual(try words(), ["three"])
    try write("", to: "b.txt")
    _ = try words()
    XCTAssertEqual(made, 3)
    try FileManager.default.removeItem(atPath: folder + "/data/b.txt")
    _ = try words()
    XCTAssertEqual(made, 3, "the files are those of the second run again")
  }

  func testADamagedArchiveIsMadeAnew() throws {
    _ = try words()
    let path = try XCTUnwrap(archives().first)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] ^= 0x20
      try damaged.write(to: URL(fileURLWithPath: path))
      XCTAssertEqual(try words(), ["one", "two"])
    }
    XCTAssertEqual(made, 1 + bytes.count)
    for length in [0, 8, 16, bytes.count - 1] {
      try bytes.prefix(length).write(to: URL(fileURLWithPath: path))
      XCTAssertEqual(try words(), ["one", "two"])
    }
    XCTAssertEqual(made, 5 + bytes.count)
    _ = try words()
    XCTAssertEqual(made, 5 + bytes.count)
  }

  func testMistakesAreToldAtEveryRun() throws {
    try write("", to: "a.txt")
    for _ in 0..<2 { XCTAssertThrowsError(try words()) }
    XCTAssertEqual(made, 2)
    XCTAssertEqual(try archives(), [])
  }

  func testACacheThatCannotBeWrittenIsDoneWithout() throws {
    try "".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
    let nowhere = PreparedData(cache: GazetteerCache(directory: folder + "/file/cache"))
    for cache in [nowhere, PreparedData(cache: .none)] {
      for _ in 0..<2 { XCTAssertEqual(try words(of: "words", cache), ["one", "two"]) }
    }
    XCTAssertEqual(made, 4)
  }

  func testArchivesThatAreNotUsedGo() throws {
    _ = try words()
    let first = try XCTUnwrap(archives().first)
    let second = try {
      _ = try words(of: "others")
      return try XCTUnwrap(archives().first { $0 != first })
    }()
    // Both are old, and one is used again.
    for path in [first, second] { try setAge(of: path, to: 3_600) }
    _ = try words()
    for number in 0..<GazetteerCache.capacity - 1 {
      try write("word \(number)", to: "a.txt")
      _ = try words()
    }
    let left = try archives()
    XCTAssertEqual(left.count, GazetteerCache.capacity)
    XCTAssertTrue(left.contains(first))
    XCTAssertFalse(left.contains(second))
  }

  private func setAge(of path: String, to seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: path)
  }
}
