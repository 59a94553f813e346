import KhabarCore

/// Reads rule files. Goes on behind a mistake to report as many as there are.
public struct RuleParser {
  private let file: String
  private var result: RuleFile
  private var diagnostics: [Diagnostic] = []
  /// What an indented line belongs to.
  private var open: Declaration = .none

  /// Where this file declares each event, rule and set: a name stands once in a file.
  private var declared: [String: SourceLocation] = [:]
  /// What the open declaration has said that can be said once.
  private var said: Set<String> = []

  private enum Declaration {
    case none, event, rule, signal, defaults
    /// More words of a set.
    case words(String)
    /// The slots of a set.
    case slots(String)
  }

  private static let declarations =
    "event, rule, signal, types, words, slots, limits, besides, during, within, also, anew, places or defaults"

  private init(file: String, names: RuleNames) {
    self.file = file
    result = RuleFile(name: file)
    result.names = names
  }

  /// Parses one rule file.
  ///
  /// - Parameters:
  ///   - text: the file's content.
  ///   - file: its name, for messages.
  ///   - names: sets of types and words that earlier files named.
  /// - Throws: `KhabarError` with every mistake, each with line, column and what was expected.
  public static func parse(_ text: String, file: String, names: RuleNames = RuleNames()) throws -> RuleFile {
    var lexer = DeclarationLexer(file: file, codes: .rules)
    let lines = lexer.lines(of: text)
    var parser = RuleParser(file: file, names: names)
    for line in lines { parser.parse(line) }
    let mistakes = lexer.diagnostics + parser.diagnostics
    guard mistakes.isEmpty else { throw KhabarError(mistakes) }
    return parser.result
  }

  // MARK: - Lines

  private mutating func parse(_ line: DeclarationLine) {
    var cursor = LineCursor(line: line, file: file, codes: .rules)
    do {
      if line.isIndented {
        switch open {
        case .none:
          throw cursor.failure(
            "R002", "this indented line belongs to no declaration", "Start with: \(Self.declarations)")
        case .event: try parseEvent(&cursor)
        case .rule: try parseRule(&cursor)
        case .signal: try parseSignal(&cursor)
        case .defaults: result.defaults.append(try slot(&cursor))
        case .words(let name):
          let words = result.names.words[name, default: []] + (try lemmas(&cursor))
          result.names.words[name] = words.withoutRepetitions
        case .slots(let name): result.names.slots[name, default: []].append(try slot(&cursor))
        }
      } else {
        said = []
        try parseDeclaration(&cursor)
      }
      try cursor.expectEnd()
    } catch let error as KhabarError {
      diagnostics += error.diagnostics
    } catch {
      diagnostics.append(Diagnostic(.error, "R000", at: cursor.location, "\(error)"))
    }
  }

  private mutating func parseDeclaration(_ cursor: inout LineCursor) throws {
    let keyword = try cursor.word(Self.declarations)
    switch keyword {
    case "event":
      let location = cursor.location
      let name = EventType(try cursor.word("the event's name"))
      declare("event \(name)", at: location, cursor)
      result.events.append(EventDeclaration(name: name, location: location))
      open = .event
    case "rule":
      let location = cursor.location
      let name = try cursor.word("the rule's name")
      declare("rule \(name)", at: location, cursor)
      result.rules.append(EventRule(name: name, location: location))
      open = .rule
    case "signal":
      let location = cursor.location
      let name = try cursor.word(Self.meanings)
      guard let meaning = Self.meaning(name) else {
        throw cursor.failure(
          "R003", "unknown status \(name)", "Use \(Self.meanings)")
      }
      result.signals.append(StatusSignal(meaning: meaning, words: [], location: location))
      open = .signal
    case "types":
      let name = try setName(.types, &cursor, "such as @people")
      try cursor.mark("=")
      result.names.types[name] = try types(&cursor).withoutRepetitions
      open = .none
    case "words":
      let name = try setName(.words, &cursor, "such as @forces")
      try cursor.mark("=")
      result.names.words[name] = try lemmas(&cursor).withoutRepetitions
      open = .words(name)
    case "slots":
      let name = try setName(.slots, &cursor, "such as @signers")
      result.names.slots[name] = []
      open = .slots(name)
    case "places":
      let location = cursor.location
      let kind = try cursor.word("a kind of places, such as city")
      result.placeNouns.append(
        PlaceNouns(
          kind: kind == "capital" ? .capital : .entity(kind), words: try lemmas(&cursor), location: location))
      open = .none
    case "defaults":
      open = .defaults
    default:
      open = .none
      guard let list = Self.texts[keyword] else {
        throw cursor.failure(
          "R004", "unknown declaration \(keyword)", "Use \(Self.declarations)", back: true)
      }
      result[keyPath: list.path] += try cursor.texts(list.expected)
    }
  }

  /// The declarations that are lists of words in quotes.
  private static let texts: [String: (path: WritableKeyPath<RuleFile, [String]> & Sendable, expected: String)] = [
    "besides": (\.besides, "prepositions in quotes, such as \"إضافة إلى\""),
    "limits": (\.limits, "prepositions in quotes, such as \"حول\""),
    "during": (\.during, "words in quotes, such as \"خلال\""),
    "within": (\.within, "prepositions in quotes, such as \"في\""),
    "also": (\.also, "words in quotes, such as \"كما\""),
    "anew": (\.anew, "words in quotes, such as \"من جهة أخرى\""),
  ]

  private mutating func setName(
    _ kind: RuleNames.Name.Kind, _ cursor: inout LineCursor, _ hint: String
  ) throws -> String {
    let location = cursor.location
    let name = try cursor.word("the set's name, \(hint)")
    guard name.hasPrefix("@") else {
      throw cursor.failure("R015", "a set's name begins with @", "Write: @\(name)", back: true)
    }
    declare("\(kind.rawValue) \(name)", at: location, cursor)
    result.names.locations[RuleNames.Name(kind: kind, name: name)] = location
    return name
  }

  /// Notes a name; that it is there already is a mistake, which keeps nothing else from being read.
  private mutating func declare(_ name: String, at location: SourceLocation, _ cursor: LineCursor) {
    if let first = declared[name] {
      diagnostics.append(
        Diagnostic(
          .error, "R028", at: location, "\(name) is already in line \(first.line ?? 0)",
          remedy: "Give it another name, or put both together", excerpt: cursor.line.source))
    }
    declared[name] = location
  }

  /// Notes that a declaration says something of which only the last would count.
  private mutating func sayOnce(_ keyword: String, _ cursor: LineCursor) {
    guard !said.insert(keyword).inserted else { return }
    diagnostics.append(
      Diagnostic(
        .error, "R033", at: cursor.location, "\(keyword) stands here twice", remedy: "Keep one of the lines",
        excerpt: cursor.line.source))
  }

  private static let meanings = "occurred, ongoing, planned, cancelled, denied, hypothetical or achieved"

  private static func meaning(_ name: String) -> StatusSignal.Meaning? {
    switch name {
    case "hypothetical": .hypothetical
    case "achieved": .achieved
    default: EventStatus(rawValue: name).map { .status($0) }
    }
  }

  private static let properties =
    "plover, cameo, roles, core, each, holds, sites, beyond, apart, present, "
    + EventDeclaration.Trait.allCases.map(\.rawValue).joined(separator: ", ")

  private mutating func parseEvent(_ cursor: inout LineCursor) throws {
    let index = result.events.count - 1
    let keyword = try cursor.word(Self.properties)
    if keyword != "apart" { sayOnce(keyword, cursor) }
    switch keyword {
    case "plover": result.events[index].plover = try cursor.word("a PLOVER type")
    case "cameo": result.events[index].cameo = try cursor.word("a CAMEO code")
    case "roles": result.events[index].roles = try roles(&cursor)
    case "holds": result.events[index].holds = try cursor.words("event names").map { EventType($0) }
    case "sites": result.events[index].sites = try roles(&cursor)
    case "beyond": result.events[index].beyond = try roles(&cursor)
    case "apart": result.events[index].apart.append(try lemmas(&cursor))
    case "present": result.events[index].present = try status(&cursor)
    case "each": result.events[index].each = Role(try cursor.word("a role"))
    case "core": result.events[index].core = try roles(&cursor)
    case let other:
      guard let trait = EventDeclaration.Trait(rawValue: other) else {
        throw cursor.failure("R005", "an event has no \(other)", "Use \(Self.properties)", back: true)
      }
      result.events[index].traits.insert(trait)
    }
  }

  private mutating func parseSignal(_ cursor: inout LineCursor) throws {
    result.signals[result.signals.count - 1].words += try lemmas(&cursor)
  }

  private mutating func parseRule(_ cursor: inout LineCursor) throws {
    let index = result.rules.count - 1
    let keyword = try cursor.word(
      "event, verb, noun, phrase, with, need, not, only, count, pattern, example … or a role")
    switch keyword {
    case "event":
      sayOnce(keyword, cursor)
      result.rules[index].event = EventType(try cursor.word("the event's name"))
    case "verb", "noun", "phrase":
      cursor.stepBack()
      result.rules[index].triggers += try lemmas(&cursor)
    case "with": result.rules[index].supports += try lemmas(&cursor)
    case "need":
      let count = try cursor.number() ?? 1
      guard count > 0 else {
        throw cursor.failure("R006", "a rule can't need \(count)", "Write: need 2 party", back: true)
      }
      let location = cursor.location
      result.rules[index].needs.append(Need(Requirement(try cursor.word("a role")), count: count, at: location))
    case "not":
      let relation = try relationIfAny(&cursor)
      result.rules[index].vetoes.append(Veto(relation: relation, words: try lemmas(&cursor)))
    case "only":
      let relation = try relationIfAny(&cursor)
      result.rules[index].vetoes.append(Veto(isDemand: true, relation: relation, words: try lemmas(&cursor)))
    case "count":
      let location = cursor.location
      result.rules[index].counts.append(Count(try countKind(&cursor), words: try lemmas(&cursor), at: location))
    case "plover", "cameo", "action", "refers", "adds", "priority", "status":
      sayOnce(keyword, cursor)
      try parseValue(keyword, &cursor, of: &result.rules[index])
    case "pattern":
      let location = cursor.location
      var parser = PatternParser(names: result.names)
      result.rules[index].patterns.append(
        SequencePattern(elements: try parser.sequence(&cursor, isNested: false), location: location))
      result.names.used = parser.names.used
    case "example": result.rules[index].examples.append(try example(&cursor))
    case "slots": result.rules[index].slots += try namedSlots(&cursor)
    case _ where keyword.hasPrefix("@"):
      cursor.stepBack()
      result.rules[index].triggers += try lemmas(&cursor)
    default:
      cursor.stepBack()
      result.rules[index].slots.append(try slot(&cursor))
    }
  }

  /// What all events of a rule have, and how it ranks.
  private func parseValue(_ keyword: String, _ cursor: inout LineCursor, of rule: inout EventRule) throws {
    switch keyword {
    case "plover": rule.plover = try cursor.word("a PLOVER type")
    case "cameo": rule.cameo = try cursor.word("a CAMEO code")
    case "action": rule.action = try cursor.word("the action's name")
    case "status": rule.status = try status(&cursor)
    case "refers": rule.refersBack = true
    case "adds": rule.adds = true
    default:
      guard let value = try cursor.number() else {
        throw cursor.failure("R006", "a number is missing", "Write: priority 10")
      }
      rule.priority = value
    }
  }

  // MARK: - Parts of lines

  private func roles(_ cursor: inout LineCursor) throws -> [Role] { try cursor.words("role names").map { Role($0) } }

  private func countKind(_ cursor: inout LineCursor) throws -> Count.Kind {
    let names = Count.Kind.allCases.map(\.rawValue)
    let name = try cursor.word(names.joined(separator: " or "))
    guard let kind = Count.Kind(rawValue: name) else {
      let guess = RuleSet.guess(name, among: names)
      throw cursor.failure(
        "R019", "no record has a number of the \(name)", guess + "Count \(names.joined(separator: " or "))", back: true)
    }
    return kind
  }

  private func status(_ cursor: inout LineCursor) throws -> EventStatus {
    let name = try cursor.word("a status")
    guard let status = EventStatus(rawValue: name) else {
      throw cursor.failure(
        "R003", "unknown status \(name)", "Use occurred, ongoing, planned, cancelled or denied", back: true)
    }
    return status
  }

  /// `slots @signers @places`
  private mutating func namedSlots(_ cursor: inout LineCursor) throws -> [Slot] {
    var slots: [Slot] = []
    repeat {
      let name = try cursor.word("the name of a set of slots, such as @signers")
      guard let set = result.names.slots[name] else {
        throw cursor.failure(
          "R008", "unknown set of slots \(name)",
          "Declare it before use: slots \(name), with slots indented below. Known: "
            + result.names.slots.keys.sorted().joined(separator: " "), back: true)
      }
      result.names.use(.slots, name)
      slots += set
    } while cursor.peekWord != nil
    return slots
  }

  /// `role: Type Type = relation, relation except kind KIND noun LEMMA`, or `only noun LEMMA`
  private mutating func slot(_ cursor: inout LineCursor) throws -> Slot {
    let location = cursor.location
    let role = Role(try cursor.word("a role"))
    var types: [SlotType] = []
    if cursor.takeMark(":") { types = try self.types(&cursor) }
    guard cursor.takeMark("=") else {
      throw cursor.failure(
        "R007", "\(role) is neither a keyword nor a slot",
        "Keywords: event verb noun phrase with slots need not only count action status plover cameo priority pattern example; a slot is: role: Types = relation"
      )
    }
    var relations = [try relation(&cursor)]
    while cursor.takeMark(",") { relations.append(try relation(&cursor)) }
    var slot = Slot(role: role, types: types, relations: relations, location: location)
    if cursor.peekWord == "only" {
      cursor.advance()
      slot.demands = try lemmas(&cursor)
      return slot
    }
    guard cursor.peekWord == "except" else { return slot }
    cursor.advance()
    if cursor.peekWord == "kind" {
      cursor.advance()
      slot.exceptedKinds = try words("kinds of entities", &cursor)
      if cursor.isAtEnd { return slot }
    }
    slot.exceptions = try lemmas(&cursor)
    return slot
  }

  private mutating func types(_ cursor: inout LineCursor) throws -> [SlotType] {
    var types: [SlotType] = []
    for name in try cursor.words("types, such as Person Organization or @people") {
      if name.hasPrefix("@") {
        guard let set = result.names.types[name] else {
          throw cursor.failure(
            "R008", "unknown set of types \(name)",
            "Declare it before use: types \(name) = Person Organization. Known: \(result.names.types.keys.sorted().joined(separator: " "))"
          )
        }
        result.names.use(.types, name)
        types += set
      } else {
        types.append(SlotType(name))
      }
    }
    return types
  }

  private func relation(_ cursor: inout LineCursor) throws -> Relation {
    if let relation = try relationIfAny(&cursor) { return relation }
    throw cursor.failure(
      "R009", "a relation is missing",
      "Use \(Relation.byName.keys.sorted().joined(separator: ", ")) or after \"word\"")
  }

  private func relationIfAny(_ cursor: inout LineCursor) throws -> Relation? {
    guard let word = cursor.peekWord else { return nil }
    if let relation = Relation.byName[word] {
      cursor.advance()
      return relation
    }
    guard word == "after" else { return nil }
    cursor.advance()
    return .after(try spelt("a preposition or phrase in quotes", &cursor))
  }

  /// Texts in quotes, each of which has a letter.
  private func spelt(_ expected: String, _ cursor: inout LineCursor) throws -> [String] {
    let texts = try cursor.texts(expected)
    if let blank = texts.first(where: { !$0.contains { $0.isLetter || $0.isNumber } }) {
      throw cursor.failure(cursor.codes.unexpected, "expected \(expected)", "\"\(blank)\" has no letter")
    }
    return texts
  }

  private mutating func lemmas(_ cursor: inout LineCursor) throws -> [Lemma] {
    var lemmas: [Lemma] = cursor.takeTexts().map { .phrase($0) }
    while let keyword = cursor.peekWord {
      cursor.advance()
      switch keyword {
      case "verb": lemmas += try words("verbs", &cursor).map { .verb($0) }
      case "noun": lemmas += try words("nouns", &cursor).map { .noun($0) }
      case _ where keyword.hasPrefix("@"):
        guard let set = result.names.words[keyword] else {
          throw cursor.failure(
            "R008", "unknown set of words \(keyword)",
            "Declare it before use: words \(keyword) = noun …. Known: \(result.names.words.keys.sorted().joined(separator: " "))",
            back: true)
        }
        result.names.use(.words, keyword)
        lemmas += set
      case "phrase": lemmas += try spelt("phrases in quotes", &cursor).map { .phrase($0) }
      default: throw cursor.failure("R013", "unknown kind of word \(keyword)", "Use verb, noun or phrase", back: true)
      }
    }
    if lemmas.isEmpty {
      throw cursor.failure("R013", "words are missing", "Write: verb LEMMA …, noun LEMMA … or phrase \"…\"")
    }
    return lemmas
  }

  /// Words of one kind, up to the next kind or set. A text in quotes is a word of several words, the first of which is
  /// inflected.
  private func words(_ expected: String, _ cursor: inout LineCursor) throws -> [String] {
    func stops(_ word: String) -> Bool { ["verb", "noun", "phrase"].contains(word) || word.hasPrefix("@") }
    var words = cursor.takeTexts()
    while words.isEmpty || cursor.peekWord.map({ !stops($0) }) == true {
      words += try cursor.words(expected, stops: stops)
      words += cursor.takeTexts()
    }
    return words
  }

  /// `example "sentence" => role "value", …` or `=> nothing`; `on YYYY-MM-DD` before the sentence gives its date.
  private func example(_ cursor: inout LineCursor) throws -> RuleExample {
    let location = cursor.location
    var anchor: CivilDate?
    if cursor.peekWord == "on" {
      cursor.advance()
      anchor = CivilDate(iso: try cursor.word("a date"))
      if anchor == nil { throw cursor.failure("R014", "this is no date", "Write: on 2024-04-15", back: true) }
    }
    guard let text = cursor.takeText() else {
      throw cursor.failure(
        "R014", "the example's sentence is missing", "Write: example \"…\" => role \"…\" or => nothing")
    }
    try cursor.mark("=>")
    if cursor.peekWord == "nothing" {
      cursor.advance()
      return RuleExample(text: text, anchor: anchor, expected: [], givesNothing: true, location: location)
    }
    var expected: [RuleExample.Expectation] = []
    repeat {
      let property = RuleExample.Property(try cursor.word("a role, place, time or status"))
      guard
        let value = cursor.takeText()
          ?? (cursor.peekWord.map { word in
            cursor.advance()
            return word
          })
      else {
        throw cursor.failure("R014", "the value of \(property) is missing", "Write: \(property) \"…\"")
      }
      expected.append(RuleExample.Expectation(property: property, value: value))
    } while cursor.takeMark(",")
    return RuleExample(text: text, anchor: anchor, expected: expected, givesNothing: false, location: location)
  }
}
