/// A map from folded words to small values, for lookups at every token: open addressing, no hashing of strings.
///
/// A lookup is one multiplication and usually one cache line. Values are trivial types; `nil` means the word is not in
/// the table.
@frozen
public struct KeyTable<Value: Sendable>: Sendable {
  @usableFromInline var keys: [WordKey]
  @usableFromInline var values: [Value]
  @usableFromInline var mask: Int
  @usableFromInline var filled = 0
  /// Words in the table.
  @inlinable public var count: Int { filled }

  /// - Parameter minimumCapacity: words that will fit without growing.
  @inlinable public init(minimumCapacity: Int = 16, placeholder: Value) {
    var size = 32
    while size < minimumCapacity * 2 { size *= 2 }
    keys = Array(repeating: .empty, count: size)
    values = Array(repeating: placeholder, count: size)
    mask = size - 1
  }

  @inlinable public subscript(key: WordKey) -> Value? {
    var slot = Int(truncatingIfNeeded: key.slot) & mask
    while true {
      let found = keys[slot]
      if found == key { return found.isEmpty ? nil : values[slot] }
      if found.isEmpty { return nil }
      slot = (slot + 1) & mask
    }
  }

  /// Sets the value of a word, or changes the one it has.
  @inlinable public mutating func update(_ key: WordKey, with value: Value, combine: (Value, Value) -> Value) {
    guard !key.isEmpty else { return }
    if (filled + 1) * 2 > keys.count { grow() }
    var slot = Int(truncatingIfNeeded: key.slot) & mask
    while !keys[slot].isEmpty {
      if keys[slot] == key {
        values[slot] = combine(values[slot], value)
        return
      }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    values[slot] = value
    filled += 1
  }

  /// Sets the value of a word; the last one wins.
  @inlinable public mutating func insert(_ key: WordKey, _ value: Value) { update(key, with: value) { _, new in new } }

  @usableFromInline mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: .empty, count: oldKeys.count * 2)
    values = Array(repeating: oldValues[0], count: oldKeys.count * 2)
    mask = keys.count - 1
    for (index, key) in oldKeys.enumerated() where !key.isEmpty {
      var slot = Int(truncatingIfNeeded: key.slot) & mask
      while !keys[slot].isEmpty { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = oldValues[index]
    }
  }
}

extension KeyTable where Value: OptionSet {
  /// Adds a set of features to those a word has.
  @inlinable public mutating func formUnion(_ key: WordKey, _ value: Value) { update(key, with: value) { $0.union($1) } }
}
