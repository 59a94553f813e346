import KhabarCore

/// Reads the elements of a `pattern` line.
///
///     pattern trigger ~ party:@people ("مع" | "بـ") party:@people Time?
struct PatternParser {
  /// The sets that may be used; those that are, are noted.
  private(set) var names: RuleNames
  /// Brackets and negations that are open.
  private var depth = 0
  private static let deepest = 32

  init(names: RuleNames) { self.names = names }

  mutating func sequence(_ cursor: inout LineCursor, isNested: Bool) throws -> [SequencePattern.Element] {
    var elements: [SequencePattern.Element] = []
    while !cursor.isAtEnd {
      if isNested, cursor.peekMark == "|" || cursor.peekMark == ")" { break }
      var element = try element(&cursor)
      if cursor.takeMark("?") {
        element = .optional(element)
      } else if cursor.takeMark("*") {
        element = .repeated(element, atLeast: 0)
      } else if cursor.takeMark("+") {
        element = .repeated(element, atLeast: 1)
      }
      elements.append(element)
    }
    if elements.isEmpty {
      throw cursor.failure("R017", "the pattern is empty", "Write elements such as: trigger ~ party:Person")
    }
    return elements
  }

  private mutating func element(_ cursor: inout LineCursor) throws -> SequencePattern.Element {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw cursor.failure(
        "R017", "the pattern is nested more than \(Self.deepest) deep", "Write it with fewer brackets")
    }
    if cursor.takeMark("!") { return .not(try element(&cursor)) }
    if cursor.takeMark("~") { return .gap(try cursor.number() ?? 6) }
    if cursor.takeMark("(") {
      var alternatives = [try sequence(&cursor, isNested: true)]
      while cursor.takeMark("|") { alternatives.append(try sequence(&cursor, isNested: true)) }
      try cursor.mark(")")
      return .alternatives(alternatives)
    }
    if let text = cursor.takeText() { return .word(text) }
    let word = try cursor.word("trigger, Time, a type, role:Type, verb LEMMA, noun LEMMA, \"word\", ~ or (")
    switch word {
    case "trigger": return .trigger
    case "Time": return .time
    case "verb": return .lemma(.verb(try cursor.word("a verb")))
    case "noun": return .lemma(.noun(try cursor.word("a noun")))
    case _ where names.words[word] != nil:
      names.use(.words, word)
      return .alternatives((names.words[word] ?? []).map { [.lemma($0)] })
    default: break
    }
    if cursor.takeMark(":") {
      let type = try cursor.word("a type")
      return .phrase(role: Role(word), types: try types(type, cursor))
    }
    return .phrase(role: nil, types: try types(word, cursor))
  }

  private mutating func types(_ name: String, _ cursor: LineCursor) throws -> [SlotType] {
    guard name.hasPrefix("@") else { return name == "any" ? [] : [SlotType(name)] }
    guard let set = names.types[name] else {
      throw cursor.failure(
        "R008", "unknown set \(name)",
        "Declare it before use: types \(name) = Person, or words \(name) = noun …", back: true)
    }
    names.use(.types, name)
    return set
  }
}
