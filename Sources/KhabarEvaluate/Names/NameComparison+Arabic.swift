extension NameComparison {
  /// Names in Arabic script: one alef, one yeh, one heh; the article ال does not tell names apart.
  public static let arabic = NameComparison(
    equivalents: [
      "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
    ],
    ignored: ["ـ"], article: "ال", conjunction: "و",
    // persons, killed, wounded, victims, hurt, others, of them, dozens, hundreds
    peopleWords: set(
      """
      شخص شخصا شخصين اشخاص الاشخاص قتيل قتيلا قتيلين قتلي القتلي جريح جريحا جريحين جرحي الجرحي
      ضحيه ضحايا الضحايا مصاب مصابا مصابين المصابين اخرين اخرون الاخرين منهم عشرات العشرات مئات المئات
      """),
    // thousands, a number of, about, more, fewer, at least, no less than, between, and; numbers in words; some, many
    countWords: set(
      """
      اخر الاف الالاف عدد العدد من نحو حوالي قرابه زهاء اكثر اقل علي الاقل ما لا يقل عن بين و
      واحد واحده اثنان اثنين ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره
      ثلاث اربع خمس ست سبع ثماني ثمان تسع عشر عشرون عشرين ثلاثون ثلاثين اربعون اربعين خمسون خمسين
      ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئه مائه مئتان مئتين مئتي مائتي
      الف الفا الفين الفي مليون مليوني بعض كثير كثيرين عده
      """))

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
