extension RandomAccessCollection {
  /// The first position whose element does not meet a condition that all elements before it meet and none behind it.
  ///
  /// O(log n). The end when all meet it.
  @inlinable
  public func partitionPoint(where belongsBefore: (Element) throws -> Bool) rethrows -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if try belongsBefore(self[middle]) {
        low = index(after: middle)
        length -= half + 1
      } else {
        length = half
      }
    }
    return low
  }
}
