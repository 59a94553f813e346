/// The stage settings of a pipeline, taken one by one by the code that puts the stages together. Who takes a setting
/// says what it can be; what nobody takes is a mistake in the file.
struct PipelineSettings {
  private var untaken: [String: PipelineDescription.Value]
  private var known: [String] = []
  private var diagnostics: [Diagnostic] = []

  init(_ description: PipelineDescription) {
    untaken = description.settings.filter { !$0.key.hasPrefix(PipelineDescription.fieldPrefix) }
  }

  /// The setting's value by its name in the file; the first choice when it is not set.
  mutating func take<Value>(_ key: String, _ choices: KeyValuePairs<String, Value>) -> Value {
    known.append(key)
    let standard = choices[0].value
    guard let given = untaken.removeValue(forKey: key) else { return standard }
    if let choice = choices.first(where: { $0.key == given.text }) { return choice.value }
    diagnostics.append(
      Diagnostic(
        .error, "P011", at: given.location, "\(key) can't be \"\(given.text)\"",
        remedy: "Give one of: \(choices.map(\.key).joined(separator: ", "))"))
    return standard
  }

  /// Call when all settings are taken.
  ///
  /// - Throws: `KhabarError` P010 for settings that nobody took, P011 for values that are none.
  consuming func finish() throws {
    let unknown = untaken.sorted { $0.value.location?.line ?? 0 < $1.value.location?.line ?? 0 }
    diagnostics += unknown.map { key, value in
      Diagnostic(
        .error, "P010", at: value.location, "there is no setting \"\(key)\"",
        remedy: "Known settings: \(known.joined(separator: ", "))")
    }
    guard diagnostics.isEmpty else { throw KhabarError(diagnostics) }
  }
}
