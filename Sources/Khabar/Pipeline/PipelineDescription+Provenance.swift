import KhabarCore
import KhabarExport
import KhabarGazetteer

extension Provenance {
  /// What a pipeline that has one for each of several languages is told apart by; its records name the one that made
  /// them.
  init(pipeline: String, joining parts: [Provenance]) {
    var (rules, data) = (ContentHash(seed: 3), ContentHash(seed: 4))
    for part in parts {
      rules.append(part.rules)
      data.append(part.pipeline + " " + part.data)
    }
    self.init(pipeline: pipeline, rules: rules.value, data: data.value)
  }
}

extension PipelineDescription {
  /// What records of the pipeline are to be told apart by.
  ///
  /// - Parameter gazetteers: the fingerprint of its lists.
  /// - Throws: `KhabarError` D001.
  func provenance(gazetteers: UInt64) throws -> Provenance {
    var data = ContentHash(seed: gazetteers)
    data.append(language.text)
    for (key, value) in settings.sorted(by: { $0.key < $1.key }) { data.append("\(key): \(value.text)") }
    let (tables, rules) = ([lexicon, LanguageDetector.file(of: home)] + grammars.map(\.text), rules.map(\.text))
    return try PreparedData().value("provenance \(name) \(data.value)", of: tables + rules) {
      for path in tables { try Self.append(path, to: &data) }
      var hash = ContentHash(seed: 2)
      for path in rules { try Self.append(path, to: &hash) }
      return Provenance(pipeline: name, rules: hash.value, data: data.value)
    }
  }

  /// Takes a file's bytes, or those of the files of a folder with their names.
  private static func append(_ path: String, to hash: inout ContentHash) throws {
    guard FileKind(path: path) == .directory else {
      if FileKind(path: path) == .file { hash.append(try FileContent.read(path)) }
      return
    }
    for name in try DirectoryListing.entries(of: path) where FileKind(path: path + "/" + name) == .file {
      hash.append(name)
      hash.append(try FileContent.read(path + "/" + name))
    }
  }
}
