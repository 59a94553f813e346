import KhabarCore

extension Coreference {
  /// Gives persons the offices at their mentions, and bare offices their holders: from the text, else by date.
  mutating func joinOffices() {
    for cluster in clusters.entityIDs where clusters[cluster].type == .person {
      for mention in clusters[cluster].mentions where !mentions[mention].titles.isEmpty {
        for office in names.offices(of: mentions[mention], in: document, entries: entries)
        where !clusters[cluster].offices.contains(office) {
          clusters[cluster].offices.append(office)
        }
      }
    }
    guard mentions.contains(where: { $0.kind == .office && $0.entity == nil }) else { return }
    let holders = holdersByOffice()
    var persons: [String: EntityID]?
    var unresolved: [OfficeName: EntityID] = [:]
    for index in mentions.ids
    where mentions[index].kind == .office && mentions[index].entity == nil && !Deadline.isOver {
      let offices = names.offices(of: mentions[index], in: document, entries: entries)
      guard let office = offices.first else { continue }
      if !office.isPlural, !office.isFormer,
        let holder = holder(of: office, before: index, among: holders[office.words] ?? [])
      {
        join(index, to: holder, because: .titleAlone)
        continue
      }
      if let known = unresolved[office] {
        join(index, to: known, because: .sameOffice)
        continue
      }
      let holder = holderByDate(of: office)
      if let holder {
        // Most texts have no such office, and finding the entries of their persons reads records of the lists.
        let known = persons ?? personsByEntry()
        persons = known
        if let person = known[holder.tenure.id ?? holder.tenure.name] {
          join(index, to: person, because: .officeAtDate)
          continue
        }
      }
      let cluster = EntityID(clusters.count)
      clusters.append(Cluster(type: .office, fullest: index, mentions: [index], offices: [office]))
      mentions[index].entity = cluster
      unresolved[office] = cluster
      if let holder, let date = document.info.anchor?.date {
        clusters[cluster].holder = holder.reference
        let id = holder.tenure.id.map { " (\($0))" } ?? ""
        clusters[cluster].provenance.append("office held at \(date) by \(holder.tenure.name)\(id)")
      }
    }
  }

  /// The persons that may be meant by an office's words: all of them, or as many as it is short for.
  private func holdersByOffice() -> [[WordKey]: [EntityID]] {
    var holders: [[WordKey]: [EntityID]] = [:]
    for cluster in clusters.entityIDs where clusters[cluster].type == .person {
      for office in clusters[cluster].offices {
        for length in office.words.indices {
          let words = Array(office.words[...length])
          if holders[words]?.last != cluster { holders[words, default: []].append(cluster) }
        }
      }
    }
    return holders
  }

  /// The persons of the text by id and by name of their entries.
  private func personsByEntry() -> [String: EntityID] {
    var persons: [String: EntityID] = [:]
    for cluster in clusters.entityIDs where clusters[cluster].type == .person {
      guard let reference = clusters[cluster].entry else { continue }
      let entry = entries.entry(reference)
      for name in [entry.id ?? entry.name, entry.name] where persons[name] == nil { persons[name] = cluster }
    }
    return persons
  }

  /// Whether a person may hold an office of a country: nobody who is known to be of another one does, a coach apart.
  private func mayHold(_ cluster: EntityID, _ office: OfficeName) -> Bool {
    guard let country = office.country, let reference = clusters[cluster].entry,
      let own = entries.referent(reference).country, own != country
    else { return true }
    return !PersonEntry(entries.entry(reference)).contradicts(country)
  }

  /// The person of the text who holds an office: the nearest before, else the first behind of the same country.
  private func holder(of office: OfficeName, before mention: MentionID, among holders: [EntityID]) -> EntityID? {
    var best: (cluster: EntityID, distance: Int)?
    for cluster in holders where mayHold(cluster, office) {
      guard let exact = clusters[cluster].offices.compactMap({ Self.agreement($0, office) }).max() else { continue }
      for other in clusters[cluster].mentions {
        // Behind the title only when nothing of it is left open.
        if other > mention, exact < 2 || office.country == nil { continue }
        let distance = distance(of: other, from: mention) + (exact == 2 ? 0 : 4)
        if best.map({ distance < $0.distance }) ?? true { best = (cluster, distance) }
      }
    }
    return best?.cluster
  }

  /// 2 when both name the same office, 1 when one is short for the other (the president), nil when they differ.
  private static func agreement(_ held: OfficeName, _ said: OfficeName) -> Int? {
    guard !held.words.isEmpty, !said.words.isEmpty, !held.isPlural else { return nil }
    if let left = held.country, let right = said.country, left != right { return nil }
    // المبعوث الأممي … المبعوث الأمريكي (the UN envoy, the American envoy).
    if held.isInternational, !said.isInternational, said.country != nil { return nil }
    if held.words == said.words { return 2 }
    if held.words.starts(with: said.words) { return 1 }
    return nil
  }

  /// Who held the office at the document's date, when its country is said and exactly one entry fits.
  private func holderByDate(of office: OfficeName) -> (reference: EntryReference, tenure: GazetteerEntry)? {
    guard let anchor = document.info.anchor, let country = office.country, !office.isPlural, !office.isFormer else {
      return nil
    }
    var holders: [(reference: EntryReference, tenure: GazetteerEntry)] = []
    for reference in entries.tenures(office: office.words, country: country) {
      let tenure = entries.entry(reference)
      guard TenurePeriod(from: tenure.from, to: tenure.to).contains(anchor.date) else { continue }
      if !holders.contains(where: { $0.tenure.id == tenure.id && $0.tenure.name == tenure.name }) {
        holders.append((reference, tenure))
      }
    }
    // On the day of a change both hold it; the later one is meant.
    return holders.max { ($0.tenure.from ?? "") < ($1.tenure.from ?? "") }
  }
}
