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

  /// Names of publication dates in lower case, the most exact first: Open Graph, schema.org, Highwire Press (which
  /// scholarly search engines read), Dublin Core, rNews, and what content systems made up.
  private static let dates = [
    "article:published_time", "og:article:published_time", "datepublished", "rnews:datepublished",
    "og:published_time", "article:published", "article.published", "article:create_at", "citation_publication_date",
    "citation_online_date", "citation_date", "pubdate", "pub_date", "og:pubdate", "publishdate", "publish_date",
    "publish-date", "publish_time", "publishtime", "publication_date", "publicationdate", "originalpublicationdate",
    "article_date_original", "release_date", "dc.date.issued", "dcterms.issued", "dc.date.published", "dc.date",
    "dcterms.date", "date", "sailthru.date", "parsely-pub-date", "bt:pubdate", "cxenseparse:recs:publishtime",
    "dc.date.created", "dcterms.created", "datecreated", "created",
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
    page.dates = (Self.dates.map { values[$0] } + [linkedDate, time]).compactMap { clean($0) }
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

  /// The value of `datePublished` in JSON-LD, else of `dateCreated`, which is searched and not parsed: sites break its
  /// syntax often.
  private static func linkedDate(_ json: String) -> String? {
    linkedDate("\"datePublished\"", json) ?? linkedDate("\"dateCreated\"", json)
  }

  private static func linkedDate(_ name: String, _ json: String) -> String? {
    guard let key = json.firstRange(of: name) else { return nil }
    let rest = json[key.upperBound...].prefix(80)
    let parts = rest.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0].allSatisfy({ $0 == ":" || $0.isWhitespace }) else { return nil }
    return String(parts[1])
  }
}
