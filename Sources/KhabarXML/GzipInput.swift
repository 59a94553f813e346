import CLibXML2
import Foundation

/// A gzip-compressed file, inflated as it is read: by libxml2, which reads such files through zlib.
public struct GzipInput: ~Copyable {
  /// What is wrong with the compressed data.
  public enum Failure: Error {
    /// This libxml2 was built without zlib.
    case unsupported
    /// The data is damaged.
    case damaged
    /// The data ends in the middle.
    case cutShort
  }

  /// The two bytes that gzip data begins with (RFC 1952, section 2.3.1).
  public static let magic: [UInt8] = [0x1F, 0x8B]

  private let buffer: xmlParserInputBufferPtr
  private var isAtStart = true
  private var isClosed = false

  /// - Parameter descriptor: of a file, which is read from its beginning, or of a pipe. It stays the caller's.
  public init?(descriptor: Int32) {
    xmlInitParser()
    guard let buffer = Self.open("/dev/fd/\(descriptor)") else { return nil }
    self.buffer = buffer
  }

  private static let openers = NSLock()
  /// Openers that are kept: of plain files, and of compressed ones through zlib, in the order that they are registered.
  private static let zlibOpeners: Int32 = 2

  /// Opens a file by way of zlib. The library's opener of xz files, which it would ask first, reads gzip, too, but
  /// stops behind the first of several members.
  private static func open(_ path: String) -> xmlParserInputBufferPtr? {
    openers.lock()
    defer { openers.unlock() }
    xmlRegisterDefaultInputCallbacks()
    while xmlPopInputCallbacks() > zlibOpeners {}
    defer {
      xmlCleanupInputCallbacks()
      xmlRegisterDefaultInputCallbacks()
    }
    return xmlParserInputBufferCreateFilename(path, XML_CHAR_ENCODING_NONE)
  }

  deinit { xmlFreeParserInputBuffer(buffer) }

  /// Reads as many bytes as there is room for, or fewer at the end.
  ///
  /// - Returns: how many; 0 at the end.
  public mutating func read(into target: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    guard !isClosed, let base = target.baseAddress?.assumingMemoryBound(to: CChar.self), target.count > 0,
      let read = buffer.pointee.readcallback
    else { return 0 }
    // The library writes to standard error by itself about damage.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    let count = Int(read(buffer.pointee.context, base, Int32(clamping: target.count)))
    if count < 0 { throw .damaged }
    if isAtStart, target.starts(with: Self.magic), count >= 2 { throw .unsupported }
    isAtStart = false
    if count == 0 {
      isClosed = true
      // zlib tells of data that ends too soon when it is closed (gzclose).
      let close = buffer.pointee.closecallback
      let context = buffer.pointee.context
      buffer.pointee.closecallback = nil
      buffer.pointee.readcallback = nil
      buffer.pointee.context = nil
      if let close, close(context) != 0 { throw .cutShort }
    }
    return count
  }
}
