/// How the alef at the beginning of a word is written, which the folded spelling loses: the last byte of its UTF-8.
enum AlefSpelling: UInt8, CaseIterable {
  /// آ
  case madda = 0xA2
  /// أ
  case hamzaAbove = 0xA3
  /// إ
  case hamzaBelow = 0xA5

  /// The first byte of all of them.
  static let lead: UInt8 = 0xD8
}
