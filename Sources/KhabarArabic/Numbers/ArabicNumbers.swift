import KhabarCore

/// Numbers in Arabic.
struct ArabicNumbers {
  let lexicon: CalendarLexicon

  func quantities(in document: RecognizedDocument, _ text: TaggedText, outside times: [TokenSpan]) -> [Quantity] {
    guard text.hasTriggers else { return [] }
    var names: [TokenSpan] = []
    let mentions = document.mentions
    for index in mentions.indices where mentions[index].kind != .description && mentions[index].kind != .collective {
      names.append(mentions[index].tokens)
    }
    let parser = QuantityParser(
      text: text, numbers: NumberReader(text: text), names: TokenCover(names),
      currencyCodes: currencyCodes(text, document))
    var found: [Quantity] = []
    var (time, name, index) = (0, 0, 0)
    while index < text.count {
      guard mayBegin(index, text) else {
        index += 1
        continue
      }
      while time < times.count, times[time].upperBound <= index { time += 1 }
      if time < times.count, times[time].lowerBound <= index {
        index = times[time].upperBound
        continue
      }
      while name < names.count, names[name].upperBound <= index { name += 1 }
      let isInName = name < names.count && names[name].lowerBound <= index
      guard !isInName, let parsed = parser.quantity(index), parsed.end > index,
        time >= times.count || times[time].lowerBound >= parsed.end,
        !(parsed.kind == .ordinal && isRegnal(index, document))
      else {
        index += 1
        continue
      }
      found.append(quantity(parsed, text))
      index = parsed.end
    }
    return found
  }

  /// Whether a quantity may begin at a token: at a number, a sign or point before one, a word of the tables.
  private func mayBegin(_ index: Int, _ text: TaggedText) -> Bool {
    guard text.tags[index].word != 0 || text.tags[index].mark != .none else { return false }
    switch text.kind(index) {
    case .number, .symbol, .hyphen: return true
    case .sentenceEnd where text.isNumber(index + 1): return true
    default: return text.tags[index].word != 0 && !text.roles(index).isDisjoint(with: Self.triggers)
    }
  }

  private static let triggers = CalendarWord.Roles.numeral.union([.modifier, .between, .from, .currency])

  private func quantity(_ parsed: QuantityParser.Parsed, _ text: TaggedText) -> Quantity {
    Quantity(
      tokens: TokenSpan(parsed.start, parsed.end), span: text.span(parsed.start, parsed.end), kind: parsed.kind,
      value: parsed.value, upper: parsed.upper,
      unit: parsed.unit.map { text.text.string(text.span($0.lowerBound, $0.upperBound)) },
      currency: parsed.currency?.isEmpty == true ? nil : parsed.currency, modifier: parsed.modifier, rule: parsed.rule)
  }

  /// The ordinal belongs to a ruler's name: محمد السادس (Mohammed the Sixth).
  private func isRegnal(_ index: Int, _ document: RecognizedDocument) -> Bool {
    // Mentions are sorted and don't overlap: the last that begins before the ordinal is the only one that can end
    // there.
    let mentions = document.mentions
    let low = mentions.partitionPoint { $0.tokens.lowerBound < index }
    return mentions[max(0, low - 4)..<low].contains { $0.type == .person && $0.tokens.upperBound == index }
  }

  /// The code of a currency whose noun several countries share, where the document names the country: once دينار عراقي,
  /// then دينار alone; else by the country that most of the document's entities have.
  private func currencyCodes(_ text: TaggedText, _ document: RecognizedDocument) -> [UInt16: String] {
    var codes: [UInt16: String] = [:]
    var open: Set<UInt16> = []
    for index in 0..<text.count where text.tags[index].word != 0 && text.has(index, .currency) {
      let number = text.word(index).currency
      let currency = lexicon.currencies[Int(number)]
      guard currency.code.isEmpty, codes[number] == nil else { continue }
      let behind = text.end(index)
      if behind < text.count, let code = currency.code(adjective: text.tokens[behind].key) {
        codes[number] = code
      } else {
        open.insert(number)
      }
    }
    for number in open where codes[number] == nil {
      var best: (code: String, mentions: Int)?
      var counts: [String: Int] = [:]
      for entity in document.entities {
        if let country = entity.country { counts[country, default: 0] += entity.mentions.count }
      }
      for adjective in lexicon.currencies[Int(number)].adjectives {
        // The first two letters of an ISO 4217 code are the country's.
        guard let count = counts[String(adjective.code.prefix(2))] else { continue }
        if count > best?.mentions ?? 0 { best = (adjective.code, count) }
      }
      if let best { codes[number] = best.code }
    }
    return codes
  }
}
