import XCTest

@testable import KhabarCore

final class KeySetTests: XCTestCase {
  func testItHoldsWhatASetHolds() {
    let keys = (1...500).map { WordKey(bits: UInt128($0 * 7919)) }
    let (some, others) = (keys.filter { $0.bits % 3 == 0 }, keys.filter { $0.bits % 3 != 0 })
    let set = KeySet(some)
    XCTAssertTrue(some.allSatisfy(set.contains))
    XCTAssertFalse(others.contains(where: set.contains))
    XCTAssertFalse(KeySet([.empty]).contains(.empty))
  }

  func testWorkersGetBackWhatTheyGave() {
    let pool = WorkerPool { 0 }
    pool.withValue { $0 += 1 }
    pool.withValue { outer in
      XCTAssertEqual(outer, 1)
      // One that is lent already is not lent to another.
      pool.withValue { XCTAssertEqual($0, 0) }
    }
    XCTAssertThrowsError(try pool.withValue { _ in throw KhabarError("D010", "mishap", remedy: "none") })
    XCTAssertEqual(Set((0..<2).map { _ in pool.withValue { $0 } }).count, 1)
  }
}
