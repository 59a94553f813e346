import KhabarCore
import KhabarSyntax

/// Says what stood where a rule looked at one of its words, and where the phrases went that it could have taken.
struct TrialReader {
  let sentence: SentenceReading
  let grammar: Grammar
  let hit: LemmaHit
  let rule: CompiledRules.CompiledRule

  typealias Finding = RuleTrial.Finding

  private var tree: SentenceTree { sentence.tree }
  private var document: ResolvedDocument { sentence.document }

  /// The first ones of many.
  static func listed(_ words: [String], atMost most: Int = 12) -> String {
    words.prefix(most).joined(separator: ", ") + (words.count > most ? ", …" : "")
  }

  /// A relation as rules write it, with the first of its words.
  private static func told(_ relation: Relation) -> String {
    guard case .after(let words) = relation else { return relation.description }
    return "after \(listed(words.map { "\"\($0)\"" }, atMost: 6))"
  }

  /// What says more of a trial: of a rule that made an event, why roles and place stayed empty.
  func findings(of trial: CandidateReader.Trial) -> [Finding] {
    switch trial {
    case .taken: return []
    case .rejected(.otherWordClass):
      return tree.phrase(at: hit.token).map { [finding("it is in a \(tree[$0].kind.rawValue)", at: $0)] } ?? []
    case .rejected(.insideName):
      let mentions = document.mentions.filter { $0.tokens.contains(hit.token) }
      return mentions.map { Finding("part of the name of a \($0.type)", at: $0.span) }
    case .rejected(let rejection):
      return withReader { reader in findings(of: rejection, reader) }
    case .made(let candidates):
      let filled = Set(candidates.flatMap(\.participants).map(\.role))
      var empty = rule.event.written.roles.ids.filter { !filled.contains($0) }.map { EventPart.role($0) }
      if candidates.allSatisfy(\.places.isEmpty) { empty.append(.place) }
      return withReader { reader in parts(empty, reader) }
    }
  }

  private func withReader(_ body: (RelationReader) -> [Finding]) -> [Finding] {
    guard let predication = PredicationReader(sentence: sentence).predication(of: hit, supports: rule.supports) else {
      return []
    }
    return body(RelationReader(sentence: sentence, predication: predication, rule: rule))
  }

  private func findings(of rejection: Rejection, _ reader: RelationReader) -> [Finding] {
    switch rejection {
    case .otherWordClass, .insideName: return []
    case .vetoed(let word):
      return [Finding("the word", at: document.stemSpan(of: word.token, through: word.end))]
    case .demandFailed(let veto): return demanded(veto, reader)
    case .patternFailed(let phrase):
      guard phrase < tree.phrases.count else { return [Finding("the sentence ends where a pattern goes on")] }
      return [finding("no pattern goes on with this", at: PhraseID(phrase))]
    case .noHappening: return [whyNoHappening(reader.predication)].compactMap { $0 }
    case .lacks(let need, _):
      switch need.what {
      case .role: return parts(need.role.map { [.role($0)] } ?? [], reader)
      case .place: return parts([.place], reader)
      case .named: return parts(rule.event.core.map { .role($0) }, reader)
      case .time:
        return tree.phrases.indices.filter { tree.phrases[$0].kind == .time }.map { whereabouts(of: PhraseID($0)) }
      case .support: return [whereabouts(of: reader.predication.trigger)]
      case .past:
        return reader.predication.tensed.map { [finding("its verb is told in the present", at: $0)] } ?? []
      }
    }
  }

  // MARK: - Conditions

  /// What stands in the relation that a condition asks words of, and where such words stand instead.
  private func demanded(_ veto: CompiledRules.CompiledVeto, _ reader: RelationReader) -> [Finding] {
    var result = [Finding("it asks for \(Self.listed(veto.written.words.map(\.description)))")]
    if let relation = veto.relation, let written = veto.written.relation {
      let there = reader.words(of: relation).filter { !$0.isEmpty }
      result += there.map {
        Finding("\(Self.told(written)) is", at: document.span(of: TextSpan($0.lowerBound, $0.upperBound)))
      }
      if there.isEmpty { result.append(Finding("nothing stands as \(Self.told(written))")) }
    }
    let elsewhere = sentence.hits.hits(in: sentence.extent).filter { veto.lemmas.contains($0.lemma) }
    return result + elsewhere.compactMap { tree.phrase(at: $0.token).map(whereabouts) }
  }

  private func whyNoHappening(_ predication: Predication) -> Finding? {
    let status = StatusReader(sentence: sentence, predication: predication, event: rule.event.written)
    if let signal = status.signal, signal.meaning == .hypothetical {
      return Finding(
        "a condition or a wish by this word", at: document.stemSpan(of: signal.token, through: signal.token + 1))
    }
    return DenialReader(sentence: sentence, predication: predication).denied.map { finding("what is negated", at: $0) }
  }

  // MARK: - Roles

  /// What stands in each relation that fills one of the event's parts, and where else noun phrases of its types are.
  private func parts(_ parts: [EventPart], _ reader: RelationReader) -> [Finding] {
    var attempts: [SlotFiller.Attempt] = []
    let filled = SlotFiller(reader: reader).fill { attempts.append($0) }
    var result: [Finding] = []
    var seen = Set(filled.map(\.filler.tokens.lowerBound) + [reader.predication.token])
    for attempt in attempts where parts.contains(attempt.slot.fills) {
      let place = "\(attempt.slot.written.role) by \(Self.told(attempt.slot.written.relations[attempt.relation]))"
      guard let filler = attempt.filler else {
        result.append(Finding("\(place): nothing stands there"))
        continue
      }
      seen.insert(filler.tokens.lowerBound)
      result.append(Finding("\(place): \(fate(of: filler, attempt, filled))", at: document.span(of: filler.tokens)))
    }
    let types = attempts.filter { parts.contains($0.slot.fills) }.flatMap(\.slot.types)
    return result + unused(of: types, seen)
  }

  /// Why a phrase in the right relation does not fill the role, or that it does.
  private func fate(
    of filler: Filler, _ attempt: SlotFiller.Attempt, _ filled: [Filling]
  ) -> String {
    switch attempt.refusal {
    case nil: return "fills it"
    case .taken:
      let other = filled.first { $0.filler.tokens.lowerBound == filler.tokens.lowerBound }
      return "is the \(rule.event.name(other?.part ?? attempt.slot.fills)) already"
    case .otherType:
      let types = attempt.slot.types.map(\.description).joined(separator: ", ")
      return "is a \(sentence.typing.type(of: filler)), not one of \(types)"
    case .excepted: return "is excepted"
    case .saysNothing: return "says nothing of whom it is"
    }
  }

  /// Noun phrases of the types that no slot looks at, and names inside other phrases, each with what it hangs on.
  private func unused(of types: [SlotType], _ seen: Set<Int>) -> [Finding] {
    tree.phrases.indices.flatMap { index -> [Finding] in
      let phrase = tree.phrases[index]
      guard phrase.kind == .noun else { return [] }
      let filler = sentence.filler(PhraseID(index), .pattern)
      guard !seen.contains(filler.tokens.lowerBound) else { return [] }
      if !phrase.tokens.contains(hit.token), sentence.typing.matches(filler, types) {
        return [whereabouts(of: PhraseID(index))]
      }
      return names(in: phrase, of: types).map { mention in
        Finding("inside a phrase that \(place(of: PhraseID(index)))", at: mention.span)
      }
    }
  }

  /// The names of the types that a phrase holds besides its own.
  private func names(in phrase: Phrase, of types: [SlotType]) -> [Mention] {
    zip(document.mentions.ids, document.mentions).filter { id, mention in
      id != phrase.mention && phrase.tokens.range.contains(mention.tokens.lowerBound)
        && mention.tokens.upperBound <= phrase.tokens.upperBound && types.contains(.entity(mention.type))
    }.map(\.1)
  }

  // MARK: - Phrases

  private func finding(_ fact: String, at id: PhraseID) -> Finding {
    Finding(fact, at: document.span(of: tree[id].tokens))
  }

  private func whereabouts(of id: PhraseID) -> Finding { finding(place(of: id), at: id) }

  /// What a phrase hangs on, and the row that decided it.
  private func place(of id: PhraseID) -> String {
    let arcs = tree.arcs(to: id).map { arc in
      let row = arc.row.map { ", row \(grammar.rows[Int($0.number)].name)" } ?? ""
      return "is \(arc.relation.rawValue) of \(document.text.string(document.span(of: tree[arc.head].tokens)))\(row)"
    }
    return arcs.isEmpty ? "hangs on nothing" : arcs.joined(separator: "; ")
  }
}
