import KhabarCore

/// The definitions of features, ready to derive them.
///
/// There are hundreds of them, and of a word few hold: an index gives those that ask for a feature that the word has,
/// and with each feature that is added those behind it that ask for this one. Says the same as trying all in order.
struct FeatureMasks: Sendable {
  private var features: [Features] = []
  private var conditions = FlatConditions()
  private var index: RowIndex
  /// For each definition the definitions that are found by its feature, if any are.
  private var followers: [RowIndex.RowSet?]
  /// All features that the definitions ask for; the others change nothing.
  private(set) var asked = Features()

  init(_ definitions: [Grammar.Definition]) {
    for definition in definitions {
      features.append(definition.feature)
      conditions.append(definition.condition)
      for way in definition.condition.ways { asked.formUnion(way.all.union(way.none)) }
    }
    let index = RowIndex(definitions.map { [ColumnCondition(column: 0, condition: $0.condition)] })
    self.index = index
    followers = definitions.map { index.rows(askingFor: $0.feature) }
  }

  /// Adds what holds, in order: later definitions may ask for earlier ones.
  func derive(_ result: inout Features) {
    features.withUnsafeBufferPointer { features in
      conditions.withView { conditions in
        index.withView { index in
          followers.withUnsafeBufferPointer { followers in
            View(features: features, conditions: conditions, index: index, followers: followers).derive(&result)
          }
        }
      }
    }
  }

  /// The definitions by addresses: the arrays would be counted with each word.
  struct View: @unchecked Sendable {
    fileprivate let features: UnsafeBufferPointer<Features>
    fileprivate let conditions: FlatConditions.View
    fileprivate let index: RowIndex.View
    fileprivate let followers: UnsafeBufferPointer<RowIndex.RowSet?>

    /// Says the same as that of the definitions.
    func derive(_ result: inout Features) {
      withUnsafeMutablePointer(to: &result) { result in
        withUnsafePointer(to: UnsafePointer(result)) { column in
          let columns = FeatureColumns(column)
          index.forEach(columns) { definition in
            guard conditions.holds(definition, columns) else { return .goOn }
            result.pointee.formUnion(features[definition])
            return followers[definition].map(RowIndex.Step.add) ?? .goOn
          }
        }
      }
    }
  }

  /// - Parameter ground: as long as it is there, so is the view.
  func view(on ground: Ground) -> View {
    View(
      features: ground.lay(features), conditions: conditions.view(on: ground), index: index.view(on: ground),
      followers: ground.lay(followers))
  }
}

/// The same for the states of open phrases.
struct StateMasks: Sendable {
  /// States by their numbers, as bits: one for each word of a sentence is kept, and sets of all features are large.
  typealias States = UInt64

  /// What a word does to the states of a phrase that takes it.
  struct Step: Sendable {
    /// States that begin with it.
    var begins: States = 0
    /// States that stay where they are.
    var stays: States = 0

    init() {}

    /// Words of 64 bits that it is written as.
    static var words: Int { 2 }

    /// - Parameter words: as `write` has left them.
    init(_ words: UnsafePointer<UInt64>) { (begins, stays) = (words[0], words[1]) }

    func write(to words: UnsafeMutablePointer<UInt64>) { (words[0], words[1]) = (begins, stays) }

    /// Changes the states of a phrase to those behind the word.
    func advance(_ states: inout States) { states = states & stays | begins }
  }

  private var features: [Features] = []
  private var begins = FlatConditions()
  private var stays = FlatConditions()
  /// All features that the conditions ask for.
  private(set) var asked = Features()

  /// - Parameter states: 64 at most, which the grammar's reader sees to.
  init(_ states: [Grammar.State]) {
    for state in states {
      features.append(state.feature)
      begins.append(state.begins)
      stays.append(state.stays)
      for way in state.begins.ways + state.stays.ways { asked.formUnion(way.all.union(way.none)) }
    }
  }

  /// What a word with some features does.
  func step(_ word: Features) -> Step {
    var step = Step()
    withUnsafePointer(to: word) { word in
      withUnsafePointer(to: word) { column in
        let columns = FeatureColumns(column)
        begins.withView { begins in
          for index in features.indices where begins.holds(index, columns) { step.begins |= 1 << States(index) }
        }
        stays.withView { stays in
          for index in features.indices where stays.holds(index, columns) { step.stays |= 1 << States(index) }
        }
      }
    }
    return step
  }

  /// The features of some states.
  func features(of states: States) -> Features {
    var result = Features()
    var rest = states
    while rest != 0 {
      result.formUnion(features[rest.trailingZeroBitCount])
      rest &= rest - 1
    }
    return result
  }
}

extension FeatureMasks: Archivable {
  static var blank: FeatureMasks { FeatureMasks([]) }

  mutating func pass(through archive: Archive) throws {
    try archive.plain(&features)
    try conditions.pass(through: archive)
    try index.pass(through: archive)
    try archive.plain(&followers)
    try archive.plain(&asked)
  }
}
