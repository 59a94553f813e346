import KhabarCore

extension [Mention] {
  /// The mentions, which are in text order, with others in any order: by where they begin, the longer first.
  ///
  /// Merges, because mentions are too big to be sorted all together for the sake of a few. O(n + m log m).
  func merging(_ added: [Mention]) -> [Mention] {
    func isBefore(_ left: Mention, _ right: Mention) -> Bool {
      left.tokens.start != right.tokens.start
        ? left.tokens.start < right.tokens.start : left.tokens.end > right.tokens.end
    }
    let order = added.indices.sorted { isBefore(added[$0], added[$1]) }
    var merged: [Mention] = []
    merged.reserveCapacity(count + added.count)
    var next = startIndex
    for index in order {
      while next < endIndex, !isBefore(added[index], self[next]) {
        merged.append(self[next])
        next += 1
      }
      merged.append(added[index])
    }
    merged.append(contentsOf: self[next...])
    return merged
  }
}
