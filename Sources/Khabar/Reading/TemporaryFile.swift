import Foundation
import KhabarXML

/// Bytes in memory as a file, for libraries that read files alone.
enum TemporaryFile {
  /// The most that gzip data in memory may hold when inflated.
  private static let limit = 256 << 20

  /// Inflates gzip data; nil when they are damaged or too large.
  static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    var name = Array((NSTemporaryDirectory() + "/khabar-XXXXXX").utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { return nil }
    unlink(name)
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress! + written, bytes.count - written) }
      guard count > 0 else { return nil }
      written += count
    }
    guard var input = GzipInput(descriptor: file) else { return nil }
    var result: [UInt8] = []
    while result.count <= limit {
      var failed = false
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        do { filled = try input.read(into: UnsafeMutableRawBufferPointer(buffer)) } catch {
          failed = true
          filled = 0
        }
      }
      if failed { return nil }
      if piece.isEmpty { return result }
      result += piece
    }
    return nil
  }
}
