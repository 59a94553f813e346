import KhabarCore

/// Reads grammar files. Goes on behind a mistake to report as many as there are.
///
/// A file has declarations at the left margin and, under `table`, rows indented below it:
///
///     feature human = person-noun | title-head            what a word is, of features declared before it
///     condition free = -definite -pronoun-suffix           a name for what rows ask, in any column
///     state plural-open = from sound-plural while adjective   what an open phrase hands on
///     relation subject = subject | carrier.subject         what a word of the rule language means, as paths
///     table phrase
///       take adjective: last noun, next adjective, same definite
///         example "زار الوزير الجديد بغداد" => phrase "الوزير الجديد"
public struct GrammarParser {
  private let shapes: [TableShape]
  private let orthography: Orthography
  private let demanded: [String]
  private var grammar: Grammar
  private var diagnostics: [Diagnostic] = []
  private var written = Grammar.Written()
  /// Conditions that have a name.
  private var conditions: [String: Condition] = [:]
  private var testNumbers: [Grammar.LetterTest: Features] = [:]
  /// The table that indented lines belong to.
  private var open: TableShape?
  private var rows: [String: [GrammarRow]] = [:]
  private var used = Features()
  private var usedConditions: Set<String> = []
  private var conditionLocations: [String: SourceLocation] = [:]
  /// What only phrases have: what the engine gives them, states, and what is derived from these.
  private var phraseFeatures = Features()

  /// - Parameters:
  ///   - vocabulary: names of the features that the language pack gives. Only those that the files speak of are read.
  ///   - engine: names of the features that the engine itself gives.
  ///   - ofPhrases: names of those that the engine gives to phrases, and not to words.
  ///   - demanded: names of features that the files must declare.
  ///   - shapes: the engine's tables.
  public init(
    vocabulary: [String], engine: [String] = [], ofPhrases: [String] = [], demanded: [String] = [],
    shapes: [TableShape], orthography: Orthography
  ) {
    self.shapes = shapes
    self.orthography = orthography
    self.demanded = demanded
    grammar = Grammar(names: FeatureNames(vocabulary: vocabulary))
    for name in engine { _ = grammar.names.add(name) }
    for name in ofPhrases { phraseFeatures.formUnion(grammar.names.add(name) ?? Features()) }
  }

  /// Reads one file.
  ///
  /// - Parameter file: its name, for messages.
  public mutating func read(_ text: String, file: String) {
    var lexer = DeclarationLexer(file: file, codes: .grammar)
    let lines = lexer.lines(of: text)
    diagnostics += lexer.diagnostics
    open = nil
    for line in lines { read(line, file) }
  }

  /// The grammar.
  ///
  /// - Throws: `KhabarError` with every mistake of the files, each with line, column and what was expected.
  public func finish() throws -> Grammar {
    let missing = demanded.filter { grammar.names.feature(named: $0) == nil }.map {
      Diagnostic(
        .error, "S012", "no file of the grammar declares the feature \($0)", remedy: "Write: feature \($0) = …")
    }
    guard diagnostics.isEmpty, missing.isEmpty else { throw KhabarError(diagnostics + missing) }
    var result = grammar
    for shape in shapes {
      let changing = shape.changing.reduce(into: Features()) { $0.formUnion(grammar.feature($1)) }
      result.tables[shape.name] = GrammarTable(shape: shape, rows: rows[shape.name] ?? [], changing: changing)
    }
    result.wordMasks = FeatureMasks(written.definitions.filter { !$0.isOfPhrases })
    result.phraseMasks = FeatureMasks(written.definitions.filter(\.isOfPhrases))
    result.used = used
    var written = written
    written.unusedConditions = conditionLocations.filter { !usedConditions.contains($0.key) }
    result.written = ArchiveSection(written)
    return result
  }

  // MARK: - Lines

  private mutating func read(_ line: DeclarationLine, _ file: String) {
    var cursor = LineCursor(line: line, file: file, codes: .grammar)
    do {
      if line.isIndented { try readRow(&cursor) } else { try readDeclaration(&cursor) }
      try cursor.expectEnd()
    } catch let error as KhabarError {
      diagnostics += error.diagnostics
    } catch {
      diagnostics.append(Diagnostic(.error, "S000", at: cursor.location, "\(error)"))
    }
  }

  private mutating func readDeclaration(_ cursor: inout LineCursor) throws {
    open = nil
    switch try cursor.word("feature, condition, state, relation or table") {
    case "feature": try readFeature(&cursor)
    case "condition": try readCondition(&cursor)
    case "state": try readState(&cursor)
    case "relation": try readRelation(&cursor)
    case "table":
      let name = try cursor.word("the table's name")
      guard let shape = shapes.first(where: { $0.name == name }) else {
        throw cursor.failure(
          "S004", "there is no table \(name)", "Use one of: \(shapes.map(\.name).joined(separator: ", "))", back: true)
      }
      open = shape
    case let other:
      throw cursor.failure(
        "S004", "unknown declaration \(other)", "Use feature, condition, state, relation or table",
        back: true)
    }
  }

  private mutating func newFeature(_ cursor: inout LineCursor) throws -> Features {
    let name = try cursor.word("the feature's name")
    try checkIsNew(name, cursor)
    let feature = try feature(name, cursor)
    try cursor.mark("=")
    return feature
  }

  /// The feature of the name that was read last. Names of `feature` lines take room, words of the lexicon once a
  /// condition asks for them, and so does each test of letters.
  ///
  /// - Throws: `KhabarError` S007 when a set has no room for another one.
  private mutating func feature(_ name: String, _ cursor: LineCursor) throws -> Features {
    if let feature = grammar.names.add(name) { return feature }
    throw cursor.failure(
      "S007", "\(name) is one feature more than the \(Features.capacity) that a grammar has room for",
      "Remove those that nothing asks for: khabar grammar lint names them", back: true)
  }

  private mutating func readFeature(_ cursor: inout LineCursor) throws {
    let location = cursor.location
    let feature = try newFeature(&cursor)
    let condition = try condition(&cursor)
    let isOfPhrases = condition.ways.contains { !$0.all.union($0.none).isDisjoint(with: phraseFeatures) }
    if isOfPhrases { phraseFeatures.formUnion(feature) }
    written.definitions.append(
      Grammar.Definition(feature: feature, condition: condition, location: location, isOfPhrases: isOfPhrases))
  }

  private mutating func readCondition(_ cursor: inout LineCursor) throws {
    let location = cursor.location
    let name = try cursor.word("the condition's name")
    try checkIsNew(name, cursor)
    try cursor.mark("=")
    conditions[name] = try condition(&cursor)
    conditionLocations[name] = location
  }

  private func checkIsNew(_ name: String, _ cursor: LineCursor) throws {
    guard !grammar.names.isKnown(name), conditions[name] == nil else {
      throw cursor.failure("S006", "the name \(name) is declared already", "Choose another name", back: true)
    }
  }

  private mutating func readState(_ cursor: inout LineCursor) throws {
    let location = cursor.location
    guard grammar.states.count < StateMasks.States.bitWidth else {
      throw KhabarError(
        "S007", at: location, "more than \(StateMasks.States.bitWidth) states",
        remedy: "Remove those that no row asks for")
    }
    let feature = try newFeature(&cursor)
    guard cursor.peekWord == "from" else { throw cursor.failure("S002", "expected from", "Such as: from noun") }
    cursor.advance()
    let begins = try condition(&cursor, stops: ["while"])
    guard cursor.peekWord == "while" else { throw cursor.failure("S002", "expected while", "Such as: while adjective") }
    cursor.advance()
    let stays = try condition(&cursor)
    phraseFeatures.formUnion(feature)
    grammar.states.append(Grammar.State(feature: feature, begins: begins, stays: stays, location: location))
  }

  private mutating func readRelation(_ cursor: inout LineCursor) throws {
    let name = try cursor.word("the relation's name")
    try cursor.mark("=")
    var paths: [Path] = []
    repeat { paths.append(try path(&cursor)) } while cursor.takeMark("|")
    grammar.relations[name, default: []] += paths
  }

  private func path(_ cursor: inout LineCursor) throws -> Path {
    let text = try cursor.word("a path, such as carrier.subject")
    let steps = try text.split(separator: ".").map { step -> Path.Step in
      let isUpward = step.hasPrefix("<")
      guard let relation = Arc.Relation(rawValue: String(isUpward ? step.dropFirst() : step)) else {
        throw cursor.failure(
          "S008", "there is no arc \(step)",
          "Use one of: \(Arc.Relation.allCases.map(\.rawValue).joined(separator: ", ")), with < before it to go up",
          back: true)
      }
      return Path.Step(relation: relation, isUpward: isUpward)
    }
    return Path(steps: steps)
  }

  // MARK: - Rows

  private mutating func readRow(_ cursor: inout LineCursor) throws {
    guard let shape = open else {
      throw cursor.failure("S004", "this indented line belongs to no table", "Begin with: table NAME")
    }
    if cursor.peekWord == "example" { return try readExample(&cursor, shape) }
    let location = cursor.location
    let word = try cursor.word(shape.outcomes.joined(separator: ", ") + " or example")
    guard let outcome = shape.outcomes.firstIndex(of: word) else {
      throw cursor.failure(
        "S009", "a row of \(shape.name) can't say \(word)", "Use one of: \(shape.outcomes.joined(separator: ", "))",
        back: true)
    }
    let name = try cursor.word("the row's name")
    if written.rows.contains(where: { $0.name == name }) {
      throw cursor.failure("S006", "there is a row \(name) already", "Choose another name", back: true)
    }
    var row = GrammarRow(
      name: name, id: RowID(written.rows.count), location: location, outcome: outcome, score: 0, conditions: [],
      same: Features(), differ: Features())
    if shape.isSum {
      guard let score = try cursor.number() else {
        throw cursor.failure("S002", "expected the row's points", "Such as: 2 or -4")
      }
      row.score = score
    }
    if cursor.takeMark(":") { repeat { try readCell(&cursor, shape, &row) } while cursor.takeMark(",") }
    written.rows.append(Grammar.WrittenRow(name: name, location: location))
    rows[shape.name, default: []].append(row)
  }

  private mutating func readCell(_ cursor: inout LineCursor, _ shape: TableShape, _ row: inout GrammarRow) throws {
    let column = try cursor.word("a column of the table, same or differ")
    if column == "same" || column == "differ" {
      guard shape.compared != nil else {
        throw cursor.failure("S009", "the table \(shape.name) compares nothing", "Name a column", back: true)
      }
      while cursor.peekWord != nil {
        let feature = try namedFeature(&cursor)
        if column == "same" { row.same.formUnion(feature) } else { row.differ.formUnion(feature) }
      }
      return
    }
    guard let index = shape.columns.firstIndex(of: column) else {
      throw cursor.failure(
        "S009", "the table \(shape.name) has no column \(column)",
        "Use one of: \(shape.columns.joined(separator: ", ")), same, differ", back: true)
    }
    row.conditions.append(ColumnCondition(column: index, condition: try condition(&cursor)))
  }

  private mutating func readExample(_ cursor: inout LineCursor, _ shape: TableShape) throws {
    guard let row = rows[shape.name]?.last else {
      throw cursor.failure("S010", "this example belongs to no row", "Write it below the row that it shows")
    }
    let location = cursor.location
    cursor.advance()
    guard let text = cursor.takeText() else { throw cursor.failure("S002", "expected a sentence in quotes", "\"…\"") }
    try cursor.mark("=>")
    var expected: [GrammarExample.Expectation] = []
    repeat {
      var words: [String] = []
      let isNegated = cursor.takeMark("!")
      while let word = cursor.peekWord {
        words.append(word)
        cursor.advance()
      }
      let texts = cursor.takeTexts()
      guard !words.isEmpty, !texts.isEmpty else {
        throw cursor.failure("S002", "expected what the tree must have", "Such as: phrase \"…\", subject \"…\" \"…\"")
      }
      expected.append(GrammarExample.Expectation(words: words, texts: texts, isNegated: isNegated))
    } while cursor.takeMark(",")
    written.examples.append(GrammarExample(row: row.id, text: text, expected: expected, location: location))
  }

  // MARK: - Conditions

  /// Alternatives between bars, each of features side by side; `-` before one says that it must not be there.
  private mutating func condition(
    _ cursor: inout LineCursor, stops: Set<String> = [], depth: Int = 0
  ) throws -> Condition {
    guard depth < 20 else { throw cursor.failure("S011", "too many brackets inside each other", "Name a part of it") }
    var result = Condition(ways: [])
    repeat {
      var way = Condition.always
      var count = 0
      while let factor = try factor(&cursor, stops, depth) {
        way = try limited(way.and(factor), cursor)
        count += 1
      }
      guard count > 0 else { throw cursor.failure("S002", "expected a feature", "Such as: noun -definite") }
      result = try limited(result.or(way), cursor)
    } while cursor.takeMark("|")
    return result
  }

  /// A condition that multiplies to more ways than one should have is said to before it takes memory and time.
  private func limited(_ condition: Condition?, _ cursor: LineCursor) throws -> Condition {
    guard let condition, condition.ways.count <= Condition.limit else {
      throw cursor.failure(
        "S011", "the condition has more than \(Condition.limit) ways", "Declare a part of it: feature NAME = …")
    }
    return condition
  }

  /// One feature, test of letters or bracket, with its negation; nil where something else stands.
  private mutating func factor(_ cursor: inout LineCursor, _ stops: Set<String>, _ depth: Int) throws -> Condition? {
    if cursor.takeMark("!") {
      guard let inner = try factor(&cursor, stops, depth + 1) else {
        throw cursor.failure("S002", "expected what ! denies", "Such as: !(noun | number)")
      }
      return try limited(inner.negated, cursor)
    }
    if cursor.takeMark("(") {
      let inner = try condition(&cursor, stops: stops, depth: depth + 1)
      try cursor.mark(")")
      return inner
    }
    guard let word = cursor.peekWord, !stops.contains(word) else { return nil }
    if word == "any" {
      cursor.advance()
      return .always
    }
    let isNegated = word.hasPrefix("-")
    let name = isNegated ? String(word.dropFirst()) : word
    if let named = conditions[name] {
      usedConditions.insert(name)
      cursor.advance()
      return isNegated ? try limited(named.negated, cursor) : named
    }
    let feature = try letterTest(&cursor) ?? namedFeature(&cursor)
    let way =
      isNegated
      ? Condition.Way(all: Features(), none: feature) : Condition.Way(all: feature, none: Features())
    return Condition(ways: [way])
  }

  /// A feature by its name, with or without the minus before it.
  private mutating func namedFeature(_ cursor: inout LineCursor) throws -> Features {
    let word = try cursor.word("a feature")
    let name = word.hasPrefix("-") ? String(word.dropFirst()) : word
    guard grammar.names.isKnown(name) else {
      let known = grammar.names.names + grammar.names.vocabulary
      let remedy = Spelling.nearest(to: name, among: known).map { "Did you mean \($0)?" } ?? "Declare it with: feature"
      throw cursor.failure("S005", "unknown feature \(name)", remedy, back: true)
    }
    let feature = try feature(name, cursor)
    used.formUnion(feature)
    return feature
  }

  /// `ending "…"`, `beginning "…"`, `spelled "…"`, `letters 4`.
  private mutating func letterTest(_ cursor: inout LineCursor) throws -> Features? {
    guard let word = cursor.peekWord else { return nil }
    let name = word.hasPrefix("-") ? String(word.dropFirst()) : word
    guard ["ending", "beginning", "spelled", "letters"].contains(name) else { return nil }
    cursor.advance()
    let test: Grammar.LetterTest
    if name == "letters" {
      guard let count = try cursor.number() else { throw cursor.failure("S002", "expected a number", "Such as: 4") }
      test = .letters(atLeast: count)
    } else {
      let keys = try cursor.texts("letters in quotes").map { orthography.key($0) }
      switch name {
      case "ending": test = .ending(keys)
      case "beginning": test = .beginning(keys)
      default: test = .spelled(keys)
      }
    }
    if let known = testNumbers[test] { return known }
    let feature = try feature("letters \(testNumbers.count + 1)", cursor)
    testNumbers[test] = feature
    grammar.letterTests.add(test, feature)
    return feature
  }
}
