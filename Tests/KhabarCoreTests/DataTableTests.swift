import KhabarCore
import XCTest

/// Tables of the program's own data that were torn, overwritten or made for something else.
final class DataTableTests: XCTestCase {
  private let sound = "# Words.\nname\tclass\nبغداد\tplace\nعمّان\tplace\n"

  private func read(_ bytes: [UInt8]) throws -> TSVReader {
    try TSVReader(data: "a.tsv", bytes: bytes, columns: ["name", "class"])
  }

  func testSoundTables() throws {
    for text in [
      sound, sound.replacing("\n", with: "\r\n"), "\u{FEFF}" + sound, "name\tclass\tnote\na\tb\tc", "class\tname\n",
    ] {
      XCTAssertNoThrow(try read(Array(text.utf8)), text)
    }
    XCTAssertEqual(try read(Array(sound.utf8)).rows().count, 2)
  }

  func testWhatIsWrongIsSaidWithItsLine() {
    let bytes = Array(sound.utf8)
    func damaged(_ change: (inout [UInt8]) -> Void) -> [UInt8] {
      var copy = bytes
      change(&copy)
      return copy
    }
    let firstRow = sound.utf8.count - "بغداد\tplace\nعمّان\tplace\n".utf8.count
    let cases: [(String, [UInt8], String, Int?)] = [
      ("empty", [], "G001", nil), ("comments alone", Array("# Words.\n".utf8), "G001", nil),
      ("no header", Array("بغداد\tplace\n".utf8), "L002", 1),
      ("another header", Array("a\tb\nبغداد\tplace\n".utf8), "L002", 1),
      ("one column", Array("name\nبغداد\n".utf8), "L002", 1),
      ("cut inside a letter", Array(bytes.prefix(firstRow + 3)), "L002", 3),
      ("a letter's first byte is lost", damaged { $0.remove(at: firstRow) }, "L002", 3),
      (
        "a block of NULs", damaged { $0.replaceSubrange(firstRow..<firstRow + 8, with: repeatElement(0, count: 8)) },
        "L002", 3
      ),
      ("a control character", damaged { $0[firstRow + 11] = 0x1B }, "L002", 3),
      ("another file's bytes", [0x1F, 0x8B, 8, 0, 0, 0xFF, 0xD8, 0x0A, 0x80], "L002", 1),
      ("UTF-16", sound.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "L002", 1),
      ("overlong", damaged { $0.replaceSubrange(firstRow..<firstRow + 2, with: [0xC0, 0xAF]) }, "L002", 3),
    ]
    for (name, bytes, code, line) in cases {
      XCTAssertThrowsError(try read(bytes), name) { error in
        let finding = (error as? KhabarError)?.diagnostics.first
        XCTAssertEqual(finding?.code, code, name)
        XCTAssertEqual(finding?.location?.file, "a.tsv", name)
        XCTAssertEqual(finding?.location?.line, line, name)
      }
    }
  }
}
