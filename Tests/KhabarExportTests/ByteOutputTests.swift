import XCTest

@testable import KhabarExport

/// Bytes in the making grow as they are written.
final class ByteOutputTests: XCTestCase {
  func testNumbersAreWrittenAsSwiftWritesThem() {
    let numbers = [0, 7, 10, 99, 100, 12_345, 999_999_999, 1_000_000_000, .max, -1, -120, .min]
    for number in numbers {
      var output = ByteOutput()
      output.append(number)
      XCTAssertEqual(String(decoding: output.bytes, as: UTF8.self), String(number))
    }
    for (number, text) in [(0.5, "0.5"), (-2.0, "-2"), (3.0, "3"), (1e300, "1e+300")] {
      var output = ByteOutput()
      output.append(number)
      XCTAssertEqual(String(decoding: output.bytes, as: UTF8.self), text)
    }
  }

  func testWhatIsLongerThanTheRoomAtFirst() {
    var output = ByteOutput()
    var expected = ""
    for index in 0..<4000 {
      output.appendName("name", isFirst: index == 0)
      output.append(index)
      output.append(byte: 0x20)
      output.append("خبر")
      expected += "\(index == 0 ? "" : ",")\"name\":\(index) خبر"
    }
    XCTAssertEqual(String(decoding: output.bytes, as: UTF8.self), expected)
    var behind = Array("[".utf8)
    output.write(to: &behind)
    XCTAssertEqual(String(decoding: behind, as: UTF8.self), "[" + expected)
  }
}
