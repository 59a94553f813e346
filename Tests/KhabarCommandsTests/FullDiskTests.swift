import Foundation
import KhabarTestSupport
import XCTest

/// A run whose disk is full says so, leaves no half file, and goes on to the same bytes once there is room. Needs a
/// machine that lets the test make a small disk in memory.
final class FullDiskTests: XCTestCase {
  /// Kilobytes.
  private func mount(_ path: String, size: Int, again: Bool) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/mount")
    process.arguments = ["-t", "tmpfs", "-o", (again ? "remount," : "") + "size=\(size)k", "tmpfs", path]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private func unmount(_ path: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/umount")
    process.arguments = [path]
    try? process.run()
    process.waitUntilExit()
  }

  func testRunGoesOnWhenThereIsRoom() throws {
    let folder = try TemporaryFolder(self)
    // "The minister met the ambassador in Amman yesterday", a hundred times.
    let records = (0..<100).map {
      "{\"id\": \"\($0)\", \"date\": \"2024-05-20\", \"text\": \"التقى الوزير السفير في عمان أمس.\"}\n"
    }
    let input = try folder.write("in.jsonl", records.joined())
    let disk = folder.path + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    guard mount(disk, size: 8, again: false) else { throw XCTSkip("no small disk can be made here") }
    defer { unmount(disk) }
    let program = KhabarProgram()
    let whole = folder.path + "/whole.jsonl"
    XCTAssertEqual(try program.run(["run", input, "-o", whole, "-q"]).status, 0)
    let expected = try Data(contentsOf: URL(fileURLWithPath: whole))
    XCTAssertGreaterThan(expected.count, 64 << 10)
    let output = disk + "/out.jsonl"
    for size in [8, 48] {
      XCTAssertTrue(mount(disk, size: size, again: true))
      let full = try program.run(["run", input, "-o", output, "-q"])
      XCTAssertEqual(full.status, 1, "\(size)")
      XCTAssertTrue(full.error.contains("D014"), full.error)
      XCTAssertFalse(FileManager.default.fileExists(atPath: output), "\(size)")
      XCTAssertTrue(mount(disk, size: 16 << 10, again: true))
      XCTAssertEqual(try program.run(["run", input, "-o", output, "-q", "--resume"]).status, 0, "\(size)")
      XCTAssertEqual(try Data(contentsOf: URL(fileURLWithPath: output)), expected, "\(size)")
      try FileManager.default.removeItem(atPath: output)
    }
  }
  /// A folder of files with many records each: none is left that lacks some, and none is counted that is not there.
  func testRunIntoAFolderGoesOnWhenThereIsRoom() throws {
    let folder = try TemporaryFolder(self)
    // "The minister met the ambassador in Amman yesterday", a hundred times in each of three files.
    let records = (0..<100).map {
      "{\"id\": \"\($0)\", \"date\": \"2024-05-20\", \"text\": \"التقى الوزير السفير في عمان أمس.\"}\n"
    }
    for name in ["a", "b", "c"] { try folder.write("in/\(name).jsonl", records.joined()) }
    let disk = folder.path + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    guard mount(disk, size: 8, again: false) else { throw XCTSkip("no small disk can be made here") }
    defer { unmount(disk) }
    let program = KhabarProgram()
    let command = ["run", folder.path + "/in", "-f", "json", "-q", "-o"]
    XCTAssertEqual(try program.run(command + [folder.path + "/whole/"]).status, 0)
    for size in [48, 400] {
      XCTAssertTrue(mount(disk, size: size, again: true))
      let full = try program.run(command + [disk + "/out/"])
      XCTAssertEqual(full.status, 1, "\(size)")
      XCTAssertTrue(full.error.contains("D014"), full.error)
      XCTAssertFalse(full.error.contains("written,"), full.error)
      XCTAssertTrue(mount(disk, size: 16 << 10, again: true))
      XCTAssertEqual(try program.run(command + [disk + "/out/", "--resume"]).status, 0, "\(size)")
      for name in ["a", "b", "c"] {
        let written = try Data(contentsOf: URL(fileURLWithPath: disk + "/out/\(name).jsonl.json"))
        XCTAssertEqual(written, Data(try folder.read("whole/\(name).jsonl.json").utf8), "\(size)")
      }
      try FileManager.default.removeItem(atPath: disk + "/out")
    }
  }
  /// A report that has no room leaves nothing behind where nothing was.
  func testViewLeavesNoFolder() throws {
    let folder = try TemporaryFolder(self)
    let record = "{\"id\": \"a\", \"date\": \"2024-05-20\", \"text\": \"التقى الوزير السفير في عمان أمس.\"}\n"
    let input = try folder.write("in.jsonl", record)
    let disk = folder.path + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    guard mount(disk, size: 8, again: false) else { throw XCTSkip("no small disk can be made here") }
    defer { unmount(disk) }
    let program = KhabarProgram()
    let full = try program.run(["view", input, "-o", disk + "/some/report", "-q"])
    XCTAssertEqual(full.status, 1)
    XCTAssertTrue(full.error.contains("D014"), full.error)
    XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: disk), [])
    try FileManager.default.createDirectory(atPath: disk + "/mine", withIntermediateDirectories: true)
    XCTAssertEqual(try program.run(["view", input, "-o", disk + "/mine", "-q"]).status, 1)
    XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: disk), ["mine"])
    XCTAssertTrue(mount(disk, size: 16 << 10, again: true))
    XCTAssertEqual(try program.run(["view", input, "-o", disk + "/some/report", "-q"]).status, 0)
    XCTAssertTrue(FileManager.default.fileExists(atPath: disk + "/some/report/index.html"))
  }
  /// The temporary files of a join have no room.
  func testJoinSaysThatItsTemporaryFilesHaveNoRoom() throws {
    let folder = try TemporaryFolder(self)
    // "The minister met the ambassador in Amman yesterday", fifty times.
    let records = (0..<50).map {
      "{\"id\": \"\($0)\", \"date\": \"2024-05-20\", \"text\": \"التقى الوزير السفير في عمان أمس.\"}\n"
    }
    let input = try folder.write("in.jsonl", records.joined())
    let output = folder.path + "/out.jsonl"
    let program = KhabarProgram()
    XCTAssertEqual(try program.run(["run", input, "-o", output, "-q"]).status, 0)
    let shell = KhabarProgram(executable: "/bin/bash")
    let full = try shell.run(["-c", "ulimit -f 1; exec \"$@\"", "bash", program.executable, "join", output])
    XCTAssertEqual(full.status, 1)
    XCTAssertTrue(full.error.contains("error D014"), full.error)
  }
}
