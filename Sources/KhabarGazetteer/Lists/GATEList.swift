import KhabarCore

/// Reads GATE gazetteer definitions: `list.lst:majorType:minorType:language:annotationType`, a list a line
/// (GATE User Guide, chapter 13).
enum GATEDefinition {
  /// - Returns: the lists, and G021 for each line that names no list or no major type.
  /// - Throws: `KhabarError` G021 when no line is of use.
  static func lists(
    _ bytes: [UInt8], file: String, isFromUser: Bool
  ) throws -> (lists: [ListSource], findings: [Diagnostic]) {
    var lists: [ListSource] = []
    var diagnostics: [Diagnostic] = []
    let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[...$0]) } ?? ""
    for (number, line) in FileLines(bytes) {
      let text = line.trimmedOfSpace
      if text.isEmpty || text.utf8.first == UInt8(ascii: "#") { continue }
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { $0.trimmedOfSpace }
      guard parts.count >= 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        diagnostics.append(
          Diagnostic(
            .error, "G021", at: SourceLocation(file: file, line: number), "the line names no list with its major type",
            remedy: "Write list.lst:majorType, optionally with :minorType:language"))
        continue
      }
      var list = ListSource(
        file: parts[0].hasPrefix("/") ? parts[0] : folder + parts[0], format: .gateList, isFromUser: isFromUser)
      list.type = EntityType(type(ofMajor: parts[1]))
      if parts.count > 2, !parts[2].isEmpty { list.features.append(("kind", parts[2])) }
      if parts.count > 3, !parts[3].isEmpty { list.features.append(("language", parts[3])) }
      lists.append(list)
    }
    if lists.isEmpty, !diagnostics.isEmpty { throw KhabarError(diagnostics) }
    return (lists, diagnostics)
  }

  /// The major types of GATE's own lists under the names of this program's types; any other stays as it is.
  static func type(ofMajor name: String) -> String {
    switch name.lowercased() {
    case "person", "person_full", "person_first_last": "Person"
    case "organization", "organisation", "company", "government": "Organization"
    case "location", "country", "city", "place", "province", "region": "Place"
    case "person_first", "first_name": "given-name"
    case "surname", "person_last": "family-name"
    case "nationality", "country_adj": "Nationality"
    case "jobtitle", "title": "Office"
    default: name
    }
  }
}

/// Reads GATE lists: a name a line, with features behind it, `name:feature=value`, separated by `:`, `&` or tabs.
enum GATEList {
  static func read(_ bytes: [UInt8], _ source: ListSource) throws -> (GazetteerList?, [Diagnostic]) {
    guard source.type != nil else { return (nil, [GazetteerFinding.noType(source.file)]) }
    var table = TableBuilder(columns: ["name"] + source.features.map(\.name))
    for (number, line) in FileLines(bytes) {
      let text = line.trimmedOfSpace
      if text.isEmpty || text.utf8.first == UInt8(ascii: "#") { continue }
      let (name, features) = fields(text)
      table.add([("name", name)] + source.features.map { ($0.name, $0.value) } + features, line: number)
    }
    return (try table.list(source), [])
  }

  /// The name and the features of a line. A part without `=` belongs to what is before it: names may hold colons.
  private static func fields(_ line: String) -> (name: String, features: [(column: String, value: String)]) {
    var features: [(column: String, value: String)] = []
    var name = ""
    for (index, part) in line.split(whereSeparator: { $0 == ":" || $0 == "&" || $0 == "\t" }).enumerated() {
      if let equals = part.firstIndex(of: "="), index > 0 {
        features.append((part[..<equals].trimmedOfSpace, part[part.index(after: equals)...].trimmedOfSpace))
      } else if features.isEmpty {
        name += (name.isEmpty ? "" : ":") + part
      } else {
        features[features.count - 1].value += ":" + part
      }
    }
    return (name.trimmedOfSpace, features)
  }
}
