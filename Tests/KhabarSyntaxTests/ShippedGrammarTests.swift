import Khabar
import XCTest

@testable import KhabarSyntax

/// What holds of the trees that the shipped grammar makes, of sentences and of word salads.
final class ShippedGrammarTests: XCTestCase {
  private struct Bench: Sendable {
    let grammar: Grammar
    let pipeline: Pipeline
    let assembler: EventAssembler

    init() throws {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
      let home = KhabarHome(path: root)
      let description = try PipelineDescription.load("arabic-news", home: home)
      let pack = try description.languagePack()
      grammar = try description.grammar(for: pack)
      pipeline = try Pipeline(description)
      assembler = EventAssembler(
        rules: try RuleSet(reading: description.rules), morphology: pack.morphology,
        parser: SyntaxParser(grammar: grammar, lexicon: pack.syntax), orthography: pack.orthography)
    }

    func trees(_ text: String) throws -> (document: ResolvedDocument, trees: [SentenceTree]) {
      let document = try pipeline.process(RawDocument(id: "-", text: text)).resolved
      return (document, assembler.trees(of: document))
    }
  }

  private static let shared = Result { try Bench() }

  private func bench() throws -> Bench { try Self.shared.get() }

  private func check(_ text: String, file: StaticString = #filePath, line: UInt = #line) throws {
    let (document, trees) = try bench().trees(text)
    XCTAssertEqual(trees.count, document.sentences.count, text)
    for (sentence, tree) in zip(document.sentences, trees) {
      XCTAssertEqual(TreeProperties.problems(of: tree), [], text, file: file, line: line)
      XCTAssertEqual(tree.phrases.first?.tokens.lowerBound, sentence.tokens.lowerBound, text, file: file, line: line)
      XCTAssertEqual(tree.phrases.last?.tokens.upperBound, sentence.tokens.upperBound, text, file: file, line: line)
    }
  }

  func testTreesOfItsExamplesAreWhole() throws {
    let examples = try bench().grammar.examples
    XCTAssertGreaterThan(examples.count, 100)
    for example in examples { try check(example.text) }
  }

  /// Words of the examples in any order, with marks between them.
  func testTreesOfWordSaladsAreWhole() throws {
    let words =
      try bench().grammar.examples.flatMap { $0.text.split(separator: " ").map(String.init) } + ["،", ".", "\"", "("]
    var random = SeededGenerator(seed: 11)
    for length in 1...60 {
      try check((0..<length).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " "))
    }
  }

  /// "The minister visited Baghdad, and …": a sentence that does not end.
  func testTimeIsLinearInTheSentence() throws {
    let bench = try bench()
    func seconds(_ count: Int) throws -> Double {
      let text = String(repeating: "وزار الوزير بغداد ", count: count)
      let document = try bench.pipeline.process(RawDocument(id: "-", text: text)).resolved
      return Stopwatch.best { _ = bench.assembler.trees(of: document) }
    }
    // Four times the words; quadratic time would be 16 times.
    XCTAssertLessThan(try seconds(200), try seconds(50) * 12)
  }
}
