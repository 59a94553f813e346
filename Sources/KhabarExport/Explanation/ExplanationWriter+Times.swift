extension ExplanationWriter {
  /// The document's date, where it is from, and the words when it was read from the text.
  mutating func writeDate() {
    heading("date", isEmpty: record.date == nil)
    guard let date = record.date else { return }
    outline.line(2, "value \(date.value)")
    if let second = date.secondOfDay { outline.line(2, "second of the day \(second)") }
    let words = date.at.map { ", \(date.ref ?? "") \(quote($0))" } ?? ""
    outline.line(2, "from \(date.fromText)\(words)")
  }

  /// Times, then quantities.
  mutating func writeTimes() {
    let (times, quantities) = (record.times ?? [], record.quantities ?? [])
    heading("times", isEmpty: times.isEmpty)
    for time in times {
      outline.line(2, "\(time.id) \(time.type) \(quote(time.at))")
      outline.line(3, "value \(time.value ?? "unknown")")
      if let modifier = time.modifier { outline.line(3, "modifier \(modifier)") }
      if let calendar = time.calendar {
        outline.line(3, "calendar \(calendar)" + (time.original.map { " \($0)" } ?? ""))
      }
      writeResolution(of: time, level: 3)
    }
    heading("quantities", isEmpty: quantities.isEmpty)
    for quantity in quantities {
      outline.line(2, "\(quantity.id) \(quantity.kind) \(quote(quantity.at))")
      let upper = quantity.upper.map { " to \(decimal($0))" } ?? ""
      outline.line(3, quantity.value.map { "value \(decimal($0))\(upper)" } ?? "value unknown")
      if let unit = quantity.unit { outline.line(3, "unit: \(unit)") }
      if let currency = quantity.currency { outline.line(3, "currency \(currency)") }
      if let modifier = quantity.modifier { outline.line(3, "modifier \(modifier)") }
      outline.line(3, "rule \(quantity.rule)")
    }
  }

  /// The grammar rule that found a time, and what its value was counted from.
  mutating func writeResolution(of time: ExplanationRecord.TimeFacts, level: Int) {
    outline.line(level, "rule \(time.rule)")
    switch time.anchor {
    case .date(let date): outline.line(level, "anchor \(date), the document's date")
    case .time(let other): outline.line(level, "anchor \(other)")
    case nil: break
    }
  }
}
