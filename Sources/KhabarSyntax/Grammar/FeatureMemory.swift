import KhabarCore

/// Remembers what follows from sets of features, as words of 64 bits: the one memory of what is made of words.
///
/// What was made of a set stays where it is as long as the memory, so that whoever asks needs not copy it. Sets lie
/// side by side in the order in which they came, and a table of addresses finds them: who reads a few texts needs
/// little memory. It grows with each new set, and its owner begins a new one when it is full.
///
/// A class that owns its memory: it is asked at every word, and arrays would be checked for other owners each time.
/// Used by one worker at a time (`WorkerPool`).
final class FeatureMemory: @unchecked Sendable {
  /// What follows from a set that holds only features that count.
  typealias Make = (_ features: UnsafePointer<Features>, _ value: UnsafeMutablePointer<UInt64>) -> Void

  private typealias Address = UnsafeMutableRawPointer

  /// Where sets are, and where the next one comes. Behind a pointer: what changes in a class is checked at each access.
  private struct Table {
    /// At the slot of a set or, where another one is, behind it; a power of two of them, of which half stay empty.
    var addresses: UnsafeMutablePointer<Address?>
    var mask: Int
    var count = 0
    /// The sets and their values, in blocks.
    var blocks: [Address] = []
    /// Sets that the last block has room for.
    var room = 0
  }

  /// The features that count; the others change nothing.
  private let asked: Features
  /// Bytes of a set and its value.
  private let stride: Int
  private let table: UnsafeMutablePointer<Table>

  /// Sets of a block.
  private static let blockLength = 128
  /// Addresses of a new memory.
  private static let places = 1024
  /// Words of news have several thousand different sets.
  private static let capacity = 16_384

  /// - Parameter width: words of a value.
  init(asked: Features, width: Int) {
    self.asked = asked
    stride = MemoryLayout<Features>.stride + (width * MemoryLayout<UInt64>.stride + 15) & ~15
    table = .allocate(capacity: 1)
    table.initialize(to: Table(addresses: Self.addresses(Self.places), mask: Self.places - 1))
  }

  deinit {
    table.pointee.addresses.deallocate()
    for block in table.pointee.blocks { block.deallocate() }
    table.deinitialize(count: 1)
    table.deallocate()
  }

  private static func addresses(_ count: Int) -> UnsafeMutablePointer<Address?> {
    let addresses = UnsafeMutablePointer<Address?>.allocate(capacity: count)
    addresses.initialize(repeating: nil, count: count)
    return addresses
  }

  /// It should not be asked for more sets.
  var isFull: Bool { table.pointee.count >= Self.capacity }

  /// What follows from a set, remembered or made; there as long as the memory.
  @inline(__always)
  func find(_ features: UnsafePointer<Features>, make: Make) -> UnsafePointer<UInt64> {
    let key = features.pointee.intersection(asked)
    if let known = withUnsafePointer(to: key, { self.known($0) }) { return known }
    let address = add(key)
    let value = Self.value(address)
    withUnsafePointer(to: key) { make($0, value) }
    return UnsafePointer(value)
  }

  /// What is remembered of a set that holds only features that count; nil where nothing is.
  @inline(__always)
  func known(_ key: UnsafePointer<Features>) -> UnsafePointer<UInt64>? {
    let (addresses, mask) = (table.pointee.addresses, table.pointee.mask)
    var place = Int(truncatingIfNeeded: key.pointee.slot) & mask
    while let address = addresses[place] {
      if address.load(as: Features.self) == key.pointee { return UnsafePointer(Self.value(address)) }
      place = (place + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func value(_ address: Address) -> UnsafeMutablePointer<UInt64> {
    (address + MemoryLayout<Features>.stride).assumingMemoryBound(to: UInt64.self)
  }

  /// Room for a set that is new.
  private func add(_ key: Features) -> Address {
    if (table.pointee.count + 1) * 2 > table.pointee.mask { grow() }
    if table.pointee.room == 0 {
      table.pointee.blocks.append(
        .allocate(byteCount: Self.blockLength * stride, alignment: MemoryLayout<Features>.alignment))
      table.pointee.room = Self.blockLength
    }
    let block = table.pointee.blocks[table.pointee.blocks.count - 1]
    let address = block + (Self.blockLength - table.pointee.room) * stride
    address.initializeMemory(as: Features.self, to: key)
    (address + MemoryLayout<Features>.stride).initializeMemory(
      as: UInt64.self, repeating: 0, count: (stride - MemoryLayout<Features>.stride) / MemoryLayout<UInt64>.stride)
    table.pointee.room -= 1
    table.pointee.count += 1
    place(address, key)
    return address
  }

  private func place(_ address: Address, _ key: Features) {
    let mask = table.pointee.mask
    var place = Int(truncatingIfNeeded: key.slot) & mask
    while table.pointee.addresses[place] != nil { place = (place + 1) & mask }
    table.pointee.addresses[place] = address
  }

  private func grow() {
    let (old, count) = (table.pointee.addresses, table.pointee.mask + 1)
    table.pointee.addresses = Self.addresses(count * 2)
    table.pointee.mask = count * 2 - 1
    for index in 0..<count {
      if let address = old[index] { place(address, address.load(as: Features.self)) }
    }
    old.deallocate()
  }
}
