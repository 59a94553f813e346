/// How a document's record came about, as values: what `ExplanationExporter` writes. Offsets are code points of the
/// source, half open. Sections that were not asked for are nil.
struct ExplanationRecord: Encodable {
  var document: DocumentFacts
  var removed: [Removed]?
  /// The cleaned text.
  var text: String?
  var tokens: [TokenFacts]?
  var matches: [Match]?
  var sentences: [SentenceFacts]?
  var date: DateFacts?
  var entities: [EntityFacts]?
  /// Mentions that point to entities without being one of theirs.
  var references: [ReferenceFacts]?
  var times: [TimeFacts]?
  var quantities: [QuantityFacts]?
  var events: [EventFacts]?
  /// Rules that made nothing.
  var rejected: [TrialFacts]?
  /// All that came of rules that were asked for.
  var trials: [TrialFacts]?

  struct DocumentFacts: Encodable {
    var id: String
    var source, title, pipeline: String?
    var characters: Int
    var warnings: [String]
  }

  /// A stretch of the source.
  struct Quote: Encodable {
    var start, end: Int
    var text: String
  }

  struct Removed: Encodable {
    /// The cleaning rule, or `dateline` and `byline` for what is kept as metadata.
    var reason: String
    var isKept: Bool
    var at: Quote
  }

  struct TokenFacts: Encodable {
    var at: Quote
    var kind: String
    /// The pieces of a word that is made of several.
    var parts: [Part]?
    /// What the lexicon knows of the stem.
    var classes: [String]?

    struct Part: Encodable {
      var kind: String
      var text: String
    }
  }

  /// An entry of a list.
  struct Entry: Encodable {
    var name: String
    var id: String?
    /// `file:line`.
    var location: String?
  }

  struct Match: Encodable {
    var at: Quote
    var type: String
    var entry: Entry
    var isExact, isFromUser: Bool
  }

  struct DateFacts: Encodable {
    var value: String
    var secondOfDay: Int?
    var from: String
    /// What that means, in words.
    var fromText: String
    /// The time expression and its words, when it was read from the text.
    var ref: String?
    var at: Quote?
  }

  struct EntityFacts: Encodable {
    var id, type, name: String
    var kind, country: String?
    var entry: Entry?
    var key: String?
    /// The name in English that a list gives.
    var labelEn: String?
    var titles: [String]
    var mentions: [MentionFacts]
    var why: [String]
  }

  struct MentionFacts: Encodable {
    var kind, rule: String
    var at: Quote
    /// Where it is another than the entity's.
    var entry: Entry?
  }

  struct ReferenceFacts: Encodable {
    var entities: [String]
    var kind, rule: String
    var at: Quote
  }

  /// What a time was counted from. Written as the date, or as the id of the time.
  enum Anchor: Encodable {
    /// The document's.
    case date(String)
    case time(String)

    func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      switch self {
      case .date(let text), .time(let text): try value.encode(text)
      }
    }
  }

  struct TimeFacts: Encodable {
    var id, type, rule: String
    var value, modifier, calendar, original: String?
    var anchor: Anchor?
    var at: Quote
  }

  struct QuantityFacts: Encodable {
    var id, kind, rule: String
    var value, upper: Double?
    var unit, currency, modifier: String?
    var at: Quote
  }
}

// MARK: - Events

extension ExplanationRecord {
  struct EventFacts: Encodable {
    var id, type, status, rule: String
    /// Where the rule was written.
    var ruleAt: String?
    var confidence: Double
    var trigger: Quote
    var slots: [Slot]
    var time: EventTimeFacts?
    var action: String?
    var killed, injured, casualties: Int?
    var toldAgain: [Quote]
    /// Steps that the slots do not tell.
    var why: [String]
    var evidence: Quote
  }

  struct Slot: Encodable {
    var role, name, by: String
    var entity: String?
    var at: Quote?
    var actor: ActorFacts?
  }

  struct ActorFacts: Encodable {
    var country, sector, actsFor: String?
    var basis: [String]
  }

  struct EventTimeFacts: Encodable {
    var value, by: String
    /// The time expression that says so.
    var expression: TimeFacts?
  }

  /// A rule at one of its words.
  struct TrialFacts: Encodable {
    var rule: String
    /// Where the rule was written.
    var ruleAt: String?
    var outcome: Outcome
    /// The outcome in words.
    var reason: String
    /// Nil when no word triggers the rule.
    var trigger: Quote?
    var findings: [Finding]?

    enum Outcome: String, Encodable {
      case made, taken, rejected, untried
    }

    struct Finding: Encodable {
      var fact: String
      var at: Quote?
    }
  }
}

// MARK: - Syntax

extension ExplanationRecord {
  /// A sentence as its grammar cuts it up. Phrases and clauses are named by their places in these lists.
  struct SentenceFacts: Encodable {
    var at: Quote
    var phrases: [PhraseFacts]
    var clauses: [ClauseFacts]
    var arcs: [ArcFacts]
  }

  struct PhraseFacts: Encodable {
    var kind: String
    var at: Quote
    /// The entity that it names.
    var entity: String?
    /// The rows that began and closed it.
    var rows: [String]
  }

  struct ClauseFacts: Encodable {
    var kind: String
    var parent, joinedTo, head, antecedent: Int?
    var isNegated: Bool
    var row: String?
    var phrases: [Int]
  }

  struct ArcFacts: Encodable {
    var head, dependent: Int
    var relation: String
    var row: String?
    var score: Int
  }
}
