import KhabarArabic
import KhabarCore

@testable import KhabarGazetteer

/// The rules of matching, written down as plainly as possible: every name against every place in the text.
struct ReferenceMatcher {
  struct Name {
    var entry: Int
    var type: String
    /// Folded words without article, and whether each has it.
    var words: [(stem: WordKey, hasArticle: Bool)]
    var mayLoseArticle: Bool
  }

  struct Match: Hashable, Comparable {
    var entry: Int
    var tokens: TokenSpan
    var start: Int32

    static func < (a: Match, b: Match) -> Bool {
      (a.start, a.tokens.end, a.entry) < (b.start, b.tokens.end, b.entry)
    }
  }

  static let orthography = Orthography.arabic
  static let article = orthography.key("ال")

  /// A row `name/type/kind` of plain Arabic words.
  static func name(_ row: String, entry: Int) -> Name {
    let cells = row.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let words = cells[0].split(separator: " ").map { word -> (stem: WordKey, hasArticle: Bool) in
      let key = orthography.key(String(word))
      let isDefinite = word.unicodeScalars.starts(with: "ال".unicodeScalars) && key.count >= 4
      return isDefinite ? (key.dropFirst(2), true) : (key, false)
    }
    return Name(
      entry: entry, type: cells[1], words: words,
      mayLoseArticle: words.count == 1 && (cells[1] == "Nationality" || cells.last == "country"))
  }

  /// All matches of all names, as `.allOverlapping` finds them.
  static func matches(_ names: [Name], _ tokens: [Token], _ text: [UInt8]) -> Set<Match> {
    var matches: Set<Match> = []
    let readings: [(letters: Int, clitics: Int, spelling: WordKey, isDefinite: Bool, next: WordKey)] =
      [(0, 0, .empty, false, .empty)]
      + NameProclitic.arabic.map {
        let key = orthography.key($0.spelling)
        let isDefinite = $0.analysis.proclitics.contains(.article)
        // What is left of an assimilated article is no part of the name.
        let articleLetters = $0.analysis.articleLetters == 2 ? 2 : 0
        return (key.count, key.count - articleLetters, key, isDefinite, orthography.key($0.next))
      }
    for start in tokens.indices where tokens[start].isWord {
      let key = tokens[start].key
      for reading in readings
      where reading.letters == 0 || (key.hasPrefix(reading.spelling) && key.count - reading.letters >= 2) {
        let stem = key.dropFirst(reading.letters)
        if !reading.next.isEmpty, !stem.hasPrefix(reading.next) { continue }
        // Two bytes a letter: the texts of the test have no diacritics.
        let offset = tokens[start].span.start + Int32(reading.clitics * 2)
        for name in names where name.words[0].stem == stem {
          let first = name.words[0]
          if first.hasArticle, !reading.isDefinite, !name.mayLoseArticle { continue }
          if !first.hasArticle, reading.isDefinite, reading.letters - reading.clitics == 2,
            !text[Int(offset)...].starts(with: "ال".utf8)
          {
            continue
          }
          let end = start + name.words.count
          guard end <= tokens.count else { continue }
          let rest = zip(tokens[(start + 1)..<end], name.words.dropFirst()).allSatisfy { token, word in
            token.isWord
              && (token.key == word.stem || token.key == article.appending(word.stem)
                || (word.hasArticle && token.key == article.appending(word.stem)))
          }
          if rest { matches.insert(Match(entry: name.entry, tokens: TokenSpan(start, end), start: offset)) }
        }
      }
    }
    return matches
  }
}
