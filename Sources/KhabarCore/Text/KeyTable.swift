/// A map from folded words to small values, for lookups at every token: open addressing, no hashing of strings.
///
/// Slots are four bytes, part of the word's hash and the index of its entry, so that a word that is not in the table is
/// mostly found missing without touching an entry. Entries lie in the order they came. `nil` means that the word is not
/// in the table. Holds up to 16,777,214 words.
@frozen
public struct KeyTable<Value: BitwiseCopyable & Sendable>: Sendable {
  @frozen @usableFromInline
  struct Entry: Sendable, BitwiseCopyable {
    @usableFromInline var key: WordKey
    @usableFromInline var value: Value

    @inlinable init(key: WordKey, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// Eight bits of the hash above 24 bits of the entry's index plus one; 0 for an empty slot.
  @usableFromInline var slots: Stretch<UInt32>
  @usableFromInline var entries: Stretch<Entry>
  @usableFromInline var mask: Int

  /// Slots of the smallest table.
  @usableFromInline static var smallest: Int { 32 }

  /// Words in the table.
  @inlinable public var count: Int { entries.count }

  /// - Parameters:
  ///   - minimumCapacity: words that will fit without growing.
  ///   - placeholder: any value; its type is what counts.
  @inlinable public init(minimumCapacity: Int = 16, placeholder: Value) {
    var size = Self.smallest
    while size * 3 < minimumCapacity * 4 { size *= 2 }
    slots = Stretch(repeating: 0, count: size)
    entries = Stretch(minimumCapacity: minimumCapacity)
    mask = size - 1
  }

  @inlinable @inline(__always)
  static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash &>> 56) &<< 24 }

  /// The value of a key, nil when there is none. O(1).
  @inlinable public subscript(key: WordKey) -> Value? {
    let hash = key.slot
    let tag = Self.tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = slots[unchecked: slot]
      if found == 0 { return nil }
      if found & 0xFF00_0000 == tag {
        let index = Int(found & 0x00FF_FFFF) &- 1
        if entries[index].key == key { return entries[unchecked: index].value }
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Sets the value of a word, or changes the one it has. The empty word is passed over.
  @inlinable public mutating func update(_ key: WordKey, with value: Value, combine: (Value, Value) -> Value) {
    guard !key.isEmpty else { return }
    if (entries.count + 1) * 4 > slots.count * 3 { grow() }
    let hash = key.slot
    let tag = Self.tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] & 0xFF00_0000 == tag {
        let index = Int(slots[slot] & 0x00FF_FFFF) - 1
        if entries[index].key == key {
          entries[index] = Entry(key: key, value: combine(entries[index].value, value))
          return
        }
      }
      slot = (slot &+ 1) & mask
    }
    guard entries.count < 0x00FF_FFFE else { return }
    entries.append(Entry(key: key, value: value))
    slots[slot] = tag | UInt32(entries.count)
  }

  /// Sets the value of a word; the last one wins.
  @inlinable public mutating func insert(_ key: WordKey, _ value: Value) { update(key, with: value) { _, new in new } }

  @inlinable mutating func grow() {
    slots = Stretch(repeating: 0, count: slots.count * 2)
    mask = slots.count - 1
    for index in 0..<entries.count {
      let hash = entries[index].key.slot
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot &+ 1) & mask }
      slots[slot] = Self.tag(hash) | UInt32(index + 1)
    }
  }
}

extension KeyTable where Value: OptionSet {
  /// Adds a set of features to those a word has.
  @inlinable public mutating func formUnion(_ key: WordKey, _ value: Value) {
    update(key, with: value) { $0.union($1) }
  }
}

extension KeyTable: Archivable {
  public static var blank: KeyTable { KeyTable(slots: Stretch(repeating: 0, count: smallest), entries: Stretch()) }

  private init(slots: Stretch<UInt32>, entries: Stretch<Entry>) {
    (self.slots, self.entries) = (slots, entries)
    mask = slots.count - 1
  }

  public mutating func pass(through archive: Archive) throws {
    try archive.plain(&slots)
    try archive.plain(&entries)
    mask = slots.count - 1
    // A slot is looked for between them, and one is always empty.
    guard slots.count >= Self.smallest, slots.count & mask == 0, entries.count < slots.count else {
      throw ArchiveFault()
    }
  }
}
