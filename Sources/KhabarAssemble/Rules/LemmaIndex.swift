import KhabarCore

/// A place in the text where a word of the rules stands.
struct LemmaHit {
  var token: Int
  /// Behind its last token.
  var end: Int
  var lemma: Int
  /// Index into `LemmaIndex.forms`; nil for phrases.
  var form: Int?
}

/// All words that the rules speak of, with their inflected forms, found in one pass over the tokens.
struct LemmaIndex: Sendable {
  private(set) var lemmas: [Lemma] = []
  private var ids: [Lemma: Int] = [:]
  /// Lemmas that the language can't inflect.
  private(set) var unknown: [Lemma] = []

  private struct Form {
    var key: WordKey
    var lemma: Int
    var form: InflectedForm
    /// Index into `phrases`; nil when the form is one word.
    var phrase: Int?
  }

  private var collected: [Form] = []
  private(set) var forms: [InflectedForm] = []
  private var lemmaOfForm: [Int] = []
  private var phraseOfForm: [Int?] = []
  private var phrases: [[WordKey]] = []
  /// First form index of each key; forms of one key follow each other.
  private var table = KeyTable<Int32>(placeholder: 0)
  private var nextWithSameKey: [Bool] = []

  private let morphology: any Morphology
  private let orthography: Orthography

  init(morphology: any Morphology, orthography: Orthography) {
    self.morphology = morphology
    self.orthography = orthography
  }

  /// Registers a word of a signal, which also speaks behind "did not": of a verb the jussive, لم يقم "did not do".
  mutating func id(ofSignal lemma: Lemma) -> Int {
    let id = id(of: lemma)
    if case .verb(let text) = lemma {
      let (word, rest) = Self.split(text)
      add(morphology.forms(ofVerb: word).filter(\.isJussive), then: rest, id, lemma)
    }
    return id
  }

  /// Registers a word and gives its number.
  mutating func id(of lemma: Lemma) -> Int {
    if let id = ids[lemma] { return id }
    let id = lemmas.count
    ids[lemma] = id
    lemmas.append(lemma)
    switch lemma {
    case .verb(let text):
      let (word, rest) = Self.split(text)
      let forms = morphology.forms(ofVerb: word).filter { $0.person == 3 && !$0.isJussive }
      add(rest.isEmpty ? forms + morphology.withObjectPronouns(forms) : forms, then: rest, id, lemma)
    case .noun(let text):
      let (word, rest) = Self.split(text)
      add(morphology.forms(ofNoun: word), then: rest, id, lemma)
    case .phrase(let text):
      let keys = orthography.keys(text)
      if let first = keys.first {
        phrases.append(Array(keys.dropFirst()))
        collected.append(
          Form(key: first, lemma: id, form: InflectedForm(key: first), phrase: phrases.count - 1))
      } else {
        unknown.append(lemma)
      }
    }
    return id
  }

  /// A lemma's first word, which is inflected, and the others, which stand as they are written.
  static func split(_ text: String) -> (word: String, rest: String) {
    let words = text.split(separator: " ", maxSplits: 1)
    return (words.first.map(String.init) ?? "", words.count > 1 ? String(words[1]) : "")
  }

  /// The number of a registered word.
  func number(of lemma: Lemma) -> Int? { ids[lemma] }

  /// - Parameter rest: what must follow each form.
  private mutating func add(_ forms: [InflectedForm], then rest: String, _ id: Int, _ lemma: Lemma) {
    if forms.isEmpty { unknown.append(lemma) }
    if !rest.isEmpty { phrases.append(orthography.keys(rest)) }
    let phrase = rest.isEmpty ? nil : phrases.count - 1
    var seen = KeySet()
    // News tells of others: forms of the first and second person are mostly other words' spellings.
    for form in forms where form.person == 3 && !seen.contains(form.key) {
      seen.insert(form.key)
      collected.append(Form(key: form.key, lemma: id, form: form, phrase: phrase))
    }
  }

  /// Must be called once after all words are registered.
  mutating func finish() {
    // Numbers are sorted, and not the forms, which are ten times as large.
    let order = collected.enumerated().map { place, form in
      (key: form.key.bits, rest: (form.lemma << 8 | Int(form.form.tense.rawValue)) << 32 | place)
    }.sorted { $0.key != $1.key ? $0.key < $1.key : $0.rest < $1.rest }
    collected = order.map { collected[$0.rest & 0xFFFF_FFFF] }
    for (index, form) in collected.enumerated() {
      if index == 0 || collected[index - 1].key != form.key { table.insert(form.key, Int32(index)) }
      forms.append(form.form)
      lemmaOfForm.append(form.lemma)
      phraseOfForm.append(form.phrase)
      nextWithSameKey.append(index + 1 < collected.count && collected[index + 1].key == form.key)
    }
    collected = []
  }

  /// A spelling that a token may be a word of the rules by.
  private struct Probe {
    var key: WordKey
    var token: Int
  }

  /// Every word of the rules in the text, sorted by token.
  func hits(in tokens: [Token]) -> [LemmaHit] {
    var hits: [LemmaHit] = []
    // Nearly no spelling is in the table: looked up in a loop of their own, many wait for memory at once.
    for probe in Self.probes(of: tokens) {
      if let first = table[probe.key] { add(Int(first), probe.token, tokens, &hits) }
    }
    return hits
  }

  private static func probes(of tokens: [Token]) -> [Probe] {
    var probes: [Probe] = []
    probes.reserveCapacity(tokens.count * 2)
    for index in tokens.indices where tokens[index].kind == .word {
      let token = tokens[index]
      let analysis = token.analysis
      let suffix = Int(analysis.suffixLetters)
      let bare = Int(analysis.prefixLetters) - Int(analysis.articleLetters)
      probes.append(Probe(key: token.key, token: index))
      if analysis.isPlain { continue }
      if suffix > 0 { probes.append(Probe(key: token.key.dropLast(suffix), token: index)) }
      if bare > 0 {
        probes.append(Probe(key: token.key.dropFirst(bare), token: index))
        if suffix > 0 { probes.append(Probe(key: token.key.dropFirst(bare).dropLast(suffix), token: index)) }
        // "and" alone taken off: phrases are written with their prepositions.
        if bare > 1, token.isCoordinated { probes.append(Probe(key: token.key.dropFirst(1), token: index)) }
      }
      if analysis.articleLetters > 0 {
        probes.append(Probe(key: token.key.dropFirst(Int(analysis.prefixLetters)), token: index))
      }
    }
    return probes
  }

  /// More words than one token is found to be.
  private static let recent = 8

  /// Adds the words whose forms are one key's, the first of which is `first`.
  private func add(_ first: Int, _ index: Int, _ tokens: [Token], _ hits: inout [LemmaHit]) {
    var form = first
    while true {
      if let phrase = phraseOfForm[form] {
        if let end = match(phrases[phrase], behind: index, tokens) {
          hits.append(LemmaHit(token: index, end: end, lemma: lemmaOfForm[form], form: nil))
        }
      } else if !hits.contains(where: { $0.token == index && $0.lemma == lemmaOfForm[form] }, inLast: Self.recent) {
        hits.append(LemmaHit(token: index, end: index + 1, lemma: lemmaOfForm[form], form: form))
      }
      guard nextWithSameKey[form] else { return }
      form += 1
    }
  }

  private func match(_ keys: [WordKey], behind index: Int, _ tokens: [Token]) -> Int? {
    var position = index + 1
    for key in keys {
      guard position < tokens.count, tokens[position].key == key else { return nil }
      position += 1
    }
    return position
  }
}

extension Array where Element == LemmaHit {
  /// Whether one of the last elements meets a condition.
  fileprivate func contains(where condition: (LemmaHit) -> Bool, inLast count: Int) -> Bool {
    var index = self.count - 1
    let end = Swift.max(0, self.count - count)
    while index >= end {
      if condition(self[index]) { return true }
      index -= 1
    }
    return false
  }
}
