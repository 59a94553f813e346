/// The numbers of people that a mention tells of.
struct Tolls: Equatable {
  private(set) var killed: Int?
  private(set) var injured: Int?
  /// Killed and injured, where the text counts both as one.
  var joint: Int?

  subscript(kind: Count.Kind) -> Int? {
    get {
      switch kind {
      case .killed: killed
      case .injured: injured
      }
    }
    set {
      switch kind {
      case .killed: killed = newValue
      case .injured: injured = newValue
      }
    }
  }

  /// How many are told.
  var count: Int { [killed, injured, joint].count { $0 != nil } }

  /// Takes what is not told from another mention.
  mutating func fill(from other: Tolls) {
    killed = killed ?? other.killed
    injured = injured ?? other.injured
    joint = joint ?? other.joint
  }
}
