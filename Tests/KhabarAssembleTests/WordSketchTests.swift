import KhabarCore
import XCTest

@testable import KhabarAssemble

/// A sketch of words may take one for another, but misses none.
final class WordSketchTests: XCTestCase {
  func testASketchHasAllOfItsWords() {
    let keys = (0..<300).map { ToyNews.orthography.key("word\($0)") }
    var sketch = WordSketch()
    var missing = 0
    for key in keys {
      if !sketch.mayHold(WordSketch.Marker(.preposition(key))) { missing += 1 }
      sketch.insert(key)
      XCTAssertTrue(sketch.mayHold(WordSketch.Marker(.preposition(key))))
      XCTAssertTrue(sketch.mayHold(WordSketch.Marker(.phrase([key, keys[0]]))))
    }
    XCTAssertGreaterThan(missing, 200)
    XCTAssertTrue(WordSketch().mayHold(WordSketch.Marker(.phrase(Array(repeating: keys[0], count: 9)))))
  }

  func testASketchOfASentenceBeginsBeforeIt() throws {
    let tokens = try ToyNews("Smith | met | Jones | in talks").document.tokens
    let sketch = WordSketch(3..<5, of: tokens)
    for token in tokens { XCTAssertTrue(sketch.mayHold(WordSketch.Marker(.preposition(token.key)))) }
    XCTAssertFalse(WordSketch(0..<1, of: tokens).mayHold(WordSketch.Marker(.preposition(tokens[3].key))))
  }
}
