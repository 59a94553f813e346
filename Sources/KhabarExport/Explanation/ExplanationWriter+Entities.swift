extension ExplanationWriter {
  /// Entities with their entries and mentions, then mentions that only point to entities.
  mutating func writeEntities() {
    let entities = record.entities ?? []
    heading("entities", isEmpty: entities.isEmpty)
    for entity in entities {
      let kind = entity.kind.map { " (\($0))" } ?? ""
      outline.line(2, "\(entity.id) \(entity.type)\(kind): \(entity.name)")
      if let country = entity.country { outline.line(3, "country \(country)") }
      if let entry = entity.entry { write(entry, level: 3) }
      if let key = entity.key { outline.line(3, "key \(key)") }
      if let label = entity.labelEn { outline.line(3, "in English \(label)") }
      for title in entity.titles { outline.line(3, "title: \(title)") }
      for mention in entity.mentions {
        outline.line(3, "\(mention.kind), rule \(mention.rule) \(quote(mention.at))")
        if let entry = mention.entry { write(entry, level: 4) }
      }
      writeReasons(entity.why)
    }
    for reference in record.references ?? [] {
      outline.line(
        2,
        "\(reference.entities.joined(separator: ", ")) meant by \(reference.kind), rule \(reference.rule) "
          + quote(reference.at))
    }
  }

  /// `entry Q85, Gazetteers/ar/cities.tsv:4471: القاهرة`.
  private mutating func write(_ entry: ExplanationRecord.Entry, level: Int) {
    let facts = [entry.id, entry.location].compactMap { $0 }
    guard !facts.isEmpty else { return }
    outline.line(level, "entry \(facts.joined(separator: ", ")): \(entry.name)")
  }
}
