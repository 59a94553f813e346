import KhabarCore

extension ExplanationWriter {
  /// The document's date, where it is from, and the words when it was read from the text.
  mutating func writeDate() {
    guard let anchor = document.resolved.anchor else {
      heading("date", isEmpty: true)
      return
    }
    heading("date", isEmpty: false)
    outline.line(2, "value \(anchor.date)")
    if let second = anchor.secondOfDay { outline.line(2, "second of the day \(second)") }
    switch anchor.source {
    case .option: outline.line(2, "from option, given for the run")
    case .metadata: outline.line(2, "from metadata of the record or page")
    case .file: outline.line(2, "from file, by its name")
    case .text:
      let words = anchor.time.map { ", \(ContractIdentifier.time($0)) \(quote(document.times[$0].span))" }
      outline.line(2, "from text" + (words ?? ""))
    }
  }

  /// Times, then quantities.
  mutating func writeTimes() {
    heading("times", isEmpty: document.times.isEmpty)
    for (index, time) in document.times.enumerated() {
      outline.line(2, "\(ContractIdentifier.time(index)) \(time.kind.rawValue) \(quote(time.span))")
      outline.line(3, time.value.isEmpty ? "value unknown" : "value \(time.value)")
      if let modifier = time.modifier { outline.line(3, "modifier \(modifier.rawValue)") }
      if let calendar = time.calendar {
        outline.line(3, "calendar \(calendar)" + (time.original.map { " \($0)" } ?? ""))
      }
      writeResolution(of: time, level: 3)
    }
    heading("quantities", isEmpty: document.quantities.isEmpty)
    for (index, quantity) in document.quantities.enumerated() {
      outline.line(2, "\(ContractIdentifier.quantity(index)) \(quantity.kind.rawValue) \(quote(quantity.span))")
      outline.line(3, value(of: quantity))
      if let unit = quantity.unit { outline.line(3, "unit: \(unit)") }
      if let currency = quantity.currency { outline.line(3, "currency \(currency)") }
      if let modifier = quantity.modifier { outline.line(3, "modifier \(modifier.code)") }
      outline.line(3, "rule \(quantity.rule)")
    }
  }

  /// The grammar rule that found a time, and what its value was counted from.
  mutating func writeResolution(of time: TimeExpression, level: Int) {
    outline.line(level, "rule \(time.rule)")
    switch time.anchor {
    case .document(let date): outline.line(level, "anchor \(date), the document's date")
    case .expression(let other): outline.line(level, "anchor \(ContractIdentifier.time(other))")
    case nil: break
    }
  }

  private func value(of quantity: Quantity) -> String {
    guard let value = quantity.value else { return "value unknown" }
    return "value \(decimal(value))" + (quantity.upper.map { " to \(decimal($0))" } ?? "")
  }
}
