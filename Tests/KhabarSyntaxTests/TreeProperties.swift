import KhabarCore

@testable import KhabarSyntax

/// What is wrong with a tree, if anything: what every tree must be, whatever the sentence and the grammar.
enum TreeProperties {
  static func problems(of tree: SentenceTree) -> [String] { phrases(tree) + clauses(tree) + arcs(tree) + cycle(tree) }

  /// Phrases lie side by side, so that every token is in one, and each is in one clause.
  private static func phrases(_ tree: SentenceTree) -> [String] {
    var problems: [String] = []
    for index in tree.phrases.indices {
      let phrase = tree.phrases[index]
      if phrase.tokens.count < 1 { problems.append("phrase \(index) is empty") }
      if index > 0, tree.phrases[index - 1].tokens.upperBound != phrase.tokens.lowerBound {
        problems.append("phrase \(index) does not follow the one before")
      }
      if !phrase.tokens.range.contains(phrase.head) || !phrase.tokens.range.contains(phrase.content) {
        problems.append("the head of phrase \(index) is outside")
      }
    }
    let held = tree.clauses.indices.flatMap { clause in tree.clauses[clause].phrases.map { ($0.int, clause) } }
    if held.map(\.0).sorted() != Array(tree.phrases.indices) { problems.append("a phrase is in no clause, or in two") }
    for (phrase, clause) in held where tree.clauseOf[phrase].int != clause {
      problems.append("phrase \(phrase) says that it is in another clause")
    }
    return problems
  }

  private static func clauses(_ tree: SentenceTree) -> [String] {
    var problems: [String] = []
    for (index, clause) in tree.clauses.enumerated() {
      if let parent = clause.parent, parent.int >= index { problems.append("clause \(index) stands in a later one") }
      if let joined = clause.joinedTo, joined.int >= index {
        problems.append("clause \(index) is joined to a later one")
      }
      if clause.phrases != clause.phrases.sorted() { problems.append("the phrases of clause \(index) are in no order") }
      let own = [clause.opener, clause.head, clause.copula].compactMap { $0 }
      if !own.allSatisfy(clause.phrases.contains) { problems.append("clause \(index) is headed by another's phrase") }
      if clause.kind == .main, clause.parent != nil { problems.append("clause \(index) is main and stands in one") }
    }
    return problems
  }

  private static func arcs(_ tree: SentenceTree) -> [String] {
    var problems: [String] = []
    for arc in tree.arcs {
      if ![arc.head, arc.dependent].allSatisfy({ tree.phrases.indices.contains($0.int) }) {
        problems.append("\(arc) leads to no phrase")
      }
      if arc.head == arc.dependent { problems.append("\(arc) leads to itself") }
    }
    let pairs = tree.arcs.map { ($0.head, $0.dependent) }
    if zip(pairs, pairs.dropFirst()).contains(where: { $0 > $1 }) { problems.append("arcs are in no order") }
    return problems
  }

  /// Arcs of relative clauses lead back to the noun that they hang on, and may close a circle; no others.
  private static func cycle(_ tree: SentenceTree) -> [String] {
    var open = Array(repeating: 0, count: tree.phrases.count)
    let arcs = tree.arcs.filter { $0.relation != .relativeSubject && $0.relation != .relativeObject }
    var below: [Int: [Int]] = [:]
    for arc in arcs {
      open[arc.dependent.int] += 1
      below[arc.head.int, default: []].append(arc.dependent.int)
    }
    // Takes away what nothing leads to, until nothing is left but circles.
    var free = open.indices.filter { open[$0] == 0 }
    var taken = 0
    while let phrase = free.popLast() {
      taken += 1
      for dependent in below[phrase] ?? [] {
        open[dependent] -= 1
        if open[dependent] == 0 { free.append(dependent) }
      }
    }
    return taken == tree.phrases.count ? [] : ["arcs form a circle"]
  }
}

/// Numbers that look like chance and are the same in each run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

enum Stopwatch {
  /// Seconds of the fastest of three runs, which what else the machine does disturbs least.
  static func best(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let best = (0..<3).map { _ in clock.measure(body) }.min() ?? .zero
    return Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
  }
}
