import KhabarCore

/// The part of an image that is read into values at opening: types, lists, findings.
struct ImageCatalog: Equatable {
  /// A list and its columns.
  struct List: Equatable {
    var file: String
    var columns: [String]
    var isFromUser: Bool
    var isExact: Bool
  }

  var types: [String] = []
  var lists: [List] = []
  var diagnostics: [Diagnostic] = []

  init() {}
}

// MARK: - Serialised

extension ImageCatalog {
  /// Length-prefixed fields, read back by `init(reading:)`.
  func serialised() -> [UInt8] {
    var bytes: [UInt8] = []
    func put(_ number: Int) {
      let value = UInt32(clamping: number)
      for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
    func put(_ text: String) {
      put(text.utf8.count)
      bytes.append(contentsOf: text.utf8)
    }
    func put(_ texts: [String]) {
      put(texts.count)
      for text in texts { put(text) }
    }
    put(types)
    put(lists.count)
    for list in lists {
      put(list.file)
      put(list.columns)
      put(list.isFromUser ? 1 : 0)
      put(list.isExact ? 1 : 0)
    }
    put(diagnostics.count)
    for diagnostic in diagnostics {
      put(diagnostic.severity.rawValue)
      put(diagnostic.code)
      put(diagnostic.location?.file ?? "")
      put(diagnostic.location?.line ?? 0)
      put(diagnostic.location?.column ?? 0)
      put(diagnostic.message)
      put(diagnostic.remedy ?? "")
    }
    return bytes
  }

  /// nil when the bytes are damaged.
  init?(reading bytes: UnsafeRawBufferPointer) {
    var position = 0
    func number() -> Int? {
      guard position + 4 <= bytes.count else { return nil }
      defer { position += 4 }
      return Int(bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
    }
    func text() -> String? {
      guard let count = number(), count <= bytes.count - position else { return nil }
      defer { position += count }
      return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }
    func texts() -> [String]? {
      guard let count = number(), count <= bytes.count - position else { return nil }
      var texts: [String] = []
      for _ in 0..<count {
        guard let next = text() else { return nil }
        texts.append(next)
      }
      return texts
    }
    guard let types = texts(), let listCount = number() else { return nil }
    self.types = types
    for _ in 0..<listCount {
      guard let file = text(), let columns = texts(), let user = number(), let exact = number() else { return nil }
      lists.append(List(file: file, columns: columns, isFromUser: user == 1, isExact: exact == 1))
    }
    guard let count = number() else { return nil }
    for _ in 0..<count {
      guard let severity = text(), let code = text(), let file = text(), let line = number(), let column = number(),
        let message = text(), let remedy = text()
      else { return nil }
      let location =
        file.isEmpty ? nil : SourceLocation(file: file, line: line > 0 ? line : nil, column: column > 0 ? column : nil)
      diagnostics.append(
        Diagnostic(
          Diagnostic.Severity(rawValue: severity) ?? .error, code, at: location, message,
          remedy: remedy.isEmpty ? nil : remedy))
    }
  }
}
