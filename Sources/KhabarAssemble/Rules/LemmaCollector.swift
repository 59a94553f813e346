import KhabarCore

/// Gives the words of rules their numbers and inflects them.
struct LemmaCollector {
  private var lemmas: [Lemma] = []
  private var numbers = LemmaNumbers()
  private var unknown: [Lemma] = []
  private var forms: [LemmaIndex.Form] = []
  private var phrases: [[WordKey]] = []
  private let morphology: any Morphology
  private let orthography: Orthography

  init(morphology: any Morphology, orthography: Orthography) {
    self.morphology = morphology
    self.orthography = orthography
  }

  /// Adds a word of a signal, which also speaks behind "did not": of a verb the jussive, لم يقم "did not do".
  mutating func add(signal lemma: Lemma) {
    let id = add(lemma)
    if case .verb(let text) = lemma {
      let (word, rest) = Self.split(text)
      add(morphology.forms(ofVerb: word).filter(\.isJussive), then: rest, id, lemma)
    }
  }

  /// Adds a word and gives its number.
  @discardableResult
  mutating func add(_ lemma: Lemma) -> Int {
    if let id = numbers[lemma] { return id }
    let id = lemmas.count
    numbers.add(lemma)
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
        forms.append(LemmaIndex.Form(form: InflectedForm(key: first), lemma: id, phrase: phrases.count - 1))
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

  /// - Parameter rest: what must follow each form.
  private mutating func add(_ forms: [InflectedForm], then rest: String, _ id: Int, _ lemma: Lemma) {
    if forms.isEmpty { unknown.append(lemma) }
    if !rest.isEmpty { phrases.append(orthography.keys(rest)) }
    let phrase = rest.isEmpty ? nil : phrases.count - 1
    var seen = KeySet()
    // News tells of others: forms of the first and second person are mostly other words' spellings.
    for form in forms where form.person == 3 && !seen.contains(form.key) {
      seen.insert(form.key)
      self.forms.append(LemmaIndex.Form(form: form, lemma: id, phrase: phrase))
    }
  }

  /// The index of all words that were added.
  var index: LemmaIndex {
    // Numbers are sorted, and not the forms, which are ten times as large.
    let order = forms.enumerated().map { place, form in
      (key: form.form.key.bits, rest: (form.lemma << 8 | Int(form.form.tense.rawValue)) << 32 | place)
    }.sorted { $0.key != $1.key ? $0.key < $1.key : $0.rest < $1.rest }
    return LemmaIndex(
      lemmas: lemmas, numbers: numbers, unknown: unknown, forms: order.map { forms[$0.rest & 0xFFFF_FFFF] },
      phrases: phrases)
  }
}
