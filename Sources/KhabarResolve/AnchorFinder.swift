import KhabarCore

/// Finds the date that a document's relative dates count from: the one given with it, else a full date in its dateline,
/// caption or first lines, else one in its address or file name. Never the clock.
struct AnchorFinder {
  let temporal: any TemporalGrammar

  /// - Parameter descriptions: those of the document's times, in the same order.
  func anchor(of document: RecognizedDocument, descriptions: [TemporalDescription]) -> DocumentAnchor? {
    // A date in the file's name gives way to one in the text.
    if let given = document.info.anchor, given.source != .file { return given }
    if let found = textDate(document, descriptions) {
      return DocumentAnchor(date: found.date, source: .text, time: TimeID(found.index))
    }
    if let url = document.info.url, let date = Self.fileDate(url) {
      return DocumentAnchor(date: date, source: .metadata)
    }
    if let source = document.info.source, let date = Self.fileDate(source) {
      return DocumentAnchor(date: date, source: .file)
    }
    return document.info.anchor
  }

  /// Tokens and lines of the text's head that are looked at.
  private static let headTokens = 160
  private static let headLines = 4

  /// The date that the text gives for itself, and the index of its description.
  private func textDate(
    _ document: RecognizedDocument, _ descriptions: [TemporalDescription]
  ) -> (date: CivilDate, index: Int)? {
    let tokens = document.tokens
    var lines = 0
    var end = 0
    while end < min(tokens.count, Self.headTokens) {
      if tokens[end].shape.contains(.lineStart) { lines += 1 }
      if lines > Self.headLines { break }
      end += 1
    }
    var first: (date: CivilDate, index: Int)?
    var latest: CivilDate?
    for (index, description) in descriptions.enumerated() {
      guard case .point(let point) = description.meaning, point.isFullDate else { continue }
      var resolver = PointResolver(anchor: nil, mentioned: nil, tense: .none)
      guard let date = resolver.period(point)?.days.lowerBound else { continue }
      if description.isDateline { return (date, index) }
      if first == nil, Int(description.tokens.start) < end { first = (date, index) }
      if description.tense != .future { latest = max(latest ?? date, date) }
    }
    // A text that tells of later days was not written on the first one it names.
    if let first, let latest, latest > first.date { return nil }
    return first
  }

  /// The date in a file name or path: 2024-04-15, 2024_04_15, 20240415, 2024/04/15.
  static func fileDate(_ path: String) -> CivilDate? {
    let bytes = Array(path.utf8)
    func digits(_ start: Int, _ count: Int) -> Int? {
      guard start + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[start..<(start + count)] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    func isDigit(_ index: Int) -> Bool { index >= 0 && index < bytes.count && bytes[index] >= 48 && bytes[index] <= 57 }
    var found: CivilDate?
    for start in bytes.indices where !isDigit(start - 1) {
      guard let year = digits(start, 4), (1900...2100).contains(year) else { continue }
      if let month = digits(start + 4, 2), let day = digits(start + 6, 2), !isDigit(start + 8) {
        found = CivilDate(validYear: year, month: month, day: day) ?? found
      } else if start + 10 <= bytes.count, bytes[start + 4] == bytes[start + 7],
        [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/")].contains(bytes[start + 4]),
        let month = digits(start + 5, 2), let day = digits(start + 8, 2), !isDigit(start + 10)
      {
        found = CivilDate(validYear: year, month: month, day: day) ?? found
      }
    }
    return found
  }
}
