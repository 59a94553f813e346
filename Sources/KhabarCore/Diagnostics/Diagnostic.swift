/// A place in a file that a person wrote: a list, a rule file, a record.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
  /// The path as it was given.
  public var file: String
  /// 1-based; nil when the whole file is meant.
  public var line: Int?
  /// 1-based, in code points.
  public var column: Int?

  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`, the form that editors understand.
  public var description: String {
    var text = PathName.text(file)
    if let line {
      text += ":\(line)"
      if let column { text += ":\(column)" }
    }
    return text
  }
}

/// One finding about a file or document: what, where, and what to do.
public struct Diagnostic: Sendable, Equatable {
  /// How bad a finding is: an error stops what it is about, a warning does not, a note only tells.
  public enum Severity: String, Sendable { case error, warning, note }

  /// How bad it is.
  public var severity: Severity
  /// Stable code, a letter and three digits: G for gazetteers, L for the tables of language
  /// packs, R for rules, P for pipelines, D for documents, U for usage.
  public var code: String
  /// Where it is; nil when it is about no file.
  public var location: SourceLocation?
  /// What is wrong, without the place.
  public var message: String
  /// What the reader should do.
  public var remedy: String?
  /// The line that it is about, for a caret at the location's column.
  public var excerpt: String?

  public init(
    _ severity: Severity = .error, _ code: String, at location: SourceLocation? = nil, _ message: String,
    remedy: String? = nil, excerpt: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.location = location
    self.message = message
    self.remedy = remedy
    self.excerpt = excerpt
  }

  /// It as a record's `warnings` have it: `D006: message`, without place and remedy.
  public var warning: String { "\(code): \(message)" }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error G003: message. Remedy.`, with the line and a caret below where there is an excerpt.
  public var description: String {
    var text = location.map { "\($0): " } ?? ""
    text += "\(severity.rawValue) \(code): \(message)"
    if let remedy { text += ". \(remedy)" }
    if let excerpt {
      text += "\n  \(excerpt)"
      if let column = location?.column { text += "\n  " + String(repeating: " ", count: max(0, column - 1)) + "^" }
    }
    return text
  }
}

/// The error that all parts of the program throw: one or more diagnostics.
public struct KhabarError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, at least one.
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
  public init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }
  public init(_ code: String, at location: SourceLocation? = nil, _ message: String, remedy: String? = nil) {
    diagnostics = [Diagnostic(.error, code, at: location, message, remedy: remedy)]
  }

  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
