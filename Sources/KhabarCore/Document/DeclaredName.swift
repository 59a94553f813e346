/// A name that rule files declare. Records, tables and archives hold it as text; in code a literal stands for it.
public protocol DeclaredName: RawRepresentable, Hashable, Comparable, Codable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible, Archivable
where RawValue == String {
  init(_ rawValue: String)
}

extension DeclaredName {
  public init(rawValue: String) { self.init(rawValue) }
  public init(stringLiteral value: String) { self.init(value) }

  public var description: String { rawValue }

  /// By the letters of their names.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  public static var blank: Self { Self("") }

  public mutating func pass(through archive: Archive) throws {
    var name = rawValue
    try name.pass(through: archive)
    self = Self(name)
  }
}

/// The kind of an event, as a rule file declares it: `Meeting`.
public struct EventType: DeclaredName {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A part that somebody takes in an event, as its type declares it: `attacker`.
public struct Role: DeclaredName {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// Where it happened. Rules, reports and explanations name it among the roles; no participant has it.
  public static let place: Role = "place"
}
