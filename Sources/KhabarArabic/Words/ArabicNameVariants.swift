import KhabarCore

extension ArabicWords {
  var nameVariants: NameVariants { NameVariants.arabic }
}

extension NameVariants {
  /// Compound names of Arabic.
  ///
  /// عبد (servant of) joins a name of God, which has the article. أبو (father of) is declined, أبو, أبي, أبا, and often
  /// written together with its name, as the بو of the Maghreb and ذو (owner of) are. بن and ابن (son of) are one word;
  /// بنو (sons of) is declined.
  /// الله and the nouns of titles such as نور الدين (light of the faith) are written to the word before them. The hamza
  /// of هيئة (authority) stands on alef in Iraq and Morocco: هيأة, plural هيآت; at the end
  /// of a word it is often left out: هاني for هانئ.
  public static let arabic = NameVariants(
    heads: [
      Head(["عبد"], joins: .definiteWord), Head(["أبو", "أبي", "أبا"], joins: .anyWord), Head(["بو"], joins: .anyWord),
      Head(["ذو", "ذي", "ذا"], joins: .definiteWord), Head(["بن", "ابن"], joins: .nothing),
      Head(["بنت", "ابنة"], joins: .nothing), Head(["بنو", "بني"], joins: .nothing),
    ],
    tails: ["الله", "الدين", "الحق", "الإسلام", "الزمان"], endings: [("يئة", "يأة"), ("يئات", "يآت"), ("ئ", "ي")])
}
