import KhabarCore

extension NameLexicon {
  /// A head noun of a title, or a whole frozen title.
  struct Title: Sendable {
    enum Complement: UInt8, Sendable { case none, domain, both }

    /// What the class of a title says of it; `Gazetteers/ar/lexicon/name-kinds.tsv` explains them.
    struct Traits: OptionSet, Sendable {
      let rawValue: UInt8
      static let office = Traits(rawValue: 1 << 0)
      static let lone = Traits(rawValue: 1 << 1)
      static let ruler = Traits(rawValue: 1 << 2)
      static let descriptive = Traits(rawValue: 1 << 3)
      static let dual = Traits(rawValue: 1 << 4)
      static let address = Traits(rawValue: 1 << 5)
      static let names: [String: Traits] = [
        "office": .office, "lone": .lone, "ruler": .ruler, "descriptive": .descriptive, "dual": .dual,
        "address": .address,
      ]
    }

    var traits: Traits
    var complement: Complement
    /// Written only with the article: السيد.
    var isDefiniteOnly: Bool
    var isPlural: Bool
    /// Ranks take rank words behind them: العميد الركن.
    var isRank: Bool
    /// Spelled with alef madda, which folding loses: آمر.
    var hasMadda: Bool

    /// Kings, popes and presidents, who are numbered.
    var isRuler: Bool { traits.contains(.ruler) }
    /// Says what a person is rather than which office he holds: شاب, مواطن.
    var isDescriptive: Bool { traits.contains(.descriptive) }
    /// How a person is spoken to, or his rank: الدكتور, الشيخ, اللواء.
    var isAddress: Bool { traits.contains(.address) || isRank }
    /// An office of a state, party or church that stands for its one holder: رئيس, وزير, سفير.
    var isOffice: Bool { traits.contains(.office) }
    /// Stands for its holder without a complement: الرئيس, الوزير.
    var isLone: Bool { traits.contains(.lone) }
  }

  /// A word that an organization's name begins with.
  struct OrganizationHead: Sendable {
    /// What the kind of a head says of the names that it begins; `Gazetteers/ar/lexicon/name-kinds.tsv` explains them.
    struct Traits: OptionSet, Sendable {
      let rawValue: UInt32
      static let person = Traits(rawValue: 1 << 0)
      static let purpose = Traits(rawValue: 1 << 1)
      static let subjects = Traits(rawValue: 1 << 2)
      static let movement = Traits(rawValue: 1 << 3)
      static let listed = Traits(rawValue: 1 << 4)
      static let bare = Traits(rawValue: 1 << 5)
      static let bareDefinite = Traits(rawValue: 1 << 6)
      static let proper = Traits(rawValue: 1 << 7)
      static let described = Traits(rawValue: 1 << 8)
      static let describedCompound = Traits(rawValue: 1 << 9)
      static let loose = Traits(rawValue: 1 << 10)
      static let halfLoose = Traits(rawValue: 1 << 11)
      static let construct = Traits(rawValue: 1 << 12)
      static let national = Traits(rawValue: 1 << 13)
      static let nationalIfWeak = Traits(rawValue: 1 << 14)
      static let surname = Traits(rawValue: 1 << 15)
      static let media = Traits(rawValue: 1 << 16)
      static let inner = Traits(rawValue: 1 << 17)
      static let event = Traits(rawValue: 1 << 18)
      static let district = Traits(rawValue: 1 << 19)
      static let names: [String: Traits] = [
        "person": .person, "purpose": .purpose, "subjects": .subjects, "movement": .movement, "listed": .listed,
        "bare": .bare, "bare-definite": .bareDefinite, "proper": .proper, "described": .described,
        "described-compound": .describedCompound, "loose": .loose, "half-loose": .halfLoose,
        "construct": .construct, "national": .national, "national-if-weak": .nationalIfWeak, "surname": .surname,
        "media": .media, "inner": .inner, "event": .event,
        "district": .district,
      ]
    }

    var traits: Traits
    /// Nearly always begins a name when something follows.
    var isStrong: Bool
    var isDefiniteOnly: Bool
    var isPlural: Bool
    var isFeminine: Bool

    /// A kind of body rather than one of them unless more is said: الجهاز الفني, حركة السوق.
    var isLoose: Bool { traits.contains(.loose) || isFeminine && traits.contains(.halfLoose) }
    /// With a nationality alone it is described, not named: الجيش الإسرائيلي (the Israeli army).
    var isNational: Bool { traits.contains(.national) || !isStrong && traits.contains(.nationalIfWeak) }
  }

  /// A word before the name of a place.
  struct PlaceHead: Sendable {
    /// What the kind of a head says of it; `Gazetteers/ar/lexicon/name-kinds.tsv` explains them.
    struct Traits: OptionSet, Sendable {
      let rawValue: UInt8
      static let direction = Traits(rawValue: 1 << 0)
      static let city = Traits(rawValue: 1 << 1)
      static let loose = Traits(rawValue: 1 << 2)
      static let state = Traits(rawValue: 1 << 3)
      static let names: [String: Traits] = [
        "direction": .direction, "city": .city, "loose": .loose, "state": .state,
      ]
    }

    var traits: Traits
    var isPartOfName: Bool
    var isPlural: Bool

    var isDirection: Bool { traits.contains(.direction) }
    /// A capital, town or city: its adjectives of nationality only describe it.
    var isCity: Bool { traits.contains(.city) }
    /// Left out before a place that has a name of its own: جزيرة كورسيكا, but not مطار بيروت.
    var isLoose: Bool { traits.contains(.loose) }
    /// A state's form: جمهورية مصر العربية keeps it before an adjective of the name.
    var isState: Bool { traits.contains(.state) && !isPartOfName }
  }

  /// What a word does in the grammar of names.
  struct Role: OptionSet, Sendable {
    let rawValue: UInt32
    static let son = Role(rawValue: 1 << 0)
    static let kunya = Role(rawValue: 1 << 1)
    static let foreignParticle = Role(rawValue: 1 << 2)
    static let nameEnd = Role(rawValue: 1 << 3)
    static let ordinal = Role(rawValue: 1 << 4)
    static let neverInName = Role(rawValue: 1 << 5)
    static let bareHead = Role(rawValue: 1 << 6)
    static let twoPersons = Role(rawValue: 1 << 7)
    static let twoParties = Role(rawValue: 1 << 8)
    static let both = Role(rawValue: 1 << 9)
    static let manyPersons = Role(rawValue: 1 << 10)
    static let counterpart = Role(rawValue: 1 << 12)
    static let placePreposition = Role(rawValue: 1 << 13)
    static let rankWord = Role(rawValue: 1 << 14)
    /// What follows names a thing: سيارة, جائزة.
    static let thingHead = Role(rawValue: 1 << 11)
    /// Says that an office is over: former, late, ousted.
    static let former = Role(rawValue: 1 << 15)
    /// What follows is a team or a club: ضيفه, لاعب.
    static let teamCue = Role(rawValue: 1 << 16)
    /// A head that is the verbal noun of a verb as well, and needs a proper name: وقف, تنظيم.
    static let verbalHead = Role(rawValue: 1 << 17)
    /// The adjective of a movement, whose country belongs to its name: الإسلامية.
    static let movement = Role(rawValue: 1 << 18)
    /// The subject of a ministry, which stands for it before a nationality: الخارجية.
    static let ministry = Role(rawValue: 1 << 19)
    /// An adjective of organizations' names: العليا, المركزي.
    static let nameAdjective = Role(rawValue: 1 << 20)
    /// A word of matches and leagues: two of them make a sentence the report of a match.
    static let sport = Role(rawValue: 1 << 21)
    /// A word of foreign firms' and clubs' names: إيرلاينز (Airlines), يونايتد (United).
    static let foreignOrganization = Role(rawValue: 1 << 22)
    /// Stands before the opponent of a team: أمام, ضد.
    static let opponent = Role(rawValue: 1 << 23)
    /// A verb that has no person for its subject: يمكن "it is possible".
    static let impersonal = Role(rawValue: 1 << 24)
    /// The place behind it belongs to the name of an event or treaty: بطولة ويمبلدون, اتفاق الطائف.
    static let eventHead = Role(rawValue: 1 << 25)
    /// A preposition of its own that says what an office is for: رئيس المجلس في المحافظة.
    static let officePreposition = Role(rawValue: 1 << 26)
    /// One of them that leads somewhere: إلى (to).
    static let destination = Role(rawValue: 1 << 27)
    /// A subject that a ministry has beside another: والتعاون الدولي (and international cooperation).
    static let portfolio = Role(rawValue: 1 << 28)
    /// An adjective of offices of all nations: الأممي (of the United Nations).
    static let international = Role(rawValue: 1 << 29)
    /// The name of a town that is an ordinary noun as well: الخليل (Hebron; the friend).
    static let townWord = Role(rawValue: 1 << 30)
    /// Before a name it says what is somebody's, though people are called so: نظام (regime).
    static let ofSomebody = Role(rawValue: 1 << 31)
    static let collective: Role = [.twoPersons, .twoParties, .both, .manyPersons]
    static let particle: Role = [.son, .kunya, .foreignParticle]
  }

  /// What the tables know of a word: its role, whether phrases begin with it, whether it is ordinary.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt64

    // The lower half is the word's role.
    static let ordinary = Marks(rawValue: 1 << 32)
    static let title = Marks(rawValue: 1 << 33)
    static let organizationHead = Marks(rawValue: 1 << 34)
    static let placeHead = Marks(rawValue: 1 << 35)
    static let honorific = Marks(rawValue: 1 << 36)
    /// The name of a place that is also a noun which governs another: قطر الدائرة, the diameter of the circle.
    static let governingNoun = Marks(rawValue: 1 << 37)
    /// A month of the Hijri year, whose names people bear: رمضان, رجب.
    static let hijriMonth = Marks(rawValue: 1 << 38)
    /// A month of the common era in one word, as all countries write them: يناير, نونبر, جويلية.
    static let civilMonth = Marks(rawValue: 1 << 39)
    /// A weekday without its article.
    static let weekday = Marks(rawValue: 1 << 40)
    /// Yesterday, today, tomorrow.
    static let relativeDay = Marks(rawValue: 1 << 41)
    /// A unit or part of time, behind which such a word is the month: أيام, غرة, ليلة.
    static let timeWord = Marks(rawValue: 1 << 42)
    /// A number word.
    static let number = Marks(rawValue: 1 << 43)
    /// Last, next: what says which one a unit of time is.
    static let timeDirection = Marks(rawValue: 1 << 44)
    /// What bears the name of a person or place: نظرية دالتون (Dalton's theory), فضيحة ووترغيت.
    static let namesakeHead = Marks(rawValue: 1 << 45)
    /// What speaks or is said to a paper or channel: مراسل الجزيرة, تصريح للجزيرة (a statement to al-Jazeera).
    static let mediaCue = Marks(rawValue: 1 << 46)
    /// Marks that belong to a word without its article.
    static let ofStem: Marks = [.ordinary, .title, .organizationHead, .placeHead, .honorific]

    init(rawValue: UInt64) { self.rawValue = rawValue }
    init(_ role: Role) { rawValue = UInt64(role.rawValue) }

    var role: Role { Role(rawValue: UInt32(truncatingIfNeeded: rawValue)) }
  }
}
