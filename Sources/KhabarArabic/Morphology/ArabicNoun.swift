import KhabarCore

/// One noun and the spellings that number, case and a following pronoun give it. Broken plurals are lemmas of their
/// own.
struct ArabicNoun {
  private let key: WordKey
  private let final: Unicode.Scalar
  private let orthography: Orthography

  init(_ lemma: String, orthography: Orthography) {
    key = orthography.key(lemma)
    final = lemma.unicodeScalars.last { !(0x64B...0x652).contains($0.value) } ?? "ا"
    self.orthography = orthography
  }

  var forms: [InflectedForm] {
    guard !key.isEmpty, !key.isHashed else { return [] }
    var forms = [InflectedForm(key: key, number: .singular)]
    func add(_ stem: WordKey, _ ending: String, _ number: InflectedForm.Number) {
      forms.append(InflectedForm(key: stem.appending(orthography.key(ending)), number: number))
    }
    if final == "ة" {
      let root = key.dropLast(1)
      // Before a pronoun the ending is written as teh: زيارته "his visit".
      add(root, "ت", .singular)
      add(root, "تان", .dual)
      add(root, "تين", .dual)
      add(root, "تي", .dual)
      add(root, "ات", .plural)
      return forms
    }
    if key.count > 2, key.suffix(2) == orthography.key("ات") {
      forms[0].number = .plural
      return forms
    }
    // The accusative of an indefinite noun is written with an alef: اجتماعا "a meeting".
    add(key, "ا", .singular)
    add(key, "ان", .dual)
    add(key, "ين", .dual)
    add(key, "ات", .plural)
    return forms
  }
}
