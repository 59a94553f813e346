/// A value that can be kept in a file and read back as it was.
///
/// One function says what a value is made of, for writing and for reading: it hands each part to the archive, which
/// writes it down or puts what was written in its place.
///
/// ```swift
/// extension Title: Archivable {
///   static var blank: Title { Title(name: "", ranks: []) }
///   mutating func pass(through archive: Archive) throws {
///     try name.pass(through: archive)
///     try ranks.pass(through: archive)
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
  mutating func pass(through archive: Archive) throws
}

/// An archive that is not what was written.
public struct ArchiveFault: Error {
  public init() {}
}

/// What the parts of a value are handed to: `ArchiveWriter` or `ArchiveReader`.
///
/// A class, and no protocol that `pass` would be generic over: generic code of other modules asks for its types at
/// every part, which takes many times longer than the part itself.
public class Archive {
  /// Bytes as they lie in memory.
  @usableFromInline func bytes(_ bytes: UnsafeMutableRawBufferPointer) throws { throw ArchiveFault() }
  /// A text; one that was there before is shared with it.
  @usableFromInline func text(_ text: inout String) throws { throw ArchiveFault() }
  /// How many parts follow, each of which takes so many bytes or more.
  @usableFromInline func count(_ count: inout Int, ofSize size: Int) throws { throw ArchiveFault() }
  /// Many bytes, which need not be copied to be read. They begin at a multiple of `Stretch.alignment`.
  @usableFromInline func stretch(_ bytes: inout Stretch<UInt8>) throws { throw ArchiveFault() }
  /// A value by itself, which need not be read with the others.
  func section<Value: Archivable>(_ section: inout ArchiveSection<Value>) throws { throw ArchiveFault() }

  /// A number, a set of bits, an enumeration without text: its bytes as they lie in memory.
  @inlinable
  public final func plain<Value: BitwiseCopyable>(_ value: inout Value) throws {
    try withUnsafeMutableBytes(of: &value) { try bytes($0) }
  }

  /// The same of many, as one stretch.
  @inlinable
  public final func plain<Value: BitwiseCopyable>(_ values: inout [Value]) throws {
    var length = values.count
    try count(&length, ofSize: MemoryLayout<Value>.stride)
    guard length != values.count else { return try values.withUnsafeMutableBytes { try bytes($0) } }
    values = try Array(unsafeUninitializedCapacity: length) { buffer, count in
      try bytes(UnsafeMutableRawBufferPointer(buffer))
      count = length
    }
  }

  /// How many parts follow. Each takes a byte or more.
  @inlinable
  public final func count(_ count: inout Int) throws { try self.count(&count, ofSize: 1) }
}

/// Writes values one behind the other.
public final class ArchiveWriter: Archive {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// Texts that were written, by their numbers.
  private var texts: [String: Int] = [:]

  override public init() {}

  override func bytes(_ bytes: UnsafeMutableRawBufferPointer) { self.bytes.append(contentsOf: bytes) }

  /// Writes the text's number, and UTF-8 behind that of a new one.
  override func text(_ text: inout String) throws {
    var number = UInt32(texts[text] ?? texts.count)
    try plain(&number)
    guard texts[text] == nil else { return }
    texts[text] = texts.count
    var utf8 = Array(text.utf8)
    try plain(&utf8)
  }

  override func count(_ count: inout Int, ofSize size: Int) throws { try plain(&count) }

  override func stretch(_ bytes: inout Stretch<UInt8>) throws {
    var length = bytes.count
    try plain(&length)
    let gap = -self.bytes.count & (Stretch<UInt8>.alignment - 1)
    self.bytes.append(contentsOf: repeatElement(0, count: gap))
    bytes.withUnsafeBytes { self.bytes.append(contentsOf: $0) }
  }

  /// Writes it as an archive of its own.
  override func section<Value: Archivable>(_ section: inout ArchiveSection<Value>) throws {
    var value = section.value
    let writer = ArchiveWriter()
    try value.pass(through: writer)
    var bytes = Stretch(writer.bytes)
    try stretch(&bytes)
  }
}

/// Reads values in the order in which they were written.
public final class ArchiveReader: Archive {
  private let start: UnsafeRawPointer
  private let size: Int
  /// What the bytes lie in.
  private let memory: Memory
  private var offset = 0
  /// Texts that were read, by their numbers.
  private var texts: [String] = []

  /// Reads bytes where they are.
  ///
  /// - Parameter bytes: at a multiple of `Stretch.alignment`.
  public init(_ bytes: Stretch<UInt8>) {
    start = UnsafeRawPointer(bytes.base)
    size = bytes.count
    memory = bytes.memory
  }

  /// Reads a copy of bytes.
  public convenience init(_ bytes: [UInt8]) { self.init(Stretch(bytes)) }

  /// Whether all was read.
  public var isAtEnd: Bool { offset == size }

  private func take(_ count: Int) throws -> UnsafeRawPointer {
    guard count >= 0, count <= size - offset else { throw ArchiveFault() }
    defer { offset += count }
    return start + offset
  }

  override func bytes(_ bytes: UnsafeMutableRawBufferPointer) throws {
    let source = try take(bytes.count)
    bytes.copyMemory(from: UnsafeRawBufferPointer(start: source, count: bytes.count))
  }

  override func text(_ text: inout String) throws {
    var number: UInt32 = 0
    try plain(&number)
    guard number <= texts.count else { throw ArchiveFault() }
    if number == texts.count {
      var length = 0
      try plain(&length)
      let source = try take(length)
      texts.append(String(decoding: UnsafeRawBufferPointer(start: source, count: length), as: UTF8.self))
    }
    text = texts[Int(number)]
  }

  override func count(_ count: inout Int, ofSize size: Int) throws {
    try plain(&count)
    let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: size)
    guard !isTooLarge, 0...(self.size - offset) ~= bytes else { throw ArchiveFault() }
  }

  override func stretch(_ bytes: inout Stretch<UInt8>) throws {
    var length = 0
    try plain(&length)
    _ = try take(-offset & (Stretch<UInt8>.alignment - 1))
    let source = try take(length).assumingMemoryBound(to: UInt8.self)
    bytes = Stretch(at: source, count: length, in: memory)
  }

  /// Remembers where it is.
  override func section<Value: Archivable>(_ section: inout ArchiveSection<Value>) throws {
    var bytes = Stretch<UInt8>()
    try stretch(&bytes)
    section = ArchiveSection(reading: bytes)
  }
}
