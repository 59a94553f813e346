import Foundation

/// Chooses files of folders by patterns: `*.html`, `2015/*/sport-*`. A pattern with a slash is matched with the path
/// below the folder that was named, one without with the file's name alone (fnmatch(3): `*` and `?` don't stop at a
/// slash).
public struct FileFilter: Sendable {
  /// Patterns of files that are read; empty for all.
  public var included: [String]
  /// Patterns of files that are not read, whatever includes them.
  public var excluded: [String]

  public init(included: [String] = [], excluded: [String] = []) {
    self.included = included
    self.excluded = excluded
  }

  /// - Parameter name: the file's path below the folder that was named.
  func takes(_ name: String) -> Bool {
    (included.isEmpty || included.contains { Self.matches($0, name) })
      && !excluded.contains { Self.matches($0, name) }
  }

  private static func matches(_ pattern: String, _ name: String) -> Bool {
    var subject = name
    if !pattern.utf8.contains(0x2F), let slash = name.utf8.lastIndex(of: 0x2F) {
      subject = String(name[name.utf8.index(after: slash)...])
    }
    return fnmatch(pattern, subject, 0) == 0
  }
}
