import KhabarCore

/// The forms of English verbs and nouns: irregular ones as `verbs.tsv` lists them, all others by the rules of spelling.
struct EnglishMorphology: Morphology {
  let lexicon: EnglishLexicon
  let orthography: Orthography

  /// - Parameter lemma: the infinitive, `meet`.
  func forms(ofVerb lemma: String) -> [InflectedForm] {
    guard lemma.utf8.count > 1 else { return [] }
    let regular = Self.past(of: lemma)
    let verb = lexicon.verbs[lemma] ?? EnglishLexicon.Verb(base: lemma, past: regular, participle: regular)
    return Self.spellings(of: verb).map { form, spelling in
      let isPast = !form.isDisjoint(with: [.past, .participle])
      return InflectedForm(
        key: orthography.key(spelling), tense: isPast ? .past : .present, voice: isPast ? .either : .active)
    }
  }

  func knows(verb lemma: String) -> Bool { lexicon.verbs[lemma] != nil }

  /// None: pronouns are words of their own.
  func withObjectPronouns(_ forms: [InflectedForm]) -> [InflectedForm] { [] }

  /// Singular and plural.
  func forms(ofNoun lemma: String) -> [InflectedForm] {
    guard lemma.utf8.count > 1 else { return [] }
    return [
      InflectedForm(key: orthography.key(lemma), number: .singular),
      InflectedForm(key: orthography.key(Self.withS(lemma)), number: .plural),
    ]
  }

  // MARK: - Spelling

  /// The spellings of a verb's forms.
  static func spellings(of verb: EnglishLexicon.Verb) -> [(form: EnglishLexicon.VerbForms, spelling: String)] {
    [
      (.base, verb.base), (.third, verb.base == "have" ? "has" : withS(verb.base)), (.past, verb.past),
      (.participle, verb.participle), (.ing, ing(verb.base)),
    ]
  }

  /// visits, reaches, carries.
  static func withS(_ word: String) -> String {
    if isBehindConsonant("y", of: word) { return word.dropLast() + "ies" }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].contains { word.hasSuffix($0) }
    return word + (hisses ? "es" : "s")
  }

  /// visited, arrived, carried, planned.
  static func past(of verb: String) -> String {
    if verb.hasSuffix("e") { return verb + "d" }
    if isBehindConsonant("y", of: verb) { return verb.dropLast() + "ied" }
    return doubled(verb) + "ed"
  }

  /// visiting, arriving, planning, seeing.
  static func ing(_ verb: String) -> String {
    if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
    if verb.hasSuffix("e"), !verb.hasSuffix("ee") { return verb.dropLast() + "ing" }
    return doubled(verb) + "ing"
  }

  /// With its last letter twice behind a single vowel of a verb of one syllable: plan, planned.
  private static func doubled(_ verb: String) -> String {
    let letters = Array(verb)
    guard letters.count > 2, let last = letters.last, !"aeiouwxy".contains(last),
      "aeiou".contains(letters[letters.count - 2]), !"aeiou".contains(letters[letters.count - 3]),
      letters.count(where: { "aeiou".contains($0) }) == 1
    else { return verb }
    return verb + String(last)
  }

  private static func isBehindConsonant(_ ending: String, of word: String) -> Bool {
    word.hasSuffix(ending) && word.dropLast().last.map { !"aeiou".contains($0) } ?? false
  }
}
