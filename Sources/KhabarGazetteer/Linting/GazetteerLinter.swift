import KhabarCore

/// Finds what is wrong with lists, also where they can be read.
///
/// Errors are rows that are left out; warnings are rows that say something else than they seem to; notes may be as
/// meant.
public struct GazetteerLinter: Sendable {
  let orthography: Orthography
  let proclitics: ProcliticTable
  let words: any WordAnalyzer
  let commonWords: KeyTable<Bool>
  let givenNames: KeyTable<Bool>

  /// - Parameters:
  ///   - commonWords: ordinary words of the language, folded; an entry of one of them would match everywhere.
  ///   - givenNames: given names, folded; a person of whom a list says no more would be everybody of that name.
  public init(
    orthography: Orthography, words: any WordAnalyzer, commonWords: [WordKey] = [], givenNames: [WordKey] = []
  ) {
    self.orthography = orthography
    self.words = words
    proclitics = ProcliticTable(words.nameProclitics, orthography: orthography)
    self.commonWords = Self.table(commonWords)
    self.givenNames = Self.table(givenNames)
  }

  private static func table(_ words: [WordKey]) -> KeyTable<Bool> {
    var table = KeyTable<Bool>(minimumCapacity: words.count, placeholder: false)
    for word in words { table.insert(word, true) }
    return table
  }

  /// All findings, by list and line.
  ///
  /// - Throws: `KhabarError` when a list can't be read at all.
  public func findings(in sources: [GazetteerSource]) throws -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var names = NameCensus()
    let expanded = try sources.map { try ListSource.expand($0, isFromUser: false) }
    findings += expanded.flatMap(\.findings)
    for source in expanded.flatMap(\.lists) {
      let (list, unreadable) = try source.list(try source.read())
      findings += unreadable
      guard let list else { continue }
      var ofList = headerFindings(list)
      ofList += cellFindings(list)
      ofList += nameFindings(list, &names)
      findings += ofList.enumerated().sorted {
        ($0.element.location?.line ?? 0, $0.offset) < ($1.element.location?.line ?? 0, $1.offset)
      }.map(\.element)
    }
    return findings
  }

  // MARK: - The header

  private func headerFindings(_ list: GazetteerList) -> [Diagnostic] {
    // The columns of a converted list are of our own making.
    guard list.originalLines == nil else { return [] }
    var findings: [Diagnostic] = []
    let location = SourceLocation(file: list.file, line: list.table.headerLine)
    var seen: Set<String> = []
    for column in list.table.columns {
      if column.isEmpty {
        findings.append(
          Diagnostic(
            .warning, "G019", at: location, "a column has no name", remedy: "Name it, or remove the surplus tab"))
      } else if !seen.insert(column).inserted {
        findings.append(
          Diagnostic(.error, "G019", at: location, "the column '\(column)' is there twice", remedy: "Keep one of them"))
      } else if GazetteerColumn(rawValue: column) == nil {
        if let meant = GazetteerColumn.nearest(to: column), list.column(meant.rawValue) == nil {
          findings.append(
            Diagnostic(
              .warning, "G018", at: location, "unknown column '\(column)'",
              remedy: "Did you mean '\(meant.rawValue)'? As it is, it is a feature of the entries"))
        } else {
          findings.append(
            Diagnostic(
              .note, "G018", at: location, "the column '\(column)' is a feature of the entries",
              remedy: "The columns with a meaning are "
                + GazetteerColumn.allCases.map(\.rawValue).joined(separator: ", ")))
        }
      }
    }
    return findings
  }
}

extension GazetteerColumn {
  /// The column that a word was probably to be: another case, a plural, one or two letters off.
  static func nearest(to word: String) -> GazetteerColumn? {
    let names = allCases.map(\.rawValue)
    return Spelling.nearest(to: word.lowercased(), among: names, within: { $0.utf8.count > 5 ? 2 : 1 })
      .flatMap(GazetteerColumn.init(rawValue:))
  }
}
