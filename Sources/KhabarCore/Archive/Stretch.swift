/// Values of a trivial type, one behind the other: in memory of their own, or where an archive lies in memory.
///
/// An archive that is mapped is then read from disk where it is looked at, and nowhere else. Copies share their memory
/// until one is changed.
@frozen
public struct Stretch<Element: BitwiseCopyable>: @unchecked Sendable {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var length: Int
  /// Elements that there is room for; none in an archive, which nobody writes into.
  @usableFromInline var capacity: Int
  @usableFromInline var memory: Memory

  /// Stretches of archives begin at a multiple of so many bytes, which is enough for any type.
  static var alignment: Int { 16 }

  /// Elements in it.
  @inlinable public var count: Int { length }

  @inlinable
  public init() {
    memory = .nothing
    base = memory.start.assumingMemoryBound(to: Element.self)
    (length, capacity) = (0, 0)
  }

  @inlinable
  public init(minimumCapacity: Int) {
    memory = Memory(byteCount: minimumCapacity * MemoryLayout<Element>.stride)
    base = memory.start.assumingMemoryBound(to: Element.self)
    (length, capacity) = (0, minimumCapacity)
  }

  @inlinable
  public init(repeating element: Element, count: Int) {
    self.init(minimumCapacity: count)
    base.initialize(repeating: element, count: count)
    length = count
  }

  public init(_ elements: [Element]) {
    self.init(minimumCapacity: elements.count)
    elements.withUnsafeBufferPointer { buffer in
      if let first = buffer.baseAddress { base.initialize(from: first, count: buffer.count) }
    }
    length = elements.count
  }

  /// Elements that lie in memory of another, such as a mapped file.
  ///
  /// - Parameter holder: what keeps them there.
  public init(at start: UnsafePointer<Element>, count: Int, heldBy holder: AnyObject) {
    self.init(at: start, count: count, in: Memory(UnsafeMutableRawPointer(mutating: start), heldBy: holder))
  }

  init(at start: UnsafePointer<Element>, count: Int, in memory: Memory) {
    base = UnsafeMutablePointer(mutating: start)
    (length, capacity) = (count, 0)
    self.memory = memory
  }

  /// - Parameter index: below `count`; the program ends otherwise, as with an array.
  @inlinable
  public subscript(index: Int) -> Element {
    @inline(__always)
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: length))
      return self[unchecked: index]
    }
    set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: length))
      if capacity == 0 || !isKnownUniquelyReferenced(&memory) { move(to: count) }
      base[index] = newValue
    }
  }

  /// The same where whoever asks has seen that the index is below `count`.
  @inlinable
  subscript(unchecked index: Int) -> Element {
    @inline(__always)
    get { withExtendedLifetime(memory) { base[index] } }
  }

  @inlinable
  public mutating func append(_ element: Element) {
    if length >= capacity || !isKnownUniquelyReferenced(&memory) { move(to: max(8, capacity, length * 2)) }
    (base + length).initialize(to: element)
    length += 1
  }

  /// Moves into memory of its own.
  @inlinable
  mutating func move(to capacity: Int) {
    var other = Stretch(minimumCapacity: capacity)
    withExtendedLifetime(memory) { other.base.initialize(from: base, count: length) }
    other.length = length
    self = other
  }

  /// Calls `body` with the bytes of its elements.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(memory) {
      try body(UnsafeRawBufferPointer(start: base, count: count * MemoryLayout<Element>.stride))
    }
  }
}

extension Stretch: CustomReflectable {
  /// Its bytes.
  public var customMirror: Mirror { Mirror(self, children: ["bytes": withUnsafeBytes { Array($0) }]) }
}

extension Archive {
  /// Many values, which are read where they lie.
  public final func plain<Value: BitwiseCopyable>(_ values: inout Stretch<Value>) throws {
    let stride = MemoryLayout<Value>.stride
    var bytes = Stretch<UInt8>(
      at: UnsafeRawPointer(values.base).assumingMemoryBound(to: UInt8.self), count: values.count * stride,
      in: values.memory)
    try stretch(&bytes)
    guard bytes.count % stride == 0 else { throw ArchiveFault() }
    guard bytes.base != UnsafeMutableRawPointer(values.base) else { return }
    values = Stretch(
      at: UnsafeRawPointer(bytes.base).assumingMemoryBound(to: Value.self), count: bytes.count / stride,
      in: bytes.memory)
  }
}

/// Where a stretch lies.
@usableFromInline
final class Memory: @unchecked Sendable {
  @usableFromInline let start: UnsafeMutableRawPointer
  /// What keeps the memory where it is another's.
  private let holder: AnyObject?

  /// Of stretches without elements.
  @usableFromInline static let nothing = Memory(byteCount: 0)

  @usableFromInline
  init(byteCount: Int) {
    start = .allocate(byteCount: byteCount, alignment: Stretch<UInt8>.alignment)
    holder = nil
  }

  init(_ start: UnsafeMutableRawPointer, heldBy holder: AnyObject) {
    self.start = start
    self.holder = holder
  }

  deinit {
    if holder == nil { start.deallocate() }
  }
}
