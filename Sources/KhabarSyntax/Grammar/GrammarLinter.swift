import KhabarCore

/// Finds what is wrong with a grammar although its files can be read.
public struct GrammarLinter {
  private let grammar: Grammar

  public init(grammar: Grammar) { self.grammar = grammar }

  /// Errors, warnings and notes: rows that never hold or are never reached, features that nothing asks for, rows
  /// without an example, names of the lexicon that no file speaks of.
  public func findings() -> [Diagnostic] { deadRows() + unusedNames() + rowsWithoutExample() + silentVocabulary() }

  // MARK: - Rows

  private func deadRows() -> [Diagnostic] {
    grammar.tables.values.flatMap { table in
      table.rows.indices.compactMap { index -> Diagnostic? in
        let row = table.rows[index]
        if row.conditions.contains(where: { $0.condition.ways.isEmpty }) {
          return Diagnostic(
            .error, "S020", at: row.location, "the row \(row.name) never holds: it asks for something and its contrary",
            remedy: "Remove it, or one of the two")
        }
        guard !table.shape.isSum, let other = table.rows[..<index].first(where: { Self.covers($0, row) }) else {
          return nil
        }
        return Diagnostic(
          .error, "S021", at: row.location, "the row \(row.name) is never reached",
          remedy: "\(other.name) at \(other.location) holds wherever it would; put it before that one, or remove it")
      }
    }.sorted { Self.precedes($0, $1) }
  }

  /// Whether a row holds wherever another does, as far as that can be read off their conditions.
  private static func covers(_ row: GrammarRow, _ other: GrammarRow) -> Bool {
    guard other.same.contains(row.same), row.differ.isEmpty || row.differ == other.differ else { return false }
    return row.conditions.allSatisfy { asked in
      let narrower = other.conditions.filter { $0.column == asked.column }.map(\.condition)
      return narrower.contains { $0.ways.allSatisfy { way in asked.condition.ways.contains { covers($0, way) } } }
    }
  }

  private static func covers(_ way: Condition.Way, _ other: Condition.Way) -> Bool {
    other.all.contains(way.all) && other.none.contains(way.none)
  }

  private func rowsWithoutExample() -> [Diagnostic] {
    let shown = Set(grammar.examples.map(\.row))
    return grammar.rows.indices.filter { !shown.contains(RowID($0)) }.map { index in
      Diagnostic(
        .note, "S024", at: grammar.rows[index].location, "the row \(grammar.rows[index].name) has no example",
        remedy: "Write below it: example \"…\" => phrase \"…\"")
    }
  }

  // MARK: - Names

  /// Features that the engine asks for by their name.
  private static let asked: Set<String> = Set(TreeFeatures.demanded + TreeFeatures.asked + PhraseBits.asked)

  private func unusedNames() -> [Diagnostic] {
    let written = grammar.written.value
    let features =
      written.definitions.map { ($0.feature, $0.location) } + grammar.states.map { ($0.feature, $0.location) }
    let unused = features.filter { feature, _ in
      !grammar.used.contains(feature) && !Self.asked.contains(grammar.names.names(of: feature).first ?? "")
    }.map { (grammar.names.names(of: $0).first ?? "", $1) }
    let conditions = written.unusedConditions.map { ($0.key, $0.value) }
    return (unused + conditions).map { name, location in
      Diagnostic(
        .warning, "S022", at: location, "nothing asks for \(name)", remedy: "Remove it, or ask for it in a row")
    }.sorted { Self.precedes($0, $1) }
  }

  private func silentVocabulary() -> [Diagnostic] {
    grammar.names.vocabulary.filter { grammar.names.feature(named: $0) == nil }.sorted().map {
      Diagnostic(.note, "S023", "no file speaks of \($0), which the lexicon knows")
    }
  }

  private static func precedes(_ one: Diagnostic, _ other: Diagnostic) -> Bool {
    let (first, second) = (one.location, other.location)
    return (first?.file ?? "", first?.line ?? 0) < (second?.file ?? "", second?.line ?? 0)
  }
}
