import KhabarCore

/// A document with every layer, made by hand, whose text has what writers stumble over.
enum SampleDocument {
  /// "And the minister said "no" in Baghdad <on> 15 & 16" with an emoji, a tab, a control character and U+FFFF around.
  static let text = "😀\tوقال الوزير \"لا\" في بغداد <يوم> 15 & 16 نيسان\u{1A}\u{FFFF}\r\nانتهى\\"

  static func span(_ part: String, in text: String = text) -> TextSpan<CleanBytes> {
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) }!
    return TextSpan(start, start + wanted.count)
  }

  static func assembled(id: String = "a", warnings: [String] = []) -> AssembledDocument {
    var info = DocumentInfo(id: id, source: "news/a.txt")
    info.title = "عنوان \"أول\" & <ثان>"
    info.url = "https://example.org/?a=1&b=2"
    info.anchor = DocumentAnchor(date: CivilDate(year: 2024, month: 4, day: 15), source: .metadata)
    let raw = RawDocument(info: info, bytes: Array(text.utf8))
    let clean = CleanDocument(raw: raw, text: AlignedText(identity: raw.bytes))
    var first = Token(span: span("وقال"), kind: .word, shape: [], key: Orthography().key("وقال"))
    first.key = WordKey(bits: 1 | 2 << 6 | 3 << 12 | 4 << 18)
    first.analysis = WordAnalysis(proclitics: .and, prefixLetters: 1)
    let second = Token(span: span("الوزير"), kind: .word, shape: [], key: .empty)
    let tokenized = TokenizedDocument(
      clean: clean, tokens: [first, second],
      sentences: [Sentence(tokens: TextSpan(0, 2)), Sentence(tokens: TextSpan(2, 2))])

    var person = Mention(tokens: TextSpan(1, 2), span: span("الوزير"), type: .person, rule: "test")
    person.entity = EntityID(0)
    var place = Mention(tokens: TextSpan(1, 2), span: span("بغداد"), type: .place, rule: "test")
    place.entity = EntityID(1)
    var minister = Entity(type: .person, name: "الوزير")
    minister.titles = ["وزير <الخارجية>"]
    minister.country = "IQ"
    minister.gazetteerID = "Q1"
    minister.mentions = [MentionID(0)]
    var city = Entity(type: .place, name: "بغداد")
    city.kind = "city"
    city.mentions = [MentionID(1)]
    let recognized = RecognizedDocument(
      matched: MatchedDocument(tokenized: tokenized, lookups: []), mentions: [person, place],
      entities: [minister, city])

    let times = [
      TimeExpression(
        tokens: TextSpan(1, 2), span: span("15 & 16 نيسان"), kind: .date, value: "2024-04-15/2024-04-16",
        modifier: .approximately,
        anchor: .document(CivilDate(year: 2024, month: 4, day: 15)), calendar: "islamic-umalqura",
        original: "1445-10-06",
        rule: "test"),
      TimeExpression(
        tokens: TextSpan(1, 2), span: span("نيسان"), kind: .date, value: "2024-04", anchor: .expression(TimeID(0)),
        rule: "test"
      ),
    ]
    let quantities = [
      Quantity(
        tokens: TextSpan(1, 2), span: span("15"), kind: .money, value: 2500, upper: 1250.5, unit: "دينار",
        currency: "IQD",
        modifier: .compared(.approximately), rule: "test"),
      Quantity(tokens: TextSpan(1, 2), span: span("16"), kind: .cardinal, value: nil, rule: "test"),
    ]
    let resolved = ResolvedDocument(
      recognized: recognized, anchor: info.anchor, times: times, quantities: quantities, warnings: warnings)

    var event = Event(
      type: "Attack", trigger: span("وقال"), evidence: span("وقال الوزير \"لا\" في بغداد"), rule: "attack.test")
    event.plover = "ASSAULT"
    event.cameo = "190"
    event.action = "appointed"
    event.killed = 32
    event.injured = 0
    event.confidence = 0.926
    event.participants = [
      Participant(role: "attacker", entity: EntityID(0), name: "الوزير", span: span("الوزير"), filledBy: .subject),
      Participant(role: "target", entity: nil, name: "سوق", span: span("لا"), filledBy: .object),
    ]
    event.participants[0].actor = ActorCode(
      country: "IQ", sector: "GOV", actsFor: ActingFor(name: "المجلس", key: "Q1"), basis: ["title وزير"])
    event.participants[0].confidence = 0.855
    event.time = EventTime(value: "2024-04-15", reference: TimeID(0), filledBy: .clause)
    let day = CivilDate(year: 2024, month: 4, day: 15)
    event.time?.days = day...(day + 1)
    event.time?.basis = .clause
    event.code = EventCode(cameo: "1831", plover: "ASSAULT", mode: "suicide-attack", context: "terrorism")
    event.isSport = true
    event.places = [EventPlace(entity: EntityID(1), name: "بغداد", filledBy: .after)]
    event.mentions = [span("انتهى")]
    return AssembledDocument(resolved: resolved, events: [event])
  }
}
