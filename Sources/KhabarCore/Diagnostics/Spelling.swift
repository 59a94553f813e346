/// Guesses what a mistyped word was to be, for the remedies of messages.
public enum Spelling {
  /// The candidate that is fewest edits away, if it is near enough.
  ///
  /// - Parameter limit: edits that a candidate may be away; 2 for all when it is not given.
  public static func nearest(
    to word: String, among candidates: [String], within limit: (String) -> Int = { _ in 2 }
  ) -> String? {
    candidates.map { ($0, distance(Array(word.unicodeScalars), Array($0.unicodeScalars))) }
      .filter { $0.1 <= limit($0.0) }.min { $0.1 < $1.1 }?.0
  }

  /// Levenshtein distance.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let cost = min(diagonal + (a == b ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[right.count]
  }
}
