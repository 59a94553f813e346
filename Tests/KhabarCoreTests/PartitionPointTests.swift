import XCTest

@testable import KhabarCore

final class PartitionPointTests: XCTestCase {
  /// Every boundary of every length up to 17.
  func testFindsEveryBoundary() {
    for length in 0...17 {
      for boundary in 0...length {
        XCTAssertEqual((0..<length).partitionPoint { $0 < boundary }, boundary, "\(length)")
      }
    }
  }
}
