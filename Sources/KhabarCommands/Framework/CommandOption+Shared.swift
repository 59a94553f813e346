import Khabar

/// Options that several commands have, each with one meaning.
extension CommandOption {
  static func pipeline(into member: WritableKeyPath<Settings, String> & Sendable) -> Self {
    .value(
      "pipeline", "p", "NAME|FILE", help: "The pipeline: a name in Pipelines, or a pipeline file.", into: member,
      expected: "a name or a path", read: { $0 })
  }

  static func gazetteers(into member: WritableKeyPath<Settings, [String]> & Sendable) -> Self {
    .list(
      "gazetteer", "g", "FILE", help: "A gazetteer of your own, before those of the pipeline.", into: member,
      expected: "a path", read: { $0 })
  }

  static func gazetteerType(into member: WritableKeyPath<Settings, String?> & Sendable) -> Self {
    .value(
      "gazetteer-type", nil, "TYPE",
      help: "The type of names in a --gazetteer that gives none, such as a plain list (.txt): Person, Organization, …",
      into: member, expected: "a type", read: { Optional.some($0) })
  }

  static func rules(into member: WritableKeyPath<Settings, [String]> & Sendable) -> Self {
    .list(
      "rules", "r", "FILE", help: "Event rules of your own, behind those of the pipeline.", into: member,
      expected: "a path", read: { $0 })
  }

  static func date(into member: WritableKeyPath<Settings, CivilDate?> & Sendable) -> Self {
    .value(
      "date", "d", "YYYY-MM-DD", help: "The date of all articles, over what they say themselves.", into: member,
      expected: "a day of the calendar as YYYY-MM-DD",
      read: { $0.utf8.count == 10 ? CivilDate(iso: $0).map(Optional.some) : nil })
  }

  static func inputFormat(into member: WritableKeyPath<Settings, InputFormat?> & Sendable) -> Self {
    .value(
      "from", nil, "FORMAT", help: "Format of the input, whatever its name: text, jsonl, html or xml.", into: member,
      expected: "text, jsonl, html or xml",
      choices: ["text", "jsonl", "html", "xml"], read: { InputFormat(rawValue: $0).map(Optional.some) })
  }
}
