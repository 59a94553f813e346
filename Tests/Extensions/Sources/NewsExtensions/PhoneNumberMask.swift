import Khabar

/// A stage before all others: overwrites telephone numbers with zeros, so that no record holds one.
///
/// A number is `+` with at least eight digits behind it, between which single spaces or hyphens may stand. It keeps its
/// length in bytes, so that every offset of the record is one of the text as it was read.
public struct PhoneNumberMask: Stage {
  public init() {}

  public func process(_ input: RawDocument) throws -> RawDocument {
    var document = input
    var position = 0
    while let plus = document.bytes[position...].firstIndex(of: UInt8(ascii: "+")) {
      let digits = Self.digits(in: document.bytes, after: plus)
      if digits.count >= 8 {
        for index in digits { document.bytes[index] = UInt8(ascii: "0") }
      }
      position = (digits.last ?? plus) + 1
    }
    return document
  }

  /// Where the digits of the number behind a plus sign stand.
  private static func digits(in bytes: [UInt8], after plus: Int) -> [Int] {
    var found: [Int] = []
    for index in (plus + 1)..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): found.append(index)
      case UInt8(ascii: " "), UInt8(ascii: "-"): if found.last != index - 1 { return found }
      default: return found
      }
    }
    return found
  }
}
