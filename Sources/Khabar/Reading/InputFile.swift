import KhabarCore

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

  /// - Parameter path: may stand for bytes that are no UTF-8; see `PathName`.
  public init(path: String, name: String, format: InputFormat?) {
    self.init(
      path: PathName.text(path), name: PathName.text(name), format: format, bytes: PathName.bytes(path))
  }

  init(path: String, name: String, format: InputFormat?, bytes: [UInt8]) {
    self.path = path
    self.name = name
    self.format = format
    pathBytes = bytes
  }

  var isStandardInput: Bool { path == "-" }
}
