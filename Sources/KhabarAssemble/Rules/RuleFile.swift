import KhabarCore

/// What one rule file says.
public struct RuleFile: Sendable {
  /// The file's path, for messages.
  public var name: String
  /// Kinds of events that it declares.
  public var events: [EventDeclaration] = []
  /// Rules in the order of the file.
  public var rules: [EventRule] = []
  /// Words that say whether something has happened.
  public var signals: [StatusSignal] = []
  /// Prepositions behind which nothing takes part in a happening.
  public var limits: [String] = []
  /// Words behind which something happens while its clause's verb does.
  public var during: [String] = []
  /// Prepositions behind which a noun tells of what its verb does.
  public var within: [String] = []
  /// Words that open a sentence which goes on with the day of the one before.
  public var also: [String] = []
  /// Words that open a sentence which turns to another happening.
  public var anew: [String] = []
  /// Nouns that stand for a place of a kind that was named before.
  public var placeNouns: [PlaceNouns] = []
  /// Prepositions behind which those stand who are counted besides.
  public var besides: [String] = []
  /// Slots that every rule has behind its own.
  public var defaults: [Slot] = []
  /// What the file and those before it named.
  public var names = RuleNames()

  public init(name: String) { self.name = name }
}

/// All rules of a pipeline: several files put together. A later file's rule or event of the same name replaces an
/// earlier one's, so that a user's file changes ours by name.
public struct RuleSet: Sendable {
  /// Kinds of events; of two with one name the later.
  public private(set) var events: [EventDeclaration] = []
  /// Rules in the order of the files; of two with one name the later.
  public private(set) var rules: [EventRule] = []
  /// Words that say whether something has happened.
  public private(set) var signals: [StatusSignal] = []
  /// Slots that every rule has behind its own.
  public private(set) var defaults: [Slot] = []
  /// Phrases behind which nobody takes part.
  public private(set) var limits: [String] = []
  /// Words behind which something happens while its clause's verb does.
  public private(set) var during: [String] = []
  /// Prepositions behind which a noun tells of what its verb does.
  public private(set) var within: [String] = []
  /// Words that open a sentence which goes on with the day of the one before.
  public private(set) var also: [String] = []
  /// Words that open a sentence which turns to another happening.
  public private(set) var anew: [String] = []
  /// Nouns that stand for a place of a kind that was named before.
  public private(set) var placeNouns: [PlaceNouns] = []
  /// Phrases behind which those stand who are counted besides.
  public private(set) var besides: [String] = []
  /// The sets of all files.
  public private(set) var names = RuleNames()

  public init() {}

  /// Puts files together, in order.
  ///
  /// - Throws: `KhabarError` with all mistakes found.
  public init(_ files: [RuleFile]) throws {
    for file in files {
      for event in file.events {
        events.removeAll { $0.name == event.name }
        events.append(event)
      }
      for rule in file.rules {
        rules.removeAll { $0.name == rule.name }
        rules.append(rule)
      }
      signals += file.signals
      defaults += file.defaults
      limits += file.limits
      during += file.during
      within += file.within
      also += file.also
      anew += file.anew
      placeNouns += file.placeNouns
      besides += file.besides
      names.merge(file.names)
    }
    let mistakes = Self.check(rules: rules, events: events).filter { $0.severity == .error }
    guard mistakes.isEmpty else { throw KhabarError(mistakes) }
  }

  /// The kind of event of a name, nil when no file declares it.
  public func event(named name: EventType) -> EventDeclaration? { events.first { $0.name == name } }
}

extension RuleSet {
  /// The set without its rules, signals and names, which `InflectedRules` has in other forms.
  var frame: RuleSet {
    var frame = self
    (frame.rules, frame.signals, frame.names) = ([], [], RuleNames())
    return frame
  }

  /// Hands the frame to an archive (see `Archivable`).
  mutating func passFrame(through archive: Archive) throws {
    try events.pass(through: archive)
    try defaults.pass(through: archive)
    try limits.pass(through: archive)
    try during.pass(through: archive)
    try within.pass(through: archive)
    try also.pass(through: archive)
    try anew.pass(through: archive)
    try placeNouns.pass(through: archive)
    try besides.pass(through: archive)
  }
}
