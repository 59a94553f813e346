/// How many were right, predicted, and wanted.
public struct Tally: Codable, Sendable, Equatable {
  /// Predicted and wanted.
  public var right = 0
  /// All that the run says.
  public var predicted = 0
  /// All that the gold wants.
  public var gold = 0

  public init(right: Int = 0, predicted: Int = 0, gold: Int = 0) {
    self.right = right
    self.predicted = predicted
    self.gold = gold
  }

  /// The share of the predicted that is right; 0 when nothing was predicted.
  public var precision: Double { predicted == 0 ? 0 : Double(right) / Double(predicted) }
  /// The share of the wanted that was found; 0 when nothing was wanted.
  public var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
  /// The harmonic mean of both.
  public var f1: Double { predicted + gold == 0 ? 0 : 2 * Double(right) / Double(predicted + gold) }

  static func += (left: inout Tally, right: Tally) {
    left.right += right.right
    left.predicted += right.predicted
    left.gold += right.gold
  }
}

/// What a figure is about: a measure of the entities, times or events of one type.
public struct Measure: Hashable, Sendable, Comparable {
  /// What is counted.
  public enum Layer: String, Sendable, CaseIterable { case entities, times, events }

  /// What is counted.
  public var layer: Layer
  /// The type, or `Measure.all`.
  public var type: String
  /// `found`, `core`, `full`, `who` …
  public var name: String

  /// The row over all types.
  public static let all = "ALL"

  public init(_ layer: Layer, _ type: String, _ name: String) {
    self.layer = layer
    self.type = type
    self.name = name
  }

  public static func < (left: Measure, right: Measure) -> Bool {
    (left.layer.rawValue, left.type, left.name) < (right.layer.rawValue, right.type, right.name)
  }
}

/// The tallies of one document.
typealias DocumentTallies = [Measure: Tally]

extension DocumentTallies {
  /// Adds to the row of the type and to that of all types.
  mutating func add(_ layer: Measure.Layer, _ type: String, _ name: String, _ tally: Tally) {
    self[Measure(layer, type, name), default: Tally()] += tally
    self[Measure(layer, Measure.all, name), default: Tally()] += tally
  }
}
