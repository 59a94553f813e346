import KhabarCore

/// The expressions of several words of `expressions.tsv`.
struct EnglishExpressions: Sendable {
  private struct Expression {
    var words: [WordKey]
    var kind: FixedExpression.Kind
  }

  /// By their first word, the longest first.
  private var expressions: [WordKey: [Expression]] = [:]

  /// - Throws: `KhabarError` for a table that is damaged or has a kind that there is not.
  init(_ tables: EnglishTables) throws {
    let kinds = Dictionary(uniqueKeysWithValues: FixedExpression.Kind.allCases.map { ($0.rawValue, $0) })
    for row in try tables.rows(of: "expressions.tsv", columns: ["kind"]) {
      guard let first = row.words.first else { continue }
      expressions[first, default: []].append(Expression(words: row.words, kind: try row.meaning("kind", in: kinds)))
    }
    for first in expressions.keys { expressions[first]?.sort { $0.words.count > $1.words.count } }
  }

  /// The longest expression that begins at a token and ends before another, of a kind or of any.
  func expression(
    _ kind: FixedExpression.Kind? = nil, at token: Int, before end: Int, in tokens: [Token]
  ) -> FixedExpression? {
    for expression in expressions[tokens[token].key] ?? [] where kind.map({ $0 == expression.kind }) ?? true {
      let words = expression.words
      guard token + words.count <= end, words.indices.allSatisfy({ tokens[token + $0].key == words[$0] }) else {
        continue
      }
      let key = words.dropFirst().reduce(words[0]) { $0.appending($1) }
      return FixedExpression(kind: expression.kind, end: token + words.count, key: key)
    }
    return nil
  }
}
