import KhabarCore

extension RuleSet {
  /// One rule file as it was read.
  public struct Source: Sendable {
    public var file: String
    public var text: String

    public init(file: String, text: String) {
      self.file = file
      self.text = text
    }
  }

  /// Parses rule files and puts them together. A set of types that one file declares is known to those behind it.
  ///
  /// - Throws: `KhabarError` with the mistakes of all files.
  public init(sources: [Source]) throws {
    var typeSets: [String: [SlotType]] = [:]
    var files: [RuleFile] = []
    var mistakes: [Diagnostic] = []
    for source in sources {
      do {
        let file = try RuleParser.parse(source.text, file: source.file, typeSets: typeSets)
        typeSets = file.typeSets
        files.append(file)
      } catch let error as KhabarError {
        mistakes += error.diagnostics
      }
    }
    guard mistakes.isEmpty else { throw KhabarError(mistakes) }
    try self.init(files)
  }
}
