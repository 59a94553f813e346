/// Intervals for F1 by the bootstrap: documents are drawn with replacement, as many as there are, many times, and the
/// middle 95 % of the figures are kept (Efron and Tibshirani 1993, the percentile interval). What a document holds
/// belongs together, so documents and not events are drawn. The drawing begins at a fixed number: the same input gives
/// the same interval.
struct Bootstrap {
  let samples: Int
  /// The share of the figures inside the interval.
  var level = 0.95

  /// The interval of each measure; none for fewer than two documents.
  ///
  /// - Complexity: O(samples × tallies that are not zero).
  func intervals(of documents: [DocumentTallies]) -> [Measure: ClosedRange<Double>] {
    guard samples > 0, documents.count > 1 else { return [:] }
    let measures = Array(Set(documents.flatMap(\.keys))).sorted()
    let indices = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1, $0) })
    let rows = documents.map { $0.map { (measure: indices[$0.key]!, tally: $0.value) } }
    var drawn = Array(repeating: [Double](), count: measures.count)
    for index in drawn.indices { drawn[index].reserveCapacity(samples) }
    var random = SplitMix(state: 0)
    var sums = Array(repeating: Tally(), count: measures.count)
    for _ in 0..<samples {
      for index in sums.indices { sums[index] = Tally() }
      for _ in documents.indices {
        for entry in rows[Int.random(in: rows.indices, using: &random)] { sums[entry.measure] += entry.tally }
      }
      for index in sums.indices { drawn[index].append(sums[index].f1) }
    }
    let tail = (1 - level) / 2
    let (low, high) = (Int(Double(samples) * tail), samples - 1 - Int(Double(samples) * tail))
    return Dictionary(
      uniqueKeysWithValues: measures.enumerated().map { index, measure in
        let figures = drawn[index].sorted()
        return (measure, figures[low]...figures[max(low, high)])
      })
  }
}

/// A small source of random numbers that gives the same ones for the same state (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
