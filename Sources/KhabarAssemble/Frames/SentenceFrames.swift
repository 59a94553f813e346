import KhabarCore

/// One sentence with its constituents, coordination groups and the subjects of its verbs.
struct SentenceFrames {
  let constituents: [Constituent]
  /// For each constituent, the phrase that leads the coordination it belongs to (itself for most).
  let leaders: [Int]
  /// For each verb, its subject's constituent; -1 when it has none in the sentence.
  let subjects: [Int]

  init(_ constituents: [Constituent], document: ResolvedDocument) {
    let constituents = Self.joiningAppositions(Self.absorbingRelatives(constituents, document), document)
    self.constituents = constituents
    leaders = Self.leaders(constituents, document)
    subjects = Self.subjects(constituents, leaders, document)
  }

  /// Members of a coordination, its leader first.
  func group(of leader: Int) -> [Int] {
    var members = [leader]
    var index = leader + 1
    while index < constituents.count {
      if leaders[index] == leader {
        members.append(index)
      } else if constituents[index].isBare || Self.endsClause(constituents[index].kind) {
        break
      }
      index += 1
    }
    return members
  }

  static func endsClause(_ kind: Constituent.Kind) -> Bool {
    kind == .verb || kind == .boundary || kind == .subordinator || kind == .relative
  }

  /// A relative clause that only says whose or which thing is meant belongs to its noun: "the forces that the United States
  /// leads entered Iraq". It is one when its verb takes up the noun with a pronoun and has its own subject.
  private static func absorbingRelatives(_ constituents: [Constituent], _ document: ResolvedDocument) -> [Constituent] {
    var result = constituents
    guard result.count > 3 else { return result }
    for index in 1..<(result.count - 2) where result[index].kind == .relative {
      guard result[index - 1].kind == .nounPhrase, result[index + 1].kind == .verb, result[index + 2].isBare,
        document.tokens[result[index + 1].head].analysis.suffixLetters > 0, index + 3 < result.count,
        result[index + 3].isBare
      else { continue }
      result[index - 1].tokens.end = result[index + 2].tokens.end
      for absorbed in index...(index + 2) { result[absorbed].kind = .other }
    }
    return result
  }

  /// A title and the name behind it are one phrase, whatever stands between: the adviser (at the royal court) (the general
  /// supervisor of the centre) Dr. so-and-so. The name then stands for the title.
  private static func joiningAppositions(_ constituents: [Constituent], _ document: ResolvedDocument) -> [Constituent] {
    var result = constituents
    func mention(_ index: Int) -> Mention? {
      result[index].mention >= 0 ? document.mentions[result[index].mention] : nil
    }
    // Dr. before the name.
    func isAbbreviation(_ constituent: Constituent) -> Bool {
      let token = document.tokens[constituent.tokens.lowerBound]
      return constituent.tokens.count <= 2 && (!token.isWord || token.classes.contains(.abbreviation))
    }
    func isTitleHead(_ constituent: Constituent) -> Bool {
      !document.tokens[constituent.head].classes.isDisjoint(with: [.titleHead, .honorific, .personNoun])
    }
    // In his office: where it happened, and no part of a title.
    func isScene(_ constituent: Constituent) -> Bool {
      let token = document.tokens[constituent.head]
      return token.analysis.suffixLetters > 0 || token.classes.contains(.buildingHead)
    }
    for index in result.indices where result[index].kind == .nounPhrase {
      var scenes = 0
      let isTitle =
        mention(index).map { $0.type == .office || $0.kind == .description }
        ?? document.tokens[result[index].head].classes.contains(.titleHead)
      guard isTitle else { continue }
      var next = index + 1
      var commas = 0
      var others = 0
      scan: while next < result.count {
        let constituent = result[next]
        switch constituent.kind {
        case .comma: commas += 1
        case .other where isAbbreviation(constituent): break
        case .nounPhrase where !constituent.isBare:
          // A preposition that belongs to the title: adviser at, supervisor of. Behind a comma it is the verb's.
          if commas > 0 { break scan }
          others += 1
          if isScene(constituent) { scenes += 1 }
          // The supervisor of (the centre) Dr. so-and-so: the name behind the title's complement stands for the title.
          if let name = mention(next), name.type == .person, name.kind == .name || name.kind == .partial,
            name.phrase.lowerBound > constituent.content, others <= 3
          {
            result[index].mention = constituent.mention
            for absorbed in (index + 1)...next { result[absorbed].kind = .other }
            break scan
          }
        // Towns and regions that the title is for, joined by "and".
        case .nounPhrase where constituent.isCoordinated:
          guard others > 0, mention(next)?.type == .place else { break scan }
        case .nounPhrase:
          if let name = mention(next), name.type == .person, name.kind == .name || name.kind == .partial,
            name.phrase.lowerBound <= constituent.content || constituent.isBare && isTitleHead(constituent),
            commas <= 1, others <= 3, commas == 0 || scenes == 0
          {
            result[index].mention = constituent.mention
            for absorbed in (index + 1)...next { result[absorbed].kind = .other }
          } else if mention(next)?.type == .office, commas == 0 {
            result[next].kind = .other
            next += 1
            continue scan
          }
          break scan
        default: break scan
        }
        next += 1
      }
    }
    return result
  }

  /// A phrase joined by "and" goes with the one before it; one for people passes over what only says more of people
  /// before: the president (of the federation) and the members.
  private static func leaders(_ constituents: [Constituent], _ document: ResolvedDocument) -> [Int] {
    var leaders = Array(constituents.indices)
    var last = -1
    var lastActor = -1
    for (index, constituent) in constituents.enumerated() {
      switch constituent.kind {
      case .nounPhrase:
        let isActor = isActor(constituent, document)
        if constituent.isBare, constituent.isCoordinated, last >= 0 {
          let isPassedOver =
            isActor && lastActor >= 0 && !constituents[last].isBare && !Self.isActor(constituents[last], document)
          leaders[index] = leaders[isPassedOver ? lastActor : last]
        }
        last = index
        if isActor { lastActor = index }
      case .comma, .time, .other, .coordinator: break
      default:
        last = -1
        lastActor = -1
      }
    }
    return leaders
  }

  /// Whether a phrase is for a person, or for what people are.
  private static func isActor(_ constituent: Constituent, _ document: ResolvedDocument) -> Bool {
    if constituent.mention >= 0 {
      let type = document.mentions[constituent.mention].type
      return type == .person || type == .office
    }
    return !document.tokens[constituent.head].classes.isDisjoint(with: [.personNoun, .titleHead])
  }

  /// Verb before subject is the rule; a subject before its verb, or one shared with the verb before, the exceptions.
  private static func subjects(_ constituents: [Constituent], _ leaders: [Int], _ document: ResolvedDocument) -> [Int] {
    var subjects = Array(repeating: -1, count: constituents.count)
    var inherited = -1
    for (index, constituent) in constituents.enumerated() {
      if constituent.kind == .boundary { inherited = -1 }
      guard constituent.kind == .verb || constituent.kind == .copula else { continue }
      var found = -1
      var next = index + 1
      while next < constituents.count, !endsClause(constituents[next].kind) {
        if constituents[next].isBare, leaders[next] == next, names(constituents[next], document) {
          found = next
          break
        }
        next += 1
      }
      if let before = subjectBefore(index, constituents, leaders), names(constituents[before], document) {
        found = before
      }
      if found < 0 { found = inherited }
      subjects[index] = found
      if found >= 0 { inherited = found }
    }
    return subjects
  }

  /// The phrase that stands before a verb as its subject, with no other verb between.
  static func subjectBefore(_ verb: Int, _ constituents: [Constituent], _ leaders: [Int]) -> Int? {
    var candidate: Int?
    var index = verb - 1
    while index >= 0 {
      let constituent = constituents[index]
      switch constituent.kind {
      case .relative:
        // who visited: the phrase before "who".
        guard candidate == nil else { return candidate }
        index -= 1
        while index >= 0, constituents[index].kind == .comma || constituents[index].kind == .other { index -= 1 }
        return index >= 0 && constituents[index].kind == .nounPhrase ? index : nil
      case .verb, .boundary, .subordinator: return candidate.map { leaders[$0] }
      case .nounPhrase: if constituent.isBare { candidate = index }
      default: break
      }
      index -= 1
    }
    return candidate.map { leaders[$0] }
  }

  /// The noun phrase with which a clause goes on behind a relative clause between commas, which begins at `relative`:
  /// the minister met, *who visits Baghdad,* his counterpart. Nil when no bare phrase stands there, or when it is the
  /// subject of a verb of its own.
  func resumption(behind relative: Int) -> Int? {
    guard relative > 0, relative < constituents.count, constituents[relative].kind == .relative,
      constituents[relative - 1].kind == .comma
    else { return nil }
    let clause = constituents[(relative + 1)...]
    guard let comma = clause.firstIndex(where: { $0.kind == .comma || Self.endsClause($0.kind) && $0.kind != .verb }),
      constituents[comma].kind == .comma, clause[..<comma].count(where: { $0.kind == .verb }) == 1,
      let next = clause[(comma + 1)...].firstIndex(where: { $0.kind != .time && $0.kind != .other }),
      constituents[next].isBare, !constituents[next].isCoordinated
    else { return nil }
    let behind = constituents[(next + 1)...].first { $0.kind == .comma || Self.endsClause($0.kind) }
    return behind?.kind == .verb && behind?.isCoordinated == false ? nil : next
  }

  /// Whether a comma ends a relative clause behind which the clause around it goes on.
  func endsRelative(_ comma: Int) -> Bool {
    var relative = comma - 1
    while relative >= 0, ![.relative, .comma].contains(constituents[relative].kind) { relative -= 1 }
    guard relative >= 0, let next = resumption(behind: relative) else { return false }
    return next > comma
  }

  private static func names(_ constituent: Constituent, _ document: ResolvedDocument) -> Bool {
    guard constituent.mention >= 0 else {
      return !document.tokens[constituent.head].classes.isDisjoint(with: [.personNoun, .titleHead, .organizationHead])
    }
    return true
  }
}
