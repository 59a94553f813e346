import Foundation
import Khabar

extension RulesCommand {
  /// One JSON object for each line of a file: its phrases, clauses and arcs.
  static func parseLines(
    of operands: [String], _ description: PipelineDescription, _ console: Console
  ) throws -> ExitStatus {
    guard operands.count == 1, let data = FileManager.default.contents(atPath: operands[0]) else {
      throw KhabarError(
        "U006", "khabar rules parse --format jsonl needs one file that can be read",
        remedy: "Such as: khabar rules parse --format jsonl sentences.txt")
    }
    let reading = try TreeReading(description)
    let assembler = reading.assembler()
    var lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    // Behind the last line break nothing is left.
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    for line in lines {
      try console.print(TreeLine(of: String(line), reading, assembler).json)
    }
    return .success
  }
}

/// The trees of one line of text, as a JSON object. Offsets are code points of the line, half open; arcs and clauses
/// name phrases by their index.
struct TreeLine: Encodable {
  struct PhraseRow: Encodable {
    var kind: String
    var start: Int
    var end: Int
    /// Where the head word begins.
    var head: Int
  }
  struct ClauseRow: Encodable {
    var kind: String
    var parent: Int?
    var head: Int?
    var of: Int?
    var row: String?
    var phrases: [Int]
  }
  struct ArcRow: Encodable {
    var head: Int
    var dependent: Int
    var relation: String
    var row: String?
  }

  private(set) var phrases: [PhraseRow] = []
  private(set) var clauses: [ClauseRow] = []
  private(set) var arcs: [ArcRow] = []

  /// - Parameter text: one line; an empty one gives an object without phrases.
  init(of text: String, _ reading: TreeReading, _ assembler: EventAssembler) throws {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    let document = try reading.document(text)
    let scalars = ScalarIndex(Array(text.utf8))
    func offset(_ position: Int, end: Bool) -> Int {
      let span = document.text.source(of: document.tokens[position].span)
      let range = scalars.scalars(of: span)
      return end ? range.upperBound : range.lowerBound
    }
    for tree in assembler.trees(of: document) {
      let sentence = SentenceOutline(tree, reading.grammar)
      let (first, firstClause) = (phrases.count, clauses.count)
      phrases += sentence.phrases.map { phrase in
        PhraseRow(
          kind: phrase.kind, start: offset(phrase.tokens.lowerBound, end: false),
          end: offset(phrase.tokens.upperBound - 1, end: true), head: offset(phrase.head, end: false))
      }
      clauses += sentence.clauses.map { clause in
        ClauseRow(
          kind: clause.kind, parent: clause.parent.map { $0 + firstClause }, head: clause.head.map { $0 + first },
          of: clause.antecedent.map { $0 + first }, row: clause.row, phrases: clause.phrases.map { $0 + first })
      }
      arcs += sentence.arcs.map { arc in
        ArcRow(
          head: arc.head + first, dependent: arc.dependent + first, relation: arc.relation, row: arc.row)
      }
    }
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
