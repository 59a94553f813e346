/// The header fields of a message: names, colons and values, one a line, longer ones folded (RFC 5322, section 2.2;
/// HTTP and WARC write them the same way).
struct HeaderBlock {
  private var fields: [(name: String, value: [UInt8])] = []
  /// The first line when it is no field: `HTTP/1.1 200 OK`.
  private(set) var startLine: String?

  init(_ bytes: [UInt8]) {
    for raw in bytes.split(separator: 0x0A, omittingEmptySubsequences: true) {
      let line = raw.last == 0x0D ? raw.dropLast() : raw
      if let first = line.first, first == 0x20 || first == 0x09, !fields.isEmpty {
        fields[fields.count - 1].value += [0x20] + line.drop { $0 == 0x20 || $0 == 0x09 }
      } else if let colon = line.firstIndex(of: 0x3A), !line[..<colon].contains(0x20) {
        let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
        fields.append((String(decoding: line[..<colon], as: UTF8.self).lowercased(), Array(value)))
      } else if startLine == nil, fields.isEmpty {
        startLine = String(decoding: line, as: UTF8.self)
      }
    }
  }

  /// The value of the first field of a name in lower case; nil for an empty one, too.
  func value(_ name: String) -> String? {
    bytes(name).flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
  }

  func bytes(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// A value and its parameters: `text/plain; charset=utf-8`, both in lower case but for the parameters' values.
  func parameters(_ name: String) -> (value: String, parameters: [String: String])? {
    guard let text = value(name) else { return nil }
    var parameters: [String: String] = [:]
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let value = part[part.index(after: equals)...].trimmed
      parameters[part[..<equals].trimmed.lowercased()] = value.hasPrefix("\"") ? value.filter { $0 != "\"" } : value
    }
    return ((parts.first ?? "").trimmed.lowercased(), parameters)
  }

  /// Behind the empty line that ends the fields which begin at `start`; nil when it is not there.
  static func end(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while let line = text[index...].firstIndex(of: 0x0A) {
      let next = line + 1
      guard next < text.count else { return nil }
      if text[next] == 0x0A { return next + 1 }
      if text[next] == 0x0D, next + 1 < text.count, text[next + 1] == 0x0A { return next + 2 }
      index = next
    }
    return nil
  }

  /// Splits a message into its fields and what follows them.
  static func split(_ message: ArraySlice<UInt8>) -> (headers: HeaderBlock, body: ArraySlice<UInt8>) {
    let end = message.withUnsafeBufferPointer { Self.end(of: $0, from: 0) }
    guard let end else { return (HeaderBlock(Array(message)), message[message.endIndex...]) }
    let index = message.startIndex + end
    return (HeaderBlock(Array(message[..<index])), message[index...])
  }
}

extension Substring {
  /// Without blanks around.
  fileprivate var trimmed: String {
    var text = self
    while let first = text.utf8.first, first <= 0x20 { text = Substring(text.utf8.dropFirst()) }
    while let last = text.utf8.last, last <= 0x20 { text = Substring(text.utf8.dropLast()) }
    return String(text)
  }
}
