import KhabarCore

/// The forms of Arabic verbs and nouns, computed from their principal parts.
///
/// Newspapers write no short vowels, so one spelling often stands for several forms: استقبل is "he received" and "he
/// was received". What the spelling leaves open stays open in the form (`Voice.either`, `Gender.any`).
///
/// The paradigms are those of the reference grammars (K. Ryding, "A Reference Grammar of Modern Standard Arabic", 2005,
/// chapters 21 to 34), reduced to consonantal spelling.
public struct ArabicMorphology: Morphology {
  let orthography: Orthography
  /// Present tense of each known verb, by its folded past: التقى → يلتقي.
  private let presents: WordTexts

  /// - Parameter presents: the present by the past, both third person masculine singular, as `verbs.tsv` lists them.
  init(orthography: Orthography, presents: WordTexts) {
    self.orthography = orthography
    self.presents = presents
  }

  /// Knows no verb.
  public init(orthography: Orthography) { self.init(orthography: orthography, presents: WordTexts()) }

  /// - Parameter lemma: the third person masculine singular of the past (التقى "he met"), or past and present with a
  ///   slash between (التقى/يلتقي) for a verb that the lexicon lacks.
  public func forms(ofVerb lemma: String) -> [InflectedForm] {
    let parts = lemma.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    guard let past = parts.first, past.unicodeScalars.count >= 2 else { return [] }
    let present = parts.count > 1 ? parts[1] : presents[orthography.key(past)] ?? ArabicVerb.guessedPresent(of: past)
    return ArabicVerb(past: past, present: present, orthography: orthography).forms
  }

  public func knows(verb lemma: String) -> Bool { presents[orthography.key(lemma)] != nil }

  /// Pronouns of the third person: him, her, them (two), them.
  private static let pronouns = ["ه", "ها", "هما", "هم"].map { Orthography.arabic.key($0) }

  public func withObjectPronouns(_ forms: [InflectedForm]) -> [InflectedForm] {
    forms.flatMap { form in
      Self.pronouns.map { pronoun in
        var suffixed = form
        suffixed.key = form.key.appending(pronoun)
        suffixed.hasPronoun = true
        return suffixed
      }
    }
  }

  public func forms(ofNoun lemma: String) -> [InflectedForm] {
    ArabicNoun(lemma, orthography: orthography).forms
  }
}
