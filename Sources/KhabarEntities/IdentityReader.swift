import KhabarCore

/// Reads from the lists who or what an entry stands for.
struct IdentityReader: Sendable {
  let entries: any EntryStore
  let romanizer: any Romanizer

  /// What was read lately. News names the same people and places time and again, and reading who they are decodes a
  /// record of the list and spells its name in Latin letters.
  struct Memory: Sendable {
    /// Entries, and names, of which it is remembered; when there are as many all are forgotten.
    static let limit = 4096

    fileprivate var identities: [EntryReference: (identity: Identity, label: EnglishLabel?)] = [:]
    /// By the names' bytes: strings that are equal may be spelled differently.
    fileprivate var names: [[UInt8]: NameReading] = [:]
  }

  /// What is made of a name that no list holds.
  struct NameReading: Sendable {
    /// In Latin letters; nil for one that has them already or has no letters.
    let label: EnglishLabel?
    /// The label's words with hyphens between them.
    private let key: String
    /// Of these words those that are not between names: al, bin.
    private let names: Int

    init(_ label: EnglishLabel?) {
      self.label = label
      let text = label?.text ?? ""
      // Of ASCII each byte is a character, and nearly all labels are.
      guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
        let words = text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        key = words.joined(separator: "-")
        names = words.count { $0 != "al" && $0 != "bin" }
        return
      }
      (key, names) = Self.key(of: text)
    }

    /// The key, and how many words of it are names, of a label in ASCII.
    private static func key(of label: String) -> (key: String, names: Int) {
      var key: [UInt8] = []
      key.reserveCapacity(label.utf8.count)
      var (names, start) = (0, 0)
      func endWord() {
        guard key.count > start else { return }
        if !key[start...].elementsEqual("al".utf8), !key[start...].elementsEqual("bin".utf8) { names += 1 }
        key.append(UInt8(ascii: "-"))
        start = key.count
      }
      for byte in label.utf8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte + 0x20)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): key.append(byte)
        default: endWord()
        }
      }
      endWord()
      return (String(decoding: key.dropLast(), as: UTF8.self), names)
    }

    /// The key of a name that no list holds but that is full enough to mean one referent: a person's of several words,
    /// a body's of three. It is made of the label, since that is the same for all spellings of the same letters.
    func nameKey(of type: EntityType) -> String? {
      guard label != nil, type == .person || type == .organization, names >= (type == .person ? 2 : 3) else {
        return nil
      }
      return "name:\(type.rawValue.lowercased()):" + key
    }
  }

  /// Who an entry stands for, remembered or read.
  func identity(of reference: EntryReference, _ memory: inout Memory) -> (identity: Identity, label: EnglishLabel?) {
    if let known = memory.identities[reference] { return known }
    if memory.identities.count == Memory.limit { memory.identities.removeAll(keepingCapacity: true) }
    let identity = identity(of: reference)
    memory.identities[reference] = identity
    return identity
  }

  /// A name that no list holds, remembered or read.
  func reading(of name: String, _ memory: inout Memory) -> NameReading {
    let bytes = Array(name.utf8)
    if let known = memory.names[bytes] { return known }
    if memory.names.count == Memory.limit { memory.names.removeAll(keepingCapacity: true) }
    let reading = NameReading(romanization(of: name))
    memory.names[bytes] = reading
    return reading
  }

  /// Columns that the program reads itself: they are told elsewhere, or are grammar.
  private static let ownColumns: Set<String> = [
    "latitude", "longitude", "population", "language", "priority", "context", Column.label, Column.admin1, "died",
    "style", "office", "office_aliases", "organization", "gender", "masculine", "feminine", "plural", "head", "origin",
    "position", "joins",
  ]

  private enum Column {
    static let label = "label_en"
    static let admin1 = "admin1"
  }

  func identity(of reference: EntryReference) -> (identity: Identity, label: EnglishLabel?) {
    var entry = entries.entry(reference)
    var taken = entries.takenOver(by: reference).map { entries.entry($0) }
    // A tenure is somebody's hold of an office: the list of people says more of who it is.
    if entry.type == .tenure, let person = person(of: entry) { entry = person }
    if entry == taken { taken = nil }
    var identity = Identity(key: "", canonical: entry.name)
    if let id = entry.id { identity.ids.append(id) }
    if let id = taken?.id, id != entry.id { identity.ids.append(id) }
    identity.key = identity.ids.first(where: Self.isWorldwide) ?? listKey(taken ?? entry)
    // An entry of one's own adds to what the shipped one says, and goes before it.
    let columns = taken.map { entry.features.merging($0.features) { own, _ in own } } ?? entry.features
    identity.features = columns.filter { !Self.ownColumns.contains($0.key) }
      .map { Identity.Feature(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
    identity.coordinates = Self.coordinates(entry.features) ?? taken.flatMap { Self.coordinates($0.features) }
    identity.admin1 = columns[Column.admin1]
    return (identity, columns[Column.label].map { EnglishLabel($0, source: .list) } ?? romanization(of: entry.name))
  }

  /// The name of a file without folder and extension; nil where the path names none.
  private static func listName(_ path: String) -> String? {
    // By bytes: to find the characters of a path takes longer than all else here.
    var path = path
    return path.withUTF8 { bytes in
      var end = bytes.count
      while end > 0, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
      var start = end
      while start > 0, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
      let name = bytes[start..<end].drop { $0 == UInt8(ascii: ".") }.prefix { $0 != UInt8(ascii: ".") }
      return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
  }

  private static func coordinates(_ features: [String: String]) -> Coordinates? {
    guard let latitude = features["latitude"].flatMap(Double.init),
      let longitude = features["longitude"].flatMap(Double.init), abs(latitude) <= 90, abs(longitude) <= 180
    else { return nil }
    return Coordinates(latitude: latitude, longitude: longitude)
  }

  /// A name in Latin letters; nil for one that has them already or has no letters.
  private func romanization(of name: String) -> EnglishLabel? {
    let text = romanizer.romanize(name)
    return text.isEmpty ? nil : EnglishLabel(text, source: .romanization)
  }

  private func person(of tenure: GazetteerEntry) -> GazetteerEntry? {
    entries.entries(named: tenure.name, type: .person).lazy.map { entries.entry($0) }
      .first { $0.id == tenure.id || tenure.id == nil }
  }

  /// Ids that mean the same everywhere: those of Wikidata, GeoNames and Who's On First.
  private static func isWorldwide(_ id: String) -> Bool {
    if id.hasPrefix("geonames:") || id.hasPrefix("wof:") { return true }
    let digits = id.utf8.dropFirst()
    return id.utf8.first == UInt8(ascii: "Q") && !digits.isEmpty && digits.allSatisfy { (48...57).contains($0) }
  }

  /// `armed-groups:SY:جيش الفتح`: the list by the name of its file without folder and extension, the entry's country
  /// where it has one, since two countries may have a body of one name, and its name.
  private func listKey(_ entry: GazetteerEntry) -> String {
    let list = entry.location.flatMap { Self.listName($0.file) } ?? "list"
    return [entry.type == .tenure ? "people" : list, entry.country, entry.name].compactMap { $0 }.joined(separator: ":")
  }
}
