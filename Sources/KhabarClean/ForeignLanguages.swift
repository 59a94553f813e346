import KhabarCore

/// Tells languages apart that are written in one script: Persian, Urdu or Kurdish from Arabic.
///
/// A language is told by letters that the pipeline's language does not have and by its commonest words, which stand in
/// every sentence. Names and quotations of another language don't make a text one of it.
public struct ForeignLanguages: Sendable {
  /// A language of the table.
  public struct Language: Sendable {
    /// BCP 47.
    public let code: String
    /// Its English name.
    public let name: String
  }

  private var languages: [Language] = []
  /// The languages that a word is common in, as indexes.
  private var words: [String: [Int]] = [:]
  /// Letters that only other languages have.
  private var letters = LetterSet()
  /// The code of the pipeline's language.
  private let own: String

  /// Bytes of a text that are looked at: a few paragraphs tell its language.
  private static let sample = 4_096
  /// Of a text's words so many are common ones of its language at least: of news they are a fifth to a third.
  private static let leastShare = 0.08
  /// Texts of fewer words may be a name.
  private static let leastWords = 8

  /// Tells nothing.
  public init() { own = "" }

  /// Reads a table with the columns `code`, `name`, `letters` and `words`, of which the last two are lists with spaces
  /// between their members. The language of `own` has a row as well.
  ///
  /// - Throws: `KhabarError` for a damaged table: L002 a missing column, G003 surplus fields.
  public init(file: String, bytes: [UInt8], own: String) throws {
    self.own = own
    let reader = try TSVReader(data: file, bytes: bytes, columns: ["code", "name", "letters", "words"])
    for (_, row) in try reader.rows() {
      guard let code = row["code"], let name = row["name"] else { continue }
      for word in (row["words"] ?? "").split(separator: " ") {
        words[String(word), default: []].append(languages.count)
      }
      for scalar in (row["letters"] ?? "").unicodeScalars where scalar != " " { letters.insert(scalar.value) }
      languages.append(Language(code: code, name: name))
    }
  }

  /// The language that a text is written in, if that is another one than the pipeline's.
  ///
  /// - Parameter text: valid UTF-8.
  public func language(of text: UnsafeBufferPointer<UInt8>) -> Language? {
    guard !languages.isEmpty, hasForeignLetter(text) else { return nil }
    var counts = Array(repeating: 0, count: languages.count)
    var total = 0
    for word in text.prefix(Self.sample).split(whereSeparator: { $0 < 0x80 }) {
      total += 1
      for language in words[String(decoding: word, as: UTF8.self)] ?? [] { counts[language] += 1 }
    }
    guard total >= Self.leastWords, let most = counts.indices.max(by: { counts[$0] < counts[$1] }),
      languages[most].code != own, Double(counts[most]) >= Self.leastShare * Double(total)
    else { return nil }
    return languages[most]
  }

  private func hasForeignLetter(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < min(text.count, Self.sample) {
      if text[position] < 0x80 {
        position += 1
      } else if letters.contains(Orthography.decode(text, &position)) {
        return true
      }
    }
    return false
  }
}
