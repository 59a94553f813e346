import Foundation

/// The folder with the data that the program ships: `Gazetteers`, `Pipelines`, `Schemas`.
public struct KhabarHome: Sendable, Equatable {
  /// The folder that holds all three.
  public let path: String

  /// - Parameter path: of a folder that holds `Gazetteers` and `Pipelines`; it is not looked at.
  public init(path: String) { self.path = path }

  /// The folder of gazetteers and word tables, one folder a language.
  public var gazetteers: String { path + "/Gazetteers" }
  /// The folder of pipeline files and event rules.
  public var pipelines: String { path + "/Pipelines" }
  /// The grammar of a language that pipelines have which name none.
  public func grammar(of language: String) -> String { pipelines + "/grammars/" + language }
  /// The folder of the contract's schemas.
  public var schemas: String { path + "/Schemas" }

  /// The folder of the package that this was compiled from: where a program that depends on Khabar finds the data.
  public static let package = (0..<4).reduce(#filePath) { path, _ in parent(of: path) }

  /// Finds the home folder: `KHABAR_HOME` when it is set; else by the program's real path, `PREFIX/share/khabar` for an
  /// installed `PREFIX/bin/khabar`, or the package's folder for a build below it; else the working directory; else the
  /// folder of the sources, so that another package's program finds it.
  ///
  /// - Throws: `KhabarError` P001 when none of them has the data.
  public static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment, executable: String? = executablePath(),
    workingDirectory: String = FileManager.default.currentDirectoryPath, sources: String = package
  ) throws -> KhabarHome {
    if let named = environment["KHABAR_HOME"], !named.isEmpty {
      guard isHome(named) else {
        throw KhabarError(
          "P001", at: SourceLocation(file: named), "KHABAR_HOME names a folder without Gazetteers and Pipelines",
          remedy: "Set KHABAR_HOME to the folder that holds both, or unset it")
      }
      return KhabarHome(path: named)
    }
    var candidates: [String] = []
    if let executable {
      var folder = parent(of: executable)
      candidates.append(parent(of: folder) + "/share/khabar")
      while folder != "/", !folder.isEmpty {
        candidates.append(folder)
        folder = parent(of: folder)
      }
    }
    candidates += [workingDirectory, sources]
    if let found = candidates.first(where: isHome) { return KhabarHome(path: found) }
    throw KhabarError(
      "P001",
      "Gazetteers and Pipelines are neither beside the program nor in the working directory nor beside the sources",
      remedy: "Set KHABAR_HOME to the folder that holds both")
  }

  /// The program's real path, symbolic links resolved.
  public static func executablePath() -> String? {
    if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") { return path }
    return Bundle.main.executableURL?.resolvingSymlinksInPath().path
  }

  private static func isHome(_ path: String) -> Bool {
    ["Gazetteers", "Pipelines"].allSatisfy { FileKind(path: path + "/" + $0) == .directory }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
