import KhabarCore
import XCTest

@testable import KhabarSyntax

/// Walking a tree, and drawing it.
final class SentenceTreeTests: XCTestCase {
  /// said ← minister; said → visit; visit → to-paris, with-officer and guard; held ← visit by a relative clause.
  private let tree: SentenceTree = {
    let phrases = (0..<7).map { Phrase(kind: .noun, tokens: TextSpan($0 * 2, $0 * 2 + 2)) }
    func arc(_ relation: Arc.Relation, _ head: Int, _ dependent: Int) -> Arc {
      Arc(relation, head: PhraseID(head), dependent: PhraseID(dependent))
    }
    return SentenceTree(
      phrases: phrases, clauses: [Clause(.main)],
      arcs: [
        arc(.object, 0, 2), arc(.subject, 0, 1), arc(.attribute, 2, 3), arc(.attribute, 2, 4), arc(.conjunct, 4, 5),
        arc(.relativeSubject, 6, 2),
      ], clauseOf: Array(repeating: ClauseID(0), count: 7))
  }()

  private func walk(_ path: String, from start: Int) throws -> [Int] {
    var parser = GrammarParser(vocabulary: [], shapes: [], orthography: Toy.orthography)
    parser.read("relation walked = \(path)", file: "toy.grammar")
    let grammar = try parser.finish()
    return (grammar.relations["walked"] ?? []).flatMap { tree.phrases($0, from: PhraseID(start)) }.map(\.int)
  }

  func testPathsGoDownAndUp() throws {
    XCTAssertEqual(try walk("object", from: 0), [2])
    XCTAssertEqual(try walk("object.attribute", from: 0), [3, 4])
    XCTAssertEqual(try walk("object.attribute.conjunct", from: 0), [5])
    XCTAssertEqual(try walk("<object", from: 2), [0])
    XCTAssertEqual(try walk("<object.subject", from: 2), [1])
    XCTAssertEqual(try walk("<relative-subject", from: 2), [6])
    XCTAssertEqual(try walk("<attribute.<object.subject", from: 4), [1])
    XCTAssertEqual(try walk("subject | object", from: 0), [1, 2])
    XCTAssertEqual(try walk("patient", from: 0), [])
    XCTAssertEqual(try walk("object", from: 2), [])
  }

  func testAPathWithoutStepsStaysWhereItIs() {
    XCTAssertEqual(tree.phrases(Path(steps: []), from: PhraseID(3)), [PhraseID(3)])
  }

  func testMistakesInPaths() {
    XCTAssertThrowsError(try walk("object.owner", from: 0)) { error in
      XCTAssertEqual((error as? KhabarError)?.diagnostics.first?.code, "S008")
    }
  }

  /// What is looked up says the same as a search of all arcs.
  func testLookupsAgreeWithSearches() {
    var dice = SeededGenerator(seed: 8)
    let relations: [Arc.Relation] = [.subject, .object, .attribute]
    var found = 0
    for _ in 0..<300 {
      let arcs = (0..<12).map { _ in
        Arc(
          relations.randomElement(using: &dice) ?? .subject, head: PhraseID(Int.random(in: 0..<6, using: &dice)),
          dependent: PhraseID(Int.random(in: 0..<6, using: &dice)))
      }.sorted { ($0.head, $0.dependent) < ($1.head, $1.dependent) }
      let tree = SentenceTree(
        phrases: (0..<6).map { Phrase(kind: .noun, tokens: TextSpan($0, $0 + 1)) }, clauses: [Clause(.main)],
        arcs: arcs, clauseOf: Array(repeating: ClauseID(0), count: 6))
      let path = Path(
        steps: (0..<Int.random(in: 0...3, using: &dice)).map { _ in
          Path.Step(relation: relations.randomElement(using: &dice) ?? .subject, isUpward: Bool.random(using: &dice))
        })
      for id in (0..<6).map({ PhraseID($0) }) {
        XCTAssertEqual(tree.arcs(from: id).map(\.dependent), arcs.filter { $0.head == id }.map(\.dependent))
        XCTAssertEqual(tree.arcs(to: id).map(\.head), arcs.filter { $0.dependent == id }.map(\.head))
        XCTAssertEqual(tree.firstDependent(of: id, .object), tree.dependents(of: id, .object).first)
        let all = tree.phrases(path, from: id)
        XCTAssertEqual(tree.firstPhrase(path, from: id), all.first)
        found += all.isEmpty ? 0 : 1
      }
    }
    XCTAssertGreaterThan(found, 300)
  }

  func testArcsAndPhrasesAreFound() {
    XCTAssertEqual(tree.arcs(from: PhraseID(2)).map(\.dependent), [PhraseID(3), PhraseID(4)])
    XCTAssertTrue(tree.arcs(from: PhraseID(5)).isEmpty)
    XCTAssertEqual(tree.arcs(to: PhraseID(2)).map(\.head), [PhraseID(0), PhraseID(6)])
    XCTAssertEqual((0..<14).map { tree.phrase(at: $0)?.int }, (0..<14).map { $0 / 2 })
    XCTAssertNil(tree.phrase(at: 14))
    XCTAssertNil(tree.phrase(at: -1))
  }

  func testTheDumpTellsClausesAndArcsWithTheirRows() throws {
    let rows =
      ToyTreeBank.clauses + """
        table argument
          subject topic 3: phrase topic
          object  behind 1: phrase first
        table sharing
          shared joined: clause joined-clause

        """
    let sentence = "officer who not left met minister and-met guard"
    let bank = try ToyTreeBank(rows)
    let toy = bank.tree(sentence)
    XCTAssertEqual(
      TreeDumper(SentenceOutline(toy.tree, bank.grammar), Toy.document(sentence)).text,
      """
      clause 0 main: officer | met | minister
      clause 1 relative in 0 of officer negated (who): who | not | left
      clause 2 main joined to 0 (and-verb): and-met | guard
      left --relative-subject 0--> officer
      met --subject 3--> officer, topic
      met --object 1--> minister, behind
      and-met --shared 0--> officer, joined
      and-met --object 1--> guard, behind
      """)
  }
}
