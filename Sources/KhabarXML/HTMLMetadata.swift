import CLibXML2

/// What a page's head and marked elements say about the article.
///
/// Names are those of Open Graph (`og:title`, `article:published_time`), schema.org microdata and JSON-LD
/// (`datePublished`), Dublin Core (`DC.date.issued`) and HTML (`time datetime`, `link rel=canonical`).
struct HTMLMetadata {
  private(set) var page = HTMLPage()

  private var values: [String: String] = [:]
  private var heading: String?
  private var time: String?
  private var linkedDate: String?

  private static let dates = [
    "article:published_time", "datepublished", "og:published_time", "article:published", "pubdate", "publishdate",
    "publish_date", "publish-date", "publication_date", "dc.date.issued", "dc.date", "dcterms.date", "date",
    "sailthru.date",
    "parsely-pub-date", "datecreated",
  ]

  init(root: HTMLNode) {
    page.language = root.attribute("lang") ?? root.attribute("xml:lang")
    root.walk(enter: { node in
      guard node.isElement else { return false }
      switch node.name {
      case "meta": readMeta(node)
      case "title": if values["title"] == nil { values["title"] = node.content }
      case "h1": if heading == nil { heading = node.content }
      case "link": if node.attribute("rel") == "canonical" { values["canonical"] = node.attribute("href") }
      case "time": if time == nil { time = node.attribute("datetime") }
      case "script":
        if linkedDate == nil, node.attribute("type") == "application/ld+json" {
          linkedDate = Self.linkedDate(node.content)
        }
        return false
      default:
        if node.pointee.properties != nil, node.attribute("itemprop") == "datePublished", values["datepublished"] == nil
        {
          values["datepublished"] = node.attribute("content") ?? node.attribute("datetime")
        }
      }
      return true
    })
    page.title = first(["og:title", "twitter:title"]) ?? clean(heading) ?? first(["title"])
    page.published = first(Self.dates) ?? clean(linkedDate) ?? clean(time)
    page.url = first(["og:url", "canonical"])
    page.publisher = first(["og:site_name"])
    page.author = first(["author", "article:author", "dc.creator"])
    page.language = clean(page.language)
  }

  private mutating func readMeta(_ node: HTMLNode) {
    guard let content = node.attribute("content"),
      let name = node.attribute("property") ?? node.attribute("name") ?? node.attribute("itemprop")
    else { return }
    let key = name.lowercased()
    if values[key] == nil { values[key] = content }
  }

  private func first(_ names: [String]) -> String? {
    for name in names { if let value = clean(values[name]) { return value } }
    return nil
  }

  /// Nil for a value of white space.
  private func clean(_ value: String?) -> String? {
    guard let value else { return nil }
    let text = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  /// The value of `datePublished` in JSON-LD, which is searched and not parsed: sites break its syntax often.
  private static func linkedDate(_ json: String) -> String? {
    guard let key = json.firstRange(of: "\"datePublished\"") else { return nil }
    let rest = json[key.upperBound...].prefix(80)
    let parts = rest.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0].allSatisfy({ $0 == ":" || $0 == " " }) else { return nil }
    return String(parts[1])
  }
}
