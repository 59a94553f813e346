import Khabar

extension GazetteerTask {
  /// Shows what of a text matches, and why.
  func lookUp() throws -> ExitStatus {
    let text = operands.joined(separator: " ")
    guard !text.isEmpty else {
      throw KhabarError(
        "U013", "khabar gazetteer lookup needs a TEXT", remedy: "Such as: khabar gazetteer lookup 'بالقاهرة'")
    }
    let description = try description()
    let pack = try description.languagePack()
    let (gazetteer, findings) = try load([], description, pack: pack)
    findings.forEach(console.report)
    let bytes = Array(text.utf8)
    let document = CleanDocument(
      raw: RawDocument(info: DocumentInfo(id: ""), bytes: bytes), text: AlignedText(identity: bytes))
    let matched = try Tokenizer(orthography: pack.orthography, words: pack.words)
      .then(GazetteerMatcher(gazetteer: gazetteer, words: pack.words, matches: settings.matches)).process(document)
    guard !matched.lookups.isEmpty else {
      try console.print("nothing matches")
      return .success
    }
    for lookup in matched.lookups { try console.print(explanation(of: lookup, gazetteer.entry(lookup.entry), matched)) }
    return .success
  }

  private func explanation(of lookup: Lookup, _ entry: GazetteerEntry, _ document: MatchedDocument) -> String {
    let whole = document.tokens[lookup.tokens.lowerBound].span
    let before = document.text.string(TextSpan(whole.lowerBound, lookup.span.lowerBound))
    var what = [lookup.type.rawValue]
    if let kind = entry.kind { what.append("(\(kind))") }
    what += [entry.id, entry.country].compactMap { $0 }
    var why = [lookup.isExact ? "exact spelling" : "folded spelling"]
    if !before.isEmpty { why.append("behind \(before)") }
    if lookup.isFromUser { why.append("from a list of yours") }
    if lookup.priority != 0 { why.append("priority \(lookup.priority)") }
    if lookup.context != .any { why.append("counts only in the context \(lookup.context)") }
    let location = entry.location.map(\.description) ?? ""
    return """
      \(document.text.string(lookup.span))\t\(what.joined(separator: " "))
        \(entry.name), \(location)
        \(why.joined(separator: ", "))
      """
  }
}
