import Khabar

extension GazetteerTask {
  /// Prints a table of what the lists hold.
  func statistics() throws -> ExitStatus {
    let description = try description()
    let (gazetteer, findings) = try load(operands, description, pack: description.languagePack())
    findings.forEach(console.report)
    let rows = gazetteer.statistics().rows
    try console.print("list\ttype\tkind\tentries\tnames\tin context only")
    for row in rows {
      try console.print("\(row.list)\t\(row.type)\t\(row.kind)\t\(row.entries)\t\(row.names)\t\(row.inContext)")
    }
    var types: [String: (entries: Int, names: Int, inContext: Int)] = [:]
    for row in rows {
      types[row.type, default: (0, 0, 0)].entries += row.entries
      types[row.type, default: (0, 0, 0)].names += row.names
      types[row.type, default: (0, 0, 0)].inContext += row.inContext
    }
    for (type, count) in types.sorted(by: { $0.key < $1.key }) {
      try console.print("all\t\(type)\t\t\(count.entries)\t\(count.names)\t\(count.inContext)")
    }
    try console.print(
      "all\t\t\t\(rows.reduce(0) { $0 + $1.entries })\t\(rows.reduce(0) { $0 + $1.names })\t\(rows.reduce(0) { $0 + $1.inContext })"
    )
    return .success
  }
}
