import CLibXML2

/// Converts text of any character set that libxml2 knows, by way of ICU or iconv.
public enum CharsetConverter {
  /// Whether the character set is known by this name.
  public static func knows(_ name: String) -> Bool {
    xmlInitParser()
    guard let handler = xmlFindCharEncodingHandler(name) else { return false }
    xmlCharEncCloseFunc(handler)
    return true
  }

  /// The text as UTF-8; nil when the set is unknown or the bytes are not of it.
  public static func utf8(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    xmlInitParser()
    guard let handler = xmlFindCharEncodingHandler(name) else { return nil }
    defer { xmlCharEncCloseFunc(handler) }
    guard let input = xmlBufferCreateSize(bytes.count + 1), let output = xmlBufferCreateSize(bytes.count * 2 + 16)
    else {
      return nil
    }
    defer {
      xmlBufferFree(input)
      xmlBufferFree(output)
    }
    guard let size = Int32(exactly: bytes.count), xmlBufferAdd(input, bytes, size) == 0 else { return nil }
    while xmlBufferLength(input) > 0 {
      let before = xmlBufferLength(input)
      let written = xmlCharEncInFunc(handler, output, input)
      if written < 0 || xmlBufferLength(input) == before { return nil }
    }
    return Array(UnsafeBufferPointer(start: xmlBufferContent(output), count: Int(xmlBufferLength(output))))
  }
}
