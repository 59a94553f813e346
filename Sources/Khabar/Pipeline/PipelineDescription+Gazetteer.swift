extension PipelineDescription {
  /// For what is done with the words of one language.
  ///
  /// - Throws: `KhabarError` P008 for a pipeline that chooses among several.
  public func requireOneLanguage() throws {
    guard branches.isEmpty else {
      throw KhabarError(
        "P008", at: language.location, "the pipeline has no language of its own: it chooses one for each document",
        remedy: "Name the one of a language: \(branches.map(\.description.name).joined(separator: ", "))")
    }
  }

  /// The pipelines of its languages; by itself for most.
  public var single: [PipelineDescription] { branches.isEmpty ? [self] : branches.map(\.description) }

  /// The language pack of the pipeline.
  ///
  /// - Throws: `KhabarError` P008 for a language without one, and what is wrong in the pack's tables.
  public func languagePack(from languages: LanguageCatalog = .shipped) throws -> any LanguagePack {
    try languages.pack(for: self)
  }

  /// The pipeline's own lists.
  ///
  /// - Throws: `KhabarError` G002, G029 for a path without lists.
  public func gazetteerSources() throws -> [GazetteerSource] {
    try gazetteers.flatMap { try GazetteerSource.sources(at: $0.text, namedAt: $0.location) }
  }

  /// The lists added for a run.
  ///
  /// - Throws: `KhabarError` G002, G029 for a path without lists.
  public func userSources() throws -> [GazetteerSource] {
    try userGazetteers.flatMap { path in
      try GazetteerSource.sources(at: path).map { source in
        var source = source
        source.type = source.type ?? userGazetteerType
        return source
      }
    }
  }

  /// Loads the pipeline's lists with those added for a run, which win.
  ///
  /// - Returns: the gazetteer, and what is wrong in single rows, which are left out.
  /// - Throws: `KhabarError` when a list can't be read.
  public func loadGazetteer(
    for pack: some LanguagePack, cache: GazetteerCache = .user()
  ) throws -> (Gazetteer, [Diagnostic]) {
    try Gazetteer.load(
      lists: gazetteerSources(), userLists: userSources(),
      orthography: pack.orthography, words: pack.words, cache: cache)
  }
}
