import KhabarCore

/// Makes the ways in which a name may be written: compounds together and apart, their heads declined, endings of one
/// sound.
///
/// عبد الله gives عبدالله, أبوظبي gives أبو ظبي, أبي ظبي and their like.
struct VariantMaker {
  typealias Word = NameSplitter.Word

  private struct Head {
    var forms: [WordKey]
    var joining: NameVariants.Head.Joining
  }

  private let heads: [Head]
  /// Without their article.
  private let tails: [WordKey]
  private let endings: [(WordKey, WordKey)]
  private let article: WordKey

  /// Ways of writing one name that are compiled at most.
  private static let most = 24
  /// Letters that a word written to a head or before a tail has at least.
  private static let shortestRest = 3
  private static let shortestStem = 2

  init(_ variants: NameVariants, orthography: Orthography, article: Article?) {
    heads = variants.heads.map { Head(forms: $0.forms.map { orthography.key($0) }, joining: $0.joining) }
    self.article = article?.key ?? .empty
    let letters = article?.letters ?? 0
    tails = variants.tails.map { orthography.key($0).dropFirst(letters) }
    endings = variants.endings.map { (orthography.key($0.0), orthography.key($0.1)) }
  }

  /// All ways of writing a name but its own; mostly none.
  func variants(of name: [Word]) -> [[Word]] {
    var ways: [[Word]] = [[]]
    var index = 0
    while index < name.count {
      let (alternatives, length) = alternatives(name, index)
      if alternatives.count > 1, ways.count * alternatives.count <= Self.most {
        ways = ways.flatMap { way in alternatives.map { way + $0 } }
      } else {
        for way in ways.indices { ways[way] += alternatives[0] }
      }
      index += length
    }
    return ways.count > 1 ? Array(ways.dropFirst()) : []
  }

  /// The ways of writing what begins at a word, its own first, and the words that it is.
  private func alternatives(_ name: [Word], _ index: Int) -> ([[Word]], length: Int) {
    let word = name[index]
    let next = index + 1 < name.count ? name[index + 1] : nil
    if !word.hasArticle {
      if let next, let head = heads.first(where: { $0.forms.contains(word.key) }) {
        return (compounds(head, word, next), head.joining == .nothing || isHead(next) ? 1 : 2)
      }
      if let next, next.hasArticle, tails.contains(next.key), word.key.count >= Self.shortestStem {
        return ([[word, next], [joined(word, next)]], 2)
      }
      if let apart = apart(word) { return ([[word]] + apart, 1) }
    }
    for (first, second) in endings {
      if let other = word.key.replacing(first, with: second) ?? word.key.replacing(second, with: first) {
        return ([[word], [Word(key: other, hasArticle: word.hasArticle)]], 1)
      }
    }
    return ([[word]], 1)
  }

  private func isHead(_ word: Word) -> Bool { !word.hasArticle && heads.contains { $0.forms.contains(word.key) } }

  /// A head in all its forms, apart from the next word and, where they join, together with it. The head alone where the
  /// next word begins a compound of its own, or does not join.
  private func compounds(_ head: Head, _ word: Word, _ next: Word) -> [[Word]] {
    let forms = [word.key] + head.forms.filter { $0 != word.key }
    let words = forms.map { Word(key: $0, hasArticle: false) }
    if head.joining == .nothing || isHead(next) { return words.map { [$0] } }
    let joins = head.joining == .anyWord || next.hasArticle
    return words.map { [$0, next] } + (joins ? words.map { [joined($0, next)] } : [])
  }

  private func joined(_ word: Word, _ next: Word) -> Word {
    Word(key: word.key.appending(next.hasArticle ? article.appending(next.key) : next.key), hasArticle: false)
  }

  /// A word that is a compound written together, taken apart.
  private func apart(_ word: Word) -> [[Word]]? {
    guard !word.key.isHashed else { return nil }
    for head in heads where head.joining != .nothing {
      for form in head.forms where word.key.hasPrefix(form) && word.key.count >= form.count + Self.shortestRest {
        let rest = word.key.dropFirst(form.count)
        let isDefinite = rest.hasPrefix(article) && rest.count >= article.count + Self.shortestStem
        guard head.joining == .anyWord && form.count > 2 || isDefinite else { continue }
        let second = Word(key: isDefinite ? rest.dropFirst(article.count) : rest, hasArticle: isDefinite)
        return ([form] + head.forms.filter { $0 != form }).map { [Word(key: $0, hasArticle: false), second] }
      }
    }
    for tail in tails {
      let ending = article.appending(tail)
      let stem = word.key.count - ending.count
      guard stem >= Self.shortestStem, word.key.hasSuffix(ending) else { continue }
      return [[Word(key: word.key.prefix(stem), hasArticle: false), Word(key: tail, hasArticle: true)]]
    }
    return nil
  }
}

extension WordKey {
  /// The word with another ending; nil when it does not end so.
  fileprivate func replacing(_ ending: WordKey, with other: WordKey) -> WordKey? {
    guard hasSuffix(ending), count > ending.count else { return nil }
    return dropLast(ending.count).appending(other)
  }
}
