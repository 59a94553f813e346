extension RuleSet {
  /// Reads the rule files of a pipeline: files as named, folders' `.rules` files in the order of their names. A set
  /// of types or words that one file names is known in the later ones.
  ///
  /// - Throws: `KhabarError` with the mistakes of all files.
  public init(reading paths: [PipelineDescription.Value]) throws {
    var files: [RuleFile] = []
    var diagnostics: [Diagnostic] = []
    var names = RuleNames()
    let paths = try paths.flatMap {
      try $0.files(ending: ".rules", holding: "rules", remedy: "Rule files end in .rules")
    }
    for path in paths {
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
}

extension PipelineDescription {
  /// The pipeline's rules with the forms of their words, or `KhabarError` with the mistakes of all files.
  func preparedRules(for pack: some LanguagePack) -> PreparedValue<InflectedRules> {
    PreparedValue("rules \(language.text)", of: rules.map(\.text) + [lexicon]) {
      InflectedRules(try RuleSet(reading: rules), morphology: pack.morphology, orthography: pack.orthography)
    }
  }
}

extension PipelineDescription.Value {
  /// The file that a path names, or those of its folder in the order of their names.
  ///
  /// - Parameters:
  ///   - suffix: how the names of a folder's files end.
  ///   - content: what they hold, for the message.
  /// - Throws: `KhabarError` P009 for a folder without one.
  func files(ending suffix: String, holding content: String, remedy: String) throws -> [String] {
    guard FileKind(path: text) == .directory else { return [text] }
    let names = try DirectoryListing.entries(of: text).filter { $0.hasSuffix(suffix) }
    if names.isEmpty {
      throw KhabarError("P009", at: location, "the folder \(text) holds no \(content)", remedy: remedy)
    }
    return names.map { text + "/" + $0 }
  }
}
