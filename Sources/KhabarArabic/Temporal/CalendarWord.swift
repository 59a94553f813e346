import KhabarCore

/// What a mark behind a year says that it is counted from, as the table writes it.
enum YearEra: String, Sendable {
  case beforeChrist = "BC"
  case common = "AD"
  /// The lunar Hijri calendar; of a month of the solar one, that.
  case hijri = "AH"
  case solarHijri = "SH"
}

/// What the tables of dates and numbers know of a word or phrase. A word can have several senses at once: ثانية is the
/// unit "second" and the ordinal "second"; صفر is "zero" and the Hijri month Safar.
struct CalendarWord: Sendable {
  /// The senses.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt64

    static func bit(_ index: UInt64) -> Roles { Roles(rawValue: 1 << index) }

    // Numbers.
    /// 0...19 in one word.
    static let cardinal = bit(0)
    /// عشر, which also makes the teens: ثلاثة عشر (thirteen).
    static let ten = bit(1)
    static let tens = bit(2)
    static let hundred = bit(3)
    /// Thousand, million …
    static let scale = bit(4)
    /// ألفان (two thousand).
    static let dualScale = bit(5)
    /// ألفا: accusative "thousand", or the dual before a noun, "two thousand".
    static let dualOrScale = bit(6)
    static let fraction = bit(7)
    /// The plural of a fraction: ثلاثة أرباع (three quarters).
    static let fractions = bit(8)
    static let ordinal = bit(9)
    /// The "first" of the teens and tens: الحادي عشر.
    static let ordinalTen = bit(10)
    /// عشرات (tens), مئات (hundreds): a count without a number.
    static let indefinite = bit(11)
    static let decimalPoint = bit(12)
    static let minus = bit(13)
    static let percent = bit(14)
    /// Words such as حوالي (about), أكثر من (more than) before a number.
    static let modifier = bit(15)

    // The calendar.
    static let month = bit(16)
    static let hijriMonth = bit(17)
    static let weekday = bit(18)
    static let unit = bit(19)
    static let relativeDay = bit(20)
    /// الماضي (last), المقبل (next), الجاري (current).
    static let direction = bit(21)
    /// التالي (following), السابق (preceding): counted from the time last spoken of.
    static let following = bit(22)
    /// نفسه (the same).
    static let same = bit(23)
    static let dayPart = bit(24)
    static let midnight = bit(25)
    static let tonight = bit(26)
    /// مطلع (start), منتصف (middle), أواخر (end) of a period.
    static let part = bit(27)
    static let season = bit(28)
    static let decade = bit(29)
    static let now = bit(30)
    static let reference = bit(31)
    static let era = bit(32)
    static let zone = bit(33)
    static let holiday = bit(34)
    static let set = bit(35)
    static let rest = bit(36)
    static let meridiem = bit(37)
    static let early = bit(38)
    /// A number word that counts only inside a longer one: أحد عشر (eleven), but أحد القادة (one of the leaders).
    static let compound = bit(39)

    // Words around them.
    static let before = bit(40)
    static let after = bit(41)
    static let since = bit(42)
    static let within = bit(43)
    static let until = bit(44)
    static let from = bit(45)
    static let `in` = bit(46)
    static let on = bit(47)
    static let between = bit(48)
    static let every = bit(49)
    static let this = bit(50)
    static let that = bit(51)
    static let whole = bit(52)
    static let last = bit(53)
    static let few = bit(54)
    static let length = bit(55)
    /// بتاريخ (dated): a date follows.
    static let label = bit(56)
    /// الموافق (corresponding to): the same day in another calendar follows.
    static let equals = bit(57)
    static let except = bit(58)
    static let futureCue = bit(59)
    static let yearNoun = bit(60)
    static let nameHead = bit(61)
    static let currency = bit(62)
    static let measure = bit(63)

    /// Prepositions and particles, which take a conjunction before them however short they are.
    static let connective: Roles = [
      .before, .after, .since, .within, .until, .from, .in, .on, .between, .every, .this, .that, .except, .last, .few,
    ]
    /// Words at which the date grammar starts to look.
    static let dateTrigger: Roles = [
      .month, .hijriMonth, .weekday, .unit, .relativeDay, .dayPart, .midnight, .tonight, .part, .season, .decade, .now,
      .reference, .holiday, .set, .rest, .before, .after, .since, .from, .between, .every, .this, .last, .few, .label,
      .ordinal, .ordinalTen, .cardinal, .compound, .ten, .tens, .hundred, .scale, .dualScale, .dualOrScale, .fraction,
      .whole, .that,
    ]
    static let numeral: Roles = [
      .cardinal, .compound, .ten, .tens, .hundred, .scale, .dualScale, .dualOrScale, .fraction, .fractions, .ordinal,
      .ordinalTen,
      .indefinite, .minus,
    ]
  }

  var roles: Roles = []
  /// Month 1...12 for `month` and `hijriMonth`.
  var month: Int8 = 0
  var hijriMonth: Int8 = 0
  /// The Hijri calendar, lunar or solar, that `hijriMonth` counts in.
  var calendar = CalendarSystem.islamic
  /// ISO weekday.
  var weekday: Int8 = 0
  var unit: TimeUnit = .day
  /// 1 singular, 2 dual, 3 plural.
  var unitNumber: Int8 = 0
  var relativeDay: Int8 = 0
  var direction: Int8 = 0
  var following: Int8 = 0
  var dayPart: DayPart = .daytime
  var part: TimeModifier = .start
  /// 1 for a word that names a month's first day, -1 for its last.
  var monthDay: Int8 = 0
  var season: Int8 = 0
  var decade: Int8 = 0
  var number: Int64 = 0
  var ordinal: Int8 = 0
  var numerator: Int8 = 0
  var denominator: Int8 = 1
  var era = YearEra.common
  /// Minutes east of Greenwich; nil for local time.
  var zone: Int16?
  var reference = TimeReference.present
  /// Index into the lexicon's holidays, currencies.
  var holiday: UInt16 = 0
  var currency: UInt16 = 0
  var modifier: TimeModifier = .approximately
  /// For `set`: how many units make the period.
  var setCount: Int8 = 1
  var isAfternoon = false
  /// Words of the phrase; 1 for a single word.
  var words: UInt8 = 1
}
