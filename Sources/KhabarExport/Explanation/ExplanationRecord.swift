/// How a document's record came about, as values: what `ExplanationJSONExporter` writes. Offsets are code points of the
/// source, half open. Sections that were not asked for are nil.
struct ExplanationRecord: Encodable {
  var document: DocumentFacts
  var removed: [Removed]?
  /// The cleaned text.
  var text: String?
  var tokens: [TokenFacts]?
  var matches: [Match]?
  var date: DateFacts?
  var entities: [EntityFacts]?
  var times: [TimeFacts]?
  var quantities: [QuantityFacts]?
  var events: [EventFacts]?
  var rejected: [Rejected]?

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
    var value, from: String
    /// The words, when it was read from the text.
    var at: Quote?
  }

  struct EntityFacts: Encodable {
    var id, type, name: String
    var kind, country: String?
    var entry: Entry?
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

  struct TimeFacts: Encodable {
    var id, type, rule: String
    var value, modifier, calendar, original, anchor: String?
    var at: Quote
  }

  struct QuantityFacts: Encodable {
    var id, kind, rule: String
    var value, upper: Double?
    var unit, currency, modifier: String?
    var at: Quote
  }

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
    var why: [String]
    var evidence: Quote
  }

  struct Slot: Encodable {
    var role, name, by: String
    var entity: String?
    var at: Quote?
  }

  struct EventTimeFacts: Encodable {
    var value, by: String
    var ref: String?
  }

  struct Rejected: Encodable {
    var rule, reason: String
    var trigger: Quote
  }
}
