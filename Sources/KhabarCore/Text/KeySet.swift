/// A set of folded words, for questions at every token: asking costs no more hashing than the word's own bits.
@frozen
public struct KeySet: Sendable {
  @usableFromInline var table = KeyTable(placeholder: true)

  @inlinable public init() {}

  @inlinable public init(_ keys: some Sequence<WordKey>) {
    for key in keys { insert(key) }
  }

  /// Adds a word; the empty one is passed over.
  @inlinable public mutating func insert(_ key: WordKey) { table.insert(key, true) }

  /// Whether no word is in it.
  @inlinable public var isEmpty: Bool { table.count == 0 }

  /// O(1).
  @inlinable public func contains(_ key: WordKey) -> Bool { table[key] != nil }
}

extension KeySet: Archivable {
  public static var blank: KeySet { KeySet() }
  public mutating func pass(through archive: Archive) throws { try table.pass(through: archive) }
}
