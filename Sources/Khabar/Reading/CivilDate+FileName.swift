import KhabarCore

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
