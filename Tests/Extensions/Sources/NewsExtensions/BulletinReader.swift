import Khabar

/// A reader: the articles of a bulletin, one file with a line `=== DATE TITLE` before each article.
///
/// It is a sequence, so that a bulletin of any length is read article by article. An article without text is an error
/// at its place, and the others go on.
public struct BulletinReader: Sequence, IteratorProtocol {
  private let name: String
  private var lines: ArraySlice<Substring>
  private var number = 0

  /// - Parameters:
  ///   - text: the content of the bulletin.
  ///   - name: begins the ids of its documents: `name#1`.
  public init(_ text: String, name: String) {
    self.name = name
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...].drop { !$0.hasPrefix("===") }
  }

  public mutating func next() -> Result<RawDocument, KhabarError>? {
    guard let heading = lines.popFirst() else { return nil }
    let body = lines.prefix { !$0.hasPrefix("===") }
    lines = lines.dropFirst(body.count)
    number += 1
    let parts = heading.dropFirst(3).split(separator: " ", maxSplits: 1)
    var info = DocumentInfo(id: "\(name)#\(number)", source: name)
    info.title = parts.dropFirst().first.map(String.init)
    if let date = parts.first.flatMap({ CivilDate(iso: String($0)) }) {
      info.anchor = DocumentAnchor(date: date, source: .metadata)
    }
    let text = body.joined(separator: "\n")
    guard text.contains(where: { !$0.isWhitespace }) else {
      return .failure(KhabarError("D003", at: SourceLocation(file: name), "article \(number) has no text"))
    }
    return .success(RawDocument(info: info, bytes: Array(text.utf8)))
  }
}
