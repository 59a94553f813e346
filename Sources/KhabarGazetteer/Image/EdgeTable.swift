/// A growing map from a node and a word to the node behind them, used while a trie is built.
struct EdgeTable {
  private(set) var keys: [UInt64]
  private(set) var values: [UInt32]
  private(set) var count = 0

  init() {
    keys = Array(repeating: 0, count: 1 << 10)
    values = Array(repeating: 0, count: 1 << 10)
  }

  /// The value of a key, or `next` when the key is new and now has it. Keys are not 0.
  mutating func value(_ key: UInt64, orInsert next: UInt32) -> UInt32 {
    if (count + 1) * 8 > keys.count * 5 { grow() }
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: GazetteerImage.edgeHash(key) >> 20) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    values[slot] = next
    count += 1
    return next
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    let mask = keys.count - 1
    for (index, key) in oldKeys.enumerated() where key != 0 {
      var slot = Int(truncatingIfNeeded: GazetteerImage.edgeHash(key) >> 20) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = oldValues[index]
    }
  }
}
