import KhabarCore
import KhabarSyntax

/// Phrases from constituents.
struct ConstituentAdapter {
  let grammar: Grammar
  let document: ResolvedDocument
  let syntax: any DocumentSyntax

  func phrases(_ list: [Constituent], in sentence: Sentence) -> [Phrase] {
    let words = syntax.features(of: sentence)
    let first = sentence.tokens.lowerBound
    return list.map { constituent in
      var phrase = Phrase(
        kind: kind(constituent), tokens: constituent.tokens, content: constituent.content, head: constituent.head,
        marker: constituent.marker.isEmpty
          ? nil : Marker(constituent.marker, isAttached: constituent.content == constituent.tokens.lowerBound && constituent.marker.count == 1),
        isJoined: constituent.isCoordinated, mention: constituent.mention >= 0 ? constituent.mention : nil,
        time: constituent.time >= 0 ? constituent.time : nil)
      let head = constituent.head - first
      var given = head < words.count ? words[head] : Features()
      given.subtract(grammar.feature("attached"))
      func add(_ name: String) { given.formUnion(grammar.feature(name)) }
      add(phrase.kind == .noun ? "noun-phrase" : "\(phrase.kind.rawValue)-phrase")
      if phrase.kind == .noun {
        add(phrase.marker == nil ? "bare" : "governed")
        if phrase.marker?.isAttached ?? false { add("attached") }
        if document.tokens[phrase.head].isDefinite || document.tokens[phrase.tokens.upperBound - 1].isDefinite || document.tokens[phrase.tokens.upperBound - 1].analysis.suffixLetters > 0 { add("definite-phrase") }
      }
      if phrase.tokens.upperBound - phrase.content > 1 { add("compound") }
      if phrase.isJoined { add("joined") }
      if let index = phrase.mention {
        let mention = document.mentions[index]
        if mention.kind == .description { add("described") } else { add("named") }
        switch mention.type {
        case .person: add("is-person")
        case .organization: add("is-organization")
        case .place: add("is-place")
        case .office: add("is-office")
        case .nationality: add("is-nationality")
        default: break
        }
        if mention.phrase.lowerBound > phrase.content { add("name-inside") }
      }
      phrase.features = grammar.features(given: given, stem: document.tokens[phrase.head].stem)
      return phrase
    }
  }

  private func kind(_ constituent: Constituent) -> Phrase.Kind {
    switch constituent.kind {
    case .nounPhrase: return .noun
    case .verb: return .verb
    case .copula: return .copula
    case .time: return .time
    case .subordinator:
      return document.tokens[constituent.head].classes.contains(.subordinator) ? .subordinator : .circumstance
    case .relative: return .relative
    case .coordinator: return .coordinator
    case .negation: return .negation
    case .comma: return .comma
    case .boundary: return .boundary
    case .other: return .other
    }
  }
}
