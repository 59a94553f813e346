import KhabarCore

/// The codes of events by type, action, status and words: the pipeline's table `codes.tsv`.
public struct CodeTable: Sendable {
  fileprivate struct Row: Sendable {
    var action: String?
    var status: EventStatus?
    var words: KeySet
    var near: KeySet
    var code: EventCode

    /// Fits every event of its type.
    var isDefault: Bool { action == nil && status == nil && words.isEmpty && near.isEmpty }
  }

  private var rows: [EventType: [Row]] = [:]

  /// No codes but those of the rules.
  public init() {}

  /// - Throws: `KhabarError` G001, G003 for a damaged table, L004 for an unknown status.
  public init(file: String, bytes: [UInt8], orthography: Orthography, morphology: any Morphology) throws {
    for (line, cells) in try TSVReader(data: file, bytes: bytes, columns: ["event"]).rows() {
      guard let event = cells["event"] else { continue }
      let status = cells["status"].map { EventStatus(rawValue: $0) }
      if let status, status == nil {
        throw KhabarError(
          "L004", at: SourceLocation(file: file, line: line), "there is no status \"\(cells["status"] ?? "")\"",
          remedy: "Give one of \(EventStatus.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      func keys(_ column: String) -> KeySet {
        KeySet((cells[column] ?? "").split(separator: " ").flatMap { Self.keys(String($0), orthography, morphology) })
      }
      rows[EventType(event), default: []].append(
        Row(
          action: cells["action"], status: status ?? nil, words: keys("words"), near: keys("near"),
          code: EventCode(
            cameo: cells["cameo"], plover: cells["plover"], mode: cells["mode"], context: cells["context"])))
    }
  }

  /// The forms of a noun, or of a verb written `v:WORD`.
  private static func keys(
    _ lemma: String, _ orthography: Orthography, _ morphology: any Morphology
  ) -> [WordKey] {
    if lemma.hasPrefix("v:") { return morphology.forms(ofVerb: String(lemma.dropFirst(2))).map(\.key) }
    return SectorTable.keys(of: lemma, orthography, morphology)
  }

  /// The code of the first row that fits; nil for a type that the table does not have. The rule that found the event
  /// knows its CAMEO code better than a row for all events of the type.
  ///
  /// - Parameters:
  ///   - triggers: tokens of the event's triggers.
  ///   - evidence: tokens of its evidence.
  func code(of event: Event, triggers: [Token], evidence: ArraySlice<Token>) -> EventCode? {
    func holds(_ words: KeySet, _ tokens: some Sequence<Token>) -> Bool {
      words.isEmpty || tokens.contains { words.contains($0.stem) || words.contains($0.bare) }
    }
    let row = rows[event.type]?.first { row in
      (row.action == nil || row.action == event.action) && (row.status == nil || row.status == event.status)
        && holds(row.words, triggers) && holds(row.near, evidence)
    }
    guard let row else { return nil }
    var code = row.code
    if row.isDefault { code.cameo = event.cameo ?? code.cameo }
    return code
  }
}

extension CodeTable: Archivable {
  public static var blank: CodeTable { CodeTable() }
  public mutating func pass(through archive: Archive) throws { try rows.pass(through: archive) }
}

extension CodeTable.Row: Archivable {
  static var blank: Self { Self(words: KeySet(), near: KeySet(), code: EventCode()) }

  mutating func pass(through archive: Archive) throws {
    try action.pass(through: archive)
    try status.pass(through: archive)
    try words.pass(through: archive)
    try near.pass(through: archive)
    try code.cameo.pass(through: archive)
    try code.plover.pass(through: archive)
    try code.mode.pass(through: archive)
    try code.context.pass(through: archive)
  }
}
