import CLibXML2

/// The parts of a page that lead to other articles: lists of links and what a page marks as related, recommended or
/// most read.
///
/// A list is one by its shape: two links or more and hardly any text besides. A marked element has a class or id such
/// as `related-posts` and text that is links for the most part, so that an article in an element of that name stays.
struct HTMLResidue {
  private let nodes: Set<HTMLNode>

  /// Elements that may hold a list of links.
  private static let lists: Set<String> = ["ul", "ol", "dl"]
  private static let containers: Set<String> = ["div", "section", "table", "p", "aside"]
  /// Words of classes and ids, as they are parted by marks.
  private static let marks: Set<String> = [
    "related", "relatedposts", "relatednews", "relatedarticles", "recommended", "recommendation", "recommendations",
    "suggested", "readmore", "readalso", "alsoread", "morenews", "trending", "mostread", "mostviewed", "popular",
    "outbrain", "taboola", "latest", "seealso",
  ]
  /// Share of links in the text, in hundredths: of a list, and of a marked element.
  private static let listShare = 90
  private static let markedShare = 50
  /// Letters, in bytes, that the links of a list which is none by its element have on average: headlines, not words.
  private static let headline = 24

  /// What lies below an element. Lengths are bytes without white space.
  private struct Content {
    var text = 0
    var linkText = 0
    var links = 0

    static func += (left: inout Content, right: Content) {
      left.text += right.text
      left.linkText += right.linkText
      left.links += right.links
    }
  }

  init(root: HTMLNode) {
    var found: Set<HTMLNode> = []
    var open: [Content] = [Content()]
    root.walk(
      enter: { node in
        open.append(Content())
        guard node.isText else { return node.isElement && node.name != "script" && node.name != "style" }
        for byte in node.characters where byte > 0x20 { open[open.count - 1].text += 1 }
        open[open.count - 2] += open.removeLast()
        return false
      },
      leave: { node in
        var content = open.removeLast()
        let name = node.name
        if name == "a" {
          content.linkText = content.text
          content.links = content.text > 0 ? 1 : 0
        } else if Self.isResidue(node, name, content) {
          found.insert(node)
        }
        open[open.count - 1] += content
      })
    nodes = found
  }

  func contains(_ node: HTMLNode) -> Bool { nodes.contains(node) }

  private static func isResidue(_ node: HTMLNode, _ name: String, _ content: Content) -> Bool {
    guard content.links > 0 else { return false }
    let share = content.linkText * 100 / max(content.text, 1)
    if share >= listShare, content.links >= 2 {
      if lists.contains(name) { return true }
      if containers.contains(name), content.linkText >= headline * content.links { return true }
    }
    return share >= markedShare && node.pointee.properties != nil && isMarked(node)
  }

  private static func isMarked(_ node: HTMLNode) -> Bool {
    for value in [node.attribute("class"), node.attribute("id")] {
      guard let value else { continue }
      let words = value.lowercased().split { !$0.isLetter && !$0.isNumber }
      if words.contains(where: { marks.contains(String($0)) }) { return true }
      if zip(words, words.dropFirst()).contains(where: { marks.contains(String($0 + $1)) }) { return true }
    }
    return false
  }
}
