import Foundation
import KhabarCore
import XCTest

@testable import KhabarGazetteer

final class GazetteerCacheTests: XCTestCase {
  private var folder = ""

  override func setUpWithError() throws {
    folder = NSTemporaryDirectory() + "khabar-gazetteer-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  override func tearDown() { try? FileManager.default.removeItem(atPath: folder) }

  private var cache: GazetteerCache { GazetteerCache(directory: folder + "/cache") }
  private var list: String { folder + "/list.tsv" }

  private func write(_ rows: String, to path: String? = nil, ageInSeconds: Double = 0) throws {
    let path = path ?? list
    try Data(GazetteerFixture.table(rows).utf8).write(to: URL(fileURLWithPath: path))
    if ageInSeconds > 0 {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -ageInSeconds)], ofItemAtPath: path)
    }
  }

  private func load() throws -> GazetteerFixture { try GazetteerFixture([GazetteerSource(path: list)], cache: cache) }

  private func files(_ suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/cache").filter { $0.hasSuffix(suffix) }
  }

  func testIsBuiltOnceAndUsedAgain() throws {
    try write("بغداد/Place/city")
    XCTAssertEqual(try load().matches("في بغداد"), ["بغداد:Place"])
    let image = folder + "/cache/" + (try XCTUnwrap(files(".image").first))
    let inode = try XCTUnwrap(FileStamp(path: image)).inode
    XCTAssertEqual(try load().matches("في بغداد"), ["بغداد:Place"])
    XCTAssertEqual(try XCTUnwrap(FileStamp(path: image)).inode, inode)
    XCTAssertEqual(try files(".partial"), [])
  }

  func testAChangedListIsBuiltAnew() throws {
    try write("بغداد/Place/city")
    XCTAssertEqual(try load().matches("بغداد والبصرة"), ["بغداد:Place"])
    // Same size, at once: the times of the file system may not tell them apart.
    try write("بصرةة/Place/city")
    XCTAssertEqual(try load().matches("بغداد والبصرة"), [])
    try write("البصرة/Place/city")
    XCTAssertEqual(try load().matches("بغداد والبصرة"), ["البصرة:Place"])
    XCTAssertEqual(try files(".image").count, 3)
  }

  func testFindingsAreRememberedWithTheImage() throws {
    try write("بغداد/Place/city\nالبصرة/Place/city/a/b/c/d/e\n/Place")
    let first = try load()
    XCTAssertEqual(first.diagnostics.map(\.code), ["G003", "G005"])
    XCTAssertEqual(first.diagnostics.map { $0.location?.line }, [3, 4])
    XCTAssertEqual(try load().diagnostics, first.diagnostics)
  }

  func testDamagedImagesAreIgnoredAndRebuilt() throws {
    try write("بغداد/Place/city\nالأمم المتحدة/Organization\nمحمد/given-name\nجامعة القاهرة/Organization")
    let text = "قال محمد إن الأمم المتحدة في بغداد وجامعة القاهرة"
    let expected = try load().matches(text)
    XCTAssertEqual(expected.count, 4)
    let image = folder + "/cache/" + (try XCTUnwrap(files(".image").first))
    let whole = try Data(contentsOf: URL(fileURLWithPath: image))
    var damaged: [Data] = [Data(), Data(count: 100), Data(count: whole.count), whole + Data([0]), whole.dropLast(1)]
    for fraction in 1..<20 { damaged.append(whole.prefix(whole.count * fraction / 20)) }
    var dice = MatcherPropertyTests.Dice(state: 5)
    for _ in 0..<200 {
      var flipped = whole
      let index = Int.random(in: 0..<whole.count, using: &dice)
      flipped[index] ^= UInt8.random(in: 1...255, using: &dice)
      damaged.append(flipped)
    }
    for bytes in damaged {
      try bytes.write(to: URL(fileURLWithPath: image))
      XCTAssertEqual(try load().matches(text), expected)
      XCTAssertEqual(try Data(contentsOf: URL(fileURLWithPath: image)).dropFirst(512), whole.dropFirst(512))
    }
  }

  /// Bytes changed in place, the times set back.
  func testChangesInPlaceAreNoticed() throws {
    try write("بغداد/Place/city\nالأمم المتحدة/Organization", ageInSeconds: 60)
    let text = "الأمم المتحدة في بغداد"
    let expected = try load().matches(text)
    XCTAssertEqual(try load().matches(text), expected)
    let image = folder + "/cache/" + (try XCTUnwrap(files(".image").first))
    let stamp = try XCTUnwrap(FileStamp(path: image))
    let whole = try Data(contentsOf: URL(fileURLWithPath: image))
    for start in stride(from: ImageFormat.headerSize, to: whole.count, by: 512) {
      let handle = try FileHandle(forUpdating: URL(fileURLWithPath: image))
      try handle.seek(toOffset: UInt64(start))
      try handle.write(contentsOf: Data(repeating: 0x5A, count: 64))
      try handle.close()
      let times = [
        timespec(tv_sec: Int(stamp.modifiedSeconds), tv_nsec: Int(stamp.modifiedNanoseconds)),
        timespec(tv_sec: Int(stamp.modifiedSeconds), tv_nsec: Int(stamp.modifiedNanoseconds)),
      ]
      XCTAssertEqual(utimensat(AT_FDCWD, image, times, 0), 0)
      XCTAssertEqual(try load().matches(text), expected)
    }
  }

  /// A file cut short while it is mapped: no crash, and the gazetteer tells that its answers count no more.
  func testAnImageCutShortInUse() throws {
    try write((0..<3000).map { "بلدة\($0) الكبيرة/Place" }.joined(separator: "\n"), ageInSeconds: 60)
    let fixture = try load()
    XCTAssertTrue(fixture.gazetteer.isIntact)
    let image = folder + "/cache/" + (try XCTUnwrap(files(".image").first))
    XCTAssertEqual(truncate(image, 4096), 0)
    for number in 0..<3000 { _ = try fixture.names("في بلدة\(number) الكبيرة") }
    XCTAssertFalse(fixture.gazetteer.isIntact)
    XCTAssertEqual(try load().names("في بلدة7 الكبيرة"), ["بلدة7 الكبيرة"])
  }

  /// Bytes changed in place under a mapping, the times set back. Removing the name changes no bytes.
  func testAnImageChangedInUse() throws {
    try write("بغداد/Place/city\nالأمم المتحدة/Organization", ageInSeconds: 60)
    let fixture = try load()
    let image = folder + "/cache/" + (try XCTUnwrap(files(".image").first))
    XCTAssertEqual(unlink(image), 0)
    XCTAssertTrue(fixture.gazetteer.isIntact)
    let rebuilt = try load()
    XCTAssertTrue(rebuilt.gazetteer.isIntact)
    let stamp = try XCTUnwrap(FileStamp(path: image))
    usleep(20_000)
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: image))
    try handle.seek(toOffset: UInt64(ImageFormat.headerSize))
    try handle.write(contentsOf: Data(repeating: 0x5A, count: 64))
    try handle.close()
    let time = timespec(tv_sec: Int(stamp.modifiedSeconds), tv_nsec: Int(stamp.modifiedNanoseconds))
    XCTAssertEqual(utimensat(AT_FDCWD, image, [time, time], 0), 0)
    XCTAssertFalse(rebuilt.gazetteer.isIntact)
  }

  func testHostileImagesNeverLeadOutside() throws {
    try write("بغداد/Place/city\nالأمم المتحدة/Organization\nمحمد علي/Person\nجامعة القاهرة الجديدة/Organization")
    let fixture = try load()
    let storage = fixture.gazetteer.storage
    let text = "قال محمد علي إن الأمم المتحدة في بغداد وجامعة القاهرة الجديدة"
    var dice = MatcherPropertyTests.Dice(state: 9)
    for round in 0..<2000 {
      // A copy with several wrong bytes whose checksums are right, as someone would make it on purpose.
      let copy = try XCTUnwrap(ImageStorage(size: storage.size))
      copy.base.copyMemory(from: storage.base, byteCount: storage.size)
      for _ in 0..<Int.random(in: 1...40, using: &dice) {
        let start = round % 3 == 0 ? 64 : ImageFormat.headerSize
        let end = round % 3 == 0 ? ImageFormat.headerSize : storage.size
        let offset = Int.random(in: start..<end, using: &dice)
        copy.base.storeBytes(of: UInt8.random(in: 0...255, using: &dice), toByteOffset: offset, as: UInt8.self)
      }
      copy.seal(copy.base.load(as: ImageHeader.self))
      guard
        let image = GazetteerImage(base: copy.base, size: copy.size, key: nil, isTrusted: { _ in true }),
        let gazetteer = Gazetteer(
          storage: copy, image: image, orthography: fixture.gazetteer.orthography,
          proclitics: fixture.gazetteer.proclitics)
      else { continue }
      var hostile = fixture
      hostile.gazetteer = gazetteer
      for lookup in try hostile.lookups(text, .allOverlapping) { _ = gazetteer.entry(lookup.entry) }
      _ = gazetteer.entries(named: "محمد علي", type: .person)
      _ = gazetteer.tenures(office: [WordKey(bits: 77)], country: "IQ")
      _ = gazetteer.statistics()
    }
  }

  func testManyAtOnceBuildTheSame() throws {
    try write(
      (0..<500).map { "اسم\($0) علم\(String(UnicodeScalar(0x628 + $0 % 20)!))/Person" }.joined(separator: "\n")
        + "\nبغداد/Place")
    let (list, cache) = (list, cache)
    let failures = FailureCount()
    DispatchQueue.concurrentPerform(iterations: 16) { _ in
      let matches = try? GazetteerFixture([GazetteerSource(path: list)], cache: cache).matches("في بغداد")
      if matches != ["بغداد:Place"] { failures.add() }
    }
    XCTAssertEqual(failures.count, 0)
    XCTAssertEqual(try files(".image").count, 1)
    XCTAssertEqual(try files(".partial"), [])
  }

  func testAnUnwritableCacheIsDoneWithout() throws {
    try write("بغداد/Place/city")
    let blocked = folder + "/file"
    try Data().write(to: URL(fileURLWithPath: blocked))
    let fixture = try GazetteerFixture(
      [GazetteerSource(path: list)], cache: GazetteerCache(directory: blocked + "/cache"))
    XCTAssertEqual(try fixture.matches("في بغداد"), ["بغداد:Place"])
    XCTAssertEqual(fixture.diagnostics.map(\.code), ["G026"])
    XCTAssertEqual(fixture.diagnostics.first?.severity, .note)
  }

  func testTheUsersCacheFolder() {
    let cases: [([String: String], String?)] = [
      (["KHABAR_CACHE": "/k", "XDG_CACHE_HOME": "/x", "HOME": "/h"], "/k"),
      (["XDG_CACHE_HOME": "/x", "HOME": "/h"], "/x/khabar"), (["HOME": "/h", "KHABAR_CACHE": ""], "/h/.cache/khabar"),
      ([:], nil),
    ]
    for (environment, directory) in cases {
      XCTAssertEqual(GazetteerCache.user(environment: environment).directory, directory)
    }
  }

  func testOldImagesGoAtTheNextBuild() throws {
    for round in 0..<(GazetteerCache.Kind.image.capacity + 4) {
      try write("بغداد\(String(UnicodeScalar(0x628 + round)!))/Place/city")
      _ = try load()
    }
    XCTAssertEqual(try files(".image").count, GazetteerCache.Kind.image.capacity)
  }
}

/// A counter for several threads.
final class FailureCount: @unchecked Sendable {
  private let lock = NSLock()
  private var value = 0
  func add() { lock.withLock { value += 1 } }
  var count: Int { lock.withLock { value } }
}
