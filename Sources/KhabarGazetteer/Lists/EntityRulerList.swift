import Foundation
import KhabarCore

/// Reads spaCy EntityRuler patterns: JSONL with `label`, `pattern` and optionally `id`.
///
/// A pattern that is a string is a name. A list of token patterns is a small grammar, which a list of names can't say;
/// it is refused.
enum EntityRulerList {
  static func read(_ bytes: [UInt8], _ source: ListSource) throws -> (GazetteerList?, [Diagnostic]) {
    var table = TableBuilder(columns: ["name", "type", "id"])
    var diagnostics: [Diagnostic] = []
    for (number, line) in FileLines(bytes) {
      let text = line.trimmedOfSpace
      if text.isEmpty { continue }
      let location = SourceLocation(file: source.file, line: number)
      guard let record = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] else {
        diagnostics.append(
          Diagnostic(
            .error, "G022", at: location, "the line is no JSON object",
            remedy: "Write a line such as {\"label\": \"GPE\", \"pattern\": \"…\"}"))
        continue
      }
      guard let label = record["label"] as? String, !label.isEmpty else {
        diagnostics.append(
          Diagnostic(
            .error, "G022", at: location, "the pattern has no label", remedy: "Add \"label\": \"GPE\" or another"))
        continue
      }
      guard let pattern = record["pattern"] as? String, !pattern.isEmpty else {
        diagnostics.append(refusal(record["pattern"], location))
        continue
      }
      var fields = [("name", pattern), ("type", type(ofLabel: label))]
      if let id = record["id"] as? String { fields.append(("id", id)) }
      table.add(fields.map { (column: $0.0, value: $0.1) }, line: number)
    }
    return (try table.list(source), diagnostics)
  }

  private static func refusal(_ pattern: Any?, _ location: SourceLocation) -> Diagnostic {
    pattern is [Any]
      ? Diagnostic(
        .error, "G020", at: location, "a pattern of tokens is no name, and is not read",
        remedy: "Write the names it stands for as strings, one pattern a line, or an event rule in Pipelines")
      : Diagnostic(.error, "G022", at: location, "the pattern is no string", remedy: "Write \"pattern\": \"the name\"")
  }

  /// The labels of spaCy's models (OntoNotes and WikiNER schemes) under the names of this program's types.
  static func type(ofLabel label: String) -> String {
    switch label {
    case "PERSON", "PER": "Person"
    case "ORG": "Organization"
    case "GPE", "LOC", "FAC": "Place"
    case "NORP": "Nationality"
    default: label
    }
  }
}
