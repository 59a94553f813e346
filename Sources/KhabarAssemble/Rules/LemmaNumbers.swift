import KhabarCore

/// The numbers of lemmas, in the order in which they came.
struct LemmaNumbers: Sendable {
  /// By a hash of kind and text. A dictionary of lemmas would have to be made anew of an archive, and takes the time of
  /// bringing each text into a normal form.
  private var table = KeyTable<Int32>(placeholder: 0)

  /// Gives a lemma the next number, unless it has one.
  mutating func add(_ lemma: Lemma) {
    guard self[lemma] == nil else { return }
    table.insert(Self.key(of: lemma), Int32(table.count))
  }

  /// The number of a lemma; nil when it has none.
  subscript(lemma: Lemma) -> Int? { table[Self.key(of: lemma)].map { Int($0) } }

  /// FNV-1a of 128 bits (G. Fowler, L. Noll, K. Vo, 1991), by which no two of some thousand texts are taken for one.
  private static func key(of lemma: Lemma) -> WordKey {
    let prime = UInt128(1) << 88 | 0x13B
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    hash = (hash ^ UInt128(lemma.kind.rawValue)) &* prime
    for byte in lemma.text.utf8 { hash = (hash ^ UInt128(byte)) &* prime }
    return WordKey(bits: hash)
  }
}

extension LemmaNumbers: Archivable {
  static var blank: LemmaNumbers { LemmaNumbers() }
  mutating func pass(through archive: Archive) throws { try table.pass(through: archive) }
}
