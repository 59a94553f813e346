/// The XML vocabularies that are known by themselves.
extension FieldMapping {
  /// The mapping of a vocabulary, by the name of its root element; nil for an unknown one.
  static func known(root: String) -> FieldMapping? {
    switch root {
    case "rss", "RDF": rss
    case "feed": atom
    case "nitf": nitf
    case "newsMessage", "newsItem", "packageItem": newsML
    case "TEI", "teiCorpus", "TEI.2": tei
    default: nil
    }
  }

  /// RSS 2.0 (Harvard, 2003) and 1.0 (RSS-DEV, 2000), with the content and Dublin Core modules.
  private static let rss = FieldMapping([
    .record: ["//item"], .text: ["encoded", "description"], .title: ["title"], .date: ["pubDate", "date"],
    .url: ["link", "guid[not(@isPermaLink = 'false')]", "@about"], .author: ["creator", "author"],
    .source: ["source", "/*/channel/title"], .language: ["@lang", "language", "/*/channel/language"], .id: ["guid"],
  ])

  /// Atom (RFC 4287).
  private static let atom = FieldMapping([
    .record: ["//entry"], .text: ["content", "summary"], .title: ["title"], .date: ["published", "updated"],
    .url: ["link[not(@rel) or @rel = 'alternate']/@href"], .author: ["author/name", "/feed/author/name"],
    .source: ["source/title", "/feed/title"], .language: ["@lang", "/feed/@lang"], .id: ["id"],
  ])

  /// News Industry Text Format (IPTC, 3.6).
  private static let nitf = FieldMapping([
    .text: ["body/body.content", "body"], .title: ["body/body.head/hedline/hl1", "head/title"],
    .date: [
      "head/docdata/date.issue/@norm", "head/docdata/date.release/@norm", "head/pubdata/@date.publication",
      "body/body.head/dateline/story.date/@norm",
    ],
    .author: ["body/body.head/byline/person", "body/body.head/byline"],
    .source: ["head/pubdata/@name", "body/body.head/distributor/org", "body/body.head/distributor"],
    .language: ["@lang", "body/@lang"], .id: ["head/docdata/doc-id/@id-string"],
  ])

  /// NewsML-G2 (IPTC, 2.x).
  private static let newsML = FieldMapping([
    .record: ["//newsItem"],
    .text: [
      "contentSet/inlineXML//body.content", "contentSet/inlineXML//body", "contentSet/inlineXML",
      "contentSet/inlineData",
    ],
    .title: ["contentMeta/headline", "itemMeta/title", "contentSet//hl1"],
    .date: ["contentMeta/contentCreated", "itemMeta/firstCreated", "itemMeta/versionCreated"],
    .url: ["itemMeta/link[@rel = 'irel:seeAlso']/@href"], .author: ["contentMeta/by", "contentMeta/creator/name"],
    .source: ["itemMeta/provider/name", "itemMeta/provider/@literal"],
    .language: ["contentMeta/language/@tag", "@lang"], .id: ["@guid"],
  ])

  /// TEI (P5; P4's root is TEI.2).
  private static let tei = FieldMapping([
    .record: ["descendant-or-self::TEI | descendant-or-self::TEI.2"], .text: ["text/body", "text"],
    .title: ["teiHeader/fileDesc/titleStmt/title"],
    .date: [
      "teiHeader/fileDesc/sourceDesc//date/@when", "teiHeader/fileDesc/publicationStmt/date/@when",
      "teiHeader/fileDesc/publicationStmt/date",
    ],
    .author: ["teiHeader/fileDesc/titleStmt/author"], .source: ["teiHeader/fileDesc/publicationStmt/publisher"],
    .language: ["@lang", "text/@lang", "teiHeader/profileDesc/langUsage/language/@ident"], .id: ["@id"],
  ])
}
