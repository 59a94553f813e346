/// Arabic presentation forms (Unicode blocks FB50-FDFF and FE70-FEFF) and the letters they stand for: text that was
/// copied out of pages set for print has them instead of letters.
///
/// The letters are those of the compatibility decompositions in the Unicode Character Database.
enum PresentationForms {
  static let table: [(Unicode.Scalar, [Unicode.Scalar])] = {
    var table: [(Unicode.Scalar, [Unicode.Scalar])] = []
    table.reserveCapacity(800)
    for (start, forms) in formsA {
      var code = start
      for letters in forms.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false) {
        if !letters.isEmpty, let scalar = Unicode.Scalar(code) { table.append((scalar, Array(letters))) }
        code += 1
      }
    }
    // Forms-B: each letter's isolated, final, initial and medial shapes follow each other in this order.
    let twoShaped = "آأؤإاةدذرزوى"
    var code: UInt32 = 0xFE80
    func append(_ letters: [Unicode.Scalar]) {
      if let scalar = Unicode.Scalar(code) { table.append((scalar, letters)) }
      code += 1
    }
    append(["ء"])
    for letter in "آأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي".unicodeScalars {
      for _ in 0..<(twoShaped.unicodeScalars.contains(letter) ? 2 : 4) { append([letter]) }
    }
    for alef in ["آ", "أ", "إ", "ا"] as [Unicode.Scalar] {
      for _ in 0..<2 { append(["ل", alef]) }
    }
    return table
  }()

  /// The letters of Forms-A, by the first code point of a stretch; an empty place is no letter.
  private static let formsA: [(UInt32, String)] = [
    (
      0xFB50,
      """
      ٱ|ٱ|ٻ|ٻ|ٻ|ٻ|پ|پ|پ|پ|ڀ|ڀ|ڀ|ڀ|ٺ|ٺ|ٺ|ٺ|ٿ|ٿ|ٿ|ٿ|ٹ|ٹ|ٹ|ٹ|ڤ|ڤ|ڤ|ڤ|ڦ|ڦ|ڦ|ڦ|ڄ|ڄ|ڄ|ڄ|ڃ|ڃ|ڃ|ڃ|چ|چ|چ|چ|ڇ|\
      ڇ|ڇ|ڇ|ڍ|ڍ|ڌ|ڌ|ڎ|ڎ|ڈ|ڈ|ژ|ژ|ڑ|ڑ|ک|ک|ک|ک|گ|گ|گ|گ|ڳ|ڳ|ڳ|ڳ|ڱ|ڱ|ڱ|ڱ|ں|ں|ڻ|ڻ|ڻ|ڻ|ۀ|ۀ|ہ|ہ|ہ|ہ|ھ|ھ|ھ|ھ|\
      ے|ے|ۓ|ۓ
      """
    ),
    (
      0xFBD3,
      """
      ڭ|ڭ|ڭ|ڭ|ۇ|ۇ|ۆ|ۆ|ۈ|ۈ|ۇٴ|ۋ|ۋ|ۅ|ۅ|ۉ|ۉ|ې|ې|ې|ې|ى|ى|ئا|ئا|ئە|ئە|ئو|ئو|ئۇ|ئۇ|ئۆ|ئۆ|ئۈ|ئۈ|ئې|ئې|ئې|ئى|\
      ئى|ئى|ی|ی|ی|ی|ئج|ئح|ئم|ئى|ئي|بج|بح|بخ|بم|بى|بي|تج|تح|تخ|تم|تى|تي|ثج|ثم|ثى|ثي|جح|جم|حج|حم|خج|خح|\
      خم|سج|سح|سخ|سم|صح|صم|ضج|ضح|ضخ|ضم|طح|طم|ظم|عج|عم|غج|غم|فج|فح|فخ|فم|فى|في|قح|قم|قى|قي|كا|كج|كح|\
      كخ|كل|كم|كى|كي|لج|لح|لخ|لم|لى|لي|مج|مح|مخ|مم|مى|مي|نج|نح|نخ|نم|نى|ني|هج|هم|هى|هي|يج|يح|يخ|يم|\
      يى|يي|ذٰ|رٰ|ىٰ|ٌّ|ٍّ|َّ|ُّ|ِّ|ّٰ|ئر|ئز|ئم|ئن|ئى|ئي|بر|بز|بم|بن|بى|بي|تر|تز|تم|تن|تى|تي|ثر|ثز|\
      ثم|ثن|ثى|ثي|فى|في|قى|قي|كا|كل|كم|كى|كي|لم|لى|لي|ما|مم|نر|نز|نم|نن|نى|ني|ىٰ|ير|يز|يم|ين|يى|يي|\
      ئج|ئح|ئخ|ئم|ئه|بج|بح|بخ|بم|به|تج|تح|تخ|تم|ته|ثم|جح|جم|حج|حم|خج|خم|سج|سح|سخ|سم|صح|صخ|صم|ضج|ضح|\
      ضخ|ضم|طح|ظم|عج|عم|غج|غم|فج|فح|فخ|فم|قح|قم|كج|كح|كخ|كل|كم|لج|لح|لخ|لم|له|مج|مح|مخ|مم|نج|نح|نخ|\
      نم|نه|هج|هم|هٰ|يج|يح|يخ|يم|يه|ئم|ئه|بم|به|تم|ته|ثم|ثه|سم|سه|شم|شه|كل|كم|لم|نم|نه|يم|يه|ـَّ|ـُّ|\
      ـِّ|طى|طي|عى|عي|غى|غي|سى|سي|شى|شي|حى|حي|جى|جي|خى|خي|صى|صي|ضى|ضي|شج|شح|شخ|شم|شر|سر|صر|ضر|طى|طي|\
      عى|عي|غى|غي|سى|سي|شى|شي|حى|حي|جى|جي|خى|خي|صى|صي|ضى|ضي|شج|شح|شخ|شم|شر|سر|صر|ضر|شج|شح|شخ|شم|سه|\
      شه|طم|سج|سح|سخ|شج|شح|شخ|طم|ظم|اً|اً
      """
    ),
    (
      0xFD50,
      """
      تجم|تحج|تحج|تحم|تخم|تمج|تمح|تمخ|جمح|جمح|حمي|حمى|سحج|سجح|سجى|سمح|سمح|سمج|سمم|سمم|صحح|صحح|صمم|\
      شحم|شحم|شجي|شمخ|شمخ|شمم|شمم|ضحى|ضخم|ضخم|طمح|طمح|طمم|طمي|عجم|عمم|عمم|عمى|غمم|غمي|غمى|فخم|فخم|\
      قمح|قمم|لحم|لحي|لحى|لجج|لجج|لخم|لخم|لمح|لمح|محج|محم|محي|مجح|مجم|مخج|مخم
      """
    ),
    (
      0xFD92,
      """
      مجخ|همج|همم|نحم|نحى|نجم|نجم|نجى|نمي|نمى|يمم|يمم|بخي|تجي|تجى|تخي|تخى|تمي|تمى|جمي|جحى|جمى|سخى|\
      صحي|شحي|ضحي|لجي|لمي|يحي|يجي|يمي|ممي|قمي|نحي|قمح|لحم|عمي|كمي|نجح|مخي|لجم|كمم|لجم|نجح|جحي|حجي|\
      مجي|فمي|بحي|كمم|عجم|صمم|سخي|نجي
      """
    ),
    (
      0xFDF0,
      """
      صلے|قلے|الله|اكبر|محمد|صلعم|رسول|عليه|وسلم|صلى|صلى الله عليه وسلم|جل جلاله|ریال
      """
    ),
  ]
}
