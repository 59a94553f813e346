import KhabarCore
import XCTest

@testable import KhabarExport

final class ExplanationExporterTests: XCTestCase {
  /// An entry's index is its line; number 7 has an id.
  private struct Entries: EntryStore {
    func entry(_ reference: EntryReference) -> GazetteerEntry {
      GazetteerEntry(
        name: "مدخل \(reference.index)", type: .person, id: reference.index == 7 ? "Q7" : nil,
        location: SourceLocation(file: "lists/my.tsv", line: Int(reference.index)))
    }
    func entries(named name: String, type: EntityType) -> [EntryReference] { [] }
    func tenures(office: [WordKey], country: String?) -> [EntryReference] { [] }
  }

  private static let all = ExplanationExporter.Section.usual.union([.rejected])

  private func explain(_ document: AssembledDocument, only sections: Set<ExplanationExporter.Section> = all) -> String {
    let exporter = ExplanationExporter(
      sections: sections, options: ExportOptions(pipeline: "test"), entries: Entries(),
      ruleLocations: ["attack.test": SourceLocation(file: "my.rules", line: 3, column: 6)])
    return String(decoding: exporter.export(document), as: UTF8.self)
  }

  /// A document with these layers and no others.
  private func document(
    _ text: String, id: String = "a", removed: [Removal] = [], dateline: TextSpan<SourceBytes>? = nil,
    byline: TextSpan<SourceBytes>? = nil, mentions: [Mention] = [], entities: [Entity] = [],
    anchor: DocumentAnchor? = nil
  ) -> AssembledDocument {
    let raw = RawDocument(id: id, text: text)
    let clean = CleanDocument(
      raw: raw, text: AlignedText(identity: raw.bytes), removed: removed, dateline: dateline, byline: byline)
    let matched = MatchedDocument(tokenized: TokenizedDocument(clean: clean, tokens: [], sentences: []), lookups: [])
    let recognized = RecognizedDocument(matched: matched, mentions: mentions, entities: entities)
    return AssembledDocument(
      resolved: ResolvedDocument(recognized: recognized, anchor: anchor, times: [], quantities: []), events: [])
  }

  func testEveryLayer() {
    XCTAssertEqual(
      explain(SampleDocument.assembled(warnings: ["تنبيه"])),
      """
      document a
        source news/a.txt
        title: عنوان "أول" & <ثان>
        pipeline test
        characters \(SampleDocument.text.unicodeScalars.count)
        warning: تنبيه
        removed: none
        date
          value 2024-04-15
          from metadata of the record or page
        entities
          E1 Person: الوزير
            country IQ
            title: وزير <الخارجية>
            name, rule test [7,13): الوزير
          E2 Place (city): بغداد
            name, rule test [22,27): بغداد
        times
          T1 DATE [34,47): 15 & 16 نيسان
            value 2024-04-15/2024-04-16
            modifier APPROX
            calendar islamic-umalqura 1445-10-06
            rule test
            anchor 2024-04-15, the document's date
          T2 DATE [42,47): نيسان
            value 2024-04
            rule test
            anchor T1
        quantities
          Q1 money [34,36): 15
            value 2500 to 1250.5
            unit: دينار
            currency IQD
            modifier APPROX
            rule test
          Q2 cardinal [39,41): 16
            value unknown
            rule test
        events
          V1 Attack, occurred, confidence 0.93
            rule attack.test, my.rules:3:6
            trigger [2,6): وقال
            attacker E1 by subject [7,13): الوزير
              actor IQ GOV for المجلس, by title وزير
            target described by object [15,17): لا
            place E2 by after: بغداد
            time 2024-04-15 by clause, T1 [34,47): 15 & 16 نيسان
              rule test
              anchor 2024-04-15, the document's date
            action appointed
            killed 32
            injured 0
            told again [51,56): انتهى
            evidence [2,27): وقال الوزير "لا" في بغداد
        rejected: none

      """)
  }

  func testWhatCleaningTookOutAndKept() {
    let text = "كتب سالم\nبغداد - قال\u{200F} نعم\n[ad_1]"
    func source(_ part: String) -> TextSpan<SourceBytes> {
      let span = SampleDocument.span(part, in: text)
      return TextSpan(span.lowerBound, span.upperBound)
    }
    let explained = document(
      text,
      removed: [
        Removal(span: source("كتب سالم"), reason: "byline"),
        Removal(span: source("\u{200F}"), reason: "direction-mark"),
        Removal(span: source("\n[ad_1]"), reason: "ad-marker"),
      ], dateline: source("بغداد"), byline: source("كتب سالم"))
    XCTAssertEqual(
      explain(explained, only: [.removed]),
      #"""
      document a
        pipeline test
        characters 32
        removed
          byline [0,8): كتب سالم
          direction-mark [20,21): \u{200F}
          ad-marker [25,32): \n[ad_1]
          kept as dateline [9,14): بغداد
          kept as byline [0,8): كتب سالم

      """#)
  }

  func testEntriesReasonsAndReferences() {
    let text = "علي وبكر والرجلان"  // Ali and Bakr and the two men
    func mention(_ part: String, _ kind: MentionKind, entry: Int? = nil, entity: EntityID? = nil) -> Mention {
      var mention = Mention(
        tokens: TextSpan(0, 1), span: SampleDocument.span(part, in: text), type: .person, kind: kind,
        entry: entry.map { EntryReference(list: 0, index: $0) }, rule: "test")
      mention.entity = entity
      return mention
    }
    var both = mention("الرجلان", .collective)
    both.members = [EntityID(0), EntityID(1)]
    var first = Entity(type: .person, name: "علي")
    first.entry = EntryReference(list: 0, index: 7)
    first.mentions = [MentionID(0)]
    first.provenance = ["name: علي", "alias in brackets: بكر", "name: علي"]
    var second = Entity(type: .person, name: "بكر")
    second.mentions = [MentionID(1)]
    let explained = document(
      text,
      mentions: [
        mention("علي", .name, entry: 7, entity: EntityID(0)), mention("بكر", .partial, entry: 9, entity: EntityID(1)),
        both,
        mention("علي", .description, entity: EntityID(1)), mention("علي", .description),
      ], entities: [first, second])
    XCTAssertEqual(
      explain(explained, only: [.entities]),
      """
      document a
        pipeline test
        characters 17
        entities
          E1 Person: علي
            entry Q7, lists/my.tsv:7: مدخل 7
            name, rule test [0,3): علي
            why name: علي
            why alias in brackets: بكر
          E2 Person: بكر
            partial, rule test [5,8): بكر
              entry lists/my.tsv:9: مدخل 9
          E1, E2 meant by collective, rule test [10,17): الرجلان
          E2 meant by description, rule test [0,3): علي

      """)
  }

  func testWhereTheDateIsFrom() {
    let day = CivilDate(year: 2024, month: 4, day: 15)
    let cases: [(anchor: DocumentAnchor?, lines: [String])] = [
      (nil, ["  date: none"]),
      (
        DocumentAnchor(date: day, source: .option),
        ["  date", "    value 2024-04-15", "    from option, given for the run"]
      ),
      (DocumentAnchor(date: day, source: .file), ["  date", "    value 2024-04-15", "    from file, by its name"]),
      (
        DocumentAnchor(date: day, secondOfDay: 3600, source: .metadata),
        [
          "  date", "    value 2024-04-15", "    second of the day 3600", "    from metadata of the record or page",
        ]
      ),
    ]
    for (anchor, lines) in cases {
      let text = explain(document("خبر", anchor: anchor), only: [.date])
      XCTAssertEqual(text.split(separator: "\n").dropFirst(3).map(String.init), lines)
    }
    let sample = SampleDocument.assembled().resolved
    let dated = ResolvedDocument(
      recognized: sample.recognized, anchor: DocumentAnchor(date: day, source: .text, time: TimeID(1)),
      times: sample.times,
      quantities: [])
    let text = explain(AssembledDocument(resolved: dated, events: []), only: [.date])
    XCTAssertTrue(text.hasSuffix("\n    value 2024-04-15\n    from text, T2 [42,47): نيسان\n"), text)
  }

  /// The slots tell how they were filled; what remains is told as a reason.
  func testStepsOfAnEventAreToldOnce() {
    let sample = SampleDocument.assembled()
    var event = sample.events[0]
    event.provenance = ["attacker: subject", "place: after", "target: complement", "merged: attack.noun"]
    let text = explain(AssembledDocument(resolved: sample.resolved, events: [event]), only: [.events])
    XCTAssertEqual(
      text.split(separator: "\n").filter { $0.contains("why") },
      ["      why target: complement", "      why merged: attack.noun"])
  }

  func testSectionsAreThoseAskedFor() {
    func headings(_ sections: Set<ExplanationExporter.Section>) -> [String] {
      explain(document("خبر"), only: sections).split(separator: "\n").dropFirst(3).map(String.init)
    }
    XCTAssertEqual(headings([]), [])
    XCTAssertEqual(
      headings([.events, .removed]), ["  removed: none", "  events: none"], "in the order of the sections")
    XCTAssertEqual(headings([.times]), ["  times: none", "  quantities: none"])
    XCTAssertEqual(
      headings(Self.all),
      [
        "  removed: none", "  date: none", "  entities: none", "  times: none", "  quantities: none", "  events: none",
        "  rejected: none",
      ])
    XCTAssertEqual(Self.all.subtracting(ExplanationExporter.Section.usual), [.rejected], "only when asked for")
  }

  func testRulesThatMadeNoEventAreToldWithTheirReasons() {
    let exporter = ExplanationExporter(
      sections: [.rejected], options: ExportOptions(pipeline: "test"),
      insight: AssemblyInsight(trials: { _, _ in
        let trigger = SampleDocument.span("التقى", in: "قد التقى")
        return ["needs 2 party, has 1", "not with noun مباراة"].enumerated().map { index, reason in
          RuleTrial(rule: "meeting.\(index)", trigger: trigger, outcome: .rejected(reason: reason))
        } + [RuleTrial(rule: "meeting.2", trigger: trigger, outcome: .made)]
      }))
    let text = String(decoding: exporter.export(document("قد التقى")), as: UTF8.self)
    XCTAssertEqual(
      text,
      """
      document a
        pipeline test
        characters 8
        rejected
          meeting.0 at [3,8): التقى
            needs 2 party, has 1
          meeting.1 at [3,8): التقى
            not with noun مباراة

      """)
  }

  /// Nothing in a document breaks a line or reaches the terminal as a command.
  func testInvisibleTextIsWrittenOut() {
    let hostile = "a\r\nb\u{1B}[2J\u{202E}\u{2028}\u{85}\t"
    let removal = Removal(span: TextSpan(0, hostile.utf8.count), reason: "test")
    let shown = #"a\u{D}\nb\u{1B}[2J\u{202E}\u{2028}\u{85}\t"#
    XCTAssertEqual(
      explain(document(hostile, id: hostile, removed: [removal]), only: [.removed]),
      "document \(shown)\n  pipeline test\n  characters 12\n  removed\n    test [0,12): \(shown)\n")
  }

  func testLongTextIsCutBetweenCodePoints() {
    let bytes = Array("بغداد".utf8)
    XCTAssertEqual(Outline.excerpt(bytes[...], limit: 5), "بغداد")
    XCTAssertEqual(Outline.excerpt(bytes[...], limit: 4), "بغدا…")
    XCTAssertEqual(Outline.excerpt(bytes[2...], limit: 2), "غد…")
    let long = String(repeating: "ب", count: 300)
    let removal = Removal(span: TextSpan(0, long.utf8.count), reason: "test")
    let text = explain(document(long, removed: [removal]), only: [.removed])
    XCTAssertTrue(text.hasSuffix(" [0,300): \(long.prefix(100))…\n"), text)
  }
}
