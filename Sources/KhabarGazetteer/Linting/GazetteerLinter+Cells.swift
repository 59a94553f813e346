import KhabarCore

extension GazetteerLinter {
  /// What is wrong inside single cells: spaces, control characters, numbers, dates, country codes.
  func cellFindings(_ list: GazetteerList) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let table = list.table
    let columns = table.columns
    let (from, to) = (list.column("from"), list.column("to"))
    table.forEachRow { line, cells in
      let location = list.location(line)
      guard cells.count <= columns.count else { return }
      if cells.count < columns.count, list.originalLines == nil, cells.count > 1 || columns.count == 2 {
        var finding = GazetteerFinding.fieldCount(cells.count, columns.count, location)
        finding.severity = .note
        findings.append(finding)
      }
      for (column, cell) in zip(columns, cells) where !cell.isEmpty {
        findings += characterFindings(column, table.bytes[cell], location)
        if let finding = valueFinding(column, table.string(table.trimmed(cell)), location) { findings.append(finding) }
      }
      func day(_ column: Int?) -> ClosedRange<CivilDate>? {
        guard let column, column < cells.count else { return nil }
        return PartialDate.days(of: table.string(table.trimmed(cells[column])))
      }
      if let first = day(from), let last = day(to), first.lowerBound > last.upperBound {
        findings.append(
          Diagnostic(
            .warning, "G011", at: location, "'from' is after 'to'", remedy: "Exchange the dates or correct one of them")
        )
      }
    }
    return findings
  }

  /// Stray spaces and control characters, one finding of each kind for a cell.
  private func characterFindings(_ column: String, _ cell: ArraySlice<UInt8>, _ location: SourceLocation)
    -> [Diagnostic]
  {
    var findings: [Diagnostic] = []
    var isStray = cell.first == 0x20 || cell.last == 0x20
    var control: UInt32?
    var previous: UInt32 = 0
    cell.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        let scalar = Orthography.decode(bytes, &position)
        switch scalar {
        case 0x20: if previous == 0x20 { isStray = true }
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: isStray = true
        case 0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
          control = control ?? scalar
        default: break
        }
        previous = scalar
      }
    }
    if isStray {
      findings.append(
        Diagnostic(
          .warning, "G014", at: location, "stray spaces in the column '\(column)'",
          remedy: "Keep single ordinary spaces between words and none at the ends"))
    }
    if let control {
      let code = String(control, radix: 16, uppercase: true)
      findings.append(
        Diagnostic(
          .warning, "G015", at: location,
          "the invisible character U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code) in the column '\(column)'",
          remedy: "Remove it"))
    }
    return findings
  }

  private func valueFinding(_ column: String, _ value: String, _ location: SourceLocation) -> Diagnostic? {
    guard !value.isEmpty, let reserved = GazetteerColumn(rawValue: column) else { return nil }
    var finding: Diagnostic?
    switch reserved {
    case .latitude:
      if Double(value).map({ (-90...90).contains($0) }) != true {
        finding = GazetteerFinding.badNumber(column, value, location)
      }
    case .longitude:
      if Double(value).map({ (-180...180).contains($0) }) != true {
        finding = GazetteerFinding.badNumber(column, value, location)
      }
    case .population:
      if Int(value).map({ $0 >= 0 }) != true { finding = GazetteerFinding.badNumber(column, value, location) }
    case .from, .to:
      if PartialDate.days(of: value) == nil {
        finding = Diagnostic(
          .warning, "G011", at: location, "'\(value)' in the column '\(column)' is no date",
          remedy: "Write 2003, 2003-05 or 2003-05-11")
      }
    case .country:
      let isCode = value.utf8.count == 2 && value.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      if !isCode {
        finding = Diagnostic(
          .warning, "G024", at: location, "'\(value)' is no country code",
          remedy: "Write the two capital letters of ISO 3166, such as IQ")
      }
    case .type: finding = Self.typeFinding(value, location)
    default: break
    }
    // What the compiler does not need it does not reject.
    if finding?.code == "G010" { finding?.severity = .warning }
    return finding
  }
}

extension GazetteerLinter {
  /// Types that mean something to the program, and those that a word was probably to be.
  private static let knownTypes =
    (EntityType.contract + [.tenure, .givenName, .familyName, .nameParticle, .none]).map(\.rawValue)

  /// What other tools and lists call the types of the contract: OntoNotes, CoNLL, GATE.
  private static let otherNames = [
    "per": "Person", "people": "Person", "org": "Organization", "company": "Organization", "loc": "Place",
    "gpe": "Place",
    "fac": "Place", "location": "Place", "city": "Place", "country": "Place", "norp": "Nationality", "title": "Office",
    "position": "Office",
  ]

  /// A type that is nearly one of the program's: rules and records would not know it.
  static func typeFinding(_ value: String, _ location: SourceLocation) -> Diagnostic? {
    guard !knownTypes.contains(value) else { return nil }
    let lowered = value.lowercased()
    let meant =
      otherNames[lowered] ?? knownTypes.first { $0.lowercased() == lowered }
      ?? Spelling.nearest(to: lowered, among: knownTypes.map { $0.lowercased() }, within: { $0.count > 5 ? 2 : 1 })
      .flatMap { near in knownTypes.first { $0.lowercased() == near } }
    guard let meant else {
      return Diagnostic(
        .note, "G030", at: location, "the type '\(value)' is one of your own",
        remedy: "Event rules take it where they name it; those that come with the program don't")
    }
    return Diagnostic(
      .warning, "G030", at: location, "no rule knows the type '\(value)'", remedy: "Did you mean '\(meant)'?")
  }
}

/// Dates of lists: a year, a month or a day.
enum PartialDate {
  /// The days that `2003`, `2003-05` or `2003-05-11` covers; nil for anything else.
  static func days(of text: String) -> ClosedRange<CivilDate>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4, parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil }
    guard numbers.count == parts.count else { return nil }
    let year = numbers[0]
    switch numbers.count {
    case 1: return CivilDate(year: year, month: 1, day: 1)...CivilDate(year: year, month: 12, day: 31)
    case 2:
      guard let first = CivilDate(validYear: year, month: numbers[1], day: 1) else { return nil }
      return first...first + (CivilDate.days(inMonth: numbers[1], ofYear: year) - 1)
    default: return CivilDate(validYear: year, month: numbers[1], day: numbers[2]).map { $0...$0 }
    }
  }
}
