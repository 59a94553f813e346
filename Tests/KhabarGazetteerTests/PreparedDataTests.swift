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

  private func archives(_ ending: String = ".archive") throws -> [String] {
    let cache = folder + "/cache"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: cache)) ?? []
    return names.filter { $0.hasSuffix(ending) }.map { cache + "/" + $0 }
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

  func testIsMadeAnewOfAChangedFileWhoseNameIsNoUTF8() throws {
    let path = Array((folder + "/data/").utf8) + [0x72, 0xE9, 0x67] + Array(".txt".utf8)
    for (content, times) in [("first", 1), ("second one", 2)] {
      let file = try XCTUnwrap(fopen(PathName.cString(path), "w"))
      fputs(content, file)
      fclose(file)
      _ = try words()
      _ = try words()
      XCTAssertEqual(made, times)
    }
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

  /// Files that have not changed for a while are told by their state, and an archive that has not is not checked.
  func testAStampLeadsToTheArchive() throws {
    try settle()
    _ = try words()
    XCTAssertEqual(try archives(".stamp").count, 1)
    XCTAssertEqual(try words(), ["one", "two"])
    XCTAssertEqual(made, 1)
    let path = try XCTUnwrap(archives().first)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] ^= 0x20
      try writeKeepingTimes(damaged, to: path)
      XCTAssertEqual(try words(), ["one", "two"])
    }
    XCTAssertEqual(made, 1 + bytes.count)
  }

  func testAChangeWithTheTimesSetBackIsNoticed() throws {
    try settle()
    _ = try words()
    try writeKeepingTimes(Data("six two".utf8), to: folder + "/data/a.txt")
    XCTAssertEqual(try words(), ["six", "two"])
    XCTAssertEqual(made, 2)
  }

  func testNoStampIsMadeOfFilesThatHaveJustChanged() throws {
    _ = try words()
    XCTAssertEqual(try archives(".stamp"), [])
  }

  func testManyAtOnceMakeTheSame() throws {
    let (prepared, data) = (prepared, folder + "/data")
    let failures = FailureCount()
    DispatchQueue.concurrentPerform(iterations: 16) { _ in
      let words = try? prepared.value("words", of: [data]) {
        try String(contentsOfFile: data + "/a.txt", encoding: .utf8).split(separator: " ").map(String.init)
      }
      if words != ["one", "two"] { failures.add() }
    }
    XCTAssertEqual(failures.count, 0)
    XCTAssertEqual(try archives().count, 1)
    XCTAssertEqual(try archives(".partial"), [])
  }

  /// A file that is not there is part of what others are made of, too.
  func testAFileThatComesIsNoticed() throws {
    let paths = [folder + "/data/a.txt", folder + "/data/late.txt"]
    func count() throws -> Int {
      try prepared.value("count", of: paths) {
        made += 1
        return paths.count { FileManager.default.fileExists(atPath: $0) }
      }
    }
    XCTAssertEqual([try count(), try count(), made], [1, 1, 1])
    try write("", to: "late.txt")
    XCTAssertEqual([try count(), made], [2, 2])
  }

  func testAnArchiveChangedInUseIsNoticed() throws {
    let table = try prepared.value("table", of: [folder + "/data"]) { KeySet([WordKey(bits: 5)]) }
    _ = table
    let copy: KeySet = try prepared.value("table", of: [folder + "/data"]) { KeySet() }
    try withExtendedLifetime(copy) {
      XCTAssertTrue(PreparedData.isIntact)
      XCTAssertEqual(truncate(try XCTUnwrap(archives().first), 16), 0)
      XCTAssertFalse(copy.contains(WordKey(bits: 6)))
      XCTAssertFalse(PreparedData.isIntact)
    }
  }

  /// Waits until the files' times can't be those of another change.
  private func settle() throws { usleep(2_200_000) }

  private func writeKeepingTimes(_ bytes: Data, to path: String) throws {
    let stamp = try XCTUnwrap(FileStamp(path: path))
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.write(contentsOf: bytes)
    try handle.close()
    let time = timespec(tv_sec: Int(stamp.modifiedSeconds), tv_nsec: Int(stamp.modifiedNanoseconds))
    XCTAssertEqual(utimensat(AT_FDCWD, path, [time, time], 0), 0)
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
    for path in [first, second] { try setAge(of: path, to: 7_200) }
    _ = try words()
    for number in 0..<GazetteerCache.Kind.archive.capacity - 1 {
      try write("word \(number)", to: "a.txt")
      _ = try words()
    }
    let left = try archives()
    XCTAssertEqual(left.count, GazetteerCache.Kind.archive.capacity)
    XCTAssertTrue(left.contains(first))
    XCTAssertFalse(left.contains(second))
  }

  private func setAge(of path: String, to seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: path)
  }
}
