import Foundation
import Khabar
import XCTest

/// Actors, days, places and codes of events, through the shipped pipeline.
final class EventCodingTests: XCTestCase {
  private static let pipeline = Result { try Pipeline() }

  private func events(_ text: String, on date: String = "2015-08-10") throws -> [Event] {
    var document = RawDocument(id: "test", text: text)
    document.info.anchor = CivilDate(iso: date).map { DocumentAnchor(date: $0, source: .option) }
    return try Self.pipeline.get().process(document).events
  }

  private func event(_ text: String, on date: String = "2015-08-10", line: UInt = #line) throws -> Event {
    try XCTUnwrap(events(text, on: date).first, "no event", line: line)
  }

  private func actor(_ name: String, _ event: Event, line: UInt = #line) throws -> ActorCode {
    let participant = event.participants.first { $0.name == name }
    return try XCTUnwrap(participant?.actor, "\(event.participants.map(\.name))", line: line)
  }

  // MARK: Actors

  func testForcesActForTheCountryOfTheirAdjective() throws {
    // "Turkish fighter jets launched raids on positions of the Kurdistan Workers' Party …"
    let event = try event("شنت مقاتلات تركية غارات على مواقع حزب العمال الكردستاني في شمال العراق أمس.")
    let jets = try actor("مقاتلات تركية", event)
    XCTAssertEqual(jets.country, "TR")
    XCTAssertEqual(jets.sector, "MIL")
    let positions = try actor("مواقع حزب العمال الكردستاني", event)
    XCTAssertEqual(positions.sector, "REB")
    XCTAssertEqual(positions.actsFor?.name, "حزب العمال الكردستاني")
  }

  func testEnvoyOfTheUnitedNationsActsForThemWhateverHisPassport() throws {
    let event = try event(
      "التقى مبعوث الأمم المتحدة إلى اليمن إسماعيل ولد الشيخ أحمد وزير الخارجية السعودي عادل الجبير في الرياض أمس.")
    let envoy = try actor("إسماعيل ولد الشيخ أحمد", event)
    XCTAssertNil(envoy.country)
    XCTAssertEqual(envoy.sector, "IGO")
    XCTAssertEqual(envoy.actsFor, ActingFor(name: "الأمم المتحدة", key: "Q1065"))
    let minister = try actor("عادل الجبير", event)
    XCTAssertEqual(minister.country, "SA")
    XCTAssertEqual(minister.sector, "GOV")
  }

  func testAdjectiveOfAnOrganizationTellsForWhom() throws {
    // "The UN envoy is to meet a delegation of the Houthi group in Kuwait next week"
    let event = try event("من المقرر أن يلتقي المبعوث الأممي وفد جماعة الحوثي في الكويت الأسبوع المقبل.")
    XCTAssertEqual(try actor("المبعوث الأممي", event).actsFor?.key, "Q1065")
    XCTAssertEqual(try actor("وفد جماعة الحوثي", event).country, "YE")
  }

  func testWhatBelongsToAnOrganizationActsForIt() throws {
    // "American aircraft launched a raid on a position of al-Qaeda …"
    let event = try event("شنت طائرات أمريكية غارة على موقع لتنظيم القاعدة في اليمن أمس.")
    XCTAssertEqual(try actor("موقع لتنظيم القاعدة", event).actsFor?.name, "تنظيم القاعدة")
    // "Militants of no name attacked a post near the UN": what stands behind another preposition owns nothing.
    let other = try self.event("هاجم مسلحون حاجزا قرب مقر الأمم المتحدة في صنعاء أمس.")
    XCTAssertNil(other.participants.first { $0.name.contains("حاجز") }?.actor?.actsFor)
  }

  func testCapitalThatAccusesIsItsGovernment() throws {
    let event = try event("اتهمت الرياض طهران بالتدخل في شؤون اليمن أمس.")
    for (name, country) in [("الرياض", "SA"), ("طهران", "IR")] {
      XCTAssertEqual(try actor(name, event).sector, "GOV")
      XCTAssertEqual(try actor(name, event).country, country)
    }
    // A town that is attacked is a town.
    XCTAssertNil(try actor("صنعاء", try self.event("قصفت طائرات التحالف صنعاء أمس.")).sector)
  }

  func testOfficeOnTheDayOfTheDocumentTellsTheSector() throws {
    let text = "التقى عادل الجبير مسؤولين في جدة أمس."
    let minister = try actor("عادل الجبير", try event(text))
    XCTAssertEqual(minister.sector, "GOV")
    XCTAssertEqual(minister.basis, ["office وزير الخارجية"])
    // Before he held one.
    XCTAssertNil(try actor("عادل الجبير", try event(text, on: "2001-08-10")).sector)
  }

  func testOwnEntryKeepsWhatTheShippedOneSays() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = folder.appendingPathComponent("watch.tsv")
    try Data("name\ttype\tid\tmine\nتنظيم الدولة الإسلامية\tOrganization\tW1\tfirst\n".utf8).write(to: list)
    let pipeline = try Pipeline(named: "arabic-news", gazetteers: [list.path])
    let document = try pipeline.process(RawDocument(id: "t", text: "هاجم تنظيم الدولة الإسلامية قرية في حلب أمس."))
    let group = try XCTUnwrap(document.entities.first { $0.type == .organization })
    XCTAssertEqual(group.identity?.ids, ["W1", "Q2429253"])
    XCTAssertEqual(group.kind, "armed-group")
    XCTAssertEqual(
      group.identity?.features.map { "\($0.name)=\($0.value)" }, ["acronym=ISIS", "mine=first"])
    XCTAssertEqual(document.events.first?.participants.first?.actor?.sector, "REB")
  }

  // MARK: Places

  func testDescribedPlaceLiesInTheOneNamedBesideIt() throws {
    let event = try event("وقع انفجار في سوق في بيروت أمس وقتل ثلاثة أشخاص.")
    let market = try XCTUnwrap(event.places.first { $0.entity == nil })
    XCTAssertEqual(market.within, event.places.compactMap(\.entity).first)
    XCTAssertEqual(market.precision, .point)
    XCTAssertLessThan(
      try XCTUnwrap(market.confidence), try XCTUnwrap(event.places.first { $0.entity != nil }?.confidence))
  }

  func testPlaceWithoutCoordinatesTakesThoseOfTheTownBesideIt() throws {
    let text = "استقبل الأمير محمد بن نايف السفير الياباني في قصر السلام بجدة أمس."
    var raw = RawDocument(id: "test", text: text)
    raw.info.anchor = CivilDate(iso: "2015-08-10").map { DocumentAnchor(date: $0, source: .option) }
    let document = try Self.pipeline.get().process(raw)
    let palace = try XCTUnwrap(document.events.first?.places.first)
    XCTAssertNil(palace.entity.flatMap { document.entities[$0].identity?.coordinates })
    XCTAssertEqual(document.location(of: palace)?.name, "جدة")
  }

  func testStreetOfACityIsNotThatCity() throws {
    // "An explosion in a market in Damascus Street in Beirut yesterday"
    let event = try event("وقع انفجار في سوق بشارع دمشق في بيروت أمس وقتل ثلاثة أشخاص.")
    XCTAssertFalse(event.places.contains { $0.name == "دمشق" })
    XCTAssertEqual(event.places.first { $0.name == "بيروت" }?.precision, .town)
    XCTAssertEqual(event.places.first { $0.name == "شارع دمشق" }?.precision, .point)
  }

  func testPrecisionFollowsTheKindOfPlace() throws {
    XCTAssertEqual(try event("اجتمع الوزير عادل الجبير مع جون كيري في الكويت أمس.").places.first?.precision, .country)
    XCTAssertEqual(try event("شن الجيش غارات على المسلحين في شمال العراق أمس.").places.first?.precision, .region)
  }

  // MARK: Days

  func testIntervalIsKept() throws {
    let event = try event("يقوم الوزير عادل الجبير بزيارة إلى موسكو من 1 إلى 4 سبتمبر 2015.")
    XCTAssertEqual(event.time?.value, "2015-09-01", "the first day, as ever")
    XCTAssertEqual(event.time?.days?.upperBound.description, "2015-09-04")
    XCTAssertEqual(event.time?.basis, .clause)
  }

  func testWhatHasHappenedIsNotAfterItsReport() throws {
    for event in try events("التقى جون كيري وزير الخارجية السعودي عادل الجبير في الدوحة في 20 أغسطس.") {
      guard event.status == .occurred, let days = event.time?.days else { continue }
      XCTAssertLessThanOrEqual(days.lowerBound.description, "2015-08-10")
    }
  }

  // MARK: Codes

  func testCodesFollowWordsAndStatus() throws {
    let cases: [(text: String, cameo: String, mode: String?)] = [
      // air raids; a car bomb; a phone call; a planned meeting
      ("شنت طائرات أمريكية غارات على مواقع المسلحين في اليمن أمس.", "195", "aerial"),
      ("انفجرت سيارة مفخخة قرب مسجد في بغداد أمس وقتل سبعة أشخاص.", "1832", "explosives"),
      ("أجرى الرئيس باراك أوباما اتصالا هاتفيا أمس مع المستشارة الألمانية أنغيلا ميركل.", "041", "phone"),
      ("من المقرر أن يلتقي جون كيري نظيره الروسي سيرغي لافروف في الدوحة غدا.", "036", "future"),
      // battles; shots; a rocket; blew himself up; a hunger strike
      ("وقعت معارك عنيفة بين الجيش وحركة طالبان في قندوز أمس.", "193", "firearms"),
      ("قتل شخص وأصيب آخر في إطلاق نار في عدن أمس.", "193", "firearms"),
      ("أطلق الحوثيون صاروخا على جازان أمس.", "194", "heavy-weapons"),
      ("فجر انتحاري نفسه في مسجد في القطيف أمس.", "1831", "suicide-attack"),
      ("بدأ السجناء إضرابا عن الطعام في رام الله أمس.", "142", "hunger"),
    ]
    for (text, cameo, mode) in cases {
      let code = try XCTUnwrap(event(text).code, text)
      XCTAssertEqual(code.cameo, cameo, text)
      XCTAssertEqual(code.mode, mode, text)
    }
  }

  func testQuadClassFollowsTheCategory() {
    let quads = ["CONSULT": 1, "AID": 2, "THREATEN": 3, "ASSAULT": 4]
    for (category, quad) in quads { XCTAssertEqual(EventCode(plover: category).quad, quad) }
    XCTAssertNil(EventCode().quad)
  }

  // MARK: Confidence of slots

  func testPartyThatIsOnlyGuessedIsBelowOneHalf() throws {
    // "Russia and Iran … The two sides met yesterday in Vienna": whom "the two sides" means is a guess.
    let text = "زار وزير الخارجية الروسي سيرغي لافروف طهران. والتقى محمد جواد ظريف. وعقد الطرفان اجتماعا في فيينا أمس."
    for event in try events(text) {
      for participant in event.participants {
        let confidence = try XCTUnwrap(participant.confidence)
        XCTAssertTrue((0...1).contains(confidence))
        if participant.filledBy.isGuess, participant.filledBy != .possessor { XCTAssertLessThan(confidence, 0.5) }
      }
    }
  }
}

/// The table of codes that the pipeline ships.
final class CodeTableTests: XCTestCase {
  private func rows() throws -> [TSVReader.Row] {
    let file = try KhabarHome.find().pipelines + "/codes.tsv"
    return try TSVReader(file: file, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: file)))).rows().map(\.cells)
  }

  /// PLOVER 0.8: the modes of each category, and those of any.
  private static let modes: [String: Set<String>] = [
    "CONSULT": ["visit", "third-party", "multilateral", "phone"],
    "RETREAT": ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
    "REQUEST": ["assist", "change", "yield", "meet"], "REJECT": ["assist", "change", "yield", "meet"],
    "ACCUSE": ["disapprove", "investigate", "allege"],
    "THREATEN": ["restrict", "arrest", "relations", "expel", "territory", "violence"],
    "PROTEST": ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
    "SANCTION": ["convict", "expel", "withdraw", "discontinue"],
    "MOBILIZE": ["troops", "weapons", "police", "militia"],
    "COERCE": [
      "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
    ],
    "ASSAULT": [
      "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
      "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ],
  ]
  private static let modesOfAny: Set = ["historical", "future", "hypothetical", "negation"]
  private static let contexts: Set = [
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
  ]

  func testModesAndContextsAreThoseOfTheirCategory() throws {
    for row in try rows() {
      if let mode = row["mode"] {
        let own = Self.modes[row["plover"] ?? ""] ?? []
        XCTAssertTrue(own.union(Self.modesOfAny).contains(mode), "\(row)")
      }
      if let context = row["context"] { XCTAssertTrue(Self.contexts.contains(context), "\(row)") }
    }
  }

  /// The table of Documentation/coding.md has every row that asks for no words.
  func testDocumentedTableIsThePipelines() throws {
    let file = try KhabarHome.find().path + "/Documentation/coding.md"
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
    let header = try XCTUnwrap(lines.firstIndex(of: "| type | action, status | CAMEO | PLOVER | mode | context |"))
    let documented = lines[(header + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let expected = try rows().filter { $0["words"] == nil && $0["near"] == nil }.map { row in
      let what = [row["action"], row["status"]].compactMap { $0 }.joined(separator: " ")
      return [row["event"] ?? "", what] + ["cameo", "plover", "mode", "context"].map { row[$0] ?? "" }
    }
    XCTAssertEqual(documented, expected)
  }

  func testEveryCodeIsOneOfItsScheme() throws {
    let categories: Set = [
      "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
      "THREATEN",
      "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ]
    for row in try rows() {
      if let plover = row["plover"] { XCTAssertTrue(categories.contains(plover), plover) }
      if let cameo = row["cameo"] {
        XCTAssertTrue(cameo.count == 3 || cameo.count == 4, cameo)
        XCTAssertTrue((1...20).contains(Int(cameo.prefix(2)) ?? 0), cameo)
      }
    }
  }

  func testEveryTypeAndActionOfTheRulesHasItsCategory() throws {
    let table = try rows()
    let rules = try KhabarHome.find().pipelines + "/arabic-news"
    var actions: [String: Set<String>] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: rules).sorted() {
      let lines = try String(contentsOfFile: "\(rules)/\(file)", encoding: .utf8).split(separator: "\n").map {
        $0.split(separator: " ").map(String.init)
      }
      guard let event = lines.first(where: { $0.first == "event" })?.last else { continue }
      actions[event, default: []].formUnion(lines.filter { $0.first == "action" }.compactMap(\.last))
    }
    for (event, actions) in actions {
      let own = table.filter { $0["event"] == event }
      XCTAssertFalse(own.isEmpty, "\(event) has no row")
      for action in actions {
        XCTAssertTrue(own.contains { $0["action"] == action || $0["action"] == nil }, "\(event), \(action)")
      }
      for row in own { XCTAssertTrue(row["action"].map(actions.contains) ?? true, "\(event): \(row["action"] ?? "")") }
    }
  }

  func testEveryTypeEndsInARowThatAlwaysFits() throws {
    var last: [String: TSVReader.Row] = [:]
    for row in try rows() { last[try XCTUnwrap(row["event"])] = row }
    for (type, row) in last {
      for column in ["action", "status", "words", "near"] { XCTAssertNil(row[column], "\(type): \(column)") }
    }
  }
}

/// Codes of countries.
final class CountryCodeTests: XCTestCase {
  func testBothWays() {
    for (two, three) in ["SA": "SAU", "GB": "GBR", "PS": "PSE", "XK": "XKX"] {
      XCTAssertEqual(CountryCode.alpha3(of: two), three)
      XCTAssertEqual(CountryCode.alpha2(of: three), two)
    }
    XCTAssertNil(CountryCode.alpha3(of: "??"))
  }
}
