import KhabarCore

/// Says of which country and sector a party is, and for whom it acts: from the titles at its name, the entry,
/// adjectives of nations and the nouns of a description.
struct ActorCoder {
  let document: AssembledDocument
  let entries: any EntryStore
  let sectors: SectorTable

  /// The roles in which a town stands for the government that sits there: *Moscow* accused *Ankara*.
  private static let governing: Set<Role> = ["speaker", "addressee", "imposer", "giver", "party"]

  func code(_ participant: Participant) -> ActorCode? {
    var code: ActorCode
    if let index = participant.entity {
      let entity = document.entities[index]
      code = self.code(of: entity, at: participant.span)
      if entity.type == .place, entity.kind == "city", Self.governing.contains(participant.role) {
        code.sector = "GOV"
        code.basis = ["a town as \(participant.role)"]
      }
    } else {
      code = self.code(ofPhrase: participant.span)
    }
    if code.sector == "IGO" { code.country = nil }
    return code.country == nil && code.sector == nil && code.actsFor == nil ? nil : code
  }

  // MARK: Entities

  private func code(of entity: Entity, at span: TextSpan<CleanBytes>) -> ActorCode {
    switch entity.type {
    case .person, .office: return code(ofPerson: entity, at: span)
    case .place, .nationality:
      var code = ActorCode(country: entity.country)
      if entity.kind == "country" {
        code.sector = "GOV"
        code.basis = ["a country"]
      }
      return code
    default:
      var code = ActorCode(country: entity.country)
      if let sector = sectors.sector(ofKind: entity.kind), let kind = entity.kind {
        code.sector = sector
        code.basis = ["kind \(kind)"]
      }
      // A body that no list knows is told by its head noun and its adjective.
      if let mention = entity.mentions.first, code.sector == nil || code.country == nil {
        fill(&code, from: phrase(in: document.mentions[mention].span))
        code.actsFor = nil
      }
      return code
    }
  }

  /// By the titles at the mention that takes part, then those at the other mentions, then the entry.
  private func code(ofPerson entity: Entity, at span: TextSpan<CleanBytes>) -> ActorCode {
    var code = ActorCode(country: entity.country)
    let mentions = entity.mentions.map { document.mentions[$0] }
    let here = mentions.filter { $0.span == span }
    for mention in here + mentions.filter({ $0.span != span }) {
      let titles = mention.kind == .office ? [mention.span] : mention.titles
      for title in titles {
        let phrase = phrase(in: title)
        if code.actsFor == nil, let organization = phrase.organization {
          code.actsFor = organization.actingFor
          code.basis.append("title \(document.text.string(title))")
          if let sector = organization.sector { code.sector = sector }
          if let country = organization.country { code.country = country }
        }
        if code.sector == nil, let sector = phrase.sector {
          code.sector = sector
          code.basis.append("title \(document.text.string(title))")
        }
        if code.country == nil { code.country = phrase.country }
      }
      if code.sector != nil, code.country != nil { break }
    }
    if code.sector == nil, let reference = entity.entry { addEntry(reference, of: entity, to: &code) }
    return code
  }

  /// What the lists say of a person: a role, or an office on the document's day.
  private func addEntry(_ reference: EntryReference, of entity: Entity, to code: inout ActorCode) {
    let role = entity.identity?.features.first { $0.name == "role" }?.value
    if let role, let sector = sectors.sector(ofRole: role) {
      code.sector = sector
      code.basis.append("role \(role)")
    } else if let tenure = tenure(of: entity, entries.entry(reference)) {
      let body = tenure.features["organization"].flatMap { name in
        entries.entries(named: name, type: .organization).first.map { organization($0) }
      }
      code.sector = body?.sector ?? "GOV"
      if code.actsFor == nil { code.actsFor = body?.actingFor }
      code.basis.append("office \(tenure.features["office"] ?? "")")
    }
  }

  private func tenure(of entity: Entity, _ entry: GazetteerEntry) -> GazetteerEntry? {
    guard entry.type != .tenure else { return entry }
    guard let day = document.resolved.anchor?.date.description else { return nil }
    let names = entity.mentions.map { document.mentions[$0] }.filter { $0.kind != .office }
    guard let name = names.max(by: { $0.tokens.count < $1.tokens.count }) else { return nil }
    // Offices are found by the last word of the listed name, and a text may write more of it.
    return name.tokens.range.lazy.flatMap { index -> [EntryReference] in
      let token = document.tokens[index]
      return entries.tenures(surname: token.isDefinite ? token.stem : token.bare)
    }.map { entries.entry($0) }.first { tenure in
      tenure.name == entry.name && tenure.id == entry.id && (tenure.from ?? "") <= day
        && tenure.to.map { day.prefix($0.utf8.count) <= $0 } ?? true
    }
  }

  // MARK: Phrases

  private func code(ofPhrase span: TextSpan<CleanBytes>) -> ActorCode {
    var code = ActorCode()
    var phrase = phrase(in: span)
    if phrase.organization == nil { phrase.organization = owner(behind: span) }
    fill(&code, from: phrase)
    return code
  }

  /// A position *of al-Qaeda*: the organization that something without the article belongs to. Who tells something
  /// *to a newspaper* is none of its people.
  private func owner(behind span: TextSpan<CleanBytes>) -> Phrase.Organization? {
    let tokens = document.tokens
    let next = tokens.partitionPoint { $0.span.upperBound <= span.upperBound }
    guard next > 0, next < tokens.count, !tokens[next - 1].isDefinite,
      tokens[next].analysis.proclitics.contains(.to)
    else { return nil }
    for lookup in lookups(at: next) where lookup.type == .organization && lookup.context == .any {
      return entries.referent(lookup.entry).kind == "media" ? nil : organization(lookup.entry)
    }
    return nil
  }

  private func fill(_ code: inout ActorCode, from phrase: Phrase) {
    code.country = code.country ?? phrase.organization?.country ?? phrase.country
    if code.sector == nil, let sector = phrase.organization?.sector ?? phrase.sector {
      code.sector = sector
      code.basis += phrase.words
    }
    if code.actsFor == nil { code.actsFor = phrase.organization?.actingFor }
  }

  /// What the words of a title or description tell.
  private struct Phrase {
    struct Organization {
      var actingFor: ActingFor
      var sector: String?
      var country: String?
    }

    var country: String?
    var sector: String?
    var organization: Organization?
    /// The words that tell the sector.
    var words: [String] = []
  }

  private func phrase(in span: TextSpan<CleanBytes>) -> Phrase {
    var phrase = Phrase()
    var weak: (sector: String, word: String)?
    let tokens = document.tokens
    var index = tokens.partitionPoint { $0.span.upperBound <= span.lowerBound }
    var inOrganization = index
    while index < tokens.count, tokens[index].span.start < span.end {
      if let found = organization(at: index, within: span) {
        if phrase.organization == nil { phrase.organization = found.organization }
        inOrganization = max(inOrganization, found.end)
      }
      if let country = nation(at: index), phrase.country == nil { phrase.country = country }
      if index >= inOrganization, let word = sectors.word(tokens[index]) {
        let text = document.text.string(tokens[index].span)
        if let name = word.actsFor, phrase.organization == nil {
          phrase.organization = organization(named: name, sector: word.sector)
        } else if word.isWeak {
          weak = weak ?? (word.sector, text)
        } else if phrase.sector == nil, word.actsFor == nil {
          phrase.sector = word.sector
          phrase.words = ["word \(text)"]
        }
      }
      index += 1
    }
    if phrase.sector == nil, let weak {
      phrase.sector = weak.sector
      phrase.words = ["word \(weak.word)"]
    }
    return phrase
  }

  /// The listed organization that begins at a token and ends inside the phrase.
  private func organization(
    at token: Int, within span: TextSpan<CleanBytes>
  ) -> (organization: Phrase.Organization, end: Int)? {
    for lookup in lookups(at: token) where lookup.type == .organization && lookup.context == .any {
      guard lookup.span.end <= span.end else { continue }
      return (organization(lookup.entry), lookup.tokens.upperBound)
    }
    return nil
  }

  private func organization(_ reference: EntryReference) -> Phrase.Organization {
    let entry = entries.entry(reference)
    let entity = document.entities.first { $0.entry == reference }
    let sector = sectors.sector(ofKind: entry.kind)
    return Phrase.Organization(
      actingFor: ActingFor(name: entry.name, key: entity?.identity?.key ?? entry.id), sector: sector,
      country: sector == "IGO" ? nil : entry.country)
  }

  private func organization(named name: String, sector: String) -> Phrase.Organization {
    if let reference = entries.entries(named: name, type: .organization).first { return organization(reference) }
    return Phrase.Organization(actingFor: ActingFor(name: name, key: nil), sector: sector, country: nil)
  }

  private func nation(at token: Int) -> String? {
    for lookup in lookups(at: token) {
      let isNation = lookup.type == .nationality || lookup.type == .place && lookup.context == .any
      if isNation, let country = entries.referent(lookup.entry).country { return country }
    }
    return nil
  }

  private func lookups(at token: Int) -> some Sequence<Lookup> {
    let lookups = document.resolved.recognized.matched.lookups
    let first = lookups.partitionPoint { $0.tokens.lowerBound < token }
    return lookups[first...].prefix { $0.tokens.lowerBound == token }
  }
}
