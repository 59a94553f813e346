import Foundation
import XCTest

/// A folder that goes away with the test.
public struct TemporaryFolder {
  public let path: String

  public init(_ test: XCTestCase) throws {
    path = NSTemporaryDirectory() + "khabar-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let path = path
    test.addTeardownBlock { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Writes a file, making the folders on its way, and gives its path.
  @discardableResult
  public func write(_ name: String, _ content: String) throws -> String { try write(name, Array(content.utf8)) }

  @discardableResult
  public func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return path + "/" + name
  }

  public func read(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

  /// All files below, sorted.
  public var files: [String] {
    (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}
