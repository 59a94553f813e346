import KhabarCore

/// The definitions of features as masks that lie side by side, so that deriving them touches nothing else.
struct FeatureMasks: Sendable {
  private var features: [Features] = []
  /// Behind the last way of each definition; they begin behind those of the one before.
  private var ends: [Int32] = []
  private var ways: [Condition.Way] = []

  init(_ definitions: [Grammar.Definition]) {
    for definition in definitions {
      features.append(definition.feature)
      ways += definition.condition.ways
      ends.append(Int32(ways.count))
    }
  }

  /// Adds what holds, in order: later definitions may ask for earlier ones.
  func derive(_ result: inout Features) {
    ways.withUnsafeBufferPointer { ways in
      ends.withUnsafeBufferPointer { ends in
        features.withUnsafeBufferPointer { features in
          var way = 0
          for index in 0..<ends.count {
            let end = Int(ends[index])
            while way < end, !ways[way].holds(result) { way += 1 }
            if way < end { result.formUnion(features[index]) }
            way = end
          }
        }
      }
    }
  }
}

/// The same for the states of open phrases.
struct StateMasks: Sendable {
  private var features: [Features] = []
  private var begins: [Condition] = []
  private var stays: [Condition] = []

  init(_ states: [Grammar.State]) {
    features = states.map(\.feature)
    begins = states.map(\.begins)
    stays = states.map(\.stays)
  }

  /// Changes the states of a phrase to those behind a further word.
  func advance(_ states: inout Features, word: Features) {
    var result = Features()
    for index in features.indices {
      if begins[index].holds(word) || states.contains(features[index]) && stays[index].holds(word) {
        result.formUnion(features[index])
      }
    }
    states = result
  }
}
