import Foundation
import KhabarCore

/// The words of dates, times and numbers, loaded from the lexicon's tables.
struct CalendarLexicon: Sendable {
  /// A currency as a noun, with the codes that an adjective behind it selects.
  struct Currency: Sendable {
    /// ISO 4217, or empty when the noun alone does not tell.
    var code: String
    /// A hundredth of it: cents.
    var isHundredth: Bool
    var adjectives: [(key: WordKey, code: String)]
  }

  /// A phrase of several words, listed under its first.
  struct Phrase: Sendable {
    /// Its second word without article.
    var second: WordKey
    /// The words behind: a stretch of `phraseWords`.
    var restStart: UInt16
    var restEnd: UInt16
    /// Index into `words`.
    var word: UInt16
  }

  private struct PendingPhrase {
    var rest: [WordKey]
    var word: UInt16
  }

  private(set) var words: [CalendarWord] = [CalendarWord()]
  /// What one written word can be.
  struct Entry: Sendable {
    /// Index into `words`; 0 when the word means something only in phrases.
    var word: UInt16 = 0
    /// Phrases that begin with it: a stretch of `phrases`, longest first.
    var phraseStart: UInt16 = 0
    var phraseEnd: UInt16 = 0
  }

  private(set) var table = KeyTable<Entry>(minimumCapacity: 2048, placeholder: Entry())
  private(set) var phrases: [Phrase] = []
  /// Third and further words of all phrases, without articles.
  private(set) var phraseWords: [WordKey] = []
  /// One bit for each possible beginning of three letters: set when a word of the table begins so. Most words of a text
  /// are turned away by it without a look into the table.
  private(set) var beginnings = [UInt64](repeating: 0, count: 1 << 12)
  private(set) var references: [TimeReference] = []
  /// Nouns behind which digits name something instead of counting: article 140, resolution 2254.
  private(set) var labelNouns: Set<WordKey> = []
  /// What custom adds to the name of a Hijri month: المبارك (the blessed), الحرام (the sacred).
  private(set) var monthEpithets: Set<WordKey> = []
  private(set) var holidays: [HolidayRule] = []
  private(set) var currencies: [Currency] = []
  /// Currency signs by code point.
  private(set) var currencySymbols: [UInt32: UInt16] = [:]
  private var pending: [WordKey: [PendingPhrase]] = [:]
  private let orthography: Orthography

  /// - Parameter folder: the lexicon folder with `calendar.tsv`, `numbers.tsv`, `holidays.tsv`, `currencies.tsv` and
  ///   `units.tsv`.
  /// - Throws: `KhabarError` G001 and L002 to L005 when a table is missing or damaged.
  init(folder: String, orthography: Orthography) throws {
    self.orthography = orthography
    try load(folder, "numbers.tsv", ["word", "class", "value"]) { lexicon, cells, at in try lexicon.addNumber(cells, at)
    }
    try load(folder, "calendar.tsv", ["word", "class", "value"]) { lexicon, cells, at in
      try lexicon.addCalendarWord(cells, at)
    }
    try load(folder, "holidays.tsv", ["name", "rule"]) { lexicon, cells, at in try lexicon.addHoliday(cells, at) }
    try load(folder, "currencies.tsv", ["name", "forms", "code", "adjectives"]) { lexicon, cells, at in
      try lexicon.addCurrency(cells, at)
    }
    try load(folder, "units.tsv", ["word", "unit"]) { lexicon, cells, _ in
      lexicon.add(cells[0]) { $0.roles.insert(.measure) }
    }
    for (key, list) in pending.sorted(by: { $0.key.slot < $1.key.slot }) {
      var entry = table[key] ?? Entry()
      entry.phraseStart = UInt16(phrases.count)
      for phrase in list.sorted(by: { $0.rest.count > $1.rest.count }) {
        let start = UInt16(phraseWords.count)
        phraseWords += phrase.rest.dropFirst()
        phrases.append(
          Phrase(second: phrase.rest[0], restStart: start, restEnd: UInt16(phraseWords.count), word: phrase.word))
      }
      entry.phraseEnd = UInt16(phrases.count)
      table.insert(key, entry)
    }
    pending = [:]
  }

  private mutating func load(
    _ folder: String, _ name: String, _ columns: [String],
    row: (inout CalendarLexicon, [String], SourceLocation) throws -> Void
  ) throws {
    let path = "\(folder)/\(name)"
    guard let bytes = FileManager.default.contents(atPath: path).map({ [UInt8]($0) }) else {
      throw KhabarError(
        "L002", at: SourceLocation(file: path), "the table can't be read",
        remedy: "Point the pipeline at the folder that holds it, Gazetteers/ar/lexicon")
    }
    let reader = try TSVReader(data: path, bytes: bytes, columns: columns)
    // Cells are read in this order.
    guard reader.columns.starts(with: columns) else {
      throw KhabarError(
        "L002", at: SourceLocation(file: path, line: reader.headerLine), "the columns stand in another order",
        remedy: "Write them so: \(columns.joined(separator: ", "))")
    }
    try reader.forEachRow { line, ranges in
      let location = SourceLocation(file: path, line: line)
      guard ranges.count <= reader.columns.count else {
        throw KhabarError(
          "L003", at: location, "\(ranges.count) fields where the header has \(reader.columns.count) columns",
          remedy: "Remove the surplus tab")
      }
      var cells = ranges.map { reader.string($0) }
      while cells.count < reader.columns.count { cells.append("") }
      try row(&self, cells, location)
    }
  }

  /// Adds a sense to a word or phrase.
  private mutating func add(_ text: String, _ change: (inout CalendarWord) -> Void) {
    let keys = orthography.keys(text)
    guard let first = keys.first else { return }
    allow(first)
    allow(ArabicArticle.without(first))
    guard keys.count > 1 else {
      if let entry = table[first] {
        change(&words[Int(entry.word)])
      } else {
        var word = CalendarWord()
        change(&word)
        table.insert(first, Entry(word: UInt16(words.count)))
        words.append(word)
      }
      return
    }
    let rest = keys.dropFirst().map { ArabicArticle.without($0) }
    let head = ArabicArticle.without(first)
    if let known = pending[head]?.first(where: { $0.rest == rest }) {
      change(&words[Int(known.word)])
      return
    }
    var word = CalendarWord()
    word.words = UInt8(clamping: keys.count)
    change(&word)
    pending[head, default: []].append(PendingPhrase(rest: rest, word: UInt16(words.count)))
    words.append(word)
  }

  private mutating func allow(_ key: WordKey) {
    let letters = Int(truncatingIfNeeded: key.bits & 0x3FFFF)
    beginnings[letters >> 6] |= 1 << UInt64(letters & 63)
  }

  private static func damaged(_ at: SourceLocation, _ what: String, _ remedy: String) -> KhabarError {
    KhabarError("L005", at: at, what, remedy: remedy)
  }

  // MARK: Rows

  private mutating func addNumber(_ cells: [String], _ at: SourceLocation) throws {
    let value = cells[2]
    let number = Int64(value)
    func need() throws -> Int64 {
      guard let number else { throw Self.damaged(at, "\"\(value)\" is no number", "Write the word's value in digits") }
      return number
    }
    switch cells[1] {
    case "cardinal":
      let n = try need()
      add(cells[0]) {
        $0.roles.insert(.cardinal)
        $0.number = n
      }
    case "compound":
      let n = try need()
      add(cells[0]) {
        $0.roles.insert(.compound)
        $0.number = n
      }
    case "ten":
      let n = try need()
      add(cells[0]) {
        $0.roles.insert(.ten)
        $0.number = n
      }
    case "tens":
      let n = try need()
      add(cells[0]) {
        $0.roles.insert(.tens)
        $0.number = n
      }
    case "hundred":
      let n = try need()
      add(cells[0]) {
        $0.roles.insert(.hundred)
        $0.number = n
      }
    case "scale":
      let n = try need()
      add(cells[0]) {
        $0.roles.insert(.scale)
        $0.number = n
      }
    case "dual-scale":
      let n = try need()
      add(cells[0]) {
        $0.roles.insert(.dualScale)
        $0.number = n
      }
    case "dual-or-scale":
      let n = try need()
      add(cells[0]) {
        $0.roles.insert(.dualOrScale)
        $0.number = n
      }
    case "indefinite":
      let n = try need()
      add(cells[0]) {
        $0.roles.insert(.indefinite)
        if $0.number == 0 { $0.number = n }
      }
    case "ordinal", "ordinal-ten":
      let n = try need()
      let role: CalendarWord.Roles = cells[1] == "ordinal" ? .ordinal : .ordinalTen
      add(cells[0]) {
        $0.roles.insert(role)
        $0.ordinal = Int8(clamping: n)
      }
    case "fraction", "fractions":
      let parts = value.split(separator: "/").compactMap { Int8($0) }
      guard parts.count == 2, parts[1] > 0 else {
        throw Self.damaged(at, "\"\(value)\" is no fraction", "Write numerator/denominator, such as 1/3")
      }
      let role: CalendarWord.Roles = cells[1] == "fraction" ? .fraction : .fractions
      add(cells[0]) {
        $0.roles.insert(role)
        ($0.numerator, $0.denominator) = (parts[0], parts[1])
      }
    case "decimal-point": add(cells[0]) { $0.roles.insert(.decimalPoint) }
    case "minus": add(cells[0]) { $0.roles.insert(.minus) }
    case "percent": add(cells[0]) { $0.roles.insert(.percent) }
    case "modifier":
      guard let modifier = TimeModifier(rawValue: value) else {
        throw Self.damaged(
          at, "unknown modifier \"\(value)\"", "Use APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE or EQUAL_OR_LESS")
      }
      add(cells[0]) {
        $0.roles.insert(.modifier)
        $0.modifier = modifier
      }
    default:
      throw Self.damaged(at, "unknown class \"\(cells[1])\"", "Use one of the classes of this table's other rows")
    }
  }

  private static let plainRoles: [String: CalendarWord.Roles] = [
    "before": .before, "after": .after, "since": .since, "within": .within, "until": .until, "from": .from, "in": .in,
    "on": .on, "between": .between, "every": .every, "this": .this, "that": .that, "whole": .whole, "last": .last,
    "few": .few, "of": .from, "length": .length, "label": .label, "equals": .equals, "date": .label, "except": .except,
    "rest": .rest, "same": .same, "tonight": .tonight, "future-cue": .futureCue,
    "year-noun": .yearNoun, "name-head": .nameHead, "early": .early,
  ]

  private mutating func addCalendarWord(_ cells: [String], _ at: SourceLocation) throws {
    let (text, kind, value) = (cells[0], cells[1], cells[2])
    if let role = Self.plainRoles[kind] {
      add(text) { $0.roles.formUnion(role) }
      return
    }
    func need(_ range: ClosedRange<Int>) throws -> Int8 {
      guard let number = Int(value), range.contains(number) else {
        throw Self.damaged(
          at, "\"\(value)\" is no number from \(range.lowerBound) to \(range.upperBound)", "Correct the value")
      }
      return Int8(number)
    }
    switch kind {
    case "month":
      let n = try need(1...12)
      add(text) {
        $0.roles.insert(.month)
        $0.month = n
      }
    case "clock":
      let n = try need(0...24)
      add(text) {
        $0.roles.insert(.midnight)
        $0.number = Int64(n)
      }
    case "label-noun": labelNouns.formUnion(orthography.keys(text))
    case "month-epithet": monthEpithets.formUnion(orthography.keys(text).map { ArabicArticle.without($0) })
    case "hijri-month":
      let n = try need(1...12)
      add(text) {
        $0.roles.insert(.hijriMonth)
        $0.hijriMonth = n
      }
    case "solar-month":
      let n = try need(1...12)
      add(text) {
        $0.roles.insert(.hijriMonth)
        ($0.hijriMonth, $0.calendar) = (n, .solarHijri)
      }
    case "weekday":
      let n = try need(1...7)
      add(text) {
        $0.roles.insert(.weekday)
        $0.weekday = n
      }
    case "relative-day":
      let n = try need(-3...3)
      add(text) {
        $0.roles.insert(.relativeDay)
        $0.relativeDay = n
      }
    case "direction":
      let n = try need(-2...2)
      add(text) {
        $0.roles.insert(.direction)
        $0.direction = n
      }
    case "following":
      let n = try need(-2...2)
      add(text) {
        $0.roles.insert(.following)
        $0.following = n
      }
    case "season":
      let n = try need(1...4)
      add(text) {
        $0.roles.insert(.season)
        $0.season = n
      }
    case "decade":
      let n = try need(0...9)
      add(text) {
        $0.roles.insert(.decade)
        $0.decade = n
      }
    case "unit", "set":
      let parts = value.split(separator: " ")
      guard parts.count == 2, let unit = Self.units[String(parts[0])], let number = Int8(parts[1]) else {
        throw Self.damaged(at, "\"\(value)\" is no unit", "Write a unit and 1, 2 or 3, such as: month 2")
      }
      if kind == "unit" {
        add(text) {
          $0.roles.insert(.unit)
          ($0.unit, $0.unitNumber) = (unit, number)
        }
      } else {
        add(text) {
          $0.roles.insert(.set)
          ($0.unit, $0.setCount) = (unit, number)
        }
      }
    case "day-part":
      guard let part = DayPart(rawValue: value) else {
        throw Self.damaged(at, "unknown part of the day \"\(value)\"", "Use MO-dawn, MO, MI, AF, EV, NI or DT")
      }
      add(text) {
        $0.roles.insert(.dayPart)
        $0.dayPart = part
      }
    case "part", "later":
      guard let part = TimeModifier(rawValue: value) else {
        throw Self.damaged(at, "unknown part \"\(value)\"", "Use START, MID or END")
      }
      add(text) {
        $0.roles.insert(.part)
        $0.part = part
      }
    case "month-day":
      let n = try need(-1...1)
      add(text) {
        $0.roles.insert(.part)
        $0.part = n < 0 ? .end : .start
        $0.monthDay = n
      }
    case "meridiem":
      add(text) {
        $0.roles.insert(.meridiem)
        $0.isAfternoon = value == "PM"
      }
    case "approx":
      add(text) {
        $0.roles.insert(.modifier)
        $0.modifier = .approximately
      }
    case "now", "reference":
      guard let reference = TimeReference(rawValue: value) else {
        throw Self.damaged(at, "unknown reference \"\(value)\"", "Use PRESENT_REF, PAST_REF or FUTURE_REF")
      }
      if !references.contains(reference) { references.append(reference) }
      let index = UInt8(clamping: references.firstIndex(of: reference) ?? 0)
      let role: CalendarWord.Roles = kind == "now" ? .now : .reference
      add(text) {
        $0.roles.insert(role)
        $0.reference = index
      }
    case "era":
      add(text) {
        $0.roles.insert(.era)
        $0.era = value == "BC" ? 0 : value == "AD" ? 1 : value == "SH" ? 3 : 2
      }
    case "zone":
      let zone = value == "local" ? Int16.min : Int16(value)
      guard let zone else {
        throw Self.damaged(at, "\"\(value)\" is no zone", "Write minutes east of Greenwich, or local")
      }
      add(text) {
        $0.roles.insert(.zone)
        $0.zone = zone
      }
    default:
      throw Self.damaged(at, "unknown class \"\(kind)\"", "Use one of the classes of this table's other rows")
    }
  }

  /// The units by their names.
  private static let units = Dictionary(uniqueKeysWithValues: TimeUnit.allCases.map { ("\($0)", $0) })

  private mutating func addHoliday(_ cells: [String], _ at: SourceLocation) throws {
    guard let rule = HolidayRule(text: cells[1]) else {
      throw Self.damaged(at, "\"\(cells[1])\" is no holiday rule", "See the forms in the comment at the table's head")
    }
    let index = UInt16(holidays.count)
    holidays.append(rule)
    add(cells[0]) {
      $0.roles.insert(.holiday)
      $0.holiday = index
    }
  }

  /// The words that a cell of several phrases joins with low lines.
  private static func phrase(_ joined: Substring) -> String {
    String(decoding: joined.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  private mutating func addCurrency(_ cells: [String], _ at: SourceLocation) throws {
    let parts = cells[2].split(separator: "/")
    var currency = Currency(code: parts.first.map(String.init) ?? "", isHundredth: parts.count > 1, adjectives: [])
    for pair in cells[3].split(separator: " ") {
      let halves = pair.split(separator: ":")
      guard halves.count == 2 else {
        throw Self.damaged(at, "\"\(pair)\" is no adjective with its code", "Write adjective:CODE")
      }
      for key in orthography.keys(Self.phrase(halves[0])).prefix(1) {
        currency.adjectives.append((key, String(halves[1])))
      }
    }
    let index = UInt16(currencies.count)
    currencies.append(currency)
    for form in cells[1].split(separator: " ") {
      if let scalar = form.unicodeScalars.first, form.unicodeScalars.count == 1, orthography.keys(String(form)).isEmpty
      {
        currencySymbols[scalar.value] = index
        continue
      }
      add(Self.phrase(form)) {
        $0.roles.insert(.currency)
        $0.currency = index
      }
    }
  }
}

extension HolidayRule {
  /// Reads the rule of a row of `holidays.tsv`.
  init?(text: String) {
    let parts = text.split(separator: " ").map(String.init)
    func monthDay() -> (Int, Int)? {
      let halves = parts[1].split(separator: "-").compactMap { Int($0) }
      return halves.count == 2 ? (halves[0], halves[1]) : nil
    }
    switch (parts.first, parts.count) {
    case ("unknown", 1): self = .unknown
    case ("gregorian", 4), ("islamic", 4):
      guard let (month, day) = monthDay(), let days = Int(parts[3]), (1...12).contains(month), (1...31).contains(day),
        (1...31).contains(days)
      else { return nil }
      self =
        parts[0] == "islamic"
        ? .islamic(month: month, day: day, days: days) : .gregorian(month: month, day: day, days: days)
    case ("easter", 2), ("orthodox-easter", 2):
      guard let offset = Int(parts[1]), abs(offset) < 100 else { return nil }
      self = parts[0] == "easter" ? .easter(offset) : .orthodoxEaster(offset)
    case ("weekday", 4):
      let values = parts.dropFirst().compactMap { Int($0) }
      guard values.count == 3, (1...12).contains(values[0]), (1...7).contains(values[1]), (-1...5).contains(values[2])
      else { return nil }
      self = .weekday(month: values[0], weekday: values[1], nth: values[2])
    default: return nil
    }
  }
}
