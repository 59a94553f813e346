extension RawDocument {
  /// Reads a file that holds one document.
  ///
  /// - Throws: `KhabarError` D001 to D003 and D009.
  public init(reading file: InputFile) throws {
    let bytes = try FileContent.read(file.path, after: file.start)
    var info = DocumentInfo(id: file.name, source: file.path == "-" ? nil : file.path)
    let text: [UInt8]
    switch file.format {
    case .html:
      let page = try HTMLReader().page(bytes)
      text = page.text
      info.title = page.title
      info.url = page.url
      info.publisher = page.publisher
      info.language = page.language
      info.takeDate(page.dates)
    case .xml:
      (text, info.language) = try XMLReader().read(bytes, file: file.path)
    case .text, .jsonl, nil:
      text = try TextDecoding.decode(bytes, file: file.path)
    }
    if info.anchor == nil, let date = CivilDate(inFileName: file.name) {
      info.anchor = DocumentAnchor(date: date, source: .file)
    }
    self.init(info: info, bytes: text)
    try requireText(at: SourceLocation(file: file.path))
  }

  /// - Throws: `KhabarError` D003 when there is nothing but white space.
  func requireText(at location: SourceLocation) throws {
    if bytes.allSatisfy({ $0 <= 0x20 }) {
      throw KhabarError(
        "D003", at: location, bytes.isEmpty ? "there is no text in it" : "there is only white space in it")
    }
  }
}

extension CivilDate {
  /// The date in a file's own name: `2024-04-15` in `news/2024-04-15-baghdad.txt`, with no digit on either side.
  init?(inFileName name: String) {
    let bytes = Array((name.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(name).utf8))
    func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index] >= 48 && bytes[index] <= 57 }
    guard bytes.count >= 10 else { return nil }
    for start in 0...(bytes.count - 10) where !isDigit(start - 1) && !isDigit(start + 10) {
      if let date = CivilDate(iso: String(decoding: bytes[start..<(start + 10)], as: UTF8.self)) {
        self = date
        return
      }
    }
    return nil
  }
}
