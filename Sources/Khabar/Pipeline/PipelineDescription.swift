/// What a pipeline is made of, as its file says it.
///
/// A pipeline file holds `key: value` lines; `#` starts a comment line. Paths are relative to the file's own folder.
///
/// ```
/// language: ar
/// gazetteers: ../Gazetteers/ar
/// rules: arabic-news/meetings.rules
/// ```
///
/// `gazetteers`, `grammar` and `rules` may be repeated and name a file or a folder. Keys with a dot are settings of a
/// stage: `match.names: leftmost-longest`. `extends: arabic-news` takes all of another pipeline, by name or file,
/// before what the file itself says. `$KHABAR_HOME` at the beginning of a path is the home folder.
public struct PipelineDescription: Sendable {
  /// A value with the line that gave it.
  public struct Value: Sendable, Equatable {
    /// What stands behind the colon; a path is resolved.
    public var text: String
    /// The line of the pipeline file; nil for what was given otherwise.
    public var location: SourceLocation?

    public init(_ text: String, at location: SourceLocation? = nil) {
      self.text = text
      self.location = location
    }
  }

  /// The file's name without extension: what records carry as their pipeline.
  public var name: String
  /// BCP 47; `auto` for a pipeline that has one for each of several languages.
  public var language: Value
  /// The pipelines of the languages that it chooses among, in the order of its file; none unless its language is
  /// `auto`.
  public var branches: [Branch] = []
  /// Files and folders of gazetteers.
  public var gazetteers: [Value]
  /// The folder of the language pack's word tables; `lexicon` in the first gazetteer folder unless it is named.
  public var lexicon: String
  /// Files and folders of the grammar; the home folder's grammar of the language unless they are named.
  public var grammars: [Value]
  /// Files and folders of event rules.
  public var rules: [Value]
  /// The table of event codes.
  public var codes: Value?
  /// Settings of stages by their dotted key.
  public var settings: [String: Value]
  /// Gazetteer files named on the command line, which come before all others.
  public var userGazetteers: [String] = []
  /// The type of names in these that give none.
  public var userGazetteerType: EntityType?
  /// The home folder that the pipeline was loaded from.
  public var home: KhabarHome

  /// The pipeline for documents of a language.
  public struct Branch: Sendable {
    /// BCP 47, as the file's key names it: `en` of `language.en: english-news`.
    public var language: String
    /// Its pipeline.
    public var description: PipelineDescription
  }
}

extension PipelineDescription {
  /// The language of a pipeline that finds out each document's.
  public static let severalLanguages = "auto"

  /// The description with something done to it and to those of its languages.
  func changed(_ change: (inout PipelineDescription) -> Void) -> PipelineDescription {
    var result = self
    change(&result)
    for index in branches.indices {
      result.branches[index].description = branches[index].description.changed(change)
    }
    return result
  }

  /// File name extension of pipeline files.
  public static let fileExtension = "pipeline"

  /// Loads a pipeline by name from the home folder, or from a file.
  ///
  /// - Throws: `KhabarError` P002 for an unknown pipeline, P003 to P007 for mistakes in its file.
  public static func load(_ name: String, home: KhabarHome) throws -> PipelineDescription {
    let isPath = name.utf8.contains(UInt8(ascii: "/")) || name.hasSuffix("." + fileExtension)
    let path = isPath ? name : home.pipelines + "/" + name + "." + fileExtension
    guard FileKind(path: path) == .file else {
      let known = names(in: home).joined(separator: ", ")
      throw KhabarError(
        "P002", at: isPath ? SourceLocation(file: path) : nil,
        isPath ? "there is no such pipeline file" : "there is no pipeline \"\(name)\"",
        remedy: known.isEmpty ? "\(home.pipelines) holds no pipeline files" : "Available pipelines: \(known)")
    }
    return try PipelineFileParser(path: path, home: home).parse()
  }

  /// The pipelines of a home folder, sorted.
  public static func names(in home: KhabarHome) -> [String] {
    (try? DirectoryListing.entries(of: home.pipelines))?.compactMap { entry in
      entry.hasSuffix("." + fileExtension) ? String(entry.dropLast(fileExtension.utf8.count + 1)) : nil
    } ?? []
  }
}
