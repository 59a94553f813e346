extension RuleSet {
  /// Reads the rule files of a pipeline: files as named, folders' `.rules` files in the order of their names. A set
  /// of types or words that one file names is known in the later ones.
  ///
  /// - Throws: `KhabarError` with the mistakes of all files.
  public init(reading paths: [PipelineDescription.Value]) throws {
    var files: [RuleFile] = []
    var diagnostics: [Diagnostic] = []
    var names = RuleNames()
    for path in try paths.flatMap(Self.files) {
      do {
        let text = try TextDecoding.text(FileContent.read(path), file: path)
        let file = try RuleParser.parse(String(decoding: text, as: UTF8.self), file: path, names: names)
        names.merge(file.names)
        files.append(file)
      } catch {
        diagnostics += KhabarError(error).diagnostics
      }
    }
    guard diagnostics.isEmpty else { throw KhabarError(diagnostics) }
    try self.init(files)
  }

  /// Where each rule was written, by its name: what `Pipeline` takes as `ruleLocations`.
  public var locations: [String: SourceLocation] {
    Dictionary(rules.map { ($0.name, $0.location) }) { _, later in later }
  }

  private static func files(_ path: PipelineDescription.Value) throws -> [String] {
    guard FileKind(path: path.text) == .directory else { return [path.text] }
    let names = try DirectoryListing.entries(of: path.text).filter { $0.hasSuffix(".rules") }
    if names.isEmpty {
      throw KhabarError(
        "P009", at: path.location, "the folder \(path.text) holds no rules", remedy: "Rule files end in .rules")
    }
    return names.map { path.text + "/" + $0 }
  }
}
