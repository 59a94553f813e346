import XCTest

@testable import Khabar

/// Which protests of an article are one.
final class ProtestTests: XCTestCase {
  /// "Dozens protested in Kabul. The demonstrators who roamed the streets of Kabul …": who is told of as known protests
  /// once.
  func testTheDemonstrators() throws {
    let told = try AssemblyFixture.events(
      "Protest",
      in: "خرجت في كابل أمس مظاهرة شارك فيها عشرات العمال. وجاب المتظاهرون شوارع كابل.")
    XCTAssertEqual(told.map(\.parties), [["protester عشرات العمال"]])
  }

  /// "Thousands demonstrated in London. In Paris hundreds of teachers did."
  func testAnotherTown() throws {
    let told = try AssemblyFixture.events(
      "Protest", in: "تظاهر آلاف الطلاب أمس في لندن ضد الحرب. وفي باريس تظاهر مئات المعلمين ضد الحكومة.")
    XCTAssertEqual(told.map(\.placeNames), [["لندن"], ["باريس"]])
  }
}
