import XCTest

@testable import Khabar

/// Whatever denies a happening keeps it from being told: its own negation, that of the verb or noun it hangs on, and
/// words that say that it was not so.
final class DenialTests: XCTestCase {
  private func assertNot(_ type: String, _ texts: [String], line: UInt = #line) throws {
    for text in texts {
      let statuses = try AssemblyFixture.events(type, in: text).map(\.status)
      XCTAssertTrue(statuses.allSatisfy { $0 == .denied || $0 == .cancelled }, "\(text): \(statuses)", line: line)
    }
  }

  private func assert(_ status: EventStatus, _ type: String, _ texts: [String], line: UInt = #line) throws {
    for text in texts {
      XCTAssertEqual(try AssemblyFixture.events(type, in: text).map(\.status), [status], text, line: line)
    }
  }

  /// No news of an attack, there was none, none was noted, the police ruled it out.
  func testNoAttack() throws {
    try assertNot(
      "Attack",
      [
        "لم ترد أنباء عن هجوم في كركوك أمس.", "لا أنباء عن هجمات في كركوك أمس.", "ليس هناك أي هجوم في كركوك أمس.",
        "لم يكن هناك هجوم في كركوك أمس.", "لن تكون هناك هجمات في كركوك.", "لم يحدث أي تفجير في كركوك أمس.",
        "لم يسجل أي هجوم في كركوك أمس.", "لم تشهد كركوك أي هجمات أمس.", "لم تقع هجمات في كركوك أمس.",
        "لم يعلن المحافظ عن هجوم في كركوك أمس.", "لم تؤكد الشرطة وقوع هجوم في كركوك أمس.",
        "مر الأسبوع من دون هجمات في كركوك.", "مر الأسبوع بلا هجمات في كركوك.",
        "لا صحة لما تردد عن وقوع تفجير في كركوك أمس.", "استبعدت الشرطة وقوع هجوم في كركوك أمس.",
      ])
  }

  /// No information, no sign of an attack; it was threatened, it was being planned.
  func testNoWordOfAnAttack() throws {
    try assertNot(
      "Attack",
      [
        "ليست هناك أي معلومات عن هجوم في كركوك أمس.", "لا معلومات عن هجوم في كركوك أمس.",
        "لا أدلة على هجوم في كركوك أمس.", "لا مؤشرات على هجوم في كركوك أمس.", "ما قصف الجيش كركوك أمس.",
        "ما قتل الجنود أحدا في كركوك أمس.", "هدد الجيش بقصف كركوك أمس.", "توعد الجيش بقصف كركوك.",
        "اتهم الجيش المسلحين بالتخطيط لهجوم على كركوك.", "كان الجيش على وشك اقتحام كركوك أمس.",
        "انتشرت القوات تحسبا لهجوم محتمل من جانب المسلحين.", "حذر المحافظ من هجوم محتمل على كركوك.",
      ])
  }

  /// Does not intend to visit, it is not scheduled, no plans; nobody visited; visited there instead of here.
  func testWhatIsNotPlanned() throws {
    try assertNot(
      "Visit",
      [
        "لا يعتزم ماجد الحداد زيارة بغداد.", "لا ينوي ماجد الحداد زيارة بغداد.", "لم يقرر ماجد الحداد زيارة بغداد.",
        "ليس من المقرر أن يزور ماجد الحداد بغداد.", "لا خطط لزيارة ماجد الحداد إلى بغداد.",
        "لم يتوقع ماجد الحداد زيارة بغداد.", "لا أحد زار بغداد أمس.", "لا ماجد الحداد زار بغداد ولا كريم الحسيني.",
      ])
    try assert(
      .planned, "Visit", ["من المقرر أن يزور ماجد الحداد بغداد غدا.", "يعتزم ماجد الحداد زيارة بغداد غدا."])
    try assertNot("Agreement", ["لم توقع مصر والعراق الاتفاقية أمس."])
    XCTAssertEqual(
      try AssemblyFixture.events("Visit", in: "بدلا من زيارة بغداد زار ماجد الحداد أربيل أمس.").map(\.placeNames),
      [["أربيل"]])
  }

  /// No meeting was held or announced, there is none, he avoided it.
  func testNoMeeting() throws {
    try assertNot(
      "Meeting",
      [
        "لم يعقد أي لقاء بين ماجد الحداد وكريم الحسيني أمس.", "لم يعلن عن لقاء بين ماجد الحداد وكريم الحسيني.",
        "لم يعلن ماجد الحداد عن لقاء مع كريم الحسيني أمس.", "لن يكون هناك لقاء بين ماجد الحداد وكريم الحسيني.",
        "ما من لقاء بين ماجد الحداد وكريم الحسيني أمس.", "ليس ثمة لقاء بين ماجد الحداد وكريم الحسيني.",
        "لم يجر أي لقاء بين ماجد الحداد وكريم الحسيني أمس.", "لم يكن هناك اجتماع بين ماجد الحداد وكريم الحسيني أمس.",
        "لم يلتق ماجد الحداد كريم الحسيني أمس.", "تجنب ماجد الحداد لقاء كريم الحسيني أمس.",
      ])
  }

  /// Did not make a visit, it never came about that he visited, it is not so that he did.
  func testNoVisit() throws {
    try assertNot(
      "Visit",
      [
        "لم يقم ماجد الحداد بزيارة بغداد أمس.", "لم تتم زيارة ماجد الحداد لبغداد أمس.",
        "لم يسبق أن زار ماجد الحداد بغداد.", "لم يسبق لماجد الحداد أن زار بغداد.",
        "لم يكن ماجد الحداد قد زار بغداد من قبل.", "ما كان ماجد الحداد قد زار بغداد من قبل.",
        "ليس صحيحا أن ماجد الحداد زار بغداد أمس.", "غير صحيح أن ماجد الحداد زار بغداد أمس.",
        "لم يثبت أن ماجد الحداد زار بغداد أمس.", "لم يحدث أن زار ماجد الحداد بغداد.",
        "وما زار ماجد الحداد بغداد أمس.", "لم يزر ماجد الحداد بغداد قط.",
      ])
  }

  /// Nearly visited, was about to, did not manage to, drew back from it, it was put off.
  func testNotAchieved() throws {
    try assertNot(
      "Visit",
      [
        "كاد ماجد الحداد يزور بغداد أمس.", "كادت ريم الحسيني تزور بغداد أمس.", "هم ماجد الحداد بزيارة بغداد أمس.",
        "لم يفلح ماجد الحداد في زيارة بغداد أمس.", "لم ينجح ماجد الحداد في زيارة بغداد أمس.",
        "تراجع ماجد الحداد عن زيارة بغداد أمس.", "عدل ماجد الحداد عن زيارة بغداد أمس.",
        "تخلى ماجد الحداد عن زيارة بغداد أمس.", "اعتذر ماجد الحداد عن زيارة بغداد أمس.",
        "تعذرت زيارة ماجد الحداد لبغداد أمس.", "تأجلت زيارة ماجد الحداد لبغداد أمس.",
        "كان يفترض أن يزور ماجد الحداد بغداد أمس.", "يرغب ماجد الحداد في زيارة بغداد.",
      ])
  }

  /// Put it out of mind, gave it up, did without it.
  func testGivenUp() throws {
    try assertNot(
      "Visit",
      [
        "صرف ماجد الحداد النظر عن زيارة بغداد أمس.", "صرفت ريم الحسيني النظر عن زيارة بغداد أمس.",
        "صرف وزير الخارجية ماجد الحداد النظر عن زيارة بغداد أمس.", "قال ماجد الحداد إنه صرف النظر عن زيارة بغداد.",
        "غض ماجد الحداد الطرف عن زيارة بغداد أمس.", "تنازل ماجد الحداد عن زيارة بغداد أمس.",
        "استغنى ماجد الحداد عن زيارة بغداد أمس.", "تراجعت ريم الحسيني عن زيارة بغداد أمس.",
      ])
    try assertNot(
      "Meeting",
      [
        "صرفت الحكومة النظر عن عقد لقاء مع كريم الحسيني أمس.",
        "صرف ماجد الحداد النظر عن لقاء كريم الحسيني أمس.", "تراجع ماجد الحداد عن عقد لقاء مع كريم الحسيني أمس.",
        "عدل ماجد الحداد عن لقاء كريم الحسيني أمس.",
      ])
    // Whatever one thinks of it, it was.
    try assert(
      .occurred, "Visit",
      [
        "بصرف النظر عن الخلافات زار ماجد الحداد بغداد أمس.", "زار ماجد الحداد بغداد أمس بغض النظر عن الخلافات.",
        "زار ماجد الحداد بغداد أمس ولفت النظر إلى الأزمة.",
      ])
  }

  /// The meeting was not held, did not convene; what was rumoured of an attack.
  func testNotHeldAndRumoured() throws {
    try assertNot(
      "Meeting",
      [
        "لم يعقد الاجتماع بين ماجد الحداد وكريم الحسيني أمس.", "لم ينعقد الاجتماع بين ماجد الحداد وكريم الحسيني أمس.",
        "لم يلتئم الاجتماع بين ماجد الحداد وكريم الحسيني أمس.",
        "لم تعقد المحادثات بين ماجد الحداد وكريم الحسيني أمس.",
        "لم تجر المحادثات بين ماجد الحداد وكريم الحسيني أمس.",
        "نفى مصدر ما نشر عن لقاء بين ماجد الحداد وكريم الحسيني أمس.",
      ])
    try assertNot(
      "Attack",
      [
        "نفى مصدر أمني ما تردد عن هجوم في كركوك أمس.", "نفى مصدر أمني ما أشيع عن هجوم في كركوك أمس.",
        "نفى المحافظ ما ذكرته الصحف عن هجوم في كركوك أمس.", "لم يستبعد المحافظ ما يتردد عن هجوم في كركوك.",
      ])
    try assert(.occurred, "Meeting", ["عقد الاجتماع بين ماجد الحداد وكريم الحسيني أمس."])
  }

  /// Nobody was killed in the attack: it was, and hit nobody.
  func testNobodyWasKilledInTheAttack() throws {
    for text in [
      "لم يقتل أحد في الهجوم على السوق في كركوك أمس.", "لم يُقتل أحد في الهجوم على السوق في كركوك أمس.",
      "لم يقتل أي جندي في القصف الذي استهدف الثكنة في كركوك أمس.",
      "لم يُقتل ماجد الحداد في الغارة التي استهدفت منزله في كركوك أمس.",
      "لم تقتل ريم الحسيني في الغارة على منزلها في كركوك أمس.",
      "لم يقتل الوزير في الهجوم على موكبه في كركوك أمس.", "لم يصب أحد في الهجوم على السوق في كركوك أمس.",
      "لم يصب ماجد الحداد في الهجوم الذي استهدف موكبه في كركوك أمس.",
      "لم يسفر الهجوم على السوق في كركوك أمس عن ضحايا.", "لم تسفر الغارة على كركوك أمس عن قتلى.",
    ] {
      let events = try AssemblyFixture.events("Attack", in: text)
      XCTAssertEqual(events.map(\.status), [.occurred], text)
      XCTAssertEqual(events.compactMap { $0.killed ?? $0.injured }, [], text)
      for name in ["ماجد الحداد", "ريم الحسيني", "أي جندي", "أحد", "الوزير"] {
        XCTAssertFalse(events.flatMap(\.parties).contains("target \(name)"), text)
      }
      XCTAssertTrue(events.flatMap(\.placeNames).contains("كركوك"), text)
    }
    // In an attack that nobody says there was.
    try assertNot("Attack", ["لم يقتل ماجد الحداد في هجوم في كركوك أمس.", "لم يقتل أحد في كركوك أمس."])
    XCTAssertEqual(
      try AssemblyFixture.events("Attack", in: "قتل ثلاثة جنود في الهجوم على السوق في كركوك أمس.").map(\.killed), [3])
  }

  /// What nobody denied is told like anything else.
  func testADenialThatIsDenied() throws {
    for text in [
      "لم ينف ماجد الحداد أنه التقى كريم الحسيني أمس.", "لا ينكر ماجد الحداد أنه التقى كريم الحسيني أمس.",
      "لم ينكر ماجد الحداد لقاءه كريم الحسيني أمس.", "لم ينف ماجد الحداد لقاءه كريم الحسيني أمس.",
      "لم تنف الوزارة لقاء ماجد الحداد وكريم الحسيني أمس.",
    ] {
      let statuses = try AssemblyFixture.events("Meeting", in: text).map(\.status)
      XCTAssertFalse(statuses.contains(.denied), text)
    }
    try assertNot("Meeting", ["نفى ماجد الحداد أنه التقى كريم الحسيني أمس.", "ينكر ماجد الحداد لقاءه كريم الحسيني."])
  }

  /// Somebody tried to kill somebody: an attack, whatever came of it.
  func testAttempts() throws {
    try assert(
      .occurred, "Attack",
      [
        "نجا ماجد الحداد من محاولة اغتيال في كركوك أمس.", "تعرض ماجد الحداد لمحاولة اغتيال في كركوك أمس.",
        "حاول مسلحون اغتيال ماجد الحداد في كركوك أمس.", "فشلت محاولة اغتيال ماجد الحداد أمس.",
        "نجت ريم الحسيني من محاولة اغتيال أمس.", "تعرض القاضي ماجد الحداد أمس لمحاولة قتل.",
        "أدان الوزير محاولة اغتيال ماجد الحداد.", "حاول مجهولون أمس قتل القاضي ماجد الحداد.",
        "نجا نائب المحافظ أمس من محاولة اغتيال.", "نجا قائد الفرقة من محاولة اغتيال في البصرة.",
      ])
    try assertNot("Attack", ["حاول ماجد الحداد أمس إقناع كريم الحسيني.", "يعاقب القانون على محاولة اغتيال."])
  }

  /// Still shells, has not ceased shelling, kept shelling.
  func testGoesOn() throws {
    try assert(
      .ongoing, "Attack",
      [
        "ما زال الجيش يقصف حلب.", "ما زالت الطائرات تقصف حلب.", "لا يزال الجيش يقصف حلب.",
        "لا تزال الطائرات تقصف حلب.", "مازال الجيش يقصف حلب.", "لازال الجيش يقصف حلب.", "ما برح الجيش يقصف حلب.",
        "ما فتئ الجيش يقصف حلب.", "ما انفك الجيش يقصف حلب.", "لم يزل الجيش يقصف حلب.", "ظل الجيش يقصف حلب أمس.",
      ])
  }

  /// Managed to visit, was not content with visiting; the visit brought no agreement, nobody was hurt in an attack.
  func testWhatIsNotDenied() throws {
    try assert(
      .occurred, "Visit",
      [
        "نجح ماجد الحداد في زيارة بغداد أمس.", "قام ماجد الحداد بزيارة بغداد أمس.",
        "تمت زيارة ماجد الحداد لبغداد أمس.", "لم يكتف ماجد الحداد بزيارة بغداد أمس.",
        "لم تسفر زيارة ماجد الحداد لبغداد أمس عن اتفاق.", "سبق أن زار ماجد الحداد بغداد.",
      ])
    try assert(
      .occurred, "Attack",
      [
        "لم يصب أحد في هجوم على كركوك أمس.", "لم تعلن أي جهة مسؤوليتها عن الهجوم على كركوك أمس.",
        "لم يعرف بعد من يقف وراء الهجوم على كركوك أمس.", "أدان الوزير الهجوم على كركوك أمس ولم يعلق على الاتفاق.",
      ])
  }
}
