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

/// All words that the rules speak of, with their inflected forms, found in one pass over the tokens. `LemmaCollector`
/// makes it.
struct LemmaIndex: Sendable {
  /// A form of a word of the rules, or the first word of a phrase.
  struct Form: Sendable, BitwiseCopyable {
    var form: InflectedForm
    /// Index into `lemmas`.
    var lemma: Int
    /// Index into `phrases`, of the words that must follow; nil when the form is one word.
    var phrase: Int?
    /// The next form has the same key.
    var hasNext = false
  }

  /// What each lemma is.
  private(set) var kinds: [Lemma.Kind] = []
  private var numbers = LemmaNumbers()
  private var written = ArchiveSection(Written())
  private(set) var forms = Stretch<Form>()
  private var phrases: [[WordKey]] = []
  /// First form index of each key; forms of one key follow each other.
  private var table = KeyTable<Int32>(placeholder: 0)

  /// No words.
  init() {}

  /// - Parameters:
  ///   - lemmas: the words of the rules, in the order of their numbers.
  ///   - forms: in any order; those of one key are told apart by `LemmaCollector` in the order of their lemmas.
  init(lemmas: [Lemma], numbers: LemmaNumbers, unknown: [Lemma], forms: [Form], phrases: [[WordKey]]) {
    kinds = lemmas.map(\.kind)
    self.numbers = numbers
    written = ArchiveSection(Written(lemmas: lemmas, unknown: unknown))
    self.phrases = phrases
    var forms = forms
    for index in forms.indices {
      let key = forms[index].form.key
      if index == 0 || forms[index - 1].form.key != key { table.insert(key, Int32(index)) }
      forms[index].hasNext = index + 1 < forms.count && forms[index + 1].form.key == key
    }
    self.forms = Stretch(forms)
  }

  /// What only messages ask for.
  fileprivate struct Written: Sendable {
    var lemmas: [Lemma] = []
    var unknown: [Lemma] = []
  }

  /// Words of the rules.
  var count: Int { kinds.count }
  /// As they are written, by their numbers.
  var lemmas: [Lemma] { written.value.lemmas }
  /// Lemmas that the language can't inflect.
  var unknown: [Lemma] { written.value.unknown }

  /// The number of a word of the rules.
  func number(of lemma: Lemma) -> Int {
    guard let number = numbers[lemma] else { preconditionFailure("all words of the rules were inflected") }
    return number
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
      let lemma = forms[form].lemma
      if let phrase = forms[form].phrase {
        if let end = match(phrases[phrase], behind: index, tokens) {
          hits.append(LemmaHit(token: index, end: end, lemma: lemma, form: nil))
        }
      } else if !hits.contains(where: { $0.token == index && $0.lemma == lemma }, inLast: Self.recent) {
        hits.append(LemmaHit(token: index, end: index + 1, lemma: lemma, form: form))
      }
      guard forms[form].hasNext else { return }
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

extension LemmaIndex: Archivable {
  static var blank: LemmaIndex { LemmaIndex() }

  mutating func pass(through archive: Archive) throws {
    try archive.plain(&kinds)
    try numbers.pass(through: archive)
    try written.pass(through: archive)
    try archive.plain(&forms)
    try phrases.pass(through: archive)
    try table.pass(through: archive)
  }
}

extension LemmaIndex.Written: Archivable {
  static var blank: Self { Self() }

  mutating func pass(through archive: Archive) throws {
    try lemmas.pass(through: archive)
    try unknown.pass(through: archive)
  }
}
