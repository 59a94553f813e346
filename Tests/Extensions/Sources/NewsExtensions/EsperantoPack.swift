import Khabar

/// A language pack: a little Esperanto, which finds names by their capital letters and dates such as `la 15-an de
/// aprilo 2024` (the 15th of April 2024) and `hieraŭ` (yesterday). What it does not give, such as word analysis and
/// syntax, is empty: a pack grows part by part.
public struct EsperantoPack: LanguagePack {
  public let code = "eo"
  public let orthography: Orthography

  public init() {
    var orthography = Orthography()
    // The six letters with accents, small and capital, get codes of their own; a to z have theirs.
    for (index, letter) in ["ĉĈ", "ĝĜ", "ĥĤ", "ĵĴ", "ŝŜ", "ŭŬ"].enumerated() {
      orthography.set(letter.unicodeScalars, to: .letter(UInt8(index + 1)))
    }
    self.orthography = orthography
  }

  public var names: any NameGrammar { EsperantoNames() }
  public var temporal: any TemporalGrammar { EsperantoDates(orthography: orthography) }
}

/// Names: what the gazetteers know, and words with a capital letter that begin no sentence.
struct EsperantoNames: NameGrammar {
  func mentions(in document: MatchedDocument, entries: any EntryStore) -> [Mention] {
    var found = document.lookups.map { lookup in
      Mention(
        tokens: lookup.tokens, span: lookup.span, type: lookup.type, entry: lookup.entry, rule: "gazetteer")
    }
    for sentence in document.sentences {
      var first = sentence.tokens.lowerBound + 1
      while first < sentence.tokens.upperBound {
        let run = document.tokens[first..<sentence.tokens.upperBound].prefix { isCapitalized($0, in: document.text) }
        let tokens = TokenSpan(first, first + run.count)
        if let start = run.first, let end = run.last, !found.contains(where: { $0.tokens.overlaps(tokens) }) {
          let span = TextSpan<CleanBytes>(start.span.lowerBound, end.span.upperBound)
          found.append(Mention(tokens: tokens, span: span, type: .person, rule: "capital"))
        }
        first += run.count + 1
      }
    }
    return found.sorted { $0.tokens.start < $1.tokens.start }
  }

  /// A person is the same by the last name alone.
  func shortForms(of mention: Mention, in document: MatchedDocument) -> [[WordKey]] {
    let words = document.tokens[mention.tokens.range].map(\.key)
    return mention.type == .person && words.count > 1 ? [words, [words[words.count - 1]]] : [words]
  }

  private func isCapitalized(_ token: Token, in text: AlignedText) -> Bool {
    token.isWord && text.string(token.span).first?.isUppercase == true
  }
}

/// Dates: a day of a month with or without a year, and yesterday, today and tomorrow.
struct EsperantoDates: TemporalGrammar {
  private let months: [WordKey: Int]
  private let days: [WordKey: Int]

  init(orthography: Orthography) {
    let names = [
      "januaro", "februaro", "marto", "aprilo", "majo", "junio", "julio", "aŭgusto", "septembro", "oktobro",
      "novembro", "decembro",
    ]
    months = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { (orthography.key($0.element), $0.offset + 1) })
    days = [orthography.key("hieraŭ"): -1, orthography.key("hodiaŭ"): 0, orthography.key("morgaŭ"): 1]
  }

  func expressions(in document: RecognizedDocument) -> [TemporalDescription] {
    let tokens = document.tokens
    return tokens.indices.compactMap { index in
      var point = CalendarDescription()
      var (first, last) = (index, index)
      let rule: String
      if let distance = days[tokens[index].key] {
        rule = "day"
        point.day = .relative(distance)
      } else if let month = months[tokens[index].key], index >= 4,
        let day = number(tokens[index - 4], in: document.text), (1...31).contains(day)
      {
        // 15 - an de aprilo: number, hyphen, ending, preposition, month.
        rule = "date"
        (point.day, point.month, first) = (.number(day), .number(month), index - 4)
        if index + 1 < tokens.count, let year = number(tokens[index + 1], in: document.text), year > 999 {
          (point.year, last) = (.number(year), index + 1)
        }
      } else {
        return nil
      }
      return TemporalDescription(
        tokens: TokenSpan(first, last + 1),
        span: TextSpan(tokens[first].span.lowerBound, tokens[last].span.upperBound), rule: rule,
        meaning: .point(point))
    }
  }

  private func number(_ token: Token, in text: AlignedText) -> Int? {
    token.kind == .number ? Int(text.string(token.span)) : nil
  }
}
