import KhabarCore

/// The titles of `titles.tsv`.
struct EnglishTitles: Sendable {
  /// What a title is to the name behind it.
  enum Kind: Sendable {
    /// Stands for its holder by itself: the prime minister.
    case office
    /// Only stands before a name: Mr.
    case honorific
    /// Stands before a title and belongs to it: former, visiting.
    case modifier
    /// The same, of who holds the office no more.
    case former
    /// A small word inside a name: bin, von.
    case particle
  }

  /// A title of one or several words.
  struct Title: Sendable {
    var words: [WordKey]
    var kind: Kind
  }

  /// By their first word, the longest first.
  private var titles: [WordKey: [Title]] = [:]
  /// Small words inside names.
  private(set) var particles: Set<WordKey> = []

  /// - Throws: `KhabarError` for a table that is damaged or has a kind that there is not.
  init(_ tables: EnglishTables) throws {
    let kinds: [String: Kind] = [
      "office": .office, "honorific": .honorific, "modifier": .modifier, "former": .former,
      "particle": .particle,
    ]
    for row in try tables.rows(of: "titles.tsv", columns: ["kind"]) {
      guard let first = row.words.first else { continue }
      let kind = try row.meaning("kind", in: kinds)
      if kind == .particle {
        particles.insert(first)
      } else {
        titles[first, default: []].append(Title(words: row.words, kind: kind))
      }
    }
    for first in titles.keys { titles[first]?.sort { $0.words.count > $1.words.count } }
  }

  /// The longest title that begins at a token, and the token behind it. A hyphen may join its words.
  func title(at index: Int, in tokens: [Token], before end: Int) -> (title: Title, end: Int)? {
    guard index < end, let candidates = titles[tokens[index].key] else { return nil }
    for title in candidates {
      var position = index + 1
      var word = 1
      while word < title.words.count, position < end {
        if tokens[position].kind == .hyphen { position += 1 }
        guard position < end, tokens[position].key == title.words[word] else { break }
        position += 1
        word += 1
      }
      if word == title.words.count { return (title, position) }
    }
    return nil
  }
}
