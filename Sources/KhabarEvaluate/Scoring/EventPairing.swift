/// Pairs events of the gold with predicted ones, one to one, closest first, so that a happening which is reported twice
/// costs precision.
struct EventPairing {
  /// For each event of the gold the index of its partner.
  private(set) var predictedOfGold: [Int?]
  private(set) var goldOfPredicted: [Int?]

  init(gold: [ScoredEvent], predicted: [ScoredEvent]) {
    predictedOfGold = Array(repeating: nil, count: gold.count)
    goldOfPredicted = Array(repeating: nil, count: predicted.count)
    var candidates: [(closeness: Double, gold: Int, predicted: Int)] = []
    for (i, wanted) in gold.enumerated() {
      for (j, made) in predicted.enumerated() {
        let closeness = Self.closeness(wanted, made)
        if closeness > 0 { candidates.append((closeness, i, j)) }
      }
    }
    candidates.sort { ($1.closeness, $0.gold, $0.predicted) < ($0.closeness, $1.gold, $1.predicted) }
    for candidate in candidates
    where predictedOfGold[candidate.gold] == nil && goldOfPredicted[candidate.predicted] == nil {
      predictedOfGold[candidate.gold] = candidate.predicted
      goldOfPredicted[candidate.predicted] = candidate.gold
    }
  }

  /// How close two events are; 0 when they can't be one happening. They must be of one type and the trigger must stand
  /// in the evidence, or they share a core participant, in whatever role, and their months do not differ.
  static func closeness(_ gold: ScoredEvent, _ predicted: ScoredEvent) -> Double {
    guard gold.type == predicted.type else { return 0 }
    let isTold = predicted.spans.contains { trigger in gold.spans.contains { $0.overlaps(trigger) } }
    let shared = pairs(gold.core, predicted.core, inRoles: false)
    guard isTold || shared > 0 else { return 0 }
    if !isTold, let day = gold.day, let other = predicted.day, day.prefix(7) != other.prefix(7) { return 0 }
    return (isTold ? 2 : 0) + Double(shared) + (gold.day == predicted.day ? 1 : 0)
      + (isFirstPlaceRight(gold, predicted) ? 0.5 : 0)
  }

  /// How many participants are the same, each counted once.
  ///
  /// - Parameter inRoles: they must have the same role, too.
  static func pairs(_ gold: [ScoredEvent.Party], _ predicted: [ScoredEvent.Party], inRoles: Bool) -> Int {
    var used: Set<Int> = []
    for wanted in gold {
      let partner = predicted.indices.first { index in
        !used.contains(index) && (!inRoles || wanted.role == predicted[index].role)
          && wanted.names.isSame(as: predicted[index].names)
      }
      if let partner { used.insert(partner) }
    }
    return used.count
  }

  /// True when the gold's first place is among the predicted ones, and when neither has a place.
  static func isFirstPlaceRight(_ gold: ScoredEvent, _ predicted: ScoredEvent) -> Bool {
    guard let first = gold.places.first else { return predicted.places.isEmpty }
    return predicted.places.contains(where: first.isSame)
  }
}
