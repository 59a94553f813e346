import KhabarCore
import XCTest

@testable import KhabarAssemble

/// What rule files may say beside triggers and slots: named words, limits, exceptions, the present tense, the dateline.
final class RuleLanguageTests: XCTestCase {
  private func parse(_ text: String, names: RuleNames = RuleNames()) throws -> RuleFile {
    try RuleParser.parse(text, file: "x.rules", names: names)
  }

  /// The one rule of a file whose rule has these lines.
  private func rule(_ lines: String, behind head: String = "") throws -> EventRule {
    let body = lines.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    return try XCTUnwrap(try parse(head + "\nrule a\n" + body).rules.first)
  }

  private func mistake(_ text: String) -> Diagnostic? {
    do {
      _ = try parse(text)
      return nil
    } catch {
      return (error as? KhabarError)?.diagnostics.first
    }
  }

  // MARK: - Named words

  func testNamedWordsStandWhereWordsStand() throws {
    let rule = try rule(
      """
      @all
      with @carriers
      party = subject except @forces
      not subject @forces noun فريق
      only @forces
      count killed @all
      """, behind: "words @forces = noun قوات\nwords @all = @forces verb قتل\nwords @carriers = verb عقد noun عقد")
    XCTAssertEqual(rule.triggers, [.noun("قوات"), .verb("قتل")])
    XCTAssertEqual(rule.supports, [.verb("عقد"), .noun("عقد")])
    XCTAssertEqual(rule.slots.first?.exceptions, [.noun("قوات")])
    XCTAssertEqual(
      rule.vetoes,
      [
        Veto(relation: .subject, words: [.noun("قوات"), .noun("فريق")]),
        Veto(isDemand: true, relation: nil, words: [.noun("قوات")]),
      ])
    XCTAssertEqual(rule.counts, [Count(.killed, words: [.noun("قوات"), .verb("قتل")])])
  }

  func testNamedWordsHoldPhrasesAndServeSignals() throws {
    let file = try parse("words @hopes = phrase \"من المقرر\" \"سوف\" verb اعتزم\nsignal planned\n  @hopes")
    XCTAssertEqual(file.signals.first?.words, [.phrase("من المقرر"), .phrase("سوف"), .verb("اعتزم")])
  }

  func testAnEventMayYield() throws {
    XCTAssertEqual(
      try parse("event E\n  yields\nevent F\n  roles party").events.map { $0.traits.contains(.yields) }, [true, false])
  }

  func testAnEventMayGoOn() throws {
    let file = try parse("within \"في\" \"بـ\"\nevent E\n  continues\nevent F\n  roles party")
    XCTAssertEqual(file.within, ["في", "بـ"])
    XCTAssertEqual(file.events.map { $0.traits.contains(.continues) }, [true, false])
  }

  func testAnEventSetsItsKindsApart() throws {
    let file = try parse("event E\n  apart noun اشتباك معركة verb اشتبك\n  apart noun غارة phrase \"ضربة جوية\"")
    XCTAssertEqual(
      file.events.first?.apart,
      [[.noun("اشتباك"), .noun("معركة"), .verb("اشتبك")], [.noun("غارة"), .phrase("ضربة جوية")]])
    XCTAssertEqual(mistake("event E\n  apart")?.code, "R013")
  }

  func testWhatTurnsToAnotherHappeningOfAllFilesCounts() throws {
    let files = [try parse("anew \"من جهة أخرى\""), try parse("anew \"في غضون ذلك\"\nanew \"قبل ذلك\"")]
    XCTAssertEqual(try RuleSet(files).anew, ["من جهة أخرى", "في غضون ذلك", "قبل ذلك"])
  }

  func testIndentedLinesAddWordsToASet() throws {
    let file = try parse("words @forces = noun قوات\n  noun جيش قوات\n  phrase \"رجال الأمن\"\nrule a\n  @forces")
    XCTAssertEqual(file.rules.first?.triggers, [.noun("قوات"), .noun("جيش"), .phrase("رجال الأمن")])
    XCTAssertEqual(mistake("words @forces = noun قوات\n  subject noun جيش")?.code, "R013")
  }

  func testNamesOfEarlierFilesAreKnownAndMayBeReplaced() throws {
    let first = try parse("words @forces = noun قوات\ntypes @people = Person")
    let second = try parse("rule a\n  @forces\n  party: @people = subject", names: first.names)
    XCTAssertEqual(second.rules.first?.triggers, [.noun("قوات")])
    XCTAssertEqual(second.rules.first?.slots.first?.types, [.entity(.person)])
    let third = try parse("words @forces = noun جيش\nrule a\n  @forces", names: first.names)
    XCTAssertEqual(third.rules.first?.triggers, [.noun("جيش")])
  }

  func testAnUnknownSetNamesTheKnownOnes() throws {
    let words = try XCTUnwrap(mistake("words @b = noun قوات\nwords @a = noun جيش\nrule r\n  not @c"))
    XCTAssertEqual(words.code, "R008")
    XCTAssertEqual(words.location?.description, "x.rules:4:7")
    XCTAssertTrue(words.remedy?.hasSuffix("Known: @a @b") ?? false, words.description)
    let types = try XCTUnwrap(mistake("types @people = Person\nrule r\n  party: @peple = subject"))
    XCTAssertEqual(types.code, "R008")
    XCTAssertTrue(types.remedy?.hasSuffix("Known: @people") ?? false, types.description)
  }

  // MARK: - Exceptions, limits, the dateline

  func testExceptionsAreWordsKindsOrBoth() throws {
    let slots = try rule(
      """
      party: Person = subject except noun أب أم verb قتل
      party = object except kind club media
      party = complement, possessor except kind club noun فريق
      """
    ).slots
    XCTAssertEqual(slots.map(\.exceptions), [[.noun("أب"), .noun("أم"), .verb("قتل")], [], [.noun("فريق")]])
    XCTAssertEqual(slots.map(\.exceptedKinds), [[], ["club", "media"], ["club"]])
    XCTAssertEqual(slots.map(\.relations), [[.subject], [.object], [.complement, .possessor]])
  }

  func testASlotMayAskForWords() throws {
    let slot = try XCTUnwrap(try rule("place: Location = after \"على\" only noun حدود ساحل").slots.first)
    XCTAssertEqual(slot.demands, [.noun("حدود"), .noun("ساحل")])
    XCTAssertTrue(slot.exceptions.isEmpty)
  }

  func testLimitsOfAllFilesCount() throws {
    let files = [try parse("limits \"حول\" \"بشأن\""), try parse("limits \"من أجل\"\nlimits \"بهدف\"")]
    XCTAssertEqual(try RuleSet(files).limits, ["حول", "بشأن", "من أجل", "بهدف"])
  }

  func testAPlaceMayBeTheDatelines() throws {
    let slots = try rule("place = dateline\nplace: Building = object, dateline").slots
    XCTAssertEqual(slots.map(\.relations), [[.dateline], [.object, .dateline]])
    XCTAssertEqual(slots.map(\.types), [[], [.building]])
  }

  // MARK: - Events and needs

  func testEventsSayWhatTheyHoldAndWhatThePresentTenseMeans() throws {
    let file = try parse("event Visit\n  roles visitor\n  holds Meeting Agreement\nevent Attack\n  present ongoing")
    XCTAssertEqual(file.events.map(\.holds), [["Meeting", "Agreement"], []])
    XCTAssertEqual(file.events.map(\.present), [.planned, .ongoing])
  }

  func testEventsSayWhoHasOneOfHisOwnAndWhatAnAnnouncementDates() throws {
    let file = try parse(
      "event A\n  roles person\n  each person\nevent B\n  roles party\n  announced\n  local\n  hosted")
    XCTAssertEqual(file.events.map(\.each), ["person", nil])
    XCTAssertEqual(file.events.map { $0.traits.contains(.announced) }, [false, true])
    XCTAssertEqual(file.events.map { $0.traits.contains(.local) }, [false, true])
    XCTAssertEqual(file.events.map { $0.traits.contains(.hosted) }, [false, true])
    let set = try parse("event A\n  roles person\n  each party")
    XCTAssertThrowsError(try RuleSet([set]))
  }

  func testEventsSayWhereTheyAreByThoseWhoTakePart() throws {
    let file = try parse("event A\n  roles target court\n  sites target")
    XCTAssertEqual(file.events.map(\.sites), [["target"]])
    XCTAssertThrowsError(try RuleSet([try parse("event A\n  roles target\n  sites place")]))
    XCTAssertEqual(try parse("also \"كما\" \"كذلك\"").also, ["كما", "كذلك"])
  }

  func testEventsSayWhoStandsBehindALimit() throws {
    XCTAssertEqual(try parse("event A\n  roles target court\n  beyond court").events.map(\.beyond), [["court"]])
    XCTAssertThrowsError(try RuleSet([try parse("event A\n  roles target\n  beyond court")]))
  }

  func testWordsOfTimeAndOfPlaces() throws {
    let file = try parse("during \"خلال\" \"عندما\"\nplaces city noun مدينة بلدة\nplaces capital noun عاصمة")
    XCTAssertEqual(file.during, ["خلال", "عندما"])
    XCTAssertEqual(
      file.placeNouns,
      [
        PlaceNouns(kind: .entity("city"), words: [.noun("مدينة"), .noun("بلدة")]),
        PlaceNouns(kind: .capital, words: [.noun("عاصمة")]),
      ])
    XCTAssertTrue(try rule("refers").refersBack)
    XCTAssertFalse(try rule("need place").refersBack)
    XCTAssertTrue(try rule("adds").adds)
    XCTAssertFalse(try rule("need place").adds)
  }

  func testNeedsAreRolesOrWordsOfTheLanguage() throws {
    let rule = try rule("need named\nneed 2 party\nneed place\nneed time\nneed support\nneed past")
    XCTAssertEqual(
      rule.needs,
      [Need(.named), Need(.role("party"), count: 2), Need(.place), Need(.time), Need(.support), Need(.past)])
  }

  func testALaterFileReplacesEventsAndRulesAndAddsSignals() throws {
    let ours = try parse(
      "event E\n  roles party\nrule a\n  event E\n  verb قال\nrule b\n  event E\n  verb زار\nsignal denied\n  verb نفى")
    let theirs = try parse(
      "event E\n  roles party\n  present ongoing\nrule a\n  event E\n  noun زيارة\nsignal planned\n  verb نوى")
    let set = try RuleSet([ours, theirs])
    XCTAssertEqual(set.events.map(\.present), [.ongoing])
    XCTAssertEqual(set.rules.map(\.name), ["b", "a"])
    XCTAssertEqual(set.rules.map(\.triggers), [[.verb("زار")], [.noun("زيارة")]])
    XCTAssertEqual(set.signals.map(\.meaning), [.status(.denied), .status(.planned)])
  }

  // MARK: - Mistakes

  /// Text, code, line and column of the mistake, and a part of what to do.
  func testMistakesSayWhereTheyAreAndWhatToDo() throws {
    let cases: [(text: String, code: String, place: String, remedy: String)] = [
      ("words = noun قوات", "R015", "x.rules:1:7", "Found ="),
      ("words @a noun قوات", "R015", "x.rules:1:10", "Found noun"),
      ("words @a =", "R013", "x.rules:1:11", "Write: verb LEMMA"),
      ("words @a = قوات", "R013", "x.rules:1:12", "Use verb, noun or phrase"),
      ("words @a = noun", "R015", "x.rules:1:16", "Found the end of the line"),
      ("words @a = @b", "R008", "x.rules:1:12", "Declare it before use: words @b = noun …"),
      ("limits", "R015", "x.rules:1:7", "Found the end of the line"),
      ("limits حول", "R015", "x.rules:1:8", "Found حول"),
      ("limits \"حول\" بشأن", "R016", "x.rules:1:14", "Remove it"),
      (
        "limits \"حول\"\n  \"بشأن\"", "R002", "x.rules:2:3",
        "limits, besides, during, within, also, anew, places or defaults"
      ),
      ("event E\n  present soon", "R003", "x.rules:2:11", "Use occurred, ongoing, planned, cancelled or denied"),
      (
        "event E\n  presents planned", "R005", "x.rules:2:3",
        "announced, continues, local, hosted, placed, nowhere, yields"
      ),
      ("event E\n  holds", "R015", "x.rules:2:8", "Found the end of the line"),
      ("rule a\n  words @a = noun قوات", "R007", "x.rules:2:9", "a slot is: role: Types = relation"),
      ("rule a\n  party = subject except", "R013", "x.rules:2:25", "Write: verb LEMMA"),
      ("rule a\n  party = subject except kind", "R015", "x.rules:2:30", "Found the end of the line"),
      ("rule a\n  party = subject except فريق", "R013", "x.rules:2:26", "Use verb, noun or phrase"),
      ("rule a\n  place = dateline \"في\"", "R016", "x.rules:2:20", "on a line of its own"),
      ("rule a\n  place = heading", "R009", "x.rules:2:11", "subject, understood or after"),
      ("rule a\n  place = after في", "R015", "x.rules:2:17", "Found في"),
      ("rule a\n  priority high", "R006", "x.rules:2:12", "priority 10"),
      ("rule a\n  status perhaps", "R003", "x.rules:2:10", "cancelled or denied"),
      ("rule a\n  example on 2024-13-01 \"قال\" => nothing", "R014", "x.rules:2:14", "2024-04-15"),
      ("rule a\n  example \"قال\" => party", "R014", "x.rules:2:25", "Write: party"),
      ("rule a\n  pattern trigger (party:Person", "R015", "x.rules:2:32", "Found the end"),
      ("rule a\n  pattern party:@nobody", "R008", "x.rules:2:17", "types @nobody"),
    ]
    for (text, code, place, remedy) in cases {
      let mistake = try XCTUnwrap(mistake(text), text)
      XCTAssertEqual(mistake.code, code, text)
      XCTAssertEqual(mistake.location?.description, place, text)
      XCTAssertTrue(mistake.remedy?.contains(remedy) ?? false, "\(text): \(mistake)")
      XCTAssertTrue(mistake.description.hasPrefix("\(place): error \(code): "), "\(mistake)")
    }
  }

  func testAllMistakesOfAFileAreReported() {
    XCTAssertThrowsError(try parse("limits\nevent E\n  present soon\nrule a\n  need\n  priority x")) { error in
      XCTAssertEqual((error as? KhabarError)?.diagnostics.compactMap(\.location?.line), [1, 3, 5, 6])
    }
  }
}
