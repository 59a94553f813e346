import Foundation

@testable import Khabar

/// Cleaning of a text by the shipped patterns.
struct CleaningTarget: FuzzTarget {
  private let cleaner: AnyStage<RawDocument, CleanDocument>
  init() throws {
    var found: AnyStage<RawDocument, CleanDocument>?
    _ = try Pipeline(named: "arabic-news") { found = $0.cleaner }
    guard let found else { fatalError("the pipeline has no cleaner") }
    cleaner = found
  }
  func take(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = try cleaner.process(RawDocument(id: "a", text: text))
  }
}

/// The whole pipeline: every span of its record slices back out of the text, and all exporters write.
struct PipelineTarget: FuzzTarget {
  private let pipeline: Pipeline
  private let exporter = JSONExporter(options: ExportOptions(include: .tokens))
  init() throws { pipeline = try Pipeline(named: "arabic-news") }

  func take(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let document = try pipeline.process(RawDocument(id: "a", text: text))
    _ = pipeline.insight.trials(document.resolved, nil)
    let record = try JSONSerialization.jsonObject(with: Data(exporter.export(document)))
    check(record, Array(text.unicodeScalars))
  }

  private func check(_ value: Any, _ source: [Unicode.Scalar]) {
    if let list = value as? [Any] { for one in list { check(one, source) } }
    guard let object = value as? [String: Any] else { return }
    for one in object.values { check(one, source) }
    guard let start = object["start"] as? Int, let end = object["end"] as? Int else { return }
    precondition(start >= 0 && start < end && end <= source.count, "\(start)..<\(end) of \(source.count)")
    guard let words = object["text"] as? String else { return }
    // JSONSerialization drops a byte order mark behind an escape.
    let expected = source[start..<end].filter { $0 != "\u{FEFF}" }
    precondition(words.unicodeScalars.filter { $0 != "\u{FEFF}" }.elementsEqual(expected), "\(words) is not there")
  }
}
