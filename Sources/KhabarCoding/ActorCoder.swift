import KhabarCore

/// Says of which country and sector a party is, and for whom it acts: from the titles at its name, the entry,
/// adjectives of nations and the nouns of a description.
struct ActorCoder {
  let document: AssembledDocument
  let entries: any EntryStore
  let sectors: SectorTable

  func code(_ participant: Participant) -> ActorCode? {
    var code: ActorCode
    if let index = participant.entity {
      code = self.code(of: document.entities[index], at: participant.span)
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
    if code.sector == nil, let reference = entity.entry {
      let entry = entries.entry(reference)
      if let sector = sectors.sector(ofRole: entry.features["role"]) {
        code.sector = sector
        code.basis.append("role \(entry.features["role"] ?? "")")
      } else if entry.type == .tenure {
        code.sector = "GOV"
        code.basis.append("office \(entry.features["office"] ?? "")")
      }
    }
    return code
  }

  // MARK: Phrases

  private func code(ofPhrase span: TextSpan<CleanBytes>) -> ActorCode {
    var code = ActorCode()
    fill(&code, from: phrase(in: span))
    return code
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
