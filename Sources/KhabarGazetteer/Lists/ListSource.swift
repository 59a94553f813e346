import KhabarCore

/// One file of the lists to load.
struct ListSource {
  var file: String
  var format: GazetteerSource.Format
  var type: EntityType?
  /// Features of all entries, from a GATE definition.
  var features: [(name: String, value: String)] = []
  var isFromUser: Bool
  var contents: [UInt8]?

  /// Everything but the contents that decides what the list's entries are.
  var identity: String {
    let features = features.map { "\($0.name)=\($0.value)" }.joined(separator: "\u{1F}")
    return [file, format.rawValue, type?.rawValue ?? "", features, isFromUser ? "user" : "pipeline"]
      .joined(separator: "\u{1E}")
  }

  /// The files that a source stands for: itself, or the lists of a GATE definition with what is wrong in its lines.
  ///
  /// - Throws: `KhabarError` G002, G021 for a definition that is of no use.
  static func expand(
    _ source: GazetteerSource, isFromUser: Bool
  ) throws -> (lists: [ListSource], findings: [Diagnostic]) {
    guard source.format == .gateDefinition else {
      let list = ListSource(
        file: source.path, format: source.format, type: source.type, isFromUser: isFromUser, contents: source.contents)
      return ([list], [])
    }
    let definition = ListSource(
      file: source.path, format: .gateDefinition, isFromUser: isFromUser, contents: source.contents)
    return try GATEDefinition.lists(definition.read(), file: source.path, isFromUser: isFromUser)
  }

  func read() throws -> [UInt8] {
    if let contents { return contents }
    do {
      return try FileBytes.read(file)
    } catch let failure as FileBytes.Failure {
      throw KhabarError(GazetteerFinding.unreadable(file, failure.reason))
    }
  }

  /// Reads the list as a table.
  ///
  /// - Returns: nil with the reason when the list as a whole is unusable.
  func list(_ bytes: [UInt8]) throws -> (GazetteerList?, [Diagnostic]) {
    var bytes = bytes
    // Invalid bytes become U+FFFD, by which the rows that hold them are found and reported.
    if String(validating: bytes, as: UTF8.self) == nil { bytes = Array(String(decoding: bytes, as: UTF8.self).utf8) }
    switch format {
    case .table: return try TableList.read(bytes, self)
    case .gateList: return try GATEList.read(bytes, self)
    case .gateDefinition: return (nil, [])
    case .entityRuler: return try EntityRulerList.read(bytes, self)
    case .names: return try NameList.read(bytes, self)
    }
  }
}
