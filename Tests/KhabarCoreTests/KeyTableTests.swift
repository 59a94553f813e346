import KhabarCore
import XCTest

/// A table against the dictionary that it stands for.
final class KeyTableTests: XCTestCase {
  func testSameAsADictionary() {
    for seed in 1...20 {
      var dice = Dice(seed)
      var table = KeyTable(placeholder: 0)
      var dictionary: [WordKey: Int] = [:]
      for value in 0..<dice.roll(500) {
        // Few different keys, so that some come again; a top bit marks a hashed one.
        let key = WordKey(bits: UInt128(dice.roll(300) + 1) | (dice.roll(2) == 0 ? 0 : 1 << 127))
        table.insert(key, value)
        dictionary[key] = value
      }
      for (key, value) in dictionary { XCTAssertEqual(table[key], value, "seed \(seed)") }
      XCTAssertNil(table[WordKey(bits: 1_000)], "seed \(seed)")
    }
  }
}
