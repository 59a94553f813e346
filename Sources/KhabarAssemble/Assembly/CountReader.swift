import KhabarCore
import KhabarSyntax

/// Reads the numbers that an event takes from its sentence: the killed, the injured.
struct CountReader {
  let sentence: SentenceReading

  /// Tokens behind a word in which its number begins.
  private static let reach = 4
  /// A larger number is a sum of money or a count of something else.
  private static let most = 10_000_000.0

  /// The first number of each of the rule's counts, of the killings and woundings that belong to the event.
  func counts(of rule: CompiledRules.CompiledRule, _ casualties: [CasualtyReader.Casualty]) -> Tolls {
    var result = Tolls()
    for casualty in casualties {
      let token = casualty.hit.token
      for count in rule.counts where result[count.kind] == nil && count.lemmas.contains(casualty.hit.lemma) {
        if let value = number(of: casualty, rule) {
          result[count.kind] = value
        } else if isJoint(token, rule), result.joint == nil, let value = joint(at: token) {
          result.joint = value
        }
      }
    }
    return result
  }

  /// Of "they met *their* death" the number stands with them.
  private func number(of casualty: CasualtyReader.Casualty, _ rule: CompiledRules.CompiledRule) -> Int? {
    let token = casualty.hit.token
    guard sentence.tokens[token].analysis.suffixLetters == 0 else {
      // The tree may have the noun in one phrase with those who met *their death*.
      if let own = sentence.tree.phrase(at: token), sentence.tree[own].head < token { return number(in: own) }
      return casualty.victims.lazy.compactMap(\.phrase).compactMap { number(in: $0) }.first
    }
    let said = number(at: token, rule)
    if isJoint(token, rule) { return said }
    let numbers = casualty.counted.map(number(in:))
    guard !numbers.isEmpty else { return said }
    // Who is named counts for one beside those who are counted.
    let isCounted = numbers.contains { $0 != nil }
    let parts = zip(casualty.counted, numbers).map { $1 ?? (isCounted && isSomebody($0) ? 1 : nil) }
    // A number that is told of some of them alone is none for all.
    guard !parts.contains(nil) else { return parts.contains(said) && numbers.first != said ? nil : said }
    return said == nil || parts.contains(said) ? parts.lazy.compactMap { $0 }.reduce(0, +) : said
  }

  /// The number that two words share: *killed or hurt 35*, 35 *dead and wounded*.
  private func joint(at token: Int) -> Int? {
    if let quantity = quantity(around: token) { return value(of: quantity) }
    if let number = number(behind: token, before: token + Self.reach + 2) { return number }
    guard let phrase = sentence.tree.phrase(at: token), !sentence.tree[phrase].isBare, phrase.int > 0 else {
      return nil
    }
    return quantity(in: PhraseID(phrase.int - 1)).flatMap(value)
  }

  /// How many a word tells of: the number of a verb's subject, else what follows the word.
  private func number(at token: Int, _ rule: CompiledRules.CompiledRule) -> Int? {
    if let quantity = quantity(around: token) { return isJoint(token, rule) ? nil : value(of: quantity) }
    if let subject = subject(before: token) { return number(in: subject) }
    if isJoint(token, rule) { return nil }
    if let phrase = sentence.tree.phrase(at: token), sentence.tree[phrase].kind == .noun, isPair(phrase, rule),
      quantity(in: phrase) == nil
    {
      return 2
    }
    return number(behind: token, before: nextCount(behind: token, rule)) ?? pair(behind: token, rule)
  }

  /// The count whose counted noun the word is: *40 injured*.
  private func quantity(around token: Int) -> Quantity? {
    quantities.first { $0.tokens.contains(token) && $0.kind != .ordinal }
  }

  /// Those of the sentence.
  private var quantities: ArraySlice<Quantity> {
    let all = sentence.document.quantities
    let first = all.partitionPoint { $0.tokens.lowerBound < sentence.extent.lowerBound }
    return all[first...].prefix { $0.tokens.lowerBound < sentence.extent.upperBound }
  }

  private func verb(at token: Int) -> PhraseID? {
    sentence.tree.phrase(at: token).flatMap { sentence.phrases[$0.int].kind == .verb ? $0 : nil }
  }

  private func subject(before token: Int) -> PhraseID? {
    guard let verb = verb(at: token) else { return nil }
    guard let (subject, isSaid) = sentence.subject(of: verb), isSaid else { return counted(before: verb) }
    guard subject < verb else { return nil }
    return subject
  }

  /// The bare phrase right before a verb without a subject of its own, if it counts people: he said that *seven
  /// soldiers* had been killed.
  private func counted(before verb: PhraseID) -> PhraseID? {
    guard verb.int > 0, sentence.objects(of: verb).isEmpty else { return nil }
    let (phrase, tree) = (PhraseID(verb.int - 1), sentence.tree)
    guard tree[phrase].isBare, tree.clause(of: phrase) == tree.clause(of: verb) else { return nil }
    return number(in: phrase) == nil ? nil : phrase
  }

  /// "Killed or hurt 35": a number behind two words tells neither how many were killed nor how many were hurt.
  private func isJoint(_ token: Int, _ rule: CompiledRules.CompiledRule) -> Bool {
    if countsItself(token) { return false }
    if let next = joined(to: token), tellsOther(next, than: token, rule) { return !countsItself(next) }
    return [token - 1, token - 2].contains { before in
      joined(to: before) == token && tellsOther(before, than: token, rule) && subject(before: before) == nil
        && sentence.tokens[before].analysis.suffixLetters == 0 && !countsItself(before)
    }
  }

  /// *Two dead* and 15 wounded: the dual is a number of its own.
  private func countsItself(_ token: Int) -> Bool {
    guard let phrase = sentence.tree.phrase(at: token), sentence.tree[phrase].tokens.count == 1 else { return false }
    return sentence.tree[phrase].features.intersects(sentence.grammar.twoPeople)
  }

  /// The word that "and" or "or" joins right to another one.
  private func joined(to token: Int) -> Int? {
    guard sentence.extent.contains(token), sentence.extent.contains(token + 1) else { return nil }
    let next = sentence.tokens[token + 1]
    if !next.analysis.proclitics.isDisjoint(with: .conjunctions) { return token + 1 }
    return next.classes.contains(.conjunction) && sentence.extent.contains(token + 2) ? token + 2 : nil
  }

  /// The first word behind a token, as far as its number may stand, of which another number is told.
  private func nextCount(behind token: Int, _ rule: CompiledRules.CompiledRule) -> Int {
    let end = token + Self.reach + 1
    return (token + 1..<end).first { tellsOther($0, than: token, rule) } ?? end
  }

  private func tellsOther(_ other: Int, than token: Int, _ rule: CompiledRules.CompiledRule) -> Bool {
    !kinds(other, rule).subtracting(kinds(token, rule)).isEmpty
  }

  /// The counts whose numbers a word tells of.
  private func kinds(_ token: Int, _ rule: CompiledRules.CompiledRule) -> Set<Count.Kind> {
    guard sentence.extent.contains(token) else { return [] }
    let lemmas = sentence.hits[token].map(\.lemma)
    return Set(rule.counts.filter { count in lemmas.contains { count.lemmas.contains($0) } }.map(\.kind))
  }

  /// The count in a noun phrase: *seven soldiers*, or two by its dual, one by its singular.
  private func number(in phrase: PhraseID) -> Int? {
    if let quantity = quantity(in: phrase) { return value(of: quantity) }
    let features = sentence.tree[phrase].features
    if features.intersects(sentence.grammar.twoPeople) { return 2 }
    return features.intersects(sentence.grammar.onePerson) ? 1 : nil
  }

  /// One who is named, or meant by an office.
  private func isSomebody(_ phrase: PhraseID) -> Bool {
    let features = sentence.tree[phrase].features
    return features.intersects(sentence.grammar.namedPerson) || features.intersects(sentence.grammar.isOffice)
  }

  private func quantity(in phrase: PhraseID) -> Quantity? {
    let tokens = sentence.tree[phrase].tokens
    return quantities.first {
      $0.tokens.lowerBound >= tokens.lowerBound && $0.tokens.upperBound <= tokens.upperBound
        && $0.kind != .ordinal
    }
  }

  /// Two, where a dual stands in the phrase of a word: the killing of *two soldiers*.
  private func pair(behind token: Int, _ rule: CompiledRules.CompiledRule) -> Int? {
    if let verb = verb(at: token) {
      let objects = sentence.objects(of: verb)
      let victims = objects.isEmpty ? sentence.subject(of: verb).map { [$0.phrase] } ?? [] : objects
      return victims.contains { isPair($0, rule) } ? 2 : nil
    }
    return sentence.tree.phrase(at: token).flatMap { isPair($0, rule) ? 2 : nil }
  }

  /// Two, and nobody joined to them: what is joined may tell of another number.
  private func isPair(_ phrase: PhraseID, _ rule: CompiledRules.CompiledRule) -> Bool {
    sentence.tree[phrase].features.intersects(sentence.grammar.twoPeople)
      && sentence.tree.dependents(of: phrase, .conjunct).allSatisfy { other in
        sentence.tree[other].tokens.range.contains { !kinds($0, rule).isEmpty }
      }
  }

  /// The count that begins right behind a token: "the killing of 13".
  private func number(behind token: Int, before end: Int) -> Int? {
    quantities.first { $0.tokens.lowerBound > token && $0.kind != .ordinal }
      .flatMap { $0.tokens.lowerBound < end ? value(of: $0) : nil }
  }

  private func value(of quantity: Quantity) -> Int? {
    quantity.value.flatMap { $0 >= 0 && $0 < Self.most ? Int($0) : nil }
  }
}
