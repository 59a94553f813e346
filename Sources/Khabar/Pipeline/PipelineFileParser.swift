/// Reads a pipeline file and reports every mistake in it at once.
struct PipelineFileParser {
  private static let keys = ["extends", "language", "gazetteers", "lexicon", "grammar", "rules", "codes"]
  /// What a path may begin with to mean the home folder.
  private static let homeVariable = "$KHABAR_HOME"

  private let path: String
  private let home: KhabarHome
  /// Files that extend this one, which it must not extend again.
  private let extending: [String]
  private var values: [String: [PipelineDescription.Value]] = [:]
  private var settings: [String: PipelineDescription.Value] = [:]
  private var diagnostics: [Diagnostic] = []

  init(path: String, home: KhabarHome, extending: [String] = []) {
    self.path = path
    self.home = home
    self.extending = extending
  }

  consuming func parse() throws -> PipelineDescription {
    let text = try TextDecoding.text(FileContent.read(path), file: path)
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      read(Self.trimmed(line), at: SourceLocation(file: path, line: index + 1))
    }
    let base = try extended()
    let language = values["language"]?.last ?? base?.language
    if language == nil {
      report(
        "P005", nil, "the pipeline does not name its language",
        "Add a line such as: language: ar, or extends: arabic-news")
    }
    let branches = language?.text == PipelineDescription.severalLanguages ? try branches(behind: base) : []
    let gazetteers = paths("gazetteers")
    let grammar = paths("grammar")
    let rules = paths("rules")
    let codes = paths("codes").last
    let lexicon =
      paths("lexicon").last?.text ?? base?.lexicon ?? gazetteers.first.map { $0.text + "/lexicon" } ?? home.gazetteers
    guard let language, diagnostics.isEmpty else { throw KhabarError(diagnostics) }
    return PipelineDescription(
      name: name, language: language, branches: branches, gazetteers: (base?.gazetteers ?? []) + gazetteers,
      lexicon: lexicon,
      grammars: grammar.isEmpty
        ? base?.grammars ?? [PipelineDescription.Value(home.grammar(of: language.text))] : grammar,
      rules: (base?.rules ?? []) + rules, codes: codes ?? base?.codes,
      settings: (base?.settings ?? [:]).merging(settings) { $1 }, home: home)
  }

  /// The pipeline that this one extends, if any.
  private mutating func extended() throws -> PipelineDescription? {
    guard let value = values["extends"]?.last else { return nil }
    return try pipeline(named: value)
  }

  /// What the keys of pipelines for single languages begin with: `language.en: english-news`.
  private static let branchPrefix = "language."

  /// The pipelines for single languages that the file names, behind those of the pipeline that it extends.
  private mutating func branches(behind base: PipelineDescription?) throws -> [PipelineDescription.Branch] {
    var branches = base?.branches ?? []
    let own = settings.filter { $0.key.hasPrefix(Self.branchPrefix) }
    for (key, value) in own.sorted(by: { $0.value.location?.line ?? 0 < $1.value.location?.line ?? 0 }) {
      settings[key] = nil
      guard let description = try pipeline(named: value) else { continue }
      let language = String(key.dropFirst(Self.branchPrefix.count))
      guard description.language.text == language else {
        report(
          "P014", value.location, "the pipeline \(value.text) is for \(description.language.text), not \(language)",
          "Name a pipeline for \(language), or write: language.\(description.language.text): \(value.text)")
        continue
      }
      branches.removeAll { $0.language == language }
      branches.append(PipelineDescription.Branch(language: language, description: description))
    }
    if branches.isEmpty {
      report(
        "P013", values["language"]?.last?.location, "the pipeline names none to choose among",
        "Add a line for each language, such as: language.ar: arabic-news")
    }
    for key in ["gazetteers", "lexicon", "grammar", "rules", "codes"] {
      guard let value = values.removeValue(forKey: key)?.first else { continue }
      report(
        "P013", value.location, "\(key) can't stand in a pipeline of several languages",
        "Write it into the pipeline of its language")
    }
    return branches
  }

  /// A pipeline that a value names; nil, and told, when there is none.
  private mutating func pipeline(named value: PipelineDescription.Value) throws -> PipelineDescription? {
    let isPath =
      value.text.utf8.contains(UInt8(ascii: "/")) || value.text.hasSuffix("." + PipelineDescription.fileExtension)
    let file = isPath ? located(value.text) : home.pipelines + "/\(value.text)." + PipelineDescription.fileExtension
    if file == path || extending.contains(file) {
      report("P012", value.location, "the pipeline extends itself", "Remove the line, or extend another pipeline")
      return nil
    }
    guard FileKind(path: file) == .file else {
      report(
        "P002", value.location, "there is no pipeline \(value.text)",
        "Available pipelines: \(PipelineDescription.names(in: home).joined(separator: ", "))")
      return nil
    }
    return try PipelineFileParser(path: file, home: home, extending: extending + [path]).parse()
  }

  /// A path as the file means it.
  private func located(_ path: String) -> String {
    if path == Self.homeVariable { return home.path }
    if path.hasPrefix(Self.homeVariable + "/") {
      return Self.resolved(String(path.dropFirst(Self.homeVariable.count + 1)), in: home.path)
    }
    return Self.resolved(path, in: folder)
  }

  private mutating func read(_ line: Substring, at location: SourceLocation) {
    guard let first = line.utf8.first, first != UInt8(ascii: "#") else { return }
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      report("P003", location, "the line is not of the form key: value", "Known keys: \(Self.keyList)")
      return
    }
    let key = String(Self.trimmed(line[..<colon].utf8))
    let value = String(Self.trimmed(line[colon...].dropFirst().utf8))
    guard !value.isEmpty else {
      report("P004", location, "the key \"\(key)\" has no value", "Write one behind the colon, or remove the line")
      return
    }
    if key.utf8.contains(UInt8(ascii: ".")) {
      settings[key] = PipelineDescription.Value(value, at: location)
    } else if Self.keys.contains(key) {
      values[key, default: []].append(PipelineDescription.Value(value, at: location))
    } else {
      report("P006", location, "there is no key \"\(key)\"", "Known keys: \(Self.keyList)")
    }
  }

  /// The paths that a key names, found to exist.
  private mutating func paths(_ key: String) -> [PipelineDescription.Value] {
    (values[key] ?? []).map { value in
      let path = located(value.text)
      if FileKind(path: path) == .missing {
        report(
          "P007", value.location, "\(key): there is no file or folder \(path)",
          "Paths are relative to \(folder), or begin with \(Self.homeVariable)")
      }
      return PipelineDescription.Value(path, at: value.location)
    }
  }

  /// A path seen from a folder, `..` taken off where that can be read off the names.
  private static func resolved(_ path: String, in folder: String) -> String {
    if path.hasPrefix("/") { return path }
    var parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, !last.isEmpty, last != "..", last != "." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  private mutating func report(_ code: String, _ location: SourceLocation?, _ message: String, _ remedy: String) {
    diagnostics.append(
      Diagnostic(.error, code, at: location ?? SourceLocation(file: path), message, remedy: remedy))
  }

  private static var keyList: String { keys.joined(separator: ", ") + ", and stage settings such as match.names" }

  private var folder: String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
  }

  private var name: String {
    let file = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path[...]
    let suffix = "." + PipelineDescription.fileExtension
    return String(file.hasSuffix(suffix) ? file.dropLast(suffix.count) : file)
  }

  private static func trimmed(_ line: some Collection<UInt8>) -> Substring {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    let kept = line.drop(while: isSpace)
    return Substring(String(decoding: kept, as: UTF8.self)).trimmingEnd(isSpace)
  }
}

extension Substring {
  fileprivate func trimmingEnd(_ isSpace: (UInt8) -> Bool) -> Substring {
    var view = self
    while let last = view.utf8.last, isSpace(last) { view = Substring(view.utf8.dropLast()) }
    return view
  }
}
