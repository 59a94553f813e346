import CLibXML2

/// The readable text of a page: that of its article.
struct HTMLText {
  let root: HTMLNode
  private let furniture: PageFurniture

  /// Elements that stand on lines of their own.
  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl",
    "dt", "dd", "table", "thead", "tbody", "tr", "caption", "blockquote", "figure", "figcaption", "address", "pre",
    "hr",
    "body", "center", "fieldset", "details", "summary",
  ]
  /// What is marked as an article has at least this share of the page's text, in hundredths.
  private static let articleShare = 25
  /// Paragraphs that stand together are the article of a page that marks none, when they have this share.
  private static let paragraphShare = 60
  /// With headline and byline an article is at most so long, in hundredths of its paragraphs, so many elements above
  /// them.
  private static let (surroundings, highestClimb) = (150, 12)

  init(root: HTMLNode) {
    self.root = root
    furniture = PageFurniture(root: root)
  }

  func text() -> [UInt8] {
    let article = mainElement()
    let residue = HTMLResidue(root: article ?? root)
    let text = write(article) { self.isDropped($0, in: article) || residue.contains($0) }
    // A page of nothing but links is read as it is.
    return text.isEmpty ? write(article) { self.isDropped($0, in: article) } : text
  }

  private func write(_ article: HTMLNode?, without isDropped: @escaping (HTMLNode) -> Bool) -> [UInt8] {
    HTMLTextWriter(isDropped: isDropped, isBlock: { Self.blocks.contains($0) }).text(of: article ?? root)
  }

  /// The element marked as the article's body, else the longest `article`, else `main`, else the one that holds most
  /// paragraphs; nil for the whole page.
  private func mainElement() -> HTMLNode? {
    var bodies: [HTMLNode] = []
    var articles: [HTMLNode] = []
    var mains: [HTMLNode] = []
    root.walk(enter: { node in
      guard node.isElement, !furniture.parts.contains(node) else { return false }
      let name = node.name
      if node.pointee.properties != nil {
        if node.attribute("itemprop") == "articleBody" { bodies.append(node) }
        if node.attribute("role") == "main", name != "main" { mains.append(node) }
      }
      if name == "article" { articles.append(node) }
      if name == "main" { mains.append(node) }
      return true
    })
    let whole = furniture.length
    for candidates in [bodies, articles, mains] {
      let lengths = candidates.prefix(200).map { (node: $0, length: length(of: $0)) }
      guard let best = lengths.max(by: { $0.length < $1.length }) else { continue }
      if best.length > 0, best.length * 100 >= whole * Self.articleShare { return best.node }
    }
    let best = furniture.paragraphs.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value * 100 >= whole * Self.paragraphShare else { return nil }
    // What stands around them and is short is their headline, byline and date.
    var element = best.key
    for _ in 0..<Self.highestClimb {
      guard element.name != "body", let parent = element.pointee.parent, parent.isElement else { return nil }
      guard length(of: parent) * 100 <= best.value * Self.surroundings else { break }
      element = parent
    }
    return element
  }

  private func length(of node: HTMLNode) -> Int {
    var length = 0
    node.walk(enter: { child in
      if child.isText {
        for byte in child.characters where byte > 0x20 { length += 1 }
        return false
      }
      return !furniture.parts.contains(child)
    })
    return length
  }

  private func isDropped(_ node: HTMLNode, in article: HTMLNode?) -> Bool {
    // A header inside the article holds its headline; the page's holds its name and menus.
    furniture.parts.contains(node) || article == nil && node.name == "header"
  }
}

/// Writes the text of nodes as a browser would show it, a line for each block.
private struct HTMLTextWriter {
  let isDropped: (HTMLNode) -> Bool
  let isBlock: (String) -> Bool

  func text(of node: HTMLNode) -> [UInt8] {
    var page = ShownText()
    node.walk(
      enter: { child in
        if child.isText {
          page.append(child.characters)
          return false
        }
        guard child.isElement, !isDropped(child) else { return false }
        page.enter(child.name, isBlock: isBlock(child.name))
        return true
      },
      leave: { child in page.leave(child.name, isBlock: isBlock(child.name)) })
    return page.text
  }
}

/// Text as a browser shows it: runs of white space are one space, lines end where blocks do.
private struct ShownText {
  private var bytes: [UInt8] = []
  /// Elements around, in which line ends count.
  private var preformatted = 0

  private static let space: UInt8 = 0x20
  private static let lineEnd: UInt8 = 0x0A

  mutating func enter(_ name: String, isBlock: Bool) {
    if name == "br" || isBlock { endLine() }
    if name == "pre" { preformatted += 1 }
    if name == "td" || name == "th" { addSpace() }
  }

  mutating func leave(_ name: String, isBlock: Bool) {
    if name == "pre" { preformatted -= 1 }
    if isBlock { endLine() }
  }

  mutating func append(_ characters: some Sequence<UInt8>) {
    for byte in characters {
      switch byte {
      case Self.lineEnd where preformatted > 0: endLine()
      case Self.space, Self.lineEnd, 0x09, 0x0D: addSpace()
      default: bytes.append(byte)
      }
    }
  }

  /// One space, but none where a line begins.
  private mutating func addSpace() {
    if let last = bytes.last, last != Self.space, last != Self.lineEnd { bytes.append(Self.space) }
  }

  private mutating func endLine() {
    while bytes.last == Self.space { bytes.removeLast() }
    if let last = bytes.last, last != Self.lineEnd { bytes.append(Self.lineEnd) }
  }

  /// What was written, without white space at its end. The parser hands on what it could not decode.
  var text: [UInt8] {
    let end = (bytes.lastIndex { $0 != Self.space && $0 != Self.lineEnd }).map { $0 + 1 } ?? 0
    return Array(String(decoding: bytes[..<end], as: UTF8.self).utf8)
  }
}
