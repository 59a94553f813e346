import KhabarCore

/// Puts the mentions of one document together that have one referent.
///
/// Names first, the longest before their short forms; then offices, which go to the nearest holder before them; then
/// descriptions and duals, which stay outside the entities and only point to them.
struct Coreference {
  let document: MatchedDocument
  let names: any NameGrammar
  let entries: any EntryStore
  let orthography: Orthography
  let romanizer: any Romanizer
  var mentions: [Mention]
  var clusters: [Cluster] = []
  private var known = KnownNames()

  /// The clusters by what they are called. A value of its own: to ask it, nothing of the rest need be copied.
  private struct KnownNames {
    /// Clusters that share a form of their name: for each form the last of them in `sharers`.
    var lastByForm = KeyTable<Int32>(placeholder: 0)
    /// A cluster with a form, and the place of the one before it with the same form.
    var sharers: [(cluster: EntityID, before: Int?)] = []
    var clusterByEntry: [EntryReference: EntityID] = [:]

    mutating func add(_ form: WordKey, of cluster: EntityID) {
      let before = lastByForm[form].map(Int.init)
      if let before, sharers[before].cluster == cluster { return }
      lastByForm.insert(form, Int32(sharers.count))
      sharers.append((cluster, before))
    }

    /// The cluster of a name: the one of the same entry, or of the same form with the nearest mention before.
    func cluster(
      ofForm form: WordKey, entry: EntryReference?, near mention: MentionID, of clusters: [Cluster], mentions: Int
    ) -> EntityID? {
      if let entry, let cluster = clusterByEntry[entry] { return cluster }
      guard let last = lastByForm[form] else { return nil }
      if sharers[Int(last)].before == nil { return sharers[Int(last)].cluster }
      var best: (cluster: EntityID, distance: Int)?
      var next: Int? = Int(last)
      while let sharer = next {
        let cluster = sharers[sharer].cluster
        for other in clusters[cluster].mentions {
          let distance = Coreference.distance(of: other, from: mention, among: mentions)
          if best.map({ distance < $0.distance }) ?? true { best = (cluster, distance) }
        }
        next = sharers[sharer].before
      }
      return best?.cluster
    }
  }

  /// One referent in the making.
  struct Cluster {
    var type: EntityType
    /// Mention with the fullest name.
    var fullest: MentionID
    var mentions: [MentionID]
    var entry: EntryReference?
    var offices: [OfficeName] = []
    /// Entry of the holder found by date, for an office without a name.
    var holder: EntryReference?
    var provenance: [String] = []
  }

  init(
    document: MatchedDocument, mentions: [Mention], names: any NameGrammar, entries: any EntryStore,
    orthography: Orthography, romanizer: any Romanizer
  ) {
    self.document = document
    self.mentions = mentions
    self.names = names
    self.entries = entries
    self.orthography = orthography
    self.romanizer = romanizer
  }

  /// Why a mention is of an entity, as `khabar explain` says it.
  enum Reason: String {
    case name
    case bracketedAlias = "alias in brackets"
    case titleAlone = "title alone"
    case sameOffice = "same office"
    case officeAtDate = "office held at the document's date"
  }

  // MARK: Names

  /// Joins full names, partial names and acronyms.
  mutating func joinNames() {
    // The forms of all mentions, one behind the other.
    var keys: [WordKey] = []
    var forms: [(mention: MentionID, keys: Range<Int>, words: Int)] = []
    keys.reserveCapacity(mentions.count * 2)
    forms.reserveCapacity(mentions.count)
    for index in mentions.ids where mentions[index].kind.isNamed {
      let type = mentions[index].type
      let shortForms = names.shortForms(of: mentions[index], in: document)
      let start = keys.count
      for form in shortForms { keys.append(Self.key(form, type)) }
      forms.append((index, start..<keys.count, shortForms.first?.count ?? 0))
    }
    // The longest names first, so that a surname in the headline finds the full name below.
    forms.sort { $0.words != $1.words ? $0.words > $1.words : $0.mention < $1.mention }
    for form in forms {
      if let full = keys[form.keys].first,
        let cluster = known.cluster(
          ofForm: full, entry: mentions[form.mention].entry, near: form.mention, of: clusters, mentions: mentions.count)
      {
        join(form.mention, to: cluster, because: .name)
        // The short forms of a namesake are no longer telling; those of the same name are known already.
      } else {
        open(form.mention, forms: keys[form.keys])
      }
    }
    joinAliases()
  }

  private mutating func open(_ mention: MentionID, forms: ArraySlice<WordKey>) {
    let cluster = EntityID(clusters.count)
    clusters.append(
      Cluster(type: mentions[mention].type, fullest: mention, mentions: [mention], entry: mentions[mention].entry))
    mentions[mention].entity = cluster
    for form in forms { known.add(form, of: cluster) }
    if let entry = mentions[mention].entry { known.clusterByEntry[entry] = cluster }
  }

  mutating func join(_ mention: MentionID, to cluster: EntityID, because reason: Reason) {
    mentions[mention].entity = cluster
    clusters[cluster].mentions.append(mention)
    // Of two entries with one spelling the one that a head word tells is meant: سلطنة عمان (the sultanate of Oman), and
    // not عمان (Amman).
    if clusters[cluster].entry == nil || mentions[mention].hasHeadNoun, let entry = mentions[mention].entry,
      mentions[mention].type == clusters[cluster].type
    {
      clusters[cluster].entry = entry
      known.clusterByEntry[entry] = cluster
    }
    if reason != .name || mentions[mention].kind != .name {
      clusters[cluster].provenance.append("\(reason.rawValue): \(text(mention))")
    }
  }

  /// Joins a name with the one in the bracket behind it: تنظيم الدولة الإسلامية (داعش).
  private mutating func joinAliases() {
    for index in mentions.indices.dropFirst() where mentions[index].kind == .name || mentions[index].kind == .acronym {
      let long = mentions[..<index].lastIndex { $0.entity != nil } ?? 0
      guard let target = mentions[long].entity, let source = mentions[index].entity, target != source,
        mentions[long].type == mentions[index].type, mentions[long].type != .place,
        mentions[long].tokens.end < mentions[index].tokens.start, mentions[long].phrase.contains(mentions[index].tokens)
      else { continue }
      merge(source, into: target, because: .bracketedAlias)
    }
  }

  private mutating func merge(_ source: EntityID, into target: EntityID, because reason: Reason) {
    for mention in clusters[source].mentions { mentions[mention].entity = target }
    clusters[target].provenance.append("\(reason.rawValue): \(text(clusters[source].fullest))")
    clusters[target].mentions.append(contentsOf: clusters[source].mentions)
    clusters[target].entry = clusters[target].entry ?? clusters[source].entry
    clusters[source].mentions = []
  }

  /// A hashed key of a form and the type of what it names.
  private static func key(_ words: [WordKey], _ type: EntityType) -> WordKey {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(type.rawValue.utf8.count) &* 31
    for word in words { hash = (hash ^ word.slot) &* 0x0000_0100_0000_01B3 }
    return WordKey(bits: UInt128(hash) | 1 << 127)
  }

  /// In mentions; what stands before is nearer than what stands behind.
  func distance(of other: MentionID, from mention: MentionID) -> Int {
    Self.distance(of: other, from: mention, among: mentions.count)
  }

  private static func distance(of other: MentionID, from mention: MentionID, among mentions: Int) -> Int {
    let steps = mention.int - other.int
    return steps > 0 ? steps : mentions - steps
  }

  func text(_ mention: MentionID) -> String { names.name(of: mentions[mention], in: document) }
}

extension [Coreference.Cluster] {
  /// A cluster is numbered as the entity that it becomes, until those that came to nothing are left out.
  subscript(id: EntityID) -> Coreference.Cluster {
    get { self[id.int] }
    _modify { yield &self[id.int] }
  }

  var entityIDs: some Collection<EntityID> { indices.lazy.map { EntityID($0) } }
}

extension MentionKind {
  /// Names its entity, in full or in part.
  fileprivate var isNamed: Bool { self == .name || self == .partial || self == .acronym }
}
