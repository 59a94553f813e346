import KhabarCore
import KhabarXML

/// A character set that text may be written in.
public struct Charset: Sendable, Hashable, CustomStringConvertible {
  /// The name by IANA's registry (MacArabic, which has none, by its usual one), as records give it.
  public let name: String

  private init(_ name: String) { self.name = name }

  /// With or without a byte order mark.
  public static let utf8 = Charset("UTF-8")
  /// The low byte of a unit first.
  public static let utf16LittleEndian = Charset("UTF-16LE")
  /// The high byte of a unit first.
  public static let utf16BigEndian = Charset("UTF-16BE")
  /// The lowest byte of a scalar first.
  public static let utf32LittleEndian = Charset("UTF-32LE")
  /// The highest byte of a scalar first.
  public static let utf32BigEndian = Charset("UTF-32BE")
  /// Microsoft's code page of Arabic.
  public static let windows1256 = Charset("windows-1256")
  /// ISO/IEC 8859-6, Arabic in the order of ASMO 708.
  public static let iso88596 = Charset("ISO-8859-6")
  /// That of classic Mac OS.
  public static let macArabic = Charset("MacArabic")

  public var description: String { name }

  /// The set of a name as documents declare it; nil for an unknown one.
  public init?(named name: String) {
    let key = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " && $0 != ":" }
    switch key {
    case "utf8", "unicode11utf8", "usascii", "ascii": self = .utf8
    case "utf16", "utf16le", "ucs2", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "utf32", "utf32le", "ucs4": self = .utf32LittleEndian
    case "utf32be": self = .utf32BigEndian
    case "windows1256", "cp1256", "win1256", "xcp1256": self = .windows1256
    case "iso88596", "iso885961987", "arabic", "asmo708", "ecma114", "csisolatinarabic", "iso88596e", "iso88596i":
      self = .iso88596
    case "macarabic", "xmacarabic", "macintosharabic": self = .macArabic
    default:
      guard CharsetConverter.knows(name) else { return nil }
      self.init(name)
    }
  }

  /// The upper half of a single-byte set of Arabic.
  var table: [UInt16]? {
    switch self {
    case .windows1256: CharsetTables.windows1256
    case .iso88596: CharsetTables.iso88596
    case .macArabic: CharsetTables.macArabic
    default: nil
    }
  }

  /// The byte order mark at the start of a text, and the set that it tells.
  static func mark(of bytes: some Collection<UInt8>) -> (charset: Charset, length: Int)? {
    let marks: [(Charset, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf32LittleEndian, [0xFF, 0xFE, 0, 0]), (.utf32BigEndian, [0, 0, 0xFE, 0xFF]),
      (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
    ]
    return marks.first { bytes.starts(with: $0.1) }.map { ($0.0, $0.1.count) }
  }
}
