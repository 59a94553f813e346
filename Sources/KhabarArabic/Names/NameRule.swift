/// What finds a candidate, and how much that speaks for it against candidates that overlap it.
///
/// `NameChoice` adds what the length of the name speaks for it. The weights are an order by what was seen to be right
/// more often, in steps that a longer name outweighs or not: what the user's own lists say comes before all; then what
/// two signs show, a title before a name or a foreign firm's word; then a head word; then the lists; last what only the
/// surroundings of an unknown word suggest.
struct NameRule {
  /// As `khabar explain` shows it.
  let name: String
  let weight: Int

  init(_ name: String, _ weight: Int) {
    self.name = name
    self.weight = weight
  }

  func adding(_ weight: Int) -> NameRule { NameRule(name, self.weight + weight) }

  // MARK: Grammar

  /// A personal name behind a title.
  static let titled = NameRule("title-name", 700)
  /// A personal name by itself: how much the words of the chain speak for it counts up to a limit.
  static func chain(_ chain: NameChain) -> NameRule { NameRule("name-chain", 400 + min(chain.weight, 150)) }
  /// What a ruler rules: ملك أراجون (the king of Aragon).
  static let realm = NameRule("realm", 600)
  /// An organization by its head word; a strong one nearly always begins a name.
  static let strongOrganizationHead = NameRule("organization-head", 600)
  static let organizationHead = NameRule("organization-head", 500)
  /// صحيفة "الشرق الأوسط": what is quoted behind a head word is the name, though a place is called so as well.
  static let quotedOrganization = NameRule("organization-head", 700)
  /// A place by its head word. البيت الأبيض (the White House): a building that also acts is the building.
  static let frozenPlaceHead = NameRule("place-head", 650)
  static let placeHead = NameRule("place-head", 550)

  // MARK: Lists

  /// An entry of the lists, which counts for more the longer it is.
  static let listed = NameRule("gazetteer", 300)
  static let eachListedWord = 60
  /// It is spelled as in the list, or has several words.
  static let listedSurely = 10
  /// A person of the lists who outweighs what grammar makes of the words around; less where the name goes on.
  static let listedPerson = 350
  static let listedPersonWithMore = 200
  /// An armed group of the lists, of several words, over the title that its first one is as well.
  static let listedLikeTitle = 350
  /// The user's own lists come before all.
  static let listedByUser = 2_000
  /// A paper or channel where one is spoken of, over the place of that name.
  static let listedMedia = 250
  /// An adjective of nationality gives way to what it is part of.
  static let listedNationality = -100

  // MARK: Surroundings

  /// مانشستر يونايتد (Manchester United): a word of foreign firms and clubs.
  static let foreignOrganization = NameRule("foreign-organization", 650)
  /// A foreign word beside a place; in the report of a match the club is likelier than a man and his town.
  static let compound = NameRule("compound", 330)
  static let compoundInMatchReport = NameRule("compound", 600)
  /// -ستان (-stan).
  static let placeEnding = NameRule("place-ending", 560)
  /// (الفرنسية): the agency to which a picture is credited.
  static let credit = NameRule("credit", 500)
  /// الخارجية الأميركية: a ministry by its subject and nation.
  static let ministry = NameRule("ministry", 450)
  /// An unknown word behind a word of sport.
  static let team = NameRule("team", 430)
  /// An unknown word behind a preposition of place; less of several, and of one whose preposition is written with it.
  static let placeInContext = NameRule("place-context", 380)
  static let uncertainPlaceInContext = NameRule("place-context", 250)
  /// Latin letters where an organization is spoken of.
  static let latin = NameRule("latin", 200)
}
