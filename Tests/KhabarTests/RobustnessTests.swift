import Foundation
import Khabar
import XCTest

/// The whole pipeline on texts that nobody wrote: cut, torn and sprinkled samples.
final class RobustnessTests: XCTestCase {
  /// What makes parsers stumble: marks alone, joiners, digits of several scripts, brackets, quotes, surrogates' neighbours,
  /// control characters, emoji, presentation forms.
  private static let sprinkles: [String] = [
    "\u{0}", "\u{1A}", "\u{200D}", "\u{202E}", "\u{640}", "\u{64B}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "😀", "ﷲ", "ﻻ",
    "٣", "9",
    "99999999999999999999999", "٪", "(", ")", "«", "\"", "-", "/", ".", "…", "\n", "\r\n", "\u{2028}", " و", " ال",
    "لل", "a", "http://",
    "1/13/20244", "31/2/2024", "هـ", "م", " و و و", "\t",
  ]

  func testTornTextsGiveSpansThatSliceBack() throws {
    let pipeline = try Pipeline(named: "arabic-news")
    let exporter = JSONExporter(options: ExportOptions(include: .tokens))
    var dice = Dice(state: 20_240_415)
    for text in try samples() {
      let scalars = Array(text.unicodeScalars)
      for round in 0..<12 {
        var torn = String.UnicodeScalarView()
        let start = dice.roll(scalars.count)
        let end = min(scalars.count, start + 1 + dice.roll(400))
        for scalar in scalars[start..<end] {
          if dice.roll(100) < round * 3 {
            torn.append(contentsOf: Self.sprinkles[dice.roll(Self.sprinkles.count)].unicodeScalars)
          }
          if dice.roll(100) >= round { torn.append(scalar) }
        }
        try check(String(torn), pipeline, exporter)
      }
    }
    for text in Self.sprinkles + ["", " ", Self.sprinkles.joined(), Self.sprinkles.joined(separator: " ")] {
      try check(text, pipeline, exporter)
    }
  }

  private func check(_ text: String, _ pipeline: Pipeline, _ exporter: JSONExporter) throws {
    let document = try pipeline.process(RawDocument(id: "a", text: text))
    let record = try JSONSerialization.jsonObject(with: Data(exporter.export(document)))
    let source = Array(text.unicodeScalars)
    func visit(_ value: Any) {
      if let list = value as? [Any] { list.forEach(visit) }
      guard let object = value as? [String: Any] else { return }
      object.values.forEach(visit)
      guard let start = object["start"] as? Int, let end = object["end"] as? Int else { return }
      guard start >= 0, start < end, end <= source.count else {
        return XCTFail("\(start)..<\(end) of \(source.count): \(text)")
      }
      guard let words = object["text"] as? String else { return }
      // JSONSerialization drops a byte order mark behind an escape.
      let expected = source[start..<end].filter { $0 != "\u{FEFF}" }
      XCTAssertTrue(words.unicodeScalars.filter { $0 != "\u{FEFF}" }.elementsEqual(expected), "\(words) in: \(text)")
    }
    visit(record)
  }

  private func samples() throws -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Samples")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
      .sorted()
    XCTAssertGreaterThan(names.count, 5)
    return try names.map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
  }

  /// Numbers that are the same in every run (SplitMix64).
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((value ^ (value >> 31)) % UInt64(sides))
    }
  }
}
