/// How much the letters of words must say for a foreign name, in tenths of a natural logarithm as `LetterEvidence` sums
/// them: at 0 a name and an ordinary word are as likely, 10 is three to one for the name, 23 ten to one, -23 ten to one
/// against it.
///
/// What else speaks for a name lowers what is asked of its letters, and what speaks against it raises it: the greatest
/// is asked of a lone unknown word with nothing around it, the least of one behind known names.
enum LetterThreshold {
  // MARK: Any unknown word

  /// A word that nothing else tells of reads like a foreign name.
  static let foreign = 10
  /// It reads like one so well that, beside a place, the two are a firm or a club: نيويورك تايمز (New York Times).
  static let foreignPart = 20
  /// Behind a known name a word that texts have and no list: a surname rather than a word.
  static let wordForSurname = 5
  /// The same after a nationality, where such a word mostly goes on describing: nearly certain.
  static let behindForeignGiven = 60
  /// Behind a given name a surname so foreign that no Arabic given name goes on with it.
  static let foreignSurname = 20
  /// A given name of a foreigner, behind which no preposition is looked for in the letters of a surname.
  static let foreignGiven = 0

  // MARK: What is written before a word

  /// "And" belongs to the word unless the rest is clearly the better name; the second between two names, where "and" is
  /// likely.
  static let gainWithoutConjunction = 15
  static let gainWithoutConjunctionBetweenNames = 55
  /// Behind a foreign given name that opens its name.
  static let gainWithoutConjunctionBehindGiven = -15
  /// Likewise for a preposition behind a foreign word that is a surname first of all.
  static let gainWithoutPrepositionBehindSurname = 10
  /// Likewise for a preposition; the second behind a name, where no preposition is likely.
  static let gainWithoutPreposition = 0
  static let gainWithoutPrepositionBehindName = -40
  /// An unknown word in و is "and" with a name when the rest loses no more than this; the second between two names.
  static let lossWithConjunction = 5
  static let lossWithConjunctionBetweenNames = 45
  /// The word before an unknown one reads like a name.
  static let nameBefore = 15

  // MARK: The first word of a name

  /// Letters that begin like an imperfect (يـ, تـ, نـ) are mostly a verb.
  static let firstLikeVerb = 15
  /// Without a title; and there with the article, behind a verb of saying.
  static let firstBare = -5
  static let firstBareSpeaker = -60
  /// Behind a title nearly every word is the name.
  static let firstTitled = -35
  /// Behind a foreign particle (دي, فان); where one stands first and without a title, more.
  static let behindParticle = -20
  static let behindFirstParticle = 20
  /// The same behind a particle that has the letters of "and indeed".
  static let behindOtherParticle = 60

  // MARK: More words of a name

  /// Letters that begin like an imperfect; the second where a known name stands before it.
  static let nextLikeVerb = 25
  static let nextLikeVerbBehindName = 5
  /// أنوش أنصاري: a word in -ي goes on when those before it are foreign, unless its own letters are Arabic.
  static let foreignBeforeRelational = 40
  static let relationalBehindForeign = -30
  /// From the fourth unknown word on: names are rarely so long.
  static let fourthUnknown = 20
  /// Without a title, where nothing known stands before it, and where a known name does.
  static let nextBare = 0
  static let nextBareBehindName = -36
  static let nextBehindForeignSurname = 0
  /// The same behind a title.
  static let nextTitled = -25
  static let nextTitledBehindName = -45
  /// Of an unknown word right behind a given name that is nothing else: nearly every one is the surname.
  static let unknownBehindGiven = -130
  /// A foreign surname that ends as a word with a pronoun does.
  static let surnameLikePronoun = 30
  /// A definite word that no list has.
  static let definiteSurname = 10
  /// محمد النقلي, خالد عويضة: the letters of a surname with the article, and of one right behind a plain given name,
  /// are mostly Arabic, so that they say no more than this against it.
  static let leastOfDefinite = -20

  // MARK: A whole name without a title

  /// An unknown word where an adjective of the noun before it may stand.
  static let loneAgreeing = 80
  /// An unknown word alone, with nothing around it that a name stands by.
  static let lone = 70
  /// The same right behind a verbal noun, which governs things as often.
  static let loneBehindDeed = 95
  /// The same as the subject of a verb.
  static let loneSubject = 25
  /// A known surname with the article behind a word that is no verb.
  static let loneDefinite = 20
  /// A known name that is nothing else; one that is an ordinary word as well.
  static let loneKnown = 0
  static let loneKnownWord = 30
  /// Of each unknown word beside one known name; where "and" joins it to a person, less.
  static let eachBesideKnown = -36
  static let eachBesideKnownJoined = -45
  /// Of all unknown words beside a name that is an ordinary word as well.
  static let besideAmbiguous = 15
  /// Of each where none is known.
  static let eachUnknown = 20
  /// اللاعبين ببطلان: a lone unknown word behind a plural title.
  static let loneBehindPlural = 40
}
