import KhabarCore

/// The definite article as it is written before a word.
struct Article: Sendable {
  let spelling: [UInt8]
  let key: WordKey
  var letters: Int { key.count }

  /// Whether a word is written with the article, in its usual spelling, and something to be definite follows.
  func leads(_ word: UnsafeBufferPointer<UInt8>, _ key: WordKey) -> Bool {
    guard key.hasPrefix(self.key), key.count >= letters + ProcliticTable.shortestStem, word.count > spelling.count
    else { return false }
    for index in spelling.indices where word[index] != spelling[index] { return false }
    return true
  }

  /// Whether a folded word begins with the letters of the article.
  @inline(__always)
  func mayLead(_ key: WordKey) -> Bool { key.hasPrefix(self.key) && key.count >= letters + ProcliticTable.shortestStem }
}

/// What may be written before a name, arranged by first letter for a test of a few instructions.
struct ProcliticTable: Sendable {
  /// One way of taking clitics off.
  struct Entry: Sendable {
    /// The letters, as the low bits of a key have them: at most ten.
    var bits: UInt64
    var mask: UInt64
    /// Letters before the stem.
    var letters: UInt8
    /// Letters before the name: those of `letters` that are not the article's. What an assimilated article leaves of
    /// itself is no part of the name: of للعراق (to Iraq) the name is عراق.
    var cliticLetters: UInt8
    var hasArticle: Bool
    /// The article is not written out in full: its letters differ from its usual spelling.
    var isAssimilated: Bool
    /// The first letter that the stem must have; 0 for any.
    var next: UInt8
  }

  /// Letters that must remain: one-letter words are initials, not names.
  static let shortestStem = 2

  /// By first letter.
  private(set) var entries: [Entry] = []
  /// For each letter code, where its entries start; one more at the end.
  private(set) var starts: [Int32]
  let article: Article?

  init(_ proclitics: [NameProclitic], orthography: Orthography) {
    let bare = proclitics.first { $0.analysis.proclitics == .article && $0.next.isEmpty }
    article = bare.map { Article(spelling: Array($0.spelling.utf8), key: orthography.key($0.spelling)) }
    let articleLetters = article?.letters ?? 0
    var groups: [[Entry]] = Array(repeating: [], count: 64)
    for proclitic in proclitics {
      let key = orthography.key(proclitic.spelling)
      guard (1...10).contains(key.count) else { continue }
      let hasArticle = proclitic.analysis.proclitics.contains(.article)
      let written = Int(proclitic.analysis.articleLetters)
      let isAssimilated = hasArticle && written < articleLetters
      groups[Int(key[0])].append(
        Entry(
          bits: UInt64(truncatingIfNeeded: key.bits), mask: (1 << UInt64(key.count * 6)) - 1, letters: UInt8(key.count),
          cliticLetters: UInt8(isAssimilated ? key.count : max(0, key.count - written)), hasArticle: hasArticle,
          isAssimilated: isAssimilated, next: orthography.key(proclitic.next)[0]))
    }
    starts = []
    for group in groups {
      starts.append(Int32(entries.count))
      entries += group
    }
    starts.append(Int32(entries.count))
  }

  /// Identifies the table's contents in the keys of compiled images.
  var fingerprint: UInt64 {
    var hasher = ContentHash()
    for entry in entries {
      hasher.append(entry.bits)
      hasher.append(UInt64(entry.letters) << 16 | UInt64(entry.cliticLetters) << 8 | UInt64(entry.next))
    }
    return hasher.value
  }
}
