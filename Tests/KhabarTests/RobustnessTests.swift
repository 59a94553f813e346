import Foundation
import Khabar
import KhabarTestSupport
import XCTest

/// The whole pipeline on texts that nobody wrote: cut, torn and sprinkled samples.
final class RobustnessTests: XCTestCase {
  /// What makes parsers stumble: marks alone, joiners, digits of several scripts, brackets, quotes, surrogates'
  /// neighbours, control characters, emoji, presentation forms.
  private static let sprinkles: [String] = [
    "\u{0}", "\u{1A}", "\u{200D}", "\u{202E}", "\u{640}", "\u{64B}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "😀", "ﷲ", "ﻻ",
    "٣", "9",
    "99999999999999999999999", "٪", "(", ")", "«", "\"", "-", "/", ".", "…", "\n", "\r\n", "\u{2028}", " و", " ال",
    "لل", "a", "http://",
    "1/13/20244", "31/2/2024", "هـ", "م", " و و و", "\t",
  ]

  func testTornTextsGiveSpansThatSliceBack() throws {
    let pipeline = try Pipeline(named: "arabic-news")
    let exporter = JSONExporter(options: ExportOptions(include: .tokens))
    var dice = Dice(for: "torn texts")
    for text in try samples() {
      let scalars = Array(text.unicodeScalars)
      for round in 0..<12 {
        var torn = String.UnicodeScalarView()
        let start = dice.roll(scalars.count)
        let end = min(scalars.count, start + 1 + dice.roll(400))
        for scalar in scalars[start..<end] {
          if dice.roll(100) < round * 3 {
            torn.append(contentsOf: Self.sprinkles[dice.roll(Self.sprinkles.count)].unicodeScalars)
          }
          if dice.roll(100) >= round { torn.append(scalar) }
        }
        try check(String(torn), pipeline, exporter)
      }
    }
    for text in Self.sprinkles + ["", " ", Self.sprinkles.joined(), Self.sprinkles.joined(separator: " ")] {
      try check(text, pipeline, exporter)
    }
  }

  /// Words that trigger, carry, forbid or time the shipped rules, and those that hold clauses together, in no order:
  /// what the parts of a sentence lean on is missing or twice.
  private static let words = """
    التقى يلتقي سيلتقي والتقى استقبل استقباله زار زارها سيزور وزار زيارة زيارته الزيارة وصل وصول يصل غادر توجه عاد تفقد \
    اجتماع اجتماعا الاجتماع اجتمع عقد يعقد عُقد ترأس ترؤسه برئاسة مباحثات أجرى أجراها إجراء لقاء اللقاء محادثات قمة \
    اتصالا هاتفيا تلقى وقع وقعت توقيع اتفاقية اتفاقا مذكرة أبرم عين تعيين انتخب استقال أقال إقالة خرج قصف هجوم الهجوم \
    هجوما شن تعرض تبنى استهدف استهدفت انفجار تفجير غارات اشتباكات إطلاق نار النار أطلق مسلحون مسلحين قتل مقتل أصيب \
    إصابة دخلت انسحبت انتشرت قوات القوات الجيش الشرطة ألغى إلغاء أجل تأجيل نفى نفي إذا لو ربما لم لن لا ليس عدم دون قد \
    سوف المقرر المقبل كان كانت يكون أن إن إنه بأن الذي التي الذين حيث بعد قبل خلال عقب لدى أثناء عند حول بشأن بهدف من إلى \
    على عن في مع بين و ثم أو كما فيما بينما مشيرا مؤكدا قادما بحضور يرافقه رافقه بدعوة نظيره ونظيره هذا هذه ذلك بهذه \
    لهذه الرئيس رئيس الوزير وزير الخارجية المصري العراقي التركي الملك الأمير السفير سموه جلالته د الدكتور الشيخ محمد أحمد \
    السيسي أردوغان السوداني بن عبد الله آل العاصمة مدينة بغداد القاهرة بالقاهرة أنقرة مقر مكتبه قصر مسجد سوق مطار مستشفى \
    جسر وفد وفدا عدد مجموعة مئات 12 خمسة ثلاثة أشخاص آخرين جنود المدنيين أمس اليوم غدا الأحد الثلاثاء الماضي 14 فبراير \
    2024 صباح مساء الساعة وديا مباراة لاذعا إعلامي الوكالة بيان قال وقال صرح أعلن أكد ذكرت
    """.split(separator: " ").map(String.init)

  private static let marks = ["،", ".", "\n", "\n\n", ":", "(", ")", "\"", " - ", "؛", "!", "؟", "«", "»", "…", "/"]

  func testWordsOfRulesInAnyOrderGiveADocument() throws {
    let pipeline = try Pipeline(named: "arabic-news")
    let exporter = JSONExporter(options: ExportOptions(include: .tokens))
    XCTAssertGreaterThan(Set(Self.words).count, 200)
    var dice = Dice(for: "words of rules")
    var events = 0
    for _ in 0..<250 {
      var text = ""
      for _ in 0..<(1 + dice.roll(60)) {
        text += dice.roll(12) == 0 ? "" : " "
        text += dice.roll(9) == 0 ? Self.marks[dice.roll(Self.marks.count)] : Self.words[dice.roll(Self.words.count)]
      }
      let document = try check(text, pipeline, exporter)
      events += document.events.count
      for event in document.events {
        XCTAssertFalse(event.rule.isEmpty, text)
        XCTAssertTrue((0...0.99).contains(event.confidence), text)
        XCTAssertTrue(event.evidence.contains(event.trigger) || !event.mentions.isEmpty, text)
      }
      let rules = Set(pipeline.ruleLocations.keys)
      for trial in pipeline.insight.trials(document.resolved, rules) {
        XCTAssertFalse(trial.trigger.map { document.text.string($0).isEmpty } ?? false, text)
        for finding in trial.findings { XCTAssertFalse(finding.fact.isEmpty, text) }
      }
    }
    XCTAssertGreaterThan(events, 50, "the words do make events")
  }

  /// One thing over and over, as deep as a file goes: stacks are finite.
  func testRepetitions() throws {
    let pipeline = try Pipeline(named: "arabic-news")
    let exporter = JSONExporter(options: ExportOptions(include: .tokens))
    for piece in ["و ", "ناقص ", "وفد من "] {
      try check("التقى الوزير " + String(repeating: piece, count: 32_000), pipeline, exporter)
    }
    let repeated = [
      "(", "«", "\"", "بن ", "رئيس ", "وزير خارجية ", "في ", "هذا ", "و", "ال", "1/", "-", "أمس ",
      "مائة ", "من بين ", "بعد ", "التقى ", "<b>", "&amp;", "ـ", "\u{64B}", "\u{200F}", ".", "،", "\n",
    ]
    for piece in repeated {
      let text = String(repeating: piece, count: 1500)
      try check("التقى الوزير " + text, pipeline, exporter)
    }
  }

  @discardableResult
  private func check(_ text: String, _ pipeline: Pipeline, _ exporter: JSONExporter) throws -> AssembledDocument {
    let document = try pipeline.process(RawDocument(id: "a", text: text))
    let record = try JSONSerialization.jsonObject(with: Data(exporter.export(document)))
    let source = Array(text.unicodeScalars)
    func visit(_ value: Any) {
      if let list = value as? [Any] { list.forEach(visit) }
      guard let object = value as? [String: Any] else { return }
      object.values.forEach(visit)
      guard let start = object["start"] as? Int, let end = object["end"] as? Int else { return }
      guard start >= 0, start < end, end <= source.count else {
        XCTFail("\(start)..<\(end) of \(source.count): \(text)")
        return
      }
      guard let words = object["text"] as? String else { return }
      // JSONSerialization drops a byte order mark behind an escape.
      let expected = source[start..<end].filter { $0 != "\u{FEFF}" }
      XCTAssertTrue(words.unicodeScalars.filter { $0 != "\u{FEFF}" }.elementsEqual(expected), "\(words) in: \(text)")
    }
    visit(record)
    return document
  }

  private func samples() throws -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Samples")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
      .sorted()
    XCTAssertGreaterThan(names.count, 5)
    return try names.map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
  }
}
