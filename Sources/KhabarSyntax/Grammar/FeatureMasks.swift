import KhabarCore

/// The definitions of features, ready to derive them.
struct FeatureMasks: Sendable {
  private var features: [Features] = []
  private var conditions = FlatConditions()
  /// All features that the definitions ask for; the others change nothing.
  private(set) var asked = Features()

  init(_ definitions: [Grammar.Definition]) {
    for definition in definitions {
      features.append(definition.feature)
      conditions.append(definition.condition)
      for way in definition.condition.ways { asked.formUnion(way.all.union(way.none)) }
    }
  }

  /// Adds what holds, in order: later definitions may ask for earlier ones.
  func derive(_ result: inout Features) {
    features.withUnsafeBufferPointer { features in
      conditions.withView { conditions in
        withUnsafeMutablePointer(to: &result) { result in
          for index in features.indices where conditions.holds(index, UnsafeRawPointer(result)) {
            result.pointee.formUnion(features[index])
          }
        }
      }
    }
  }
}

/// The same for the states of open phrases.
struct StateMasks: Sendable {
  private var features: [Features] = []
  private var begins = FlatConditions()
  private var stays = FlatConditions()

  init(_ states: [Grammar.State]) {
    for state in states {
      features.append(state.feature)
      begins.append(state.begins)
      stays.append(state.stays)
    }
  }

  /// Changes the states of a phrase to those behind a further word.
  func advance(_ states: inout Features, word: Features) {
    var result = Features()
    let before = states
    begins.withView { begins in
      stays.withView { stays in
        withUnsafePointer(to: word) { word in
          let word = UnsafeRawPointer(word)
          for index in features.indices
          where begins.holds(index, word) || before.contains(features[index]) && stays.holds(index, word) {
            result.formUnion(features[index])
          }
        }
      }
    }
    states = result
  }
}
