import KhabarCore

/// The features that the engine itself gives to clauses, and to phrases by where they stand in them, by a grammar's
/// numbers. What a phrase is by itself `PhraseBits` has.
///
/// A class, since all that make trees hold it: it is too large to be copied into each.
public final class TreeFeatures: Sendable {
  /// Their names, for reading grammar files.
  public static let vocabulary: [String] =
    Clause.Kind.allCases.map(name) + [
      // What a clause has so far.
      "has-verb", "has-copula", "has-topic", "has-bare", "has-two-bare", "behind-comma", "joined-clause", "outermost",
      "has-pronominal", "has-companion",
      // Where a phrase stands as a candidate for its verb.
      "topic", "antecedent", "first", "second", "third", "only", "behind-name", "unsaid-subject", "leading", "among",
      // Whether a candidate is near a phrase, and goes with its preposition.
      "near", "governing",
      // What stands between a title and what may name its holder.
      "comma-between", "complement-between", "many-between", "scene-between",
      // Stands behind a comma, between the first and the last of a list: A, *B* and C. Only a grammar that asks for it
      // has such lists.
      "list-member",
      // Stands behind a coordinator that is a word of its own: A, then *B*.
      "coordinated",
    ]

  /// Features that the engine asks for and each grammar declares.
  public static let demanded = [
    // A clause may begin with the word, or behind it.
    "clause-opener",
    // Can do something: people, bodies, countries.
    "actor",
    // A verb whose subject is whom it is done to.
    "passive-verb",
    // A noun that tells of a happening, as a verb does.
    "happening",
    // The name of a person, with titles or without.
    "named-person",
    // Can take part in a happening by itself. Somebody with whom one does something: met *with the ambassador*.
    "acts", "companion",
    // A number of people of whom nothing is said.
    "bare-count",
    // Two people, by a dual; what lies between two places.
    "two-people", "space-noun",
    // One person, by a singular; a war, of which one attack is a part.
    "one-person", "warfare",
    // Talks of something as it is: a comment on it. The streets of a town, which stand for the town.
    "comment", "part-of-town",
    // A happening that is none of those told before. A capital, named for who governs there.
    "another-one", "seat-of-government",
    // Says of a place that it belongs to another one.
    "belonging",
    // A state of things, which is where the place behind it is: the situation in Yemen.
    "situation",
    // Behind it the present tense tells of the past: the army *was* shelling the city.
    "was",
    // Two holders of an office, by a dual: the presidents of Greece and Chile.
    "holders-of-two",
    // Stands for who was named last: the latter.
    "latter",
    // Says of each of several that they do something: each of A and B.
    "each-of",
    // Who a pronoun of each gender may stand for, and who it never does.
    "he-seeks", "she-seeks", "he-refuses", "she-refuses",
    // A preposition with its pronoun: with it.
    "preposition-pronoun",
    // Says of its object that he did something: convicted him of it.
    "blames",
    // Opens a clause whose present tense tells no time: before *he speaks*.
    "timeless",
    // A killing, a wounding, a capture: whoever stands behind it is no adjective of it.
    "of-victims",
    // Has its object do something: invited him to visit.
    "invites",
    // Goes on with some of those who were told of.
    "among-them",
    // A part or a number of what "of" says: a round of talks.
    "part-noun",
  ]

  /// Features that the engine asks for and a grammar may do without: a verb's form that tells of what goes on (is
  /// *visiting*), and a verb that says of a happening before it what became of it (a visit *was cancelled*). A verb
  /// that makes known what was done, and one that says that somebody did what was another day; a day before which
  /// something was; the side of a town: *east of* the town; a verb that says who made a happening: *carried it out*;
  /// whom a pronoun of several may stand for, and whom it never does; a verb of coming or going, for what is then
  /// ahead; a verb of coming to a place; the relative pronouns of one gender, and of two; the word for *where*; several
  /// happenings by a plural, and the word for *since*; what opens the clause that says what was said; a decree, whose
  /// day is that of what it decrees.
  static let asked = [
    "goes-on", "says-of-subject", "announces", "charges", "beside-day", "side-phrase", "carries-out", "they-seek",
    "they-refuse", "sets-out", "arrives", "who-he", "who-she", "who-two", "where-word",
    "several-acts", "since-marker", "subordinator", "decree-noun",
  ]

  static func name(_ kind: Clause.Kind) -> String { "\(kind.rawValue)-clause" }

  /// By the kinds' numbers.
  private let clauseKinds: [Features]
  let hasVerb, hasCopula, hasTopic, hasBare, hasTwoBare, behindComma, joinedClause, outermost, hasPronominal,
    hasCompanion: Features
  let topic, antecedent, first, second, third, only, behindName, unsaidSubject, leading, among: Features
  let near, governing, listMember, coordinated, between: Features
  let commaBetween, complementBetween, manyBetween, sceneBetween: Features
  let actor, acts, companion, passive, happening, namedPerson: Features
  let partitive, prepositionPronoun, amongThem, whoTwo: Features

  public init(_ grammar: Grammar) {
    clauseKinds = Clause.Kind.allCases.map { grammar.feature(Self.name($0)) }
    hasVerb = grammar.feature("has-verb")
    hasCopula = grammar.feature("has-copula")
    hasTopic = grammar.feature("has-topic")
    hasBare = grammar.feature("has-bare")
    hasTwoBare = grammar.feature("has-two-bare")
    behindComma = grammar.feature("behind-comma")
    joinedClause = grammar.feature("joined-clause")
    hasPronominal = grammar.feature("has-pronominal")
    hasCompanion = grammar.feature("has-companion")
    leading = grammar.feature("leading")
    acts = grammar.feature("acts")
    companion = grammar.feature("companion")
    outermost = grammar.feature("outermost")
    topic = grammar.feature("topic")
    antecedent = grammar.feature("antecedent")
    first = grammar.feature("first")
    second = grammar.feature("second")
    third = grammar.feature("third")
    only = grammar.feature("only")
    behindName = grammar.feature("behind-name")
    unsaidSubject = grammar.feature("unsaid-subject")
    near = grammar.feature("near")
    governing = grammar.feature("governing")
    listMember = grammar.used.intersection(grammar.feature("list-member"))
    coordinated = grammar.used.intersection(grammar.feature("coordinated"))
    between = grammar.used.intersection(grammar.feature("between-marker"))
    commaBetween = grammar.feature("comma-between")
    complementBetween = grammar.feature("complement-between")
    manyBetween = grammar.feature("many-between")
    sceneBetween = grammar.feature("scene-between")
    actor = grammar.feature("actor")
    passive = grammar.feature("passive-verb")
    happening = grammar.feature("happening")
    namedPerson = grammar.feature("named-person")
    prepositionPronoun = grammar.feature("preposition-pronoun")
    partitive = grammar.feature("part-noun")
    among = grammar.feature("among")
    whoTwo = grammar.feature("who-two")
    amongThem = grammar.feature("among-them")
  }

  /// The feature of a candidate behind its verb: the first, the second, the third.
  func place(_ number: Int) -> Features { number == 0 ? first : number == 1 ? second : third }

  /// The feature of a kind of clause.
  func of(_ kind: Clause.Kind) -> Features { clauseKinds[kind.number] }
}
