import KhabarCore

extension Orthography {
  /// Latin letters, of which capitals and those with accents are spellings of the plain small one. An apostrophe is a
  /// mark between two words: Egypt ' s.
  static let english: Orthography = {
    var orthography = Orthography()
    let letters = [
      "aAàáâãäåāăąÀÁÂÃÄÅĀĂĄ", "bB", "cCçćčÇĆČ", "dDďđĎĐ", "eEèéêëēėęěÈÉÊËĒĖĘĚ", "fF", "gGğģĞĢ", "hHḥḤ",
      "iIìíîïīıÌÍÎÏĪİ", "jJ", "kKķĶ", "lLłļĽŁĻ", "mM", "nNñńňņÑŃŇŅ", "oOòóôõöøōőÒÓÔÕÖØŌŐ", "pP", "qQ", "rRřŘ",
      "sSśşšșŚŞŠȘ", "tTţťțŢŤȚ", "uUùúûüūůűÙÚÛÜŪŮŰ", "vV", "wW", "xX", "yYýÿÝŸ", "zZźżžŹŻŽ",
    ]
    for (index, variants) in letters.enumerated() {
      orthography.set(variants.unicodeScalars, to: .letter(UInt8(index + 1)))
    }
    orthography.set("'\u{2019}".unicodeScalars, to: .punctuation)
    orthography.set("\u{2BB}\u{2BC}\u{2BE}\u{2BF}".unicodeScalars, to: .mark)
    return orthography
  }()
}
