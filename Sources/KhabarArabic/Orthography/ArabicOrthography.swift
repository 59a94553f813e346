import KhabarCore

extension Orthography {
  /// The Arabic script as newspapers use it.
  ///
  /// Variants that writers mix share one letter code: the seats of alef (أ إ آ ٱ ا), teh marbuta and heh (ة ه), alef
  /// maksura and yeh (ى ي and Persian ی), hamza on its seats (ؤ ئ ء, and ىء as Egypt writes a final ئ), Persian ک and
  /// ك. Diacritics, tatweel and joiners are marks. Presentation forms stand for their letters. The classes follow the
  /// Unicode Character Database, block Arabic.
  public static let arabic: Orthography = {
    var orthography = Orthography()
    for (index, variants) in ArabicLetter.variants.enumerated() {
      orthography.set(variants.unicodeScalars, to: .letter(UInt8(index + 1)))
    }
    func scalars(_ range: ClosedRange<UInt32>) -> [Unicode.Scalar] { range.compactMap(Unicode.Scalar.init) }
    orthography.set(scalars(0x610...0x61A), to: .mark)
    orthography.set(scalars(0x640...0x640), to: .mark)
    orthography.set(scalars(0x64B...0x65F), to: .mark)
    orthography.set(scalars(0x670...0x670), to: .mark)
    orthography.set(scalars(0x6D6...0x6ED), to: .mark)
    orthography.set(scalars(0x61C...0x61C), to: .mark)
    for digit in UInt32(0)...9 {
      let value = Class(rawValue: Class.digit.rawValue + UInt8(digit))
      orthography.set(scalars((0x660 + digit)...(0x660 + digit)), to: value)
      orthography.set(scalars((0x6F0 + digit)...(0x6F0 + digit)), to: value)
    }
    orthography.set("،؛٬٫".unicodeScalars, to: .comma)
    orthography.set("؟۔".unicodeScalars, to: .sentenceEnd)
    orthography.set("٪٭".unicodeScalars, to: .punctuation)
    orthography.feminineEnding = 0x629
    orthography.maksuraEnding = 0x649
    orthography.superfluousSeat = SuperfluousSeat(
      vowel: ArabicLetter.alef, seat: ArabicLetter.yeh, final: ArabicLetter.hamza)
    orthography.accusativeMark = 0x64B
    orthography.nunationMarks = 0x64C..<0x64E
    orthography.passiveMark = 0x64F
    orthography.passiveMarkCarrier = 0x648
    orthography.elongation = 0x640
    // Letters of other languages in Arabic script keep a word together.
    for code in [UInt32(0x620)...0x6FF, 0x750...0x77F, 0x8A0...0x8C9].joined() {
      guard orthography.classify(code) == .other, let scalar = Unicode.Scalar(code), scalar.properties.isAlphabetic
      else { continue }
      orthography.set(CollectionOfOne(scalar), to: .foreignLetter)
    }
    for (form, letters) in PresentationForms.table { orthography.setCompatibility(form, to: letters) }
    return orthography
  }()
}

/// The letter codes of folded Arabic.
public enum ArabicLetter {
  /// Each letter's spelling variants; the code is the index plus one.
  static let variants: [String] = [
    "اأإآٱ", "بٻ", "ت", "ث", "جچ", "ح", "خ", "د", "ذ", "ر", "زژ", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "فڤڢ", "قڨ",
    "كکگڭ",
    "ل", "م", "نں", "هةۀہھە", "و", "يىیېے", "ءؤئ", "پ",
  ]

  /// ا, also آ أ إ ٱ.
  public static let alef: UInt8 = 1
  /// ب.
  public static let beh: UInt8 = 2
  /// ت.
  public static let teh: UInt8 = 3
  /// س.
  public static let seen: UInt8 = 12
  /// ف.
  public static let feh: UInt8 = 20
  /// ك.
  public static let kaf: UInt8 = 22
  /// ل.
  public static let lam: UInt8 = 23
  /// م.
  public static let meem: UInt8 = 24
  /// ن.
  public static let noon: UInt8 = 25
  /// ه, also teh marbuta ة.
  public static let heh: UInt8 = 26
  /// و.
  public static let waw: UInt8 = 27
  /// ي, also alef maksura ى.
  public static let yeh: UInt8 = 28
  /// ء, also on its seats ؤ ئ.
  public static let hamza: UInt8 = 29
}
