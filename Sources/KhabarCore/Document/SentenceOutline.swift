/// The tree of one sentence as plain values, for those who look at it: phrases, clauses and arcs, each by its place in
/// these lists.
public struct SentenceOutline: Sendable {
  /// A stretch of the sentence that is one thing to its clause.
  public struct Phrase: Sendable {
    /// `verb`, `nounPhrase`, `time` …
    public var kind: String
    /// Its tokens, with its preposition.
    public var tokens: TokenSpan
    /// Token of its head.
    public var head: Int
    /// The mention that it names.
    public var mention: MentionID?
    /// The rows of the grammar that began and closed it.
    public var rows: [String]

    public init(kind: String, tokens: TokenSpan, head: Int, mention: MentionID?, rows: [String]) {
      self.kind = kind
      self.tokens = tokens
      self.head = head
      self.mention = mention
      self.rows = rows
    }
  }

  /// What one verb, or a topic without a verb, says.
  public struct Clause: Sendable {
    /// `main`, `content`, `relative` …
    public var kind: String
    /// The clause around it.
    public var parent: Int?
    /// The clause before that "and" joins it to.
    public var joinedTo: Int?
    /// Phrase of its verb.
    public var head: Int?
    /// Phrase of the noun that a relative clause is about.
    public var antecedent: Int?
    /// There is a negation before its verb.
    public var isNegated: Bool
    /// The row that opened it.
    public var row: String?
    /// Its phrases in text order.
    public var phrases: [Int]

    public init(
      kind: String, parent: Int?, joinedTo: Int?, head: Int?, antecedent: Int?, isNegated: Bool, row: String?,
      phrases: [Int]
    ) {
      self.kind = kind
      self.parent = parent
      self.joinedTo = joinedTo
      self.head = head
      self.antecedent = antecedent
      self.isNegated = isNegated
      self.row = row
      self.phrases = phrases
    }
  }

  /// A relation between two phrases.
  public struct Arc: Sendable {
    /// Index of the phrase that the other belongs to.
    public var head: Int
    /// Index of the phrase that belongs to it.
    public var dependent: Int
    /// `subject`, `object`, `oblique` …
    public var relation: String
    /// The row that decided it.
    public var row: String?
    /// Points of the decision, where it was made by a sum.
    public var score: Int

    public init(head: Int, dependent: Int, relation: String, row: String?, score: Int) {
      self.head = head
      self.dependent = dependent
      self.relation = relation
      self.row = row
      self.score = score
    }
  }

  /// Its phrases in text order.
  public var phrases: [Phrase]
  /// Its clauses, one around others before them.
  public var clauses: [Clause]
  /// The relations between its phrases.
  public var arcs: [Arc]

  public init(phrases: [Phrase], clauses: [Clause], arcs: [Arc]) {
    self.phrases = phrases
    self.clauses = clauses
    self.arcs = arcs
  }
}
