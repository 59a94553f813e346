/// A path of the file system, which need not be UTF-8, as a `String`.
///
/// Bytes that are no UTF-8 stand in it as characters of a private plane, from which `bytes` gives them back: so a path
/// from the command line goes through options and settings like any other text and still opens its file. Where a name
/// is shown, `text` writes them as `%E9`.
///
/// ```swift
/// let path = PathName.string(bytes)       // from argv or readdir
/// open(PathName.bytes(path) + [0], …)     // the same bytes
/// ```
public enum PathName {
  /// The character that stands for a byte has this number and the byte; 0 to 0x7F are never needed.
  private static let base: UInt32 = 0x10F000

  /// The path of these bytes. Every path has one, and no two have the same.
  public static func string(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !holdsBytes(text) { return text }
    var result = String.UnicodeScalarView()
    each(of: bytes) { scalar, raw in
      if let scalar, !isByte(scalar) {
        result.append(scalar)
      } else {
        for byte in raw { if let stand = Unicode.Scalar(base + UInt32(byte)) { result.append(stand) } }
      }
    }
    return String(result)
  }

  /// The bytes of a path, as the file system has them.
  public static func bytes(_ path: String) -> [UInt8] {
    guard holdsBytes(path) else { return Array(path.utf8) }
    var bytes: [UInt8] = []
    for scalar in path.unicodeScalars {
      if isByte(scalar) { bytes.append(UInt8(scalar.value - base)) } else { bytes += Array(String(scalar).utf8) }
    }
    return bytes
  }

  /// The path for people: bytes that are no UTF-8 written as `%E9`.
  public static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var result = ""
    each(of: bytes) { scalar, raw in
      guard let scalar else {
        for byte in raw { result += "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
        return
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// The path for people, of a path that may stand for bytes.
  public static func text(_ path: String) -> String { holdsBytes(path) ? text(bytes(path)) : path }

  /// The path as C functions take it.
  public static func cString(_ path: String) -> [CChar] { cString(bytes(path)) }

  /// The bytes of a path as C functions take them.
  public static func cString(_ bytes: [UInt8]) -> [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  private static func isByte(_ scalar: Unicode.Scalar) -> Bool { (base + 0x80...base + 0xFF).contains(scalar.value) }

  /// True when a path stands for bytes that are no UTF-8.
  public static func holdsBytes(_ path: String) -> Bool {
    path.utf8.contains(0xF4) && path.unicodeScalars.contains(where: isByte)
  }

  /// Each character with its bytes; nil for a byte that is part of none.
  private static func each(of bytes: [UInt8], _ body: (Unicode.Scalar?, ArraySlice<UInt8>) -> Void) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let character = (1...4).lazy.map { rest.prefix($0) }.first { piece in
        String(validating: piece, as: UTF8.self)?.unicodeScalars.count == 1
      }
      body(character.flatMap { String(decoding: $0, as: UTF8.self).unicodeScalars.first }, character ?? rest.prefix(1))
      rest = rest.dropFirst(character?.count ?? 1)
    }
  }
}
