import KhabarCore

extension ExplanationWriter {
  /// Entities with their entries and mentions, then mentions that only point to entities.
  mutating func writeEntities() {
    heading("entities", isEmpty: document.entities.isEmpty)
    for (index, entity) in document.entities.enumerated() {
      let kind = entity.kind.map { " (\($0))" } ?? ""
      outline.line(2, "\(ContractIdentifier.entity(index)) \(entity.type)\(kind): \(entity.name)")
      if let country = entity.country { outline.line(3, "country \(country)") }
      if let entry = entity.entry { writeEntry(entry, level: 3) }
      if let key = entity.identity?.key ?? entity.nameKey { outline.line(3, "key \(key)") }
      if let label = entity.label, label.source == .list { outline.line(3, "in English \(label.text)") }
      for title in entity.titles { outline.line(3, "title: \(title)") }
      for mention in entity.mentions where document.mentions.indices.contains(mention) {
        write(document.mentions[mention], of: entity)
      }
      writeReasons(entity.provenance)
    }
    for mention in document.mentions where !mention.members.isEmpty || isOutside(mention) {
      let entities = mention.members.isEmpty ? mention.entity.map { [$0] } ?? [] : mention.members
      let names = entities.map(ContractIdentifier.entity).joined(separator: ", ")
      outline.line(
        2, "\(names) meant by \(mention.kind.rawValue), rule \(mention.rule) \(quote(mention.span))")
    }
  }

  /// `mention [20,37) …`, with its own entry where that is not the entity's.
  private mutating func write(_ mention: Mention, of entity: Entity) {
    outline.line(3, "\(mention.kind.rawValue), rule \(mention.rule) \(quote(mention.span))")
    if let entry = mention.entry, entry != entity.entry { writeEntry(entry, level: 4) }
  }

  /// `entry Q85, Gazetteers/ar/cities.tsv:4471: القاهرة`.
  private mutating func writeEntry(_ reference: EntryReference, level: Int) {
    let entry = exporter.entries.entry(reference)
    let facts = [entry.id, entry.location?.description].compactMap { $0 }
    guard !facts.isEmpty else { return }
    outline.line(level, "entry \(facts.joined(separator: ", ")): \(entry.name)")
  }

  /// Points to an entity without being one of its mentions: a description that repeats a name.
  private func isOutside(_ mention: Mention) -> Bool {
    mention.entity != nil && (mention.kind == .description || mention.kind == .collective)
  }
}
