import KhabarCore

/// One run of the matcher over one document.
struct NameSearch {
  /// A place in the text where names end that start at the present word.
  struct Hit {
    var terminal: UInt32
    /// Token behind the name.
    var end: Int32
  }

  /// How the first word of a name is read.
  struct Reading {
    /// Letters of the word before the name.
    var cliticLetters = 0
    /// Letters of the word before the stem.
    var stemLetters = 0
    var hasArticle = false
    var isAssimilated = false
  }

  /// A found name before it is handed out.
  struct Candidate {
    var surface: Int
    var start: Int32
    var end: Int32
    var endToken: Int32
    var cliticLetters: UInt8
    var type: UInt16
    var isExact: Bool
    var isFromUser: Bool
    /// Its first word has or lacks the article as the name does.
    var asWritten: Bool
  }

  let gazetteer: Gazetteer
  let image: GazetteerImage
  let orthography: Orthography
  /// The usual spelling of the article.
  let article: UnsafeBufferPointer<UInt8>
  let articleBits: UInt128
  let articleMask: UInt128
  let articleShift: UInt128
  let proclitics: UnsafeBufferPointer<ProcliticTable.Entry>
  let procliticStarts: UnsafeBufferPointer<Int32>
  let tokens: UnsafeBufferPointer<Token>
  let text: UnsafeBufferPointer<UInt8>
  let matches: GazetteerMatchKind
  /// Number of the type `none`; -1 when no entry has it.
  let noneType: Int?

  private var hits: [Hit] = []
  /// Types that the present reading has found, with the end of the name.
  private var typesTaken: [(type: UInt16, end: Int32)] = []
  private var candidates: [Candidate] = []
  private var lookups: [Lookup] = []
  /// Edges that may still be followed from the present word.
  private var steps = 0

  /// Edges followed from one word: far more than names need, and an end to whatever a hostile image holds.
  private static let maximumSteps = 512
  /// Entries of one type that are handed out for one stretch of text.
  private static let maximumEntries = 16

  init(
    gazetteer: Gazetteer, article: Article?, articleSpelling: UnsafeBufferPointer<UInt8>,
    proclitics: UnsafeBufferPointer<ProcliticTable.Entry>,
    procliticStarts: UnsafeBufferPointer<Int32>, tokens: UnsafeBufferPointer<Token>, text: UnsafeBufferPointer<UInt8>,
    matches: GazetteerMatchKind
  ) {
    self.gazetteer = gazetteer
    image = gazetteer.image
    orthography = gazetteer.orthography
    self.article = articleSpelling
    articleBits = article?.key.bits ?? 0
    articleMask = article.map { (1 << UInt128($0.letters * 6)) - 1 } ?? 0
    articleShift = article.map { UInt128($0.letters * 6) } ?? 0
    self.proclitics = proclitics
    self.procliticStarts = procliticStarts
    self.tokens = tokens
    self.text = text
    self.matches = matches
    noneType = gazetteer.catalog.types.firstIndex(of: EntityType.none.rawValue)
  }

  /// How often the clock is looked at.
  private static let tokensBetweenLooks = 4096

  mutating func run() -> [Lookup] {
    var index = 0
    var nextLook = Self.tokensBetweenLooks
    while index < tokens.count {
      if index >= nextLook {
        if Deadline.isOver { break }
        nextLook = index + Self.tokensBetweenLooks
      }
      let kind = tokens[index].kind
      if kind == .word || kind == .number {
        // Cutting an empty list costs as much as all else of a word that nothing begins with.
        if !candidates.isEmpty { candidates.removeAll(keepingCapacity: true) }
        search(from: index)
        if !candidates.isEmpty {
          settle()
          if let end = handOut(from: index) {
            index = end
            continue
          }
        }
      }
      index += 1
    }
    return lookups
  }

  // MARK: - Searching

  /// Collects the candidates that start with a word, under all readings of it.
  private mutating func search(from index: Int) {
    let key = tokens[index].key
    let (low, high) = (UInt64(truncatingIfNeeded: key.bits), UInt64(truncatingIfNeeded: key.bits >> 64))
    if let word = image.firstWord(low, high) {
      let record = image.vocabulary + word
      if record.pointee.bareNode | record.pointee.bareTerminal != 0 {
        if !hits.isEmpty { hits.removeAll(keepingCapacity: true) }
        steps = Self.maximumSteps
        follow(record.pointee.bareNode, record.pointee.bareTerminal, behind: index, depth: 1)
        if !hits.isEmpty { collect(index, Reading()) }
      }
    }
    // A hashed key has no letters to take off.
    guard high >> 63 == 0 else { return }
    let first = Int(low & 63)
    guard first + 1 < procliticStarts.count else { return }
    for entry in Int(procliticStarts[first])..<Int(procliticStarts[first + 1]) {
      guard low & proclitics[entry].mask == proclitics[entry].bits else { continue }
      let proclitic = proclitics[entry]
      let shift = UInt64(proclitic.letters) &* 6
      let stemLow = low &>> shift | high &<< (64 &- shift)
      let stemHigh = high &>> shift
      // One letter is an initial, no name.
      guard stemLow >> 6 | stemHigh != 0, proclitic.next == 0 || stemLow & 63 == UInt64(proclitic.next),
        let word = image.firstWord(stemLow, stemHigh)
      else { continue }
      let record = image.vocabulary + word
      if !hits.isEmpty { hits.removeAll(keepingCapacity: true) }
      steps = Self.maximumSteps
      if proclitic.hasArticle, record.pointee.articleNode | record.pointee.articleTerminal != 0 {
        follow(record.pointee.articleNode, record.pointee.articleTerminal, behind: index, depth: 1)
      }
      if record.pointee.bareNode | record.pointee.bareTerminal != 0 {
        follow(record.pointee.bareNode, record.pointee.bareTerminal, behind: index, depth: 1)
      }
      if !hits.isEmpty {
        collect(
          index,
          Reading(
            cliticLetters: Int(proclitic.cliticLetters), stemLetters: Int(proclitic.letters),
            hasArticle: proclitic.hasArticle, isAssimilated: proclitic.isAssimilated))
      }
    }
  }

  /// Walks the trie from a node, the name's last word being the token at `index`.
  private mutating func follow(_ node: UInt32, _ terminal: UInt32, behind index: Int, depth: Int) {
    if terminal != 0 { hits.append(Hit(terminal: terminal, end: Int32(truncatingIfNeeded: index + 1))) }
    guard node != 0, depth < GazetteerImage.longestName, steps > 0, let next = nextWord(behind: index) else { return }
    steps -= 1
    let key = tokens[next].key
    if let word = image.word(key), let edge = image.edge(node, word) {
      follow(edge.node, edge.terminal, behind: next, depth: depth + 1)
    }
    guard articleMask != 0, key.bits & articleMask == articleBits, !key.isHashed else { return }
    let stem = WordKey(bits: key.bits >> articleShift)
    guard stem.bits >> 6 != 0 else { return }
    if let word = image.word(stem), let edge = image.edge(node, word) {
      follow(edge.node, edge.terminal, behind: next, depth: depth + 1)
    }
  }

  /// The token that may be a name's next word: hyphens, joiners and the points of acronyms are passed over.
  private func nextWord(behind index: Int) -> Int? {
    var next = index + 1
    guard next < tokens.count else { return nil }
    switch tokens[next].kind {
    case .hyphen:
      // A spaced dash separates; a hyphen clings to a word.
      guard next + 1 < tokens.count,
        !tokens[next].shape.contains(.spaceBefore) || !tokens[next + 1].shape.contains(.spaceBefore)
      else { return nil }
      next += 1
    case .sentenceEnd:
      guard next + 1 < tokens.count, !tokens[next].shape.contains(.spaceBefore), isFullStop(next),
        !tokens[next + 1].shape.contains(.spaceBefore) || tokens[index].key.count == 1
      else { return nil }
      next += 1
    case .symbol:
      guard next + 1 < tokens.count, isJoiner(next), !tokens[next].shape.contains(.spaceBefore),
        !tokens[next + 1].shape.contains(.spaceBefore)
      else { return nil }
      next += 1
    default: break
    }
    let kind = tokens[next].kind
    guard kind == .word || kind == .number, !tokens[next].shape.contains(.paragraphStart) else { return nil }
    return next
  }

  /// A line ends inside the stretch.
  private func crossesLine(from index: Int, to end: Int) -> Bool {
    var next = index + 1
    while next < end {
      if tokens[next].shape.contains(.lineStart) { return true }
      next += 1
    }
    return false
  }

  private func isFullStop(_ index: Int) -> Bool { byte(index) == 0x2E }

  /// Whether a symbol joins words to a name: 5+1, AT&T.
  private func isJoiner(_ index: Int) -> Bool { NameSplitter.isJoiner(UInt32(byte(index))) }

  /// The byte of a token of one byte, else 0.
  private func byte(_ index: Int) -> UInt8 {
    let span = tokens[index].span
    return span.count == 1 && span.lowerBound < text.count ? text[span.lowerBound] : 0
  }

  // MARK: - Candidates

  /// Turns the hits of a reading into candidates.
  private mutating func collect(_ index: Int, _ reading: Reading) {
    let bounds =
      reading.stemLetters == 0
      ? Bounds(start: tokens[index].span.start) : Bounds(of: tokens[index], reading, text, orthography)
    // What looks like an article but is spelled with another letter (إلياس) belongs to the word.
    let mayAddArticle = !reading.hasArticle || reading.isAssimilated || bounds.articleIsUsual(article, text)
    if !typesTaken.isEmpty { typesTaken.removeAll(keepingCapacity: true) }
    if hits.count > 1 { sortLongestFirst() }
    for position in hits.indices {
      let hit = hits[position]
      let end = tokens[Int(hit.end) - 1].span.end
      let spelling = self.spelling(from: index, to: Int(hit.end), bounds, reading)
      let crossesLine = crossesLine(from: index, to: Int(hit.end))
      let isLoose = isSpelledLoosely(from: index, to: Int(hit.end))
      for surfaceIndex in image.surfaces(of: hit.terminal) {
        let surface = image.surfaces[surfaceIndex]
        // Names of one's own are known to be names; two lines that happen to make a shipped one are a list.
        if crossesLine, !surface.flags.contains(.fromUser) { continue }
        let hasArticle = surface.flags.contains(.article)
        if reading.hasArticle, !hasArticle, !mayAddArticle { continue }
        let asWritten = hasArticle == reading.hasArticle
        let isSpelledSo = surface.spelling == spelling && asWritten
        if surface.flags.contains(.exactOnly), !isSpelledSo { continue }
        let isExact = isSpelledSo || isLoose && asWritten
        guard mayTake(surface.type, endingAt: hit.end) else { continue }
        candidates.append(
          Candidate(
            surface: surfaceIndex, start: bounds.start, end: end, endToken: hit.end,
            cliticLetters: UInt8(truncatingIfNeeded: reading.cliticLetters), type: surface.type, isExact: isExact,
            isFromUser: surface.flags.contains(.fromUser),
            asWritten: asWritten))
      }
    }
  }

  /// Whether a name of a type counts that ends there: not one inside a longer name of that type.
  private mutating func mayTake(_ type: UInt16, endingAt end: Int32) -> Bool {
    guard matches != .allOverlapping, Int(type) != noneType else { return true }
    if typesTaken.contains(where: { $0.type == type && $0.end > end }) { return false }
    typesTaken.append((type, end))
    return true
  }

  /// Sorts the few hits of a reading, the longest first. Insertion sort: they are few, and nearly in order.
  private mutating func sortLongestFirst() {
    for index in 1..<hits.count {
      let hit = hits[index]
      var place = index
      while place > 0, hits[place - 1].end < hit.end {
        hits[place] = hits[place - 1]
        place -= 1
      }
      hits[place] = hit
    }
  }

  /// The hash of a stretch of text as a list would spell it.
  private func spelling(from index: Int, to end: Int, _ bounds: Bounds, _ reading: Reading) -> UInt32 {
    var hash = SpellingHash()
    if reading.isAssimilated {
      hash.append(article)
      hash.append(bytes(bounds.stem, tokens[index].span.end))
    } else {
      hash.append(bytes(bounds.start, tokens[index].span.end))
    }
    var separator = SpellingHash.Separator.space
    for next in index + 1..<max(end, index + 1) {
      switch tokens[next].kind {
      case .word, .number:
        hash.append(separator)
        hash.append(bytes(tokens[next].span.start, tokens[next].span.end))
        separator = .space
      case .hyphen: separator = .hyphen
      case .symbol: separator = .joiner
      default: break
      }
    }
    return hash.value
  }

  /// Whether the document spells these words as it spells all, so that a list can't spell them better.
  private func isSpelledLoosely(from index: Int, to end: Int) -> Bool {
    (index..<max(end, index)).contains { tokens[$0].shape.contains(.looseSpelling) }
  }

  private func bytes(_ start: Int32, _ end: Int32) -> UnsafeBufferPointer<UInt8> {
    let (start, end) = (max(0, Int(start)), min(Int(end), text.count))
    return UnsafeBufferPointer(rebasing: text[min(start, end)..<end])
  }

  // MARK: - Order and choice

  /// Puts the candidates of a word in order, takes out what is silenced, said twice or spelled worse.
  private mutating func settle() {
    silence()
    guard candidates.count > 1 else { return }
    candidates.sort { left, right in
      if left.start != right.start { return left.start < right.start }
      if left.end != right.end { return left.end > right.end }
      if left.isFromUser != right.isFromUser { return left.isFromUser }
      if left.isExact != right.isExact { return left.isExact }
      let (a, b) = (image.surfaces[left.surface], image.surfaces[right.surface])
      if a.priority != b.priority { return a.priority > b.priority }
      return left.surface < right.surface
    }
    var kept = 0
    var groupStart = 0
    for next in candidates.indices {
      let candidate = candidates[next]
      if kept > 0, candidates[kept - 1].start != candidate.start || candidates[kept - 1].end != candidate.end {
        groupStart = kept
      }
      let entry = image.surfaces[candidate.surface].entry
      var isOut = false
      var ofType = 0
      for index in groupStart..<kept {
        let other = candidates[index]
        if image.surfaces[other.surface].entry == entry {
          isOut = true
          break
        }
        guard other.type == candidate.type else { continue }
        ofType += 1
        if other.isExact, !candidate.isExact, matches != .allOverlapping { isOut = true }
      }
      if !isOut, ofType < Self.maximumEntries {
        candidates[kept] = candidate
        kept += 1
      }
    }
    candidates.removeLast(candidates.count - kept)
  }

  /// Applies entries of type `none`: one that is written as the text has it silences all names of the same stretch that
  /// are not the user's own.
  private mutating func silence() {
    guard let noneType, candidates.contains(where: { Int($0.type) == noneType }) else { return }
    let silent = candidates.filter { Int($0.type) == noneType && $0.asWritten }
    candidates.removeAll { candidate in
      Int(candidate.type) == noneType
        || silent.contains {
          $0.start == candidate.start && $0.end == candidate.end && !candidate.isFromUser
        }
    }
  }

  /// Hands the candidates of a word out.
  ///
  /// - Returns: where to go on when it is not at the next word.
  private mutating func handOut(from index: Int) -> Int? {
    if matches == .leftmostLongest {
      guard
        let best = candidates.max(by: { ($0.end, $1.start, $1.cliticLetters) < ($1.end, $0.start, $0.cliticLetters) })
      else { return nil }
      append(candidates.first { $0.end == best.end && $0.start == best.start } ?? best, from: index)
      return Int(best.endToken)
    }
    for candidate in candidates { append(candidate, from: index) }
    return nil
  }

  private mutating func append(_ candidate: Candidate, from index: Int) {
    let surface = image.surfaces[candidate.surface]
    lookups.append(
      Lookup(
        tokens: TokenSpan(index, Int(candidate.endToken)),
        span: TextSpan(Int(candidate.start), Int(candidate.end)),
        entry: EntryReference(list: 0, index: Int(surface.entry)), type: gazetteer.type(surface.type),
        context: EntryContext(rawValue: surface.context) ?? .any, priority: Int(surface.priority),
        prefixLetters: Int(candidate.cliticLetters), isExact: candidate.isExact, isFromUser: candidate.isFromUser))
  }
}
