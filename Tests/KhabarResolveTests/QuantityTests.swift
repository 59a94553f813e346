import KhabarCore
import XCTest

@testable import KhabarResolve

/// Arabic numbers, money, shares, measures and ordinals.
final class QuantityTests: XCTestCase {
  private func check(_ cases: [(String, [String])], line: UInt = #line) throws {
    for (text, expected) in cases { XCTAssertEqual(try ResolveFixture.quantities(text), expected, text, line: line) }
  }

  func testNumberWords() throws {
    let cases: [(String, Double)] = [
      ("ثلاثة", 3), ("أحد عشر", 11), ("اثنتا عشرة", 12), ("ثلاثة عشر ألفا", 13_000), ("ألفين وخمسمئة", 2500),
      ("خمسة وسبعون", 75), ("مئة وثلاثة وتسعين", 193), ("ثمانمائة", 800), ("مليون ونصف", 1_500_000), ("ألفان", 2000),
      ("نصف مليون", 500_000), ("ثلاثة ملايين ومئتي ألف", 3_200_000), ("مليارين", 2_000_000_000),
      ("تسعة وتسعون ألفا وتسعمئة وتسعة وتسعون", 99_999), ("خمسة تريليونات", 5e12), ("ثلاثة أرباع", 0.75),
      ("ثلاثة فاصلة خمسة", 3.5), ("خمسطعش", 15), ("تلتمية وخمسين", 350),
    ]
    for (text, value) in cases {
      let found = try ResolveFixture.resolve(text, anchor: "2024-04-15").quantities
      XCTAssertEqual(found.map(\.value), [value], text)
    }
  }

  func testDigits() throws {
    let cases: [(String, Double)] = [
      ("2.5 مليون", 2_500_000), ("1,250", 1250), ("10،5", 10.5), ("10.5", 10.5), ("١٬٢٥٠٬٠٠٠", 1_250_000), ("٢٫٥", 2.5),
      ("1.250.000", 1_250_000), ("02ر5 مليون", 5_020_000), ("4,5 مليارات", 4_500_000_000), ("100 000", 100_000),
      ("-12", -12), ("3/4", 0.75),
    ]
    for (text, value) in cases {
      let found = try ResolveFixture.resolve(text, anchor: "2024-04-15").quantities
      XCTAssertEqual(found.map(\.value), [value], text)
    }
  }

  func testCounts() throws {
    try check([
      ("تنشر الدولة حوالي 2500 جندي في الإقليم.", ["حوالي 2500 جندي=measure 2500 جندي APPROX"]),
      ("نزح أكثر من 1.2 مليون شخص.", ["أكثر من 1.2 مليون شخص=measure 1200000 شخص MORE_THAN"]),
      ("قتل ما لا يقل عن خمسين مدنيا.", ["ما لا يقل عن خمسين مدنيا=measure 50 مدنيا EQUAL_OR_MORE"]),
      ("أسفرت الغارات عن مقتل العشرات.", ["العشرات=cardinal MULTIPLE_OF_10"]),
      ("فر مئات الآلاف من المدينة.", ["مئات الآلاف=cardinal MULTIPLE_OF_100000"]),
      ("أصيب ما بين 30 و40 متظاهرا.", ["ما بين 30 و40 متظاهرا=measure 30..40 متظاهرا"]),
      ("يبعد الحقل 25 كيلومترا عن البلدة.", ["25 كيلومترا=measure 25 كيلومترا"]),
      ("تجمع 1.500 شخص أمام المقر.", ["1.500 شخص=measure 1500 شخص"]),
    ])
  }

  func testMoneyAndPercent() throws {
    try check([
      ("بلغت الكلفة 4,5 مليارات دولار.", ["4,5 مليارات دولار=money 4500000000 USD"]),
      ("قدم 200 مليون يورو.", ["200 مليون يورو=money 200000000 EUR"]),
      ("دفع ألف دينار عراقي ثم خمسين دينارا.", ["ألف دينار عراقي=money 1000 IQD", "خمسين دينارا=money 50 IQD"]),
      ("بيع الطن بسعر $95.", ["$95=money 95 USD"]),
      ("ارتفعت البطالة 12.7 في المئة.", ["12.7 في المئة=percent 12.7"]),
      ("تراجعت النسبة إلى ٩٪ فقط.", ["٩٪=percent 9"]),
      ("يتراوح السعر من 10 إلى 20 دولارا.", ["من 10 إلى 20 دولارا=money 10..20 USD"]),
    ])
  }

  func testOrdinals() throws {
    try check([
      ("انعقدت الدورة السابعة والسبعون للجمعية.", ["السابعة والسبعون=ordinal 77"]),
      ("فاز للمرة الحادية عشرة.", ["الحادية عشرة=ordinal 11"]),
      ("حل في المركز الثالث.", ["الثالث=ordinal 3"]),
    ])
  }

  func testWhatIsNoCount() throws {
    try check([
      ("فاز الفريق 3-1 على ضيفه.", []), ("تنص المادة 140 من الدستور على ذلك.", []), ("صدر القرار 2254 عن المجلس.", []),
      ("اتصل على هاتف 07701234567 للحجز.", []), ("تفشى فيروس كوفيد-19 في البلاد.", []), ("تأهل إلى ربع النهائي.", []),
      ("عمره 35 عاما.", []), ("أحد القادة غادر البلاد.", []),
    ])
  }

  /// Numbers of ruling houses belong to the names.
  func testRegnalNumbers() throws {
    let text = "استقبل محمد السادس الوفد."
    let name = Mention(tokens: TokenSpan(1, 2), span: TextSpan(15, 23), type: .person, rule: "test")
    XCTAssertEqual(try ResolveFixture.resolve(text, anchor: "2024-04-15", mentions: [name]).quantities.count, 0)
  }

  func testSpansSliceBack() throws {
    let text = "وقتل بـ200 قذيفة، وبثلاثين صاروخا، ولخمسة جرحى."
    let document = try ResolveFixture.resolve(text, anchor: "2024-04-15")
    XCTAssertEqual(
      document.quantities.map { document.text.string($0.span) }, ["200 قذيفة", "ثلاثين صاروخا", "خمسة جرحى"])
  }
}
