import KhabarCore

/// Reads plain lists: one name a line, `#` lines are comments.
enum NameList {
  static func read(_ bytes: [UInt8], _ source: ListSource) throws -> (GazetteerList?, [Diagnostic]) {
    guard source.type != nil else { return (nil, [GazetteerFinding.noType(source.file)]) }
    var table = TableBuilder(columns: ["name"])
    for (number, line) in FileLines(bytes) {
      let name = line.trimmedOfSpace
      if name.isEmpty || name.utf8.first == UInt8(ascii: "#") { continue }
      table.add([("name", name)], line: number)
    }
    return (try table.list(source), [])
  }
}
