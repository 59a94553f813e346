import Foundation
import Khabar

/// What libFuzzer gives its inputs to; `KHABAR_FUZZ_TARGET` names one.
///
/// A target may throw what the library says of a bad file. Everything else (a trap, an overflow, memory that is not
/// its own, an endless loop) ends the program, and libFuzzer keeps the input.
enum FuzzTarget: String, CaseIterable {
  case clean, page, xml, text, list, rules, grammar, pipeline, lexicon, jsonl, whole

  static let current: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["KHABAR_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      FileHandle.standardError.write(Data("KHABAR_FUZZ_TARGET must be one of \(names)\n".utf8))
      exit(2)
    }
    return target
  }()

  func run(_ bytes: [UInt8]) throws {
    switch self {
    case .clean: _ = try Cleaner(orthography: .arabic).process(document(bytes))
    case .page: _ = try HTMLReader().page(valid(bytes))
    case .xml: _ = try XMLReader().items(valid(bytes), file: "a.xml")
    case .text: _ = try TextDecoding.decode(bytes, declared: nil, file: "a.txt")
    case .list: try list(bytes)
    case .rules:
      let rules = try RuleSet(reading: [PipelineDescription.Value(file("a.rules", bytes))])
      let parser = SyntaxParser(grammar: .empty(orthography: .arabic), lexicon: EmptyGrammar())
      _ = EventAssembler(rules: rules, morphology: EmptyGrammar(), parser: parser, orthography: .arabic)
    case .grammar:
      let path = try file("a.grammar", bytes)
      _ = try Grammar(reading: [PipelineDescription.Value(path)], lexicon: EmptyGrammar(), orthography: Orthography())
    case .pipeline:
      _ = try PipelineDescription.load(file("a.pipeline", bytes), home: KhabarHome(path: Self.home))
    case .lexicon: try lexicon(bytes)
    case .jsonl: try batch(bytes)
    case .whole:
      _ = try Self.shipped.get().process(document(bytes))
    }
  }

  private func list(_ bytes: [UInt8]) throws {
    // The first byte says what kind of list it is.
    let names = ["a.tsv", "a.csv", "a.txt", "a.jsonl", "a.def"]
    let name = names[Int(bytes.first ?? 0) % names.count]
    _ = try Gazetteer.load(
      lists: [], userLists: [GazetteerSource(path: file(name, Array(bytes.dropFirst())), type: .place)],
      orthography: Orthography(), words: EmptyGrammar(), cache: .none)
  }

  /// Tables of the Arabic lexicon, of which the first byte names one.
  private func lexicon(_ bytes: [UInt8]) throws {
    let names = ["calendar", "numbers", "currencies", "holidays", "titles", "verbs", "boilerplate", "function-words"]
    let name = names[Int(bytes.first ?? 0) % names.count]
    _ = try file("lexicon/\(name).tsv", Array(bytes.dropFirst()))
    defer { try? FileManager.default.removeItem(atPath: Self.folder + "/lexicon/\(name).tsv") }
    _ = try ArabicPack(lexicon: Self.folder + "/lexicon")
  }

  private func batch(_ bytes: [UInt8]) throws {
    _ = try Batch(pipeline: Self.shipped.get(), format: .jsonl, jobs: 1)
      .run([file("a.jsonl", bytes)], to: .stream(Sink()), report: { _ in })
  }

  private func document(_ bytes: [UInt8]) -> RawDocument {
    RawDocument(info: DocumentInfo(id: "a"), bytes: valid(bytes))
  }

  /// What remains of bytes that are not UTF-8: readers give the stages nothing else.
  private func valid(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

  // MARK: - Files

  private static let home: String = {
    let environment = ProcessInfo.processInfo.environment
    return environment["KHABAR_HOME"] ?? FileManager.default.currentDirectoryPath
  }()

  private static let shipped = Result { try Pipeline(named: "arabic-news", home: KhabarHome(path: home)) }

  /// A folder of this process, in memory where the machine has one.
  private static let folder: String = {
    let base = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    let folder = base + "/khabar-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(atPath: folder + "/lexicon", withIntermediateDirectories: true)
    return folder
  }()

  private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = Self.folder + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }
}

/// Keeps nothing.
private final class Sink: ByteSink {
  func write(_ bytes: [UInt8]) throws {}
}

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  try? FuzzTarget.current.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
