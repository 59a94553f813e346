import KhabarCore

extension Coreference {
  /// The document with its entities in the order of their first mention.
  ///
  /// - Parameter memory: what is known of entries and names from documents before.
  mutating func result(_ memory: inout IdentityReader.Memory) -> RecognizedDocument {
    let firsts = clusters.entityIDs.compactMap { cluster in
      clusters[cluster].mentions.min().map { (cluster: cluster, mention: $0) }
    }
    let order = firsts.sorted { $0.mention < $1.mention }.map(\.cluster)
    var number = [EntityID?](repeating: nil, count: clusters.count)
    for (index, cluster) in order.enumerated() { number[cluster.int] = EntityID(index) }
    for index in mentions.indices {
      mentions[index].entity = mentions[index].entity.flatMap { number[$0.int] }
      guard !mentions[index].members.isEmpty else { continue }
      mentions[index].members = mentions[index].members.compactMap { number[$0.int] }
    }
    var entities: [Entity] = []
    entities.reserveCapacity(order.count)
    for cluster in order { entities.append(entity(of: clusters[cluster], &memory)) }
    var tokens = document.tokens
    names.correct(&tokens, by: mentions)
    return RecognizedDocument(matched: document, mentions: mentions, entities: entities, tokens: tokens)
  }

  private func entity(of cluster: Cluster, _ memory: inout IdentityReader.Memory) -> Entity {
    let reader = IdentityReader(entries: entries, romanizer: romanizer)
    // The closures hold the mentions and not all of `self`.
    let mentions = mentions
    let name = cluster.mentions.lazy.filter { mentions[$0].kind != .office || cluster.type == .office }
      .max {
        mentions[$0].span.count != mentions[$1].span.count ? mentions[$0].span.count < mentions[$1].span.count : $0 > $1
      }
    var entity = Entity(type: cluster.type, name: text(name ?? cluster.fullest))
    entity.mentions = cluster.mentions.sorted()
    entity.provenance = cluster.provenance
    entity.entry = cluster.holder ?? cluster.entry
    if let reference = cluster.entry {
      let referent = entries.referent(reference)
      // What an entry of one's own does not say is as the shipped one has it.
      let shipped = entries.takenOver(by: reference).map { entries.referent($0) }
      entity.gazetteerID = referent.id
      entity.country = referent.country ?? shipped?.country
      entity.kind = referent.kind ?? shipped?.kind
    }
    if cluster.type != .office {
      for mention in entity.mentions {
        for title in mentions[mention].titles {
          let text = document.text.string(title)
          if !entity.titles.contains(text) { entity.titles.append(text) }
        }
      }
    }
    if let reference = cluster.holder {
      let holder = entries.entry(reference)
      entity.gazetteerID = holder.id
      entity.titles = [holder.name]
    }
    entity.country = entity.country ?? cluster.offices.lazy.compactMap(\.country).first
    if let reference = entity.entry {
      let (identity, label) = reader.identity(of: reference, &memory)
      entity.identity = identity
      entity.label = label
    } else {
      let reading = reader.reading(of: entity.name, &memory)
      entity.label = reading.label
      entity.nameKey = reading.nameKey(of: entity.type)
    }
    return entity
  }
}
