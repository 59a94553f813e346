/// What an HTML page says: its article's text and what its head tells about it.
public struct HTMLPage: Sendable, Equatable {
  /// The text content, valid UTF-8: a line for every block element, no markup, white space as a browser shows it.
  public var text: [UInt8] = []
  /// The headline of the metadata, else of the head.
  public var title: String?
  /// When it was published, as its elements write it, such as `2024-04-15T10:30:00+03:00`: the most trusted first.
  public var dates: [String] = []
  /// The canonical address.
  public var url: String?
  /// The site's name.
  public var publisher: String?
  /// The author of the metadata.
  public var author: String?
  /// BCP 47.
  public var language: String?

  public init() {}
}
