import KhabarCore

extension Coreference {
  /// Gives persons the offices at their mentions, and bare offices their holders: from the text, else by date.
  mutating func joinOffices() {
    for cluster in clusters.indices where clusters[cluster].type == .person {
      for mention in clusters[cluster].mentions where !mentions[mention].titles.isEmpty {
        for office in names.offices(of: mentions[mention], in: document, entries: entries)
        where !clusters[cluster].offices.contains(office) {
          clusters[cluster].offices.append(office)
        }
      }
    }
    let holders = holdersByOffice()
    var unresolved: [OfficeName: Int] = [:]
    for index in mentions.indices where mentions[index].kind == .office && mentions[index].entity < 0 {
      let offices = names.offices(of: mentions[index], in: document, entries: entries)
      guard let office = offices.first else { continue }
      if !office.isPlural, !office.isFormer, let holder = holder(of: office, before: index, among: holders[office.words] ?? []) {
        join(index, to: holder, because: "title alone")
        continue
      }
      if let known = unresolved[office] {
        join(index, to: known, because: "same office")
        continue
      }
      let cluster = clusters.count
      clusters.append(Cluster(type: .office, fullest: index, mentions: [index], offices: [office]))
      mentions[index].entity = cluster
      unresolved[office] = cluster
      resolveByDate(cluster, office)
    }
  }

  /// The persons that may be meant by an office's words: all of them, or as many as it is short for.
  private func holdersByOffice() -> [[WordKey]: [Int]] {
    var holders: [[WordKey]: [Int]] = [:]
    for cluster in clusters.indices where clusters[cluster].type == .person {
      for office in clusters[cluster].offices {
        for length in office.words.indices {
          let words = Array(office.words[...length])
          if holders[words]?.last != cluster { holders[words, default: []].append(cluster) }
        }
      }
    }
    return holders
  }

  /// The person of the text who holds an office: the nearest before, else the first behind of the same country.
  private func holder(of office: OfficeName, before mention: Int, among holders: [Int]) -> Int? {
    var best: (cluster: Int, distance: Int)?
    for cluster in holders {
      guard let exact = clusters[cluster].offices.compactMap({ Self.agreement($0, office) }).max() else { continue }
      for other in clusters[cluster].mentions {
        // Behind the title only when nothing of it is left open.
        if other > mention, exact < 2 || office.country == nil { continue }
        let distance = (other < mention ? mention - other : mentions.count + other - mention) + (exact == 2 ? 0 : 4)
        if best.map({ distance < $0.distance }) ?? true { best = (cluster, distance) }
      }
    }
    return best?.cluster
  }

  /// 2 when both name the same office, 1 when one is short for the other (the president), nil when they differ.
  private static func agreement(_ held: OfficeName, _ said: OfficeName) -> Int? {
    guard !held.words.isEmpty, !said.words.isEmpty, !held.isPlural else { return nil }
    if let left = held.country, let right = said.country, left != right { return nil }
    if held.words == said.words { return 2 }
    if held.words.starts(with: said.words) { return 1 }
    return nil
  }

  /// Who held the office at the document's date, when its country is said and exactly one entry fits.
  private mutating func resolveByDate(_ cluster: Int, _ office: OfficeName) {
    guard let anchor = document.info.anchor, let country = office.country, !office.isPlural, !office.isFormer else {
      return
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
    guard let (reference, holder) = holders.max(by: { ($0.tenure.from ?? "") < ($1.tenure.from ?? "") }) else { return }
    clusters[cluster].holder = reference
    clusters[cluster].provenance.append(
      "office held at \(anchor.date) by \(holder.name)\(holder.id.map { " (\($0))" } ?? "")")
  }
}

/// The time of an office, given to the year, month or day.
struct TenurePeriod {
  private var first: CivilDate?
  private var last: CivilDate?

  init(from: String?, to: String?) {
    first = from.flatMap { Self.days($0)?.lowerBound }
    last = to.flatMap { Self.days($0)?.upperBound }
  }

  func contains(_ date: CivilDate) -> Bool {
    if first == nil, last == nil { return false }
    if let first, date < first { return false }
    if let last, date > last { return false }
    return true
  }

  /// First and last day of `2003`, `2003-05` or `2003-05-11`.
  private static func days(_ text: String) -> ClosedRange<CivilDate>? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard let year = parts.first ?? nil, (1...9999).contains(year) else { return nil }
    guard parts.count > 1 else {
      return CivilDate(year: year, month: 1, day: 1)...CivilDate(year: year, month: 12, day: 31)
    }
    guard let month = parts[1], (1...12).contains(month) else { return nil }
    guard parts.count > 2 else {
      return CivilDate(
        year: year, month: month, day: 1)...CivilDate(
          year: year, month: month, day: CivilDate.days(inMonth: month, ofYear: year))
    }
    guard let day = parts[2], let date = CivilDate(validYear: year, month: month, day: day) else { return nil }
    return date...date
  }
}
