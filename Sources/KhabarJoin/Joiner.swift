/// Puts reports of one happening together, given in the order of their days.
///
/// A report is compared only with happenings of its type that share a block with it, a party, a place, or a telling
/// word, and that were last reported within the window; it joins the best one that reaches the threshold, else it
/// begins one of its own. Happenings that fall out of the window are given out, so that memory holds those of the
/// window alone.
public struct Joiner {
  /// Days between reports of one happening at most.
  public var window = 14
  /// Points that a report and a happening need in common.
  public var threshold = JoinScore.defaultThreshold
  /// How telling a word is.
  public var rarity: (String) -> Double
  /// Takes a finished happening.
  private let emit: (Happening) throws -> Void
  private var open: [Int: Happening] = [:]
  private var next = 0
  private var blocks: [String: [Int]] = [:]
  /// Happenings by the day after which they are finished.
  private var ends: [Int: [Int]] = [:]
  private var today = Int.min

  /// Members of a block that are looked at, the latest first: a block of a country at war has thousands.
  private static let reach = 60

  /// - Parameter emit: takes a finished happening; what it throws ends the run.
  public init(rarity: @escaping (String) -> Double, emit: @escaping (Happening) throws -> Void) {
    self.rarity = rarity
    self.emit = emit
  }

  /// Takes a happening of an earlier run, with its id.
  public mutating func resume(_ happening: Happening) {
    insert(happening)
  }

  /// Takes the next report.
  ///
  /// - Returns: the id of its happening, and the score that put it there; nil for the first report of one.
  @discardableResult
  public mutating func add(_ report: Report) throws -> (id: String, score: JoinScore?) {
    try advance(to: report.order)
    let fitting = candidates(of: report).compactMap { number in
      open[number].map { (number: number, score: JoinScore(report, $0, rarity: rarity)) }
    }.filter { $0.score.total >= threshold }
    let best = fitting.max { ($0.score.total, $1.number) < ($1.score.total, $0.number) }
    for other in fitting where other.number != best?.number && other.score.total >= threshold + Self.bridge {
      if let best { merge(other.number, into: best.number) }
    }
    guard let best, var happening = open.removeValue(forKey: best.number) else {
      let happening = Happening(report)
      insert(happening)
      return (happening.id, nil)
    }
    happening.add(report)
    index(best.number, report)
    open[best.number] = happening
    if let reported = report.reported { ends[reported + window, default: []].append(best.number) }
    return (happening.id, best.score)
  }

  /// Joins all reports of a store into the happenings of an earlier run, both in the order of their days.
  ///
  /// - Parameter placed: takes each report, the id of its happening and the score that put it there.
  public mutating func run(
    _ store: ReportStore, resuming earlier: [Happening], placed: (Report, String, JoinScore?) throws -> Void
  ) throws {
    var waiting = earlier.sorted { ($0.lastReported ?? .max, $0.id) < ($1.lastReported ?? .max, $1.id) }[...]
    try store.read { report in
      while let happening = waiting.first, (happening.firstReported ?? .max) <= (report.order ?? .max) {
        resume(happening)
        waiting.removeFirst()
      }
      let (id, score) = try add(report)
      try placed(report, id, score)
    }
    for happening in waiting { resume(happening) }
    try finish()
  }

  /// Gives out what is still open.
  public mutating func finish() throws {
    for number in open.keys.sorted() { if let happening = open[number] { try emit(happening) } }
    open = [:]
    blocks = [:]
    ends = [:]
  }

  /// Points above the threshold from which a report shows that two happenings are one.
  private static let bridge = 1.0

  /// Puts two happenings together that a report fits both, unless they are known to be of other days or countries, or
  /// to be meetings of others or that a document tells apart. The one that began earlier keeps its id.
  private mutating func merge(_ other: Int, into best: Int) {
    guard let one = open[best], let two = open[other] else { return }
    if let day = one.day, let otherDay = two.day, abs(day - otherDay) > 1 { return }
    guard let first = one.reports.first, !areInOtherCountries(one, two) else { return }
    if JoinScore.betweenTwo.contains(first.type), areOfOthers(one, two) { return }
    let isFirst = (one.firstReported ?? .max, one.id) <= (two.firstReported ?? .max, two.id)
    var merged = Happening(first, id: isFirst ? one.id : two.id)
    for report in one.reports.dropFirst() + two.reports { merged.add(report) }
    for report in two.reports { index(best, report) }
    open[other] = nil
    open[best] = merged
    if let last = merged.lastReported { ends[last + window, default: []].append(best) }
  }

  /// Whether most reports of two happenings place them in other countries.
  private func areInOtherCountries(_ one: Happening, _ two: Happening) -> Bool {
    guard let here = Happening.mostFrequent(one.placeCountries),
      let there = Happening.mostFrequent(two.placeCountries)
    else { return false }
    return here != there
  }

  /// Whether two meetings have no party in common, or one document tells of both.
  private func areOfOthers(_ one: Happening, _ two: Happening) -> Bool {
    let areDisjoint = Set(one.parties.keys).isDisjoint(with: two.parties.keys)
    if areDisjoint, !one.parties.isEmpty, !two.parties.isEmpty { return true }
    return two.reports.contains { one.isToldApart(by: $0) }
  }

  private mutating func insert(_ happening: Happening) {
    open[next] = happening
    for report in happening.reports { index(next, report) }
    if let last = happening.lastReported { ends[last + window, default: []].append(next) }
    next += 1
  }

  private mutating func index(_ number: Int, _ report: Report) {
    for block in Self.blockNames(of: report) where blocks[block]?.last != number {
      blocks[block, default: []].append(number)
    }
  }

  private func candidates(of report: Report) -> [Int] {
    var seen: Set<Int> = []
    for block in Self.blockNames(of: report) {
      var count = 0
      for number in (blocks[block] ?? []).reversed() where open[number] != nil {
        seen.insert(number)
        count += 1
        if count == Self.reach { break }
      }
    }
    return seen.sorted()
  }

  /// What a report is looked up by: its type with each party, place, word, and with the place that its text is about.
  private static func blockNames(of report: Report) -> [String] {
    let keys = report.parties.compactMap(\.key) + report.places.compactMap(\.key) + report.setting.prefix(2)
    return Set(keys.map { "\(report.type)\t\($0)" } + report.words.map { "\(report.type)\tw\t\($0)" }).sorted()
  }

  /// Finishes what was last reported before the window that ends on a day.
  private mutating func advance(to day: Int?) throws {
    guard let day, day > today else { return }
    let first = today == .min ? (ends.keys.min() ?? day) : today
    today = day
    guard first < day else { return }
    for end in ends.keys.filter({ $0 < day }).sorted() {
      for number in ends.removeValue(forKey: end) ?? [] {
        guard let happening = open[number], (happening.lastReported ?? 0) + window < day else { continue }
        open[number] = nil
        try emit(happening)
      }
    }
    if blocks.count > 4 * (open.count + 1_000) { prune() }
  }

  /// Forgets blocks of happenings that are out.
  private mutating func prune() {
    for (block, numbers) in blocks {
      let kept = numbers.filter { open[$0] != nil }
      blocks[block] = kept.isEmpty ? nil : kept
    }
  }
}
