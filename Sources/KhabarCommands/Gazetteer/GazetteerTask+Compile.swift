import Khabar

extension GazetteerTask {
  /// Compiles lists into the cache and says what came of it.
  func compile() throws -> ExitStatus {
    let description = try description()
    let (gazetteer, findings) = try load(operands, description, pack: description.languagePack())
    findings.forEach(console.report)
    let size = Double(gazetteer.byteCount) / 1e6
    try console.print(
      "\(gazetteer.count) entries, \(gazetteer.nameCount) names, \(Decimals.text(size, 1)) MB, in \(cache.directory ?? "memory")"
    )
    return findings.contains { $0.severity == .error } ? .failure : .success
  }
}

/// Numbers with a fixed number of decimals, without a locale.
enum Decimals {
  static func text(_ value: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard scaled.magnitude < 1e15 else { return "\(value)" }
    let digits = String(Int(scaled.magnitude))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let text = decimals == 0 ? padded : padded.dropLast(decimals) + "." + padded.suffix(decimals)
    return (scaled < 0 ? "-" : "") + text
  }
}
