import KhabarCore

extension Coreference {
  /// Settles which entry each person is: takes away that of a namesake, and finds the one of a name that the lists hold
  /// in another form.
  mutating func identifyPersons() {
    let persons = clusters.entityIDs.filter { clusters[$0].type == .person && !clusters[$0].mentions.isEmpty }
    let named = Set(persons.compactMap { clusters[$0].entry })
    for cluster in persons {
      if let reference = clusters[cluster].entry {
        guard let objection = objection(to: PersonEntry(entries.entry(reference)), as: clusters[cluster]) else {
          continue
        }
        clusters[cluster].provenance.append("no \(entries.entry(reference).name): \(objection)")
        clusters[cluster].entry = nil
      }
      if let found = entryByFirstAndLastName(clusters[cluster]) ?? holderBySurname(clusters[cluster], besides: named) {
        clusters[cluster].entry = found.entry
        clusters[cluster].provenance.append(found.reason)
      }
    }
  }

  // MARK: Namesakes

  /// Why a person of the text is only a namesake of an entry; nil when nothing speaks against it.
  private func objection(to person: PersonEntry, as cluster: Cluster) -> String? {
    if let further = furtherName(of: cluster, beyond: person.entry) { return "further name \(further)" }
    let countries = cluster.offices.compactMap(\.country)
    if let other = countries.first, countries.allSatisfy(person.contradicts), isCommon(person.entry.name) {
      return "an office of \(other)"
    }
    if let date = document.info.anchor?.date, person.isDead(at: date), !isCalled(person.style, cluster) {
      return "dead at the document's date"
    }
    return nil
  }

  /// The last word of the fullest name, when no name of the entry holds it. Who is listed by a chain of fathers alone
  /// (محمد بن نايف) is nobody whose chain goes on otherwise.
  private func furtherName(of cluster: Cluster, beyond entry: GazetteerEntry) -> String? {
    let words = mentions[cluster.fullest].tokens
    let last: Int
    if mentions[cluster.fullest].entry == nil {
      guard words.count > 2 else { return nil }
      last = words.upperBound - 1
    } else {
      // A family name that the name grammar left out; not where another's office begins: محمد بن نايف السفير الياباني.
      guard isCommon(entry.name), words.upperBound < document.tokens.count,
        isFamilyName(document.tokens[words.upperBound]),
        !beginsOffice(at: words.upperBound)
      else { return nil }
      last = words.upperBound
    }
    let listed = Set(([entry.name] + entry.aliases).flatMap { orthography.keys($0) })
    let token = document.tokens[last]
    return listed.contains(token.key) || listed.contains(token.bare) ? nil : document.text.string(token.span)
  }

  private func beginsOffice(at token: Int) -> Bool {
    let first = mentions.partitionPoint { $0.tokens.lowerBound < token }
    return mentions[first...].prefix { $0.tokens.lowerBound == token }.contains { $0.kind == .office }
  }

  private func isFamilyName(_ token: Token) -> Bool {
    token.isDefinite && token.analysis.prefixLetters == token.analysis.articleLetters
      && !entries.entries(named: document.text.string(token.span), type: .familyName).isEmpty
  }

  /// Whether many people may have a name: it ends in a given name, as in a chain of fathers without a family.
  private func isCommon(_ name: String) -> Bool {
    let name = name.split(separator: " ")
    guard name.count > 1, let last = name.last else { return true }
    return !entries.entries(named: String(last), type: .givenName).isEmpty
  }

  /// Whether a style stands in the title of a mention; with none, any mention will do.
  private func isCalled(_ style: String?, _ cluster: Cluster) -> Bool {
    guard let style else { return true }
    return cluster.mentions.contains { index in
      let phrase = mentions[index].phrase
      return document.tokens[phrase.range].contains { document.text.string($0.span).hasSuffix(style) }
    }
  }

  // MARK: Other forms of a listed name

  /// The entry of the first and the last name of a longer one, when office or country agree: خالد محفوظ بحاح is listed
  /// as خالد بحاح.
  private func entryByFirstAndLastName(_ cluster: Cluster) -> (entry: EntryReference, reason: String)? {
    guard mentions[cluster.fullest].entry == nil, !cluster.offices.isEmpty else { return nil }
    let forms = names.shortForms(of: mentions[cluster.fullest], in: document)
    guard forms.count > 3 else { return nil }
    let tokens = mentions[cluster.fullest].tokens.range
    let words = forms[2].compactMap { key in
      tokens.first { document.tokens[$0].key == key || document.tokens[$0].bare == key }
    }
    guard words.count == forms[2].count else { return nil }
    let name = words.map { document.text.string(nameSpan(of: $0, in: mentions[cluster.fullest])) }
      .joined(separator: " ")
    let found = entries.entries(named: name, type: .person)
    guard let reference = found.first, found.count == 1 else { return nil }
    let person = entries.entry(reference)
    let agrees = cluster.offices.contains { office in
      if let country = office.country { return country == person.country }
      guard let date = document.info.anchor?.date else { return false }
      return entries.tenures(office: office.words, country: person.country).contains {
        let tenure = entries.entry($0)
        return tenure.name == person.name && TenurePeriod(from: tenure.from, to: tenure.to).contains(date)
      }
    }
    return agrees ? (reference, "first and last name of \(person.name), with an office of his") : nil
  }

  /// Who held an office at the document's date, for a surname that stands alone and that one holder alone has: كيري in
  /// 2015.
  private func holderBySurname(
    _ cluster: Cluster, besides named: Set<EntryReference>
  ) -> (entry: EntryReference, reason: String)? {
    let mention = mentions[cluster.fullest]
    guard mention.tokens.count == 1, let date = document.info.anchor?.date else { return nil }
    let token = document.tokens[mention.tokens.lowerBound]
    guard let key = names.shortForms(of: mention, in: document).first?.first else { return nil }
    guard entries.entries(named: text(cluster.fullest), type: .givenName).isEmpty else { return nil }
    var holder: GazetteerEntry?
    for reference in entries.tenures(surname: token.isDefinite ? token.stem : key) {
      let tenure = entries.entry(reference)
      guard TenurePeriod(from: tenure.from, to: tenure.to).contains(date) else { continue }
      if let holder, holder.name != tenure.name { return nil }
      holder = tenure
    }
    guard let holder, cluster.offices.compactMap(\.country).allSatisfy({ $0 == holder.country }),
      let reference = entries.entries(named: holder.name, type: .person).first,
      !named.contains(reference)
    else { return nil }
    return (reference, "the only holder of an office at \(date) with this surname: \(holder.name)")
  }

  /// A word of a name without what is written before the name.
  private func nameSpan(of token: Int, in mention: Mention) -> TextSpan<CleanBytes> {
    let span = document.tokens[token].span
    return span.start < mention.span.start
      ? TextSpan(mention.span.lowerBound, span.upperBound) : span
  }
}
