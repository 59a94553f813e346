import KhabarCore

@testable import KhabarSyntax

extension [Features] {
  /// The sets as the columns of a table.
  func withColumns<Result>(_ body: (FeatureColumns) -> Result) -> Result {
    withUnsafeBufferPointer { sets in
      sets.indices.map { UnsafePointer(sets.baseAddress! + $0) }.withUnsafeBufferPointer {
        body(FeatureColumns($0.baseAddress!))
      }
    }
  }
}

extension GrammarTable {
  /// The first row that holds of some features, one set for each column of up to three.
  func first(of sets: [Features]) -> Decision? {
    sets.withUnsafeBufferPointer { sets in
      guard let one = sets.baseAddress else { return nil }
      return first(one, sets.count > 1 ? one + 1 : one, sets.count > 2 ? one + 2 : nil)
    }
  }

  func forEach(of sets: [Features], _ body: (Decision) -> Void) {
    sets.withUnsafeBufferPointer { sets in
      guard let one = sets.baseAddress else { return }
      forEach(one, sets.count > 1 ? one + 1 : one, sets.count > 2 ? one + 2 : one, body: body)
    }
  }
}
