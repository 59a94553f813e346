/// Writes names of a language in Latin letters.
public protocol Romanizer: Sendable {
  /// A name for readers without the language. The same letters always give the same name.
  ///
  /// - Returns: empty for a text without letters.
  func romanize(_ name: String) -> String
}

/// Romanizes nothing: for a language that is written in Latin letters.
public struct NoRomanizer: Romanizer {
  public init() {}
  public func romanize(_ name: String) -> String { "" }
}
