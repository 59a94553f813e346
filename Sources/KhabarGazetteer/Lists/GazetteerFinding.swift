import KhabarCore

/// The findings about lists, each with its stable code, in one place so that readers and linter say the same.
enum GazetteerFinding {
  static func unreadable(_ file: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "G002", at: SourceLocation(file: file), "the list can't be read: \(reason)",
      remedy: "Check the path and its permissions")
  }

  static func fieldCount(_ count: Int, _ columns: Int, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "G003", at: location, "\(count) fields where the header has \(columns) columns",
      remedy: count > columns
        ? "Remove the surplus tab" : "Separate the fields by tabs, an empty one by a tab of its own")
  }

  static func missingColumn(_ column: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "G004", at: location, "the header has no column '\(column)'",
      remedy: column == "name"
        ? "Name the column with the names 'name'"
        : "Add a column 'type', or give one type for all entries with a line '#! type=Place' above the header")
  }

  static func emptyName(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "G005", at: location, "the name is empty", remedy: "Write the name, or remove the line")
  }

  static func emptyType(_ count: Int, _ columns: Int, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "G006", at: location,
      "the type is missing" + (count < columns ? " (\(count) fields where the header has \(columns) columns)" : ""),
      remedy: "Write Person, Organization, Place, Nationality, Office, a type of your own, or none to silence the name")
  }

  static func invalidUTF8(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "G007", at: location, "the line is not valid UTF-8", remedy: "Save the file as UTF-8")
  }

  static func badSetting(_ key: String, _ value: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "G008", at: location, "unknown setting '\(key)=\(value)'",
      remedy: "The settings are '#! match=exact', '#! match=folded' and '#! type=…'")
  }

  static func unknownContext(_ value: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "G009", at: location, "unknown context '\(value)'",
      remedy: "Write one of \(EntryContext.columnValues.map(\.name).joined(separator: ", ")), or nothing")
  }

  static func badNumber(_ column: String, _ value: String, _ location: SourceLocation) -> Diagnostic {
    let remedy =
      switch column {
      case "latitude": "Write degrees between -90 and 90, such as 33.34"
      case "longitude": "Write degrees between -180 and 180, such as 44.4"
      case "priority": "Write a whole number between -32768 and 32767"
      default: "Write a whole number in digits 0-9, without separators"
      }
    return Diagnostic(.error, "G010", at: location, "'\(value)' is no \(column)", remedy: remedy)
  }

  static func noType(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "G023", at: SourceLocation(file: file), "a plain list says nothing of its names' type",
      remedy: "Give it with --gazetteer-type (khabar gazetteer: --type), such as Place")
  }

  static func cacheUnwritable(_ directory: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .note, "G026", at: SourceLocation(file: directory), "the compiled lists can't be kept: \(reason)",
      remedy: "Make the folder writable or name another one in KHABAR_CACHE; until then every start compiles anew")
  }
}
