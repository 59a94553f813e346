import KhabarCore
import XCTest

/// What holds for every text that is derived from another one, tried on made texts of letters of one to four bytes.
final class AlignedTextTests: XCTestCase {
  /// A text derived by random operations, with its source and what each of its bytes should stand for.
  private struct Derived {
    var source: [UInt8] = []
    var text: AlignedText
    /// For each byte of the text the stretch of the source that it stands for.
    var origins: [Range<Int>] = []
  }

  private func character(_ dice: inout Dice) -> [UInt8] {
    Array(["a", "é", "خ", "ب", "ر", "…", "𝄞"][dice.roll(7)].utf8)
  }

  private func derive(_ dice: inout Dice) -> Derived {
    var derived = Derived(text: AlignedText(identity: []))
    var pieces: [[UInt8]] = []
    for _ in 0..<dice.roll(12) { pieces.append((0..<dice.roll(5)).flatMap { _ in character(&dice) }) }
    derived.source = pieces.flatMap { $0 }
    var builder = AlignedText.Builder()
    var position = 0
    derived.source.withUnsafeBufferPointer { source in
      for piece in pieces {
        let span = position..<(position + piece.count)
        position = span.upperBound
        switch dice.roll(3) {
        case 0:
          builder.keep(span, of: source)
          derived.origins += span.map { $0..<($0 + 1) }
        case 1:
          let written = (0..<dice.roll(3)).flatMap { _ in character(&dice) }
          builder.replace(span, with: written)
          derived.origins += written.map { _ in span }
        default: break
        }
      }
    }
    derived.text = builder.finish()
    return derived
  }

  func testEveryByteStandsForItsOrigin() {
    for seed in 1...300 {
      var dice = Dice(seed)
      let derived = derive(&dice)
      XCTAssertEqual(derived.text.bytes.count, derived.origins.count, "seed \(seed)")
      for (index, origin) in derived.origins.enumerated() {
        XCTAssertEqual(derived.text.source(of: TextSpan(index, index + 1)).range, origin, "seed \(seed), byte \(index)")
      }
    }
  }

  func testASpanStandsForAllFromItsFirstByteToItsLast() {
    for seed in 1...300 {
      var dice = Dice(seed)
      let derived = derive(&dice)
      guard !derived.origins.isEmpty else { continue }
      let start = dice.roll(derived.origins.count)
      let end = start + 1 + dice.roll(derived.origins.count - start)
      let span = derived.text.source(of: TextSpan(start, end))
      XCTAssertEqual(
        span.range, derived.origins[start].lowerBound..<derived.origins[end - 1].upperBound, "seed \(seed)")
      XCTAssertTrue(derived.text.source(of: derived.text.extent).contains(span), "seed \(seed)")
    }
  }

  func testAnEmptySpanStaysEmpty() {
    for seed in 1...100 {
      var dice = Dice(seed)
      let derived = derive(&dice)
      for offset in 0...derived.text.bytes.count {
        XCTAssertTrue(derived.text.source(of: TextSpan(offset, offset)).isEmpty, "seed \(seed), \(offset)")
      }
    }
  }

  /// Edits of a derived text give what splicing its bytes does, and each byte that is kept still stands for its origin.
  func testEditsKeepTheAlignmentWithTheFirstSource() {
    for seed in 1...300 {
      var dice = Dice(seed)
      let derived = derive(&dice)
      var edits: [AlignedText.Edit] = []
      var bytes: [UInt8] = []
      var origins: [Range<Int>] = []
      var position = 0
      while position < derived.text.bytes.count {
        let end = min(position + 1 + dice.roll(4), derived.text.bytes.count)
        if dice.roll(3) == 0 {
          let replacement = dice.roll(2) == 0 ? [] : character(&dice)
          let span = TextSpan<CleanBytes>(position, end)
          edits.append(AlignedText.Edit(span, replacement: replacement))
          bytes += replacement
          origins += replacement.map { _ in derived.text.source(of: span).range }
        } else {
          bytes += derived.text.bytes[position..<end]
          origins += derived.origins[position..<end]
        }
        position = end
      }
      let edited = derived.text.applying(edits)
      XCTAssertEqual(edited.bytes, bytes, "seed \(seed)")
      for (index, origin) in origins.enumerated() {
        XCTAssertEqual(edited.source(of: TextSpan(index, index + 1)).range, origin, "seed \(seed), byte \(index)")
      }
    }
  }

  func testNoEditChangesNothing() {
    let text = AlignedText(identity: Array("خبر".utf8))
    XCTAssertEqual(text.applying([]).bytes, text.bytes)
    XCTAssertEqual(text.source(of: text.extent).range, 0..<6)
    XCTAssertEqual(text.string(TextSpan(2, 4)), "ب")
  }
}

/// Numbers that are the same in every run: xorshift.
struct Dice {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// From 0 to one below `sides`.
  mutating func roll(_ sides: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: state >> 33) % max(1, sides)
  }
}
