import KhabarCore

/// Where each name of the linted lists was seen.
struct NameCensus {
  struct Sighting {
    var location: SourceLocation
    var type: String
    /// Everything that tells two entries of one name apart: id, country, dates, office.
    var identity: [String]
    var context: EntryContext
    var priority: Int16
    var isAlias: Bool
  }

  var sightings: [UInt64: [Sighting]] = [:]
}

extension GazetteerLinter {
  /// What is wrong with the names: rows without, duplicates, conflicts, names that never match or match everywhere.
  func nameFindings(_ list: GazetteerList, _ census: inout NameCensus) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var splitter = NameSplitter(orthography: orthography, proclitics: proclitics)
    let table = list.table
    let identityColumns = ["id", "country", "kind", "from", "to", "office", "organization"].map { list.column($0) }
    var cells: [Int: [Range<Int>]] = [:]
    table.forEachRow { cells[$0] = $1 }
    var rows = RowReader(list)
    rows.forEachRow(
      rejected: { findings.append($0) },
      accepted: { row in
        let location = list.location(row.line)
        let identity = identityColumns.map { column -> String in
          guard let column, let cells = cells[row.line], column < cells.count else { return "" }
          return table.string(table.trimmed(cells[column]))
        }
        var own: Set<UInt64> = []
        for (index, name) in row.names.enumerated() {
          table.bytes.withUnsafeBufferPointer { splitter.split(UnsafeBufferPointer(rebasing: $0[name])) }
          let text = table.string(name)
          if let finding = neverMatches(splitter, text, location) {
            findings.append(finding)
            continue
          }
          let hash = NameOverrides.hash(splitter.words)
          guard own.insert(hash).inserted else {
            if !list.isExact {
              findings.append(
                Diagnostic(
                  .note, "G012", at: location, "the alias '\(text)' is the same name after folding",
                  remedy: "Remove it: spelling variants are found by themselves"))
            }
            continue
          }
          if let finding = isCommon(splitter.words, row, text, location) { findings.append(finding) }
          let sighting = NameCensus.Sighting(
            location: location, type: row.type, identity: identity, context: row.context, priority: row.priority,
            isAlias: index > 0)
          if let finding = clash(sighting, census.sightings[hash] ?? [], text) { findings.append(finding) }
          census.sightings[hash, default: []].append(sighting)
        }
      })
    return findings
  }

  private func neverMatches(_ name: NameSplitter, _ text: String, _ location: SourceLocation) -> Diagnostic? {
    let reason: String
    if name.isBroken {
      reason = "it holds a mark at which every match ends"
    } else if name.words.isEmpty {
      reason = "it has no letter or digit"
    } else if name.words.count > GazetteerImage.longestName {
      reason = "it has more than \(GazetteerImage.longestName) words"
    } else if text.utf8.count > Int(UInt16.max) {
      reason = "it is too long"
    } else {
      return nil
    }
    return Diagnostic(
      .warning, "G016", at: location, "'\(text.prefix(80))' can never match: \(reason)",
      remedy: "Write the name as it stands in running text, without quotes, brackets, commas or slashes")
  }

  /// A name that stands in nearly every article as something else: an ordinary word, a given name by itself, a number,
  /// a letter, or words of grammar alone.
  private func isCommon(
    _ words: [NameSplitter.Word], _ row: RowReader.Row, _ text: String, _ location: SourceLocation
  ) -> Diagnostic? {
    guard row.context == .any, row.type != EntityType.none.rawValue, !row.mayLoseArticle,
      EntityType.contract.contains(EntityType(row.type)), row.type != EntityType.office.rawValue
    else { return nil }
    let remedy =
      "Say in the column 'context' where it is a name: " + EntryContext.columnValues.map(\.name).joined(separator: ", ")
    func finding(_ severity: Diagnostic.Severity, _ what: String) -> Diagnostic {
      Diagnostic(severity, "G017", at: location, "'\(text)' is \(what) and would match everywhere", remedy: remedy)
    }
    if text.unicodeScalars.allSatisfy({ $0.properties.numericType != nil }) { return finding(.warning, "a number") }
    if words.allSatisfy({ isGrammar($0.key) }) {
      return finding(.warning, words.count == 1 ? "a word of grammar" : "made of words of grammar")
    }
    guard words.count == 1 else { return nil }
    // With its article it may be another word: التي "who" is no ت with an article.
    let whole = orthography.key(text)
    if isGrammar(whole) { return finding(.warning, "a word of grammar") }
    if self.words.classes(of: whole).union(self.words.classes(of: words[0].key)).contains(.calendar) {
      return finding(.warning, "a word of the calendar")
    }
    if text.unicodeScalars.count == 1 { return finding(.warning, "one letter") }
    if row.type == EntityType.person.rawValue, givenNames[words[0].key] != nil {
      return finding(.warning, "a given name")
    }
    guard commonWords[words[0].key] != nil else { return nil }
    // With its article a name is less easily taken for the word, which often has none.
    return finding(words[0].hasArticle ? .note : .warning, "an ordinary word")
  }

  private func isGrammar(_ key: WordKey) -> Bool {
    !self.words.classes(of: key).isDisjoint(with: [
      .preposition, .conjunction, .subordinator, .relative, .demonstrative, .negation, .pronoun, .interrogative,
      .particle,
    ])
  }

  /// A duplicate, or an entry of another type that nothing tells apart in a text.
  private func clash(
    _ new: NameCensus.Sighting, _ others: [NameCensus.Sighting], _ text: String
  ) -> Diagnostic? {
    guard new.type != EntityType.none.rawValue else { return nil }
    for other in others where other.type == new.type {
      // An empty field tells nothing apart.
      let isSame = zip(new.identity, other.identity).allSatisfy { $0 == $1 || ($0.isEmpty && $1.isEmpty) }
      guard isSame else { continue }
      return Diagnostic(
        .warning, "G012", at: new.location, "'\(text)' is already a \(new.type) in \(other.location)",
        remedy: "Remove one of them, or tell them apart by id or country")
    }
    let contract = EntityType.contract.map(\.rawValue)
    guard contract.contains(new.type) else { return nil }
    for other in others
    where other.type != new.type && contract.contains(other.type) && other.context == new.context
      && other.priority == new.priority && !new.isAlias && !other.isAlias
    {
      return Diagnostic(
        .warning, "G013", at: new.location, "'\(text)' is a \(new.type) here and a \(other.type) in \(other.location)",
        remedy: "Keep one, or say which comes first by priority, or where each is meant by context")
    }
    return nil
  }
}
