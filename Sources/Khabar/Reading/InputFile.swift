import Foundation

/// One file to read.
public struct InputFile: Sendable, Equatable {
  /// Its path for people; `-` is standard input. Bytes of it that are not UTF-8 are written as `%E9`.
  public var path: String
  /// Its path below the folder that was named, or its own name: the document's id.
  public var name: String
  /// nil when its content has to tell.
  public var format: InputFormat?
  /// The path as the file system has it.
  var pathBytes: [UInt8]
  /// Its place among what was found, from 0.
  var number = 0
  /// Named itself, and not found in a folder.
  var isNamed = false

  public init(path: String, name: String, format: InputFormat?) {
    self.init(path: path, name: name, format: format, bytes: Array(path.utf8))
  }

  init(path: String, name: String, format: InputFormat?, bytes: [UInt8]) {
    self.path = path
    self.name = name
    self.format = format
    pathBytes = bytes
  }

  var isStandardInput: Bool { path == "-" }
}

/// A name of the file system, which need not be UTF-8.
enum FileName {
  /// The name for people: bytes that are no UTF-8 written as `%E9`.
  static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      let broken = UTF8Check.firstInvalid(rest) ?? rest.endIndex
      text += String(decoding: rest[..<broken], as: UTF8.self)
      guard broken < rest.endIndex else { break }
      let value = String(rest[broken], radix: 16, uppercase: true)
      text += "%" + (value.utf8.count < 2 ? "0" : "") + value
      rest = rest[(broken + 1)...]
    }
    return text
  }
}
