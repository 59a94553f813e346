import KhabarCore

extension ExplanationWriter {
  /// `[0,6) ad-marker: [ad_1]`, and `kept as byline [7,20): …` for what is metadata.
  mutating func writeRemovals() {
    let clean = document.clean
    heading("removed", isEmpty: clean.removed.isEmpty && clean.dateline == nil && clean.byline == nil)
    for removal in clean.removed { outline.line(2, "\(removal.reason) \(quote(removal.span))") }
    if let dateline = clean.dateline { outline.line(2, "kept as dateline \(quote(dateline))") }
    if let byline = clean.byline { outline.line(2, "kept as byline \(quote(byline))") }
  }
}
