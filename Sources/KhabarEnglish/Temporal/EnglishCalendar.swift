import KhabarCore

/// The words of dates, of `calendar.tsv`.
struct EnglishCalendar: Sendable {
  /// What a word says in a date.
  enum Word: Sendable {
    /// 1 to 12.
    case month(Int)
    /// ISO, 1 to 7.
    case weekday(Int)
    /// Days from today.
    case day(Int)
    /// last -1, this 0, next 1.
    case direction(Int)
    case unit(TimeUnit)
    case number(Int)
    /// Of what is so long past: two days *ago*.
    case ago
  }

  private var words: [WordKey: Word] = [:]

  /// The word's meaning; nil for one that says nothing in a date.
  subscript(key: WordKey) -> Word? { words[key] }

  /// - Throws: `KhabarError` for a table that is damaged or has a kind or value that there is not.
  init(_ tables: EnglishTables) throws {
    let units: [String: TimeUnit] = ["day": .day, "week": .week, "month": .month, "year": .year]
    let kinds: [String: (Int) -> Word] = [
      "month": Word.month, "weekday": Word.weekday, "day": Word.day, "direction": Word.direction,
      "number": Word.number,
    ]
    for row in try tables.rows(of: "calendar.tsv", columns: ["kind", "value"]) {
      guard let key = row.words.first else { continue }
      switch row["kind"] {
      case "unit": words[key] = .unit(try row.meaning("value", in: units))
      case "ago": words[key] = .ago
      default: words[key] = try row.meaning("kind", in: kinds)(Int(row["value"] ?? "") ?? 0)
      }
    }
  }
}
