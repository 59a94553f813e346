import KhabarCore

/// What came of one document.
struct Outcome: Sendable {
  enum Fate: Sendable {
    case record([UInt8])
    case failure
    /// Not read, with its reason.
    case skipped
    /// Nothing by itself: a finding about what follows.
    case note
  }

  /// On what part of its way a document failed.
  enum Step: String, Sendable, Codable {
    case read, process, write
  }

  /// The file it is from; nil for a path that is none.
  var input: InputFile?
  var fate: Fate
  var diagnostics: [Diagnostic] = []
  var step = Step.read
  /// Where the document stands.
  var location: SourceLocation?
  /// Its id, when that is known.
  var id: String?
  /// Its file holds no other.
  var isOnly = false
  /// Length of the source text in bytes.
  var size = 0
  var events = 0
  var hasWarnings = false

  var record: [UInt8]? {
    if case .record(let record) = fate { return record }
    return nil
  }

  /// Makes it a failure.
  mutating func fail(_ error: any Error, at step: Step) {
    fate = .failure
    self.step = step
    diagnostics = KhabarError(error).diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      if diagnostic.location == nil { diagnostic.location = location }
      return diagnostic
    }
  }
}

/// A line of the errors file.
struct ErrorEntry: Encodable {
  var input: String?
  var line: Int?
  var id: String?
  /// `read`, `process`, `write`, or `skipped`.
  var stage: String
  var code: String
  var reason: String
  var remedy: String?

  init(_ outcome: Outcome, _ diagnostic: Diagnostic) {
    let location = diagnostic.location ?? outcome.location
    input = outcome.input?.path ?? location?.file
    line = location?.line
    id = outcome.id
    if case .skipped = outcome.fate { stage = "skipped" } else { stage = outcome.step.rawValue }
    code = diagnostic.code
    reason = diagnostic.message
    remedy = diagnostic.remedy
  }
}
