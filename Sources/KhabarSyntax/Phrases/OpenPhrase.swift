import KhabarCore

/// A noun phrase while it is read.
struct OpenPhrase {
  private let scanner: PhraseScanner
  private let content: Int
  private let isGoverned: Bool
  /// Behind its last word.
  private(set) var index: Int
  /// Its head: the first word, or a later one that the grammar makes it.
  private(set) var head: Int
  /// The mention that it stands for.
  private(set) var mention: MentionID?
  /// The grammar's states that it is in.
  private var stateNumbers: StateMasks.States = 0
  /// Their features.
  var states: Features { scanner.builder.states.features(of: stateNumbers) }
  /// The row that closed it.
  private(set) var closed: RowID?
  private var mentionFeatures = Features()
  /// Behind the head, or the name that it opens with.
  private var openingEnd = 0
  /// Behind the last name in it that is no mere description.
  private var nameEnd = 0

  /// Phrases that it stands in.
  private let depth: Int

  /// Phrases inside each other at most, which keeps the time linear.
  private static let depthLimit = 4

  /// A phrase with its head, and the whole name that begins there.
  ///
  /// - Parameter isGoverned: behind a preposition.
  init(content: Int, isGoverned: Bool, depth: Int = 0, _ scanner: PhraseScanner) {
    self.isGoverned = isGoverned
    self.scanner = scanner
    self.depth = depth
    self.content = content
    index = content
    head = content
    if let opening = scanner.syntax.mention(at: content) { name(opening) }
    enter()
    openingEnd = index
  }

  private mutating func name(_ mention: MentionID) {
    self.mention = mention
    mentionFeatures = scanner.syntax.features(ofMention: mention)
  }

  /// Takes words as long as the grammar says so.
  mutating func complete() {
    while index < scanner.end, let decision = decision(at: index, phraseFeatures) {
      switch scanner.builder.tables.continuations[decision.outcome] {
      case .take:
        if scanner.words[index].pointee.intersects(scanner.builder.bits.lateHead) { head = index }
        rename()
        enter()
      case .nest: nest()
      case .look:
        guard isTaken(self.decision(at: index + 1, behind: index - 1, phraseFeatures)) else {
          closed = decision.row
          return
        }
        takeWord()
      case .close:
        closed = decision.row
        return
      }
    }
  }

  // MARK: - Asking

  /// What the phrase is so far.
  private var phraseFeatures: Features {
    let bits = scanner.builder.bits
    var result = states.union(mentionFeatures)
    if index == content + 1 { result.formUnion(bits.atHead) }
    if isGoverned { result.formUnion(bits.governed) }
    if index == openingEnd { result.formUnion(bits.opening) }
    if index == nameEnd { result.formUnion(bits.atNameEnd) }
    return result
  }

  /// The row of the table that decides of a token.
  ///
  /// - Parameter last: the phrase's last word, if it is not the one before.
  private func decision(at token: Int, behind last: Int? = nil, _ phrase: Features) -> Decision? {
    let last = last ?? token - 1
    return withUnsafePointer(to: phrase) { phrase in
      // The first column is the phrase, which no word stands for.
      scanner.builder.tables.phrase.first(
        scanner.words.row, (token, content, last - 1, last, token, token + 1), phrase: phrase)
    }
  }

  private func isTaken(_ decision: Decision?) -> Bool {
    decision.map { scanner.builder.tables.continuations[$0.outcome] == .take } ?? false
  }

  // MARK: - Taking

  /// The name at the next word stands for the phrase, if the grammar says so.
  private mutating func rename() {
    guard let inner = scanner.syntax.mention(at: index) else { return }
    let table = scanner.builder.tables.name
    let decision = withUnsafePointer(to: phraseFeatures) { phrase in
      table.first(scanner.words.row, (index, content, index, index, index, index), phrase: phrase)
    }
    if decision?.outcome == 0 { name(inner) }
  }

  /// Takes the next word, and the further words of a name that begins at it as far as the grammar lets them.
  private mutating func enter() {
    guard let inner = scanner.syntax.mention(at: index) else { return takeWord() }
    let end = min(scanner.document.mentions[inner].phrase.upperBound, scanner.end)
    if scanner.document.mentions[inner].kind != .description { nameEnd = end }
    let features = scanner.syntax.features(ofMention: inner).union(
      isGoverned ? scanner.builder.bits.governed : Features())
    takeWord()
    while index < end {
      let phrase = states.union(features).union(scanner.builder.bits.inside)
      guard isTaken(decision(at: index, phrase)) else {
        if nameEnd == end { nameEnd = index }
        return
      }
      takeWord()
    }
  }

  private mutating func nest() {
    takeWord()
    guard index < scanner.end, depth < Self.depthLimit else { return }
    var inner = OpenPhrase(content: index, isGoverned: true, depth: depth + 1, scanner)
    inner.complete()
    while index < inner.index { takeWord() }
  }

  private mutating func takeWord() {
    scanner.words.step(index).advance(&stateNumbers)
    index += 1
  }
}
