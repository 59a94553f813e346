import CLibXML2

/// Finds what stands around an article on its page: navigation, menus, comments, share bars, adverts. Lists of links
/// are `HTMLResidue`'s.
///
/// By element, by role (WAI-ARIA landmarks), and by the words of classes and ids as sites use them. A part that holds
/// most of the page is its content, however it is named.
struct PageFurniture {
  /// Parts that are left out, with all that is in them.
  private(set) var parts: Set<HTMLNode> = []
  /// Characters of the page beside furniture, white space apart.
  private(set) var length = 0
  /// For each element that holds paragraphs itself, their characters.
  private(set) var paragraphs: [HTMLNode: Int] = [:]

  /// Elements whose text is no part of an article.
  private static let elements: Set<String> = [
    "head", "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "option",
    "textarea", "input", "iframe", "object", "embed", "svg", "canvas", "video", "audio", "map", "menu", "dialog",
  ]
  private static let roles: Set<String> = [
    "navigation", "complementary", "search", "banner", "contentinfo", "menu", "menubar", "toolbar", "dialog",
  ]
  /// Words of classes and ids, taken apart at hyphens, underscores and capitals.
  private static let words: Set<String> = [
    "nav", "navbar", "navigation", "menu", "submenu", "sidebar", "breadcrumb", "breadcrumbs", "comment", "comments",
    "disqus", "share", "sharing", "sharebar", "social",
    "newsletter", "subscribe", "subscription", "advert", "advertisement", "adsbygoogle", "ads", "promo", "sponsored",
    "popup", "modal", "cookie", "cookies", "footer", "pagination", "pager", "tags", "taglist",
  ]
  /// What an element holds.
  private struct Measure {
    var node: HTMLNode
    var isSuspect = false
    var text = 0
  }

  init(root: HTMLNode) {
    var open: [Measure] = []
    var suspects: [Measure] = []
    root.walk(
      enter: { node in
        if node.isText {
          let count = node.characters.count { $0 > 0x20 }
          for _ in open.suffix(1) { open[open.count - 1].text += count }
          return false
        }
        guard node.isElement else { return false }
        let name = node.name
        if Self.elements.contains(name) || node.pointee.properties != nil && Self.isHidden(node) {
          parts.insert(node)
          return false
        }
        open.append(Measure(node: node, isSuspect: Self.isSuspect(node, name)))
        return true
      },
      leave: { node in
        guard let measure = open.popLast() else { return }
        let name = node.name
        if measure.isSuspect { suspects.append(measure) }
        if name == "p", let parent = open.last { paragraphs[parent.node, default: 0] += measure.text }
        guard !open.isEmpty else {
          length = measure.text
          return
        }
        open[open.count - 1].text += measure.text
      })
    let whole = length
    for suspect in suspects where suspect.text * 2 < whole {
      parts.insert(suspect.node)
      length -= suspect.text
    }
  }

  private static func isHidden(_ node: HTMLNode) -> Bool {
    if node.attribute("hidden") != nil || node.attribute("aria-hidden") == "true" { return true }
    return node.attribute("style").map { $0.replacing(" ", with: "").contains("display:none") } ?? false
  }

  private static func isSuspect(_ node: HTMLNode, _ name: String) -> Bool {
    guard node.pointee.properties != nil, !["html", "body", "article", "main", "p", "h1"].contains(name) else {
      return false
    }
    if let role = node.attribute("role"), roles.contains(role) { return true }
    return ["class", "id"].contains { key in
      node.attribute(key).map { words(of: $0).contains(where: Self.words.contains) } ?? false
    }
  }

  /// `relatedPosts main-menu` → related, posts, main, menu.
  private static func words(of name: String) -> [String] {
    var words: [String] = [""]
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z": words[words.count - 1].unicodeScalars.append(scalar)
      case "A"..."Z":
        let lower = Unicode.Scalar(scalar.value | 0x20) ?? scalar
        if words[words.count - 1].count > 1 { words.append("") }
        words[words.count - 1].unicodeScalars.append(lower)
      default: if !words[words.count - 1].isEmpty { words.append("") }
      }
    }
    return words
  }
}
