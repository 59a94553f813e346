extension RunComparison {
  /// Counts, then the differences.
  ///
  /// - Parameter limit: how many differences are told; nil for all.
  public func text(differences limit: Int? = nil) -> String {
    var lines = onlyFirst.map { "document in the first run alone: \($0)" }
    lines += onlySecond.map { "document in the second run alone: \($0)" }
    lines += (limit.map { Array(differences.prefix($0)) } ?? differences).map(\.description)
    lines.append(
      "\(documents) documents: \(same) events the same, \(count(.missing)) missing, \(count(.additional)) additional, "
        + "\(count(.different)) different")
    return lines.joined(separator: "\n")
  }

  /// The same for programs: one object of JSON.
  public func json() -> String {
    JSONText.of(
      ComparisonRecord(
        documents: documents, same: same, onlyFirst: onlyFirst, onlySecond: onlySecond, differences: differences))
  }
}

private struct ComparisonRecord: Encodable {
  var documents, same: Int
  var onlyFirst, onlySecond: [String]
  var differences: [EventDifference]
}
