import KhabarCore

/// Tells whether tokens lie inside one of many spans. O(log n).
struct TokenCover {
  private let starts: [Int32]
  /// For each span the furthest end of it and all before it.
  private let furthest: [Int32]

  init(_ spans: some Sequence<TokenSpan>) {
    let sorted = spans.sorted { $0.start < $1.start }
    starts = sorted.map(\.start)
    var end: Int32 = 0
    furthest = sorted.map { span in
      end = max(end, span.end)
      return end
    }
  }

  /// Whether one span holds all tokens of a range.
  func covers(_ start: Int, _ end: Int) -> Bool {
    let behind = starts.partitionPoint { Int($0) <= start }
    return behind > 0 && Int(furthest[behind - 1]) >= end
  }
}
