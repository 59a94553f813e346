import KhabarCore

/// Takes the weekdays of a headline for those of its report.
///
/// A headline tells in the present tense what has happened: above a report that somebody met somebody on Friday it
/// says that he *meets* him on Friday. By the verb alone that would be the next one.
struct HeadlineTense {
  let document: RecognizedDocument

  /// Sentences below the headings that tell what a headline says.
  private static let lead = 4

  /// The descriptions of a document with the tense of the report for those of its first headings.
  func settled(_ descriptions: [TemporalDescription]) -> [TemporalDescription] {
    let headings = document.sentences.prefix { $0.isHeading }
    guard let end = headings.last?.tokens.upperBound, headings.count < document.sentences.count else {
      return descriptions
    }
    let head = descriptions.prefix { $0.tokens.lowerBound < end }
    guard head.contains(where: { $0.tense == .present }) else { return descriptions }
    let lead = document.sentences[headings.endIndex...].prefix(Self.lead)
    let report = descriptions[head.endIndex...].prefix { $0.tokens.lowerBound < lead.last?.tokens.upperBound ?? end }
    var result = descriptions
    for index in head.indices where descriptions[index].tense == .present {
      guard case .point(let point) = descriptions[index].meaning,
        let told = report.first(where: { Self.isSame(point, $0.meaning) }), told.tense == .past
      else { continue }
      result[index].tense = .past
    }
    return result
  }

  private static func isSame(_ point: CalendarDescription, _ meaning: TemporalMeaning) -> Bool {
    guard case .point(let other) = meaning else { return false }
    return point == other
  }
}
