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
    var adjectives: [Adjective]

    /// What tells one currency of its name from others: (ريال) سعودي "Saudi" (riyal).
    struct Adjective: Sendable {
      var key: WordKey
      /// ISO 4217.
      var code: String
    }
  }

  /// A sign such as $.
  private struct CurrencySign: Sendable {
    var codePoint: UInt32
    /// Index into `currencies`.
    var currency: UInt16
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
  struct Entry: Sendable, BitwiseCopyable {
    /// Index into `words`; 0 when the word means something only in phrases.
    var word: UInt16 = 0
    /// Phrases that begin with it: a stretch of `phrases`, longest first.
    var phraseStart: UInt16 = 0
    var phraseEnd: UInt16 = 0
  }

  private(set) var table = KeyTable<Entry>(placeholder: Entry())
  private(set) var phrases: [Phrase] = []
  /// Third and further words of all phrases, without articles.
  private(set) var phraseWords: [WordKey] = []
  /// One bit for each value of a hash of sixteen bits: set when a word of the table has it. Most words of a text are
  /// turned away by it without a look into the table.
  private(set) var hashes = [UInt64](repeating: 0, count: CalendarLexicon.hashWords)
  private static let hashWords = 1 << 10

  /// The place of a word's bit in `hashes`.
  @inline(__always)
  static func hash(_ letters: UInt128) -> Int {
    let (low, high) = (UInt64(truncatingIfNeeded: letters), UInt64(truncatingIfNeeded: letters &>> 64))
    return Int(truncatingIfNeeded: ((low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9) &>> 48)
  }

  /// Nouns behind which digits name something instead of counting: article 140, resolution 2254.
  private(set) var labelNouns: Set<WordKey> = []
  /// What custom adds to the name of a Hijri month: المبارك (the blessed), الحرام (the sacred).
  private(set) var monthEpithets: Set<WordKey> = []
  /// Letters that stand for thousand, million … where they are written to an amount of money: £30m, €200k.
  private(set) var amountLetters: [WordKey: Double] = [:]
  private(set) var holidays: [HolidayRule] = []
  private(set) var currencies: [Currency] = []
  private var currencySigns: [CurrencySign] = []
  private var pending: [WordKey: [PendingPhrase]] = [:]
  private let orthography: Orthography

  private init(orthography: Orthography) { self.orthography = orthography }

  /// - Parameter folder: the lexicon folder with `calendar.tsv`, `numbers.tsv`, `holidays.tsv`, `currencies.tsv` and
  ///   `units.tsv`.
  /// - Throws: `KhabarError` G001 and L002 to L005 when a table is missing or damaged.
  init(folder: String, orthography: Orthography) throws {
    self.orthography = orthography
    try load(folder, "numbers.tsv", ["word", "class", "value"]) { lexicon, cells, at in
      try lexicon.addNumber(cells, at)
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

  /// The index of a sign's currency; nil for other signs.
  func currency(ofSign codePoint: UInt32) -> UInt16? {
    currencySigns.last { $0.codePoint == codePoint }?.currency
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
    let hash = Self.hash(key.bits)
    hashes[hash >> 6] |= 1 << UInt64(hash & 63)
  }

  private static func damaged(_ at: SourceLocation, _ what: String, _ remedy: String) -> KhabarError {
    KhabarError("L005", at: at, what, remedy: remedy)
  }

  // MARK: Rows

  private mutating func add(
    _ cells: [String], of classes: [String: CalendarClass], _ at: SourceLocation
  ) throws {
    guard let found = classes[cells[1]] else {
      throw Self.damaged(at, "unknown class \"\(cells[1])\"", "Use one of the classes of this table's other rows")
    }
    var isValue = true
    add(cells[0]) {
      $0.roles.formUnion(found.roles)
      isValue = found.change(&$0, cells[2])
    }
    guard isValue else { throw Self.damaged(at, "\"\(cells[2])\" is no \(found.kind)", found.remedy) }
  }

  private mutating func addNumber(_ cells: [String], _ at: SourceLocation) throws {
    guard cells[1] == "amount-letter" else { return try add(cells, of: CalendarClass.ofNumbers, at) }
    guard let value = Double(cells[2]) else {
      throw Self.damaged(at, "\"\(cells[2])\" is no number", "Write the letter's value in digits")
    }
    amountLetters[orthography.key(cells[0])] = value
  }

  private mutating func addCalendarWord(_ cells: [String], _ at: SourceLocation) throws {
    switch cells[1] {
    case "label-noun": labelNouns.formUnion(orthography.keys(cells[0]))
    case "month-epithet": monthEpithets.formUnion(orthography.keys(cells[0]).map { ArabicArticle.without($0) })
    default: try add(cells, of: CalendarClass.ofCalendar, at)
    }
  }

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
        currency.adjectives.append(Currency.Adjective(key: key, code: String(halves[1])))
      }
    }
    let index = UInt16(currencies.count)
    currencies.append(currency)
    for form in cells[1].split(separator: " ") {
      if let scalar = form.unicodeScalars.first, form.unicodeScalars.count == 1, orthography.keys(String(form)).isEmpty
      {
        currencySigns.append(CurrencySign(codePoint: scalar.value, currency: index))
        continue
      }
      add(Self.phrase(form)) {
        $0.roles.insert(.currency)
        $0.currency = index
      }
    }
  }
}

extension CalendarLexicon: Archivable {
  static var blank: CalendarLexicon { CalendarLexicon(orthography: .arabic) }

  mutating func pass(through archive: Archive) throws {
    try archive.plain(&words)
    try table.pass(through: archive)
    try archive.plain(&phrases)
    try archive.plain(&phraseWords)
    try archive.plain(&hashes)
    try labelNouns.pass(through: archive)
    try monthEpithets.pass(through: archive)
    try amountLetters.pass(through: archive)
    try archive.plain(&holidays)
    try currencies.pass(through: archive)
    try archive.plain(&currencySigns)
    guard hashes.count == Self.hashWords else { throw ArchiveFault() }
  }
}

extension CalendarLexicon.Currency: Archivable {
  static var blank: Self { Self(code: "", isHundredth: false, adjectives: []) }

  mutating func pass(through archive: Archive) throws {
    try code.pass(through: archive)
    try isHundredth.pass(through: archive)
    try adjectives.pass(through: archive)
  }
}

extension CalendarLexicon.Currency.Adjective: Archivable {
  static var blank: Self { Self(key: .blank, code: "") }

  mutating func pass(through archive: Archive) throws {
    try key.pass(through: archive)
    try code.pass(through: archive)
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
