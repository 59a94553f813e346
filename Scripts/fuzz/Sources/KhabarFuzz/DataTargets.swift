import Foundation

@testable import Khabar
@testable import KhabarSyntax

private func shippedPack() throws -> ArabicPack {
  try ArabicPack(lexicon: PipelineDescription.load("arabic-news", home: KhabarHome.find()).lexicon)
}

/// Lists of names in each of their forms: the first byte chooses.
struct GazetteerTarget: FuzzTarget {
  private let pack: ArabicPack
  private let files: [FuzzFile]
  init() throws {
    pack = try shippedPack()
    files = try ["a.tsv", "a.lst", "a.jsonl", "a.txt", "a.def"].map { try FuzzFile($0) }
  }
  func take(_ bytes: [UInt8]) throws {
    let file = files[Int(bytes.first ?? 0) % files.count]
    file.write(bytes.dropFirst())
    let loader = GazetteerLoader(
      orthography: pack.orthography, words: pack.words, cache: GazetteerCache(directory: nil))
    _ = try loader.load([GazetteerSource(path: file.path, type: EntityType("place"))])
  }
}

/// Files of event rules: parsed, linted and compiled.
struct RuleTarget: FuzzTarget {
  private let pack: ArabicPack
  init() throws { pack = try shippedPack() }
  func take(_ bytes: [UInt8]) throws {
    let file = try RuleParser.parse(String(decoding: bytes, as: UTF8.self), file: "a.rules")
    let rules = try RuleSet([file])
    _ = RuleLinter(morphology: pack.morphology, words: pack.words, orthography: pack.orthography).findings(in: rules)
    _ = EventAssembler(
      rules: rules, morphology: pack.morphology,
      parser: SyntaxParser(grammar: .empty(orthography: pack.orthography), lexicon: pack.syntax),
      orthography: pack.orthography)
  }
}

/// Files of the grammar: parsed and linted.
struct GrammarTarget: FuzzTarget {
  private let pack: ArabicPack
  init() throws { pack = try shippedPack() }
  func take(_ bytes: [UInt8]) throws {
    // Without what the engine demands of a whole grammar.
    var parser = GrammarParser(
      vocabulary: pack.syntax.vocabulary, engine: PhraseBits.wordNames,
      ofPhrases: PhraseBits.phraseVocabulary + TreeFeatures.vocabulary, shapes: SyntaxParser.shapes,
      orthography: pack.orthography)
    parser.read(String(decoding: bytes, as: UTF8.self), file: "a.grammar")
    let grammar = try parser.finish()
    _ = GrammarLinter(grammar: grammar).findings()
  }
}

/// Pipeline files. They may name files, which are not opened.
struct PipelineFileTarget: FuzzTarget {
  private let file: FuzzFile
  private let home: KhabarHome
  init() throws {
    file = try FuzzFile("a.pipeline")
    home = try KhabarHome.find()
  }
  func take(_ bytes: [UInt8]) throws {
    file.write(bytes)
    _ = try PipelineDescription.load(file.path, home: home).fields()
  }
}
