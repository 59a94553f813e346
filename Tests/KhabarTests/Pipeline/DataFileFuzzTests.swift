import Foundation
import Khabar
import KhabarTestSupport
import XCTest

/// Rules, grammars, lists and pipeline files that were torn: whatever their bytes, they are read, or it is said what is
/// wrong with them, and where.
final class DataFileFuzzTests: XCTestCase {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static let tokens = [
    "\"", "(", ")", "[", "]", "|", "*", "+", "?", "=", "@", ",", ":", "-", "#", "\t", " ", "\n  ", "\n",
    "$KHABAR_HOME/",
    "99999999999999999999", "-1", "rule ", "event ", "words @", "pattern ", "need ", "example ", "nothing", "table ",
    "feature ", "next ", "extends: ", "rules: ", ".", "..", "name", "type", "Place", "{", "}", "\\u", "ا", "\u{200F}",
    "ـ",
  ]

  /// Reads torn files of one kind.
  ///
  /// - Parameter read: gives what is wrong in parts of the file.
  private func fuzz(_ name: String, _ seeds: [[UInt8]], read: (String) throws -> [Diagnostic]) throws {
    let folder = try TemporaryFolder(self)
    var tearing = Tearing(name, seeds, tokens: Self.tokens)
    var faulty = 0
    for _ in 0..<Tearing.rounds {
      let bytes = tearing.next()
      // When the process crashes the file stays.
      let path = try folder.write(name, bytes)
      var findings: [Diagnostic]
      do { findings = try read(path) } catch let error as KhabarError {
        findings = error.diagnostics
        XCTAssertFalse(findings.isEmpty, "\(name): no reason")
      }
      if !findings.isEmpty { faulty += 1 }
      for finding in findings {
        let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
        let isSound =
          finding.code.wholeMatch(of: #/[A-Z]\d{3}/#) != nil && !finding.message.isEmpty
          && (finding.location?.file != path || (1...lines).contains(finding.location?.line ?? 1))
        XCTAssertTrue(isSound, "\(finding): base64 \(Data(bytes).base64EncodedString())")
      }
    }
    XCTAssertGreaterThan(faulty, Tearing.rounds / 10, "\(name): what is torn is noticed")
  }

  private func shipped(_ paths: String...) throws -> [[UInt8]] {
    try paths.map { try Array(Data(contentsOf: URL(fileURLWithPath: Self.package + "/Pipelines/" + $0))) }
  }

  func testRules() throws {
    let parser = SyntaxParser(grammar: .empty(orthography: .arabic), lexicon: EmptyGrammar())
    let rules = try shipped("arabic-news/00-common.rules", "arabic-news/meeting.rules", "arabic-news/phone-call.rules")
    // The others use the sets of the first.
    try fuzz("a.rules", rules.dropFirst().map { rules[0] + $0 }) { path in
      let rules = try RuleSet(reading: [PipelineDescription.Value(path)])
      _ = EventAssembler(rules: rules, morphology: EmptyGrammar(), parser: parser, orthography: .arabic)
      return []
    }
  }

  func testGrammars() throws {
    let seeds = try shipped("grammars/ar/40-arguments.grammar", "grammars/ar/50-relations.grammar")
    try fuzz("a.grammar", seeds) { path in
      _ = try Grammar(
        reading: [PipelineDescription.Value(path)], lexicon: EmptyGrammar(), orthography: Orthography())
      return []
    }
  }

  func testLists() throws {
    let table =
      "name\ttype\tkind\taliases\tcountry\n"
      + "بغداد\tPlace\tcity\tدار السلام|بغدان\tIQ\nعمّان\tPlace\tcity\t\tJO\n"
    let patterns =
      "{\"label\": \"ORG\", \"pattern\": \"الأمم المتحدة\", \"id\": \"un\"}\n"
      + "{\"label\": \"LOC\", \"pattern\": [{\"LOWER\": \"بغداد\"}]}\n"
    let lists = [
      "a.tsv": table, "a.csv": table.replacingOccurrences(of: "\t", with: ","), "a.txt": "بغداد\nعمّان\n",
      "a.jsonl": patterns, "a.def": "a.lst:location:city\nb.lst:person\n",
    ]
    for (name, text) in lists.sorted(by: { $0.key < $1.key }) {
      try fuzz(name, [Array(text.utf8)]) { path in
        try Gazetteer.load(
          lists: [], userLists: [GazetteerSource(path: path, type: .place)], orthography: Orthography(),
          words: EmptyGrammar(), cache: .none
        ).1
      }
    }
  }

  func testPipelineFiles() throws {
    let text =
      "# News.\nlanguage: ar\ngazetteers: lists\nlexicon: $KHABAR_HOME/x\nrules: a.rules\n"
      + "match.names: all\nfield.text: content.body\n"
    try fuzz("a.pipeline", [Array(text.utf8), Array("extends: arabic-news\nrules: b.rules\n".utf8)]) { path in
      _ = try PipelineDescription.load(path, home: KhabarHome(path: Self.package))
      return []
    }
  }
}
