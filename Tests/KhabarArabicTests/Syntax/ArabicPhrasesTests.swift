import Foundation
import Khabar
import KhabarCore
import XCTest

@testable import KhabarArabic

/// How sentences are cut into phrases. Expected are the phrases, a bar between two: `v` a verb, `n` a noun phrase,
/// `t` a time, `rel` a relative pronoun, `sub` a clause opener; `+` behind it when "and" joins it, and `(مع)` the
/// preposition that governs it.
final class ArabicPhrasesTests: XCTestCase {
  /// Resolver and phrase builder of the shipped pipeline.
  private static let shared = Result { try Shared() }

  private struct Shared {
    let pipeline: Pipeline
    let builder: PhraseBuilder

    init() throws {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
      let home = KhabarHome(path: root)
      pipeline = try Pipeline(named: "arabic-news", home: home)
      let description = try PipelineDescription.load("arabic-news", home: home)
      let pack = try ArabicPack(lexicon: description.lexicon)
      builder = PhraseBuilder(grammar: try description.grammar(for: pack), lexicon: pack.syntax)
    }
  }

  private func parse(_ text: String) throws -> (document: ResolvedDocument, phrases: [Phrase]) {
    let shared = try Self.shared.get()
    let document = try shared.pipeline.process(RawDocument(id: "t", text: text)).resolved
    let verbs = Array(repeating: false, count: document.tokens.count)
    let phrases = shared.builder.open(document, isRuleVerb: verbs)
    return (document, document.sentences.flatMap { phrases.phrases(of: $0) })
  }

  /// All kinds of expressions at a word are found at once as each is by itself.
  func testExpressionsAreFoundAtOnceAsOneByOne() throws {
    let shared = try Self.shared.get()
    let text =
      "وعلى هامش القمة، من جديد، قال الوزير بعد أن وصل إن ما لا يقل عن خمسة جنود قتلوا، ومن ثم غادر بالتزامن مع عودته. "
      + "وفي الوقت نفسه على الرغم من ذلك، رحمه الله، غير أن الوفد كما أن المبعوث على صعيد آخر من أجل السلام."
    let document = try shared.pipeline.process(RawDocument(id: "t", text: text)).resolved
    let verbs = Array(repeating: false, count: document.tokens.count)
    let opened = shared.builder.open(document, isRuleVerb: verbs)
    let syntax = try XCTUnwrap(opened.syntax as? ArabicDocumentSyntax)
    var count = 0
    for sentence in document.sentences {
      for token in sentence.tokens.range where document.tokens[token].kind == .word {
        let end = sentence.tokens.upperBound
        let ends = FixedExpression.Kind.allCases.map {
          (kind: FunctionWords.Kinds($0), end: syntax.expressionEnd(FunctionWords.Kinds($0), token, end))
        }
        let found = syntax.expressions(at: token, before: end)
        XCTAssertEqual(
          found.kinds, ends.filter { $0.end != nil }.reduce(into: []) { $0.formUnion($1.kind) }, "\(token)")
        XCTAssertEqual(found.adverbialEnd, ends.first { $0.kind == .adverbial }?.end, "\(token)")
        count += found.kinds.isEmpty ? 0 : 1
      }
    }
    XCTAssertGreaterThan(count, 5)
  }

  private func text(_ tokens: TokenSpan, _ document: ResolvedDocument) -> String {
    document.text.string(document.tokens[tokens.lowerBound].span.union(document.tokens[tokens.upperBound - 1].span))
  }

  private func cut(_ sentence: String) throws -> String {
    let (document, phrases) = try parse(sentence)
    return phrases.map { phrase in
      let kind =
        switch phrase.kind {
        case .noun: "n"
        case .verb: "v"
        case .time: "t"
        case .relative: "rel"
        case .subordinator, .circumstance: "sub"
        case .coordinator: "or"
        case .negation: "not"
        case .copula: "be"
        case .comma, .boundary: "mark"
        case .other: "x"
        }
      let marker = phrase.kind == .noun && !phrase.isBare
      return kind + (phrase.isJoined ? "+" : "") + (marker ? "()" : "") + " "
        + text(phrase.tokens, document)
    }.joined(separator: " | ")
  }

  private func check(_ cases: [String], line: UInt = #line) throws {
    for expected in cases {
      let words = expected.components(separatedBy: " | ").map { $0.drop { $0 != " " }.dropFirst() }
      XCTAssertEqual(try cut(words.joined(separator: " ")), expected, line: line)
    }
  }

  /// The names that noun phrases stand for.
  private func names(_ sentence: String) throws -> [String] {
    let (document, phrases) = try parse(sentence)
    return phrases.filter { $0.kind == .noun }.map { phrase in
      phrase.mention.map { document.text.string(document.mentions[$0].span) } ?? "-"
    }
  }

  /// "At this meeting", "this step": the demonstrative does not part the preposition from its noun.
  func testDemonstrativesBelongToTheirNouns() throws {
    try check([
      "v ناقش | n الوزير | n() في هذا الاجتماع | n ملف الحدود",
      "v رحب | n الوزير | n() بهذه الخطوة",
      "v زار | n هذه المدينة | n() مع الوزير",
    ])
    let (document, phrases) = try parse("شارك في هذا الاجتماع")
    let phrase = try XCTUnwrap(phrases.first { $0.kind == .noun })
    XCTAssertEqual(document.text.string(document.tokens[phrase.content].span), "الاجتماع")
    XCTAssertEqual(phrase.marker, Marker(Orthography.arabic.key("في")))
  }

  /// A demonstrative by itself is no phrase of the noun: "this is …".
  func testADemonstrativeWithoutADefiniteNounStandsAlone() throws {
    try check(["x هذا | n خبر جديد"])
  }

  func testAndThatIsWrittenApartJoins() throws {
    try check([
      "v اجتمع | n الوزير | n+ و رئيس البلدية", "v وصل | n الوزير | v+ و قال",
      "v اجتمع | n الوزير | n+ ورئيس البلدية",
    ])
  }

  /// "Pointing to", "stressing": a participle of circumstance opens a clause of its own.
  func testCircumstancesOpenAClause() throws {
    try check([
      "v تحدث | n الوزير | sub مشيرا | n() إلى أهمية التعاون",
      "v تحدث | n الوزير | mark ، | sub مشددا | n() على أهمية التعاون",
      "v اختتم | n الوزير | n الزيارة | mark ، | sub مؤكدة | n() على دور الشباب",
      "v تحدث | n الوزير | sub+ ومؤكدا | sub أن | n الوقت",
    ])
  }

  /// "It is planned that", "at least": of several words, and neither a preposition nor its noun.
  func testHedgesAndAdverbsOfSeveralWordsStandAlone() throws {
    try check([
      "x من المقرر | sub أن | v يزور | n الوزير | n بيروت", "x من المتوقع | sub أن | v يصل | n الوفد",
      "v زار | n الوزير | x على الأقل | n ثلاث مدن",
    ])
  }

  func testASecondAdjectiveJoinedByAndIsPartOfThePhrase() throws {
    try check([
      "v ناقش | n التعليم العالمي والدولي", "v بحث | n التعاون العسكري والأمني | n() مع الوفد",
      "v بحث | n السياسة | n+ والاقتصاد",
    ])
  }

  /// The family of Sheikh so-and-so and his office are not the Sheikh.
  func testANameBehindAGoverningNounIsNotThePhrase() throws {
    XCTAssertEqual(try names("زارت سيارات الشيخ ناصر الغافري"), ["-"])
    XCTAssertEqual(try names("قصفت مواقع الشيخ ناصر الغافري"), ["-"])
    XCTAssertEqual(try names("زار الشيخ ناصر الغافري"), ["ناصر الغافري"])
    XCTAssertEqual(try names("زار وزير النقل ناصر الغافري"), ["ناصر الغافري"])
  }

  /// مسلحون "gunmen" keeps its noon, so النار "the fire" is not its complement; without the noon it is.
  func testAPluralWithNoonGovernsNothing() throws {
    try check([
      "v أطلق | n مسلحون | n النار | n() على الدورية", "v أصيب | n شرطيان | n النار", "v حضر | n مسلحو الحركة",
    ])
  }

  /// Behind a plural with its noon stand its adjectives, whatever their plural; a noun begins a phrase of its own.
  func testOnlyAdjectivesGoOnBehindAPluralWithNoon() throws {
    try check([
      "v حضر | n معلمون | n اجتماع المدرسة | t أمس", "v هاجم | n مسلحون | n مركزا للشرطة | n() في حلب",
      "v هاجم | n مسلحون جدد | n مقر الحزب", "v هاجم | n مسلحون مجهولون | n مقر الحزب",
      "v راجع | n مسؤولون | n خطة جديدة", "v قصف | n الروس | n حلب", "v قصف | n السوريون | n حلب",
      "v قصف | n اليابانيون | n داروين | x 64 مرة",
    ])
  }

  /// Warplanes and raids: an indefinite noun with its adjective governs nothing.
  func testAnIndefiniteAdjectiveClosesThePhrase() throws {
    try check([
      "v شنت | n طائرات حربية | n غارات | n() على البلدة", "v وصل | n وفد تجاري رفيع",
    ])
  }

  /// The accusative shows in its alef: the suicide bomber is not "of a mosque".
  func testAnAccusativeBehindAnotherCaseIsAnObject() throws {
    try check([
      "v استهدف | n انتحاري | n فندقا | n() في كابل", "v عقد | n لقاء موسعا | n() مع الوفد",
      "v استقبل | n وزيرا سابقا",
    ])
  }

  func testANumberOfTimesIsAnAside() throws {
    try check(["v زار | n الوزير | n بيروت | x 12 مرة", "v زار | n الوزير | n بيروت | x ثلاث مرات"])
  }

  /// "On the other hand", "for his part": the clause begins behind it, so that a verb that is also a noun is one.
  func testTheClauseBeginsBehindAConnective() throws {
    try check([
      "x من جهة أخرى | v عقد | n الوزير | n اجتماعا", "x من جانبه | v عقد | n الوزير | n اجتماعا",
      "x في سياق متصل | v عقد | n الوزير | n اجتماعا", "x إلى ذلك | v عقد | n الوزير | n اجتماعا",
    ])
  }

  /// A station of the police, a school for girls.
  func testWhoseAnIndefiniteBodyIsBelongsToIt() throws {
    try check([
      "v اقتحم | n الجنود | n مركزا للشرطة | n() في كركوك", "v افتتح | n الوزير | n مدرسة للبنات",
      "v سلم | n الوزير | n رسالة | n() للرئيس",
    ])
  }

  func testADateEndsADescription() throws {
    try check([
      "v خطف | n مسلحون مجهولون | t أمس | n شرطيا", "v وصل | n وفد رفيع | t اليوم | n() إلى عمان",
    ])
  }

  /// No list has this verb: goods that smugglers lie in wait for.
  func testBehindARelativePronounAnUnknownPresentIsAVerb() throws {
    try check([
      "n البضائع | rel التي | v يترصدها | n المهربون", "n المدينة | rel التي | v زارها | n الوزير | t أمس",
      "n الرجل | rel الذي | n() في المكتب",
    ])
  }

  /// A number of officials, a delegation of businessmen.
  func testQuantitiesAndDelegationsGoOnBehindOf() throws {
    try check([
      "v شارك | n عدد من المسؤولين | n() في الاجتماع", "v وصل | n وفد من رجال الأعمال | n() إلى بيروت",
      "v استقبل | n الوزير | n وفدا من رجال الأعمال | n() في بيروت",
      "v خرج | n الوزير | n() من المكتب",
    ])
  }

  func testPrepositionsOfSeveralWordsGovernAsOne() throws {
    try check(["v التقى | n الوزير | n() على هامش القمة | n نظيره"])
    let (_, phrases) = try parse("التقى الوزير على هامش القمة نظيره")
    let keys = Orthography.arabic.keys("على هامش")
    let marker = try XCTUnwrap(phrases.first { $0.marker != nil }?.marker)
    XCTAssertEqual(marker.key, keys.reduce(.empty) { $0.appending($1) })
  }

  func testWishesAndPrepositionsWithPronounsAreAsides() throws {
    try check(["v استقبل | n الملك | x حفظه الله | n الوزير", "v رحب | x بها | n الوزير"])
  }

  func testVerbalNounsThatAreListedAsPrepositionsAreNouns() throws {
    try check(["v عقد | n لقاء موسعا | n() مع الوفد"])
  }

  /// A past verb that is spelled as a noun is one inside a noun phrase.
  func testWordsThatAreVerbAndNoun() throws {
    try check(["v وقع | n الوزير | n عقد العمل", "v عقد | n الوزير | n اجتماعا"])
  }

  func testANegationAndAClauseOpenerAreConstituents() throws {
    try check([
      "v قال | n مصدر | sub إن | n الوزير | not لم | v يزر | n بيروت", "be كان | n الوزير | x قد | v زار | n بغداد",
    ])
  }

  /// All tokens of a sentence, each in one phrase, in their order.
  func testConstituentsCoverTheSentenceWithoutOverlap() throws {
    let (document, phrases) = try parse(
      "قال وزير النقل ناصر الغافري (أمس) إن \"الشركة\" وقعت، مع وفد من لبنان، عقدا في بيروت.\nوغادر الوفد؛ ثم عاد!")
    var next = 0
    for phrase in phrases {
      XCTAssertEqual(phrase.tokens.lowerBound, next)
      XCTAssertTrue(phrase.tokens.range.contains(phrase.head))
      next = phrase.tokens.upperBound
    }
    XCTAssertEqual(next, document.tokens.count)
  }
}
