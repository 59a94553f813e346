/// A value that can be kept in a file and read back as it was.
///
/// One function says what a value is made of, for writing and for reading: it hands each part to the archive, which
/// writes it down or puts what was written in its place.
///
/// ```swift
/// extension Title: Archivable {
///   static var blank: Title { Title(name: "", ranks: []) }
///   mutating func pass(through archive: inout some Archive) throws {
///     try name.pass(through: &archive)
///     try ranks.pass(through: &archive)
///   }
/// }
/// ```
///
/// Archives are the program's own: made by one build of it from its data files, and read by the same build alone.
public protocol Archivable {
  /// Any value, to read another one into.
  static var blank: Self { get }

  /// Hands each part of the value to an archive, always in the same order.
  ///
  /// - Throws: `ArchiveFault` when the archive ends too early or can't be what was written.
  mutating func pass(through archive: inout some Archive) throws
}

/// What the parts of a value are handed to: `ArchiveWriter` or `ArchiveReader`.
public protocol Archive {
  /// A number, a set of bits, an enumeration without text: its bytes as they lie in memory.
  mutating func plain<Value: BitwiseCopyable>(_ value: inout Value) throws
  /// The same of many, as one stretch.
  mutating func plain<Value: BitwiseCopyable>(_ values: inout [Value]) throws
  /// A text; one that was there before is shared with it.
  mutating func text(_ text: inout String) throws
  /// How many parts follow. Each takes a byte or more.
  mutating func count(_ count: inout Int) throws
}

/// An archive that is not what was written.
public struct ArchiveFault: Error {
  public init() {}
}

/// Writes values one behind the other.
public struct ArchiveWriter: Archive {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// Texts that were written, by their numbers.
  private var texts: [String: Int] = [:]

  public init() {}

  /// Writes its bytes.
  public mutating func plain<Value: BitwiseCopyable>(_ value: inout Value) {
    withUnsafeBytes(of: &value) { bytes.append(contentsOf: $0) }
  }

  /// Writes their number, and their bytes.
  public mutating func plain<Value: BitwiseCopyable>(_ values: inout [Value]) {
    var length = values.count
    plain(&length)
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Writes the text's number, and UTF-8 behind that of a new one.
  public mutating func text(_ text: inout String) {
    var number = UInt32(texts[text] ?? texts.count)
    plain(&number)
    guard texts[text] == nil else { return }
    texts[text] = texts.count
    var utf8 = Array(text.utf8)
    plain(&utf8)
  }

  public mutating func count(_ count: inout Int) { plain(&count) }
}

/// Reads values in the order in which they were written.
public struct ArchiveReader: Archive {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  /// Texts that were read, by their numbers.
  private var texts: [String] = []

  /// - Parameter bytes: must stay valid as long as the reader is used.
  public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether all was read.
  public var isAtEnd: Bool { offset == bytes.count }

  private mutating func take(_ size: Int) throws -> UnsafeRawBufferPointer {
    guard size >= 0, size <= bytes.count - offset else { throw ArchiveFault() }
    defer { offset += size }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + size])
  }

  /// Reads as many bytes as a value of the type has.
  public mutating func plain<Value: BitwiseCopyable>(_ value: inout Value) throws {
    let source = try take(MemoryLayout<Value>.size)
    withUnsafeMutableBytes(of: &value) { $0.copyMemory(from: source) }
  }

  /// Reads their number, and as many.
  public mutating func plain<Value: BitwiseCopyable>(_ values: inout [Value]) throws {
    var length = 0
    try plain(&length)
    let (size, isTooLarge) = length.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    guard !isTooLarge else { throw ArchiveFault() }
    let source = try take(size)
    values = Array(unsafeUninitializedCapacity: length) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
      count = length
    }
  }

  public mutating func text(_ text: inout String) throws {
    var number: UInt32 = 0
    try plain(&number)
    guard number <= texts.count else { throw ArchiveFault() }
    if number == texts.count {
      var length = 0
      try plain(&length)
      texts.append(String(decoding: try take(length), as: UTF8.self))
    }
    text = texts[Int(number)]
  }

  public mutating func count(_ count: inout Int) throws {
    try plain(&count)
    guard 0...(bytes.count - offset) ~= count else { throw ArchiveFault() }
  }
}
