import KhabarCore

/// The forms of Arabic verbs and nouns.
struct ArabicMorphology: Morphology {
  let orthography: Orthography

  func forms(ofVerb lemma: String) -> [InflectedForm] { [] }
  func forms(ofNoun lemma: String) -> [InflectedForm] { [] }
}
