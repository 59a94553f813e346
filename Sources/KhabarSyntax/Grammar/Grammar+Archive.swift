import KhabarCore

extension Grammar: Archivable {
  /// No grammar: it has the engine's tables, and no row.
  public static var blank: Grammar {
    var grammar = Grammar(names: FeatureNames())
    for shape in SyntaxParser.shapes { grammar.tables[shape.name] = GrammarTable(shape: shape, rows: []) }
    return grammar
  }

  /// - Precondition: it was read with the tables of the engine (`SyntaxParser`).
  public mutating func pass(through archive: Archive) throws {
    try names.pass(through: archive)
    try letterTests.pass(through: archive)
    try wordMasks.pass(through: archive)
    try phraseMasks.pass(through: archive)
    try states.pass(through: archive)
    try relations.pass(through: archive)
    for shape in SyntaxParser.shapes { try tables[shape.name]?.passRows(through: archive) }
    try archive.plain(&used)
    try written.pass(through: archive)
  }
}

extension Grammar.Written: Archivable {
  static var blank: Self { Self() }

  mutating func pass(through archive: Archive) throws {
    try rows.pass(through: archive)
    try definitions.pass(through: archive)
    try unusedConditions.pass(through: archive)
    try examples.pass(through: archive)
  }
}

extension Grammar.WrittenRow: Archivable {
  public static var blank: Self { Self(name: "", location: .blank) }

  public mutating func pass(through archive: Archive) throws {
    try name.pass(through: archive)
    try location.pass(through: archive)
  }
}

extension ColumnCondition: Archivable {
  static var blank: Self { Self(column: 0, condition: .always) }

  mutating func pass(through archive: Archive) throws {
    try column.pass(through: archive)
    try condition.pass(through: archive)
  }
}

extension Grammar.Definition: Archivable {
  static var blank: Self { Self(feature: Features(), condition: .always, location: .blank, isOfPhrases: false) }

  mutating func pass(through archive: Archive) throws {
    try archive.plain(&feature)
    try condition.pass(through: archive)
    try location.pass(through: archive)
    try archive.plain(&isOfPhrases)
  }
}

extension Grammar.State: Archivable {
  public static var blank: Self { Self(feature: Features(), begins: .always, stays: .always, location: .blank) }

  public mutating func pass(through archive: Archive) throws {
    try archive.plain(&feature)
    try begins.pass(through: archive)
    try stays.pass(through: archive)
    try location.pass(through: archive)
  }
}

extension Condition: Archivable {
  public static var blank: Condition { Condition(ways: []) }
  public mutating func pass(through archive: Archive) throws { try archive.plain(&ways) }
}

extension GrammarRow: Archivable {
  public static var blank: GrammarRow {
    GrammarRow(
      name: "", id: RowID(0), location: .blank, outcome: 0, score: 0, conditions: [], same: Features(),
      differ: Features())
  }

  public mutating func pass(through archive: Archive) throws {
    try name.pass(through: archive)
    try archive.plain(&id)
    try location.pass(through: archive)
    try archive.plain(&outcome)
    try archive.plain(&score)
    try conditions.pass(through: archive)
    try archive.plain(&same)
    try archive.plain(&differ)
  }
}

extension Path: Archivable {
  public static var blank: Path { Path(steps: []) }
  public mutating func pass(through archive: Archive) throws { try archive.plain(&steps) }
}

extension GrammarExample: Archivable {
  public static var blank: GrammarExample { GrammarExample(row: RowID(0), text: "", expected: [], location: .blank) }

  public mutating func pass(through archive: Archive) throws {
    try archive.plain(&row)
    try text.pass(through: archive)
    try expected.pass(through: archive)
    try location.pass(through: archive)
  }
}

extension GrammarExample.Expectation: Archivable {
  public static var blank: Self { Self(words: [], texts: [], isNegated: false) }

  public mutating func pass(through archive: Archive) throws {
    try words.pass(through: archive)
    try texts.pass(through: archive)
    try archive.plain(&isNegated)
  }
}
