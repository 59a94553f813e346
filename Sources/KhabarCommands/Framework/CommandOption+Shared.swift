import Khabar

/// Options that several commands have, each with one meaning.
extension CommandOption {
  static func pipeline(into member: WritableKeyPath<Settings, String> & Sendable) -> Self {
    .value(
      "pipeline", "p", "NAME|FILE",
      help: "The pipeline: a name in Pipelines, or a pipeline file; auto tells each article's language.", into: member,
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
      "from", nil, "FORMAT",
      help: "Format of the input, whatever its name: \(InputFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      into: member, expected: InputFormat.allCases.map(\.rawValue).joined(separator: ", "),
      choices: InputFormat.allCases.map(\.rawValue), read: { InputFormat(rawValue: $0).map(Optional.some) })
  }

  static func fields(into member: WritableKeyPath<Settings, [String]> & Sendable) -> Self {
    .list(
      "field", nil, "FIELD=PATH",
      help:
        "Where records keep a field (\(FieldMapping.fieldNames)): a column, the members of an object "
        + "(content.body), or an XPath (body/p).",
      into: member, expected: "FIELD=PATH with one of \(FieldMapping.fieldNames)",
      read: { text in
        var mapping = FieldMapping()
        return mapping.add(text) ? text : nil
      })
  }

  static func largestDocument(into member: WritableKeyPath<Settings, Int> & Sendable) -> Self {
    .value(
      "max-size", nil, "SIZE", help: "The longest text that is read, such as 64M; without it 16M.", into: member,
      expected: "a size such as 500K, 64M or 1G", read: size)
  }

  static func longestTime(into member: WritableKeyPath<Settings, Double> & Sendable) -> Self {
    .value(
      "max-seconds", nil, "N", help: "The longest time for one document; without it 60.", into: member,
      expected: "a number of seconds above 0", read: { Double($0).flatMap { $0 > 0 && $0 < 1e9 ? $0 : nil } })
  }

  static func jobs(into member: WritableKeyPath<Settings, Int> & Sendable) -> Self {
    .value(
      "jobs", "j", "N", help: "Workers; without it one for each core. Output is the same for any number.", into: member,
      expected: "a number from 1 to 256", read: { Int($0).flatMap { (1...256).contains($0) ? $0 : nil } })
  }

  static func layers(into member: WritableKeyPath<Settings, [IncludedLayers]> & Sendable) -> Self {
    .list(
      "include", nil, "LAYER", help: "Add a layer to the records: tokens, text, or reasons.", into: member,
      expected: "tokens, text or reasons", choices: ["tokens", "text", "reasons"],
      read: { ["tokens": IncludedLayers.tokens, "text": .text, "reasons": .reasons][$0] })
  }

  /// Bytes, with K, M or G behind the number.
  @Sendable private static func size(_ text: String) -> Int? {
    let units: [Character: Int] = ["k": 1 << 10, "m": 1 << 20, "g": 1 << 30]
    let unit = text.last.flatMap { units[Character($0.lowercased())] }
    guard let number = Int(unit == nil ? text[...] : text.dropLast()), number > 0, number <= 1 << 30 else { return nil }
    let (bytes, isTooBig) = number.multipliedReportingOverflow(by: unit ?? 1)
    return isTooBig || bytes > 1 << 30 ? nil : bytes
  }
}
