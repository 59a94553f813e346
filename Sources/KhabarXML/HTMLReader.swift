import CLibXML2
import KhabarCore

/// Reads the text content of an HTML page.
public struct HTMLReader: Sendable {
  public init() {}
}
