import KhabarCore

/// Splits the names of lists into words as the tokenizer splits texts, so that both meet.
///
/// Letter runs and digit runs are words; separators between digits belong to the number. Hyphens, the points of
/// acronyms and a + or & between words are passed over. Every other mark ends a match in a text, so a name that holds
/// one never matches.
struct NameSplitter {
  /// A word of a name.
  struct Word: Equatable {
    /// Folded spelling without the article.
    var key: WordKey
    /// The article is written before it.
    var hasArticle: Bool
  }

  let orthography: Orthography
  let article: Article?

  /// The words of the last name.
  private(set) var words: [Word] = []
  /// Identifies the exact bytes of the last name, its spaces apart.
  private(set) var spelling = SpellingHash()
  /// The last name holds a mark at which every match ends.
  private(set) var isBroken = false

  init(orthography: Orthography, proclitics: ProcliticTable) {
    self.orthography = orthography
    article = proclitics.article
  }

  /// Splits a name given as valid UTF-8.
  mutating func split(_ name: UnsafeBufferPointer<UInt8>) {
    words.removeAll(keepingCapacity: true)
    spelling = SpellingHash()
    isBroken = false
    var position = 0
    var separator = SpellingHash.Separator.space
    while position < name.count {
      let start = position
      let scalar = Orthography.decode(name, &position)
      let value = orthography.classify(scalar)
      if value.isWordCharacter {
        while position < name.count {
          var next = position
          guard orthography.classify(Orthography.decode(name, &next)).isWordCharacter else { break }
          position = next
        }
      } else if value.isDigit {
        position = endOfNumber(name, position)
      } else {
        switch value {
        case .space, .newline: break
        case .hyphen: separator = .hyphen
        case .sentenceEnd where scalar == 0x2E: break
        case _ where Self.isJoiner(scalar) && isBetweenWords(name, start, position): separator = .joiner
        default: isBroken = true
        }
        continue
      }
      append(UnsafeBufferPointer(rebasing: name[start..<position]), after: separator)
      separator = .space
    }
  }

  /// Whether a symbol joins words to a name when no space is around it: 5+1, AT&T.
  static func isJoiner(_ scalar: UInt32) -> Bool { scalar == 0x2B || scalar == 0x26 }

  /// Whether a mark has neither space nor end before and behind it.
  private func isBetweenWords(_ name: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    start > 0 && end < name.count && name[start - 1] != 0x20 && name[end] != 0x20
  }

  private func endOfNumber(_ name: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < name.count {
      var next = end
      let value = orthography.classify(Orthography.decode(name, &next))
      if value.isDigit {
        end = next
        continue
      }
      guard value == .comma || value == .sentenceEnd, next < name.count else { break }
      guard orthography.classify(Orthography.decode(name, &next)).isDigit else { break }
      end = next
    }
    return end
  }

  private mutating func append(_ word: UnsafeBufferPointer<UInt8>, after separator: SpellingHash.Separator) {
    let key = orthography.key(word)
    guard !key.isEmpty else { return }
    if !words.isEmpty { spelling.append(separator) }
    spelling.append(word)
    if let article, article.leads(word, key) {
      words.append(Word(key: key.dropFirst(article.letters), hasArticle: true))
    } else {
      words.append(Word(key: key, hasArticle: false))
    }
  }
}
