import KhabarCore

/// A compiled gazetteer, ready for lookups: pointers into the mapped file.
///
/// Everything that could lead outside is checked, once at opening or where it is used, so that a damaged or hostile
/// file gives wrong answers at worst. Valid as long as its `ImageStorage` lives.
struct GazetteerImage: @unchecked Sendable {
  let vocabulary: UnsafePointer<VocabularyRecord>
  let vocabularySlots: UInt64
  let vocabularyProbes: UInt64
  let beginnings: UnsafeBufferPointer<UInt64>
  let edges: UnsafePointer<EdgeRecord>
  let edgeSlots: UInt64
  let edgeProbes: UInt64
  let terminals: UnsafeBufferPointer<UInt32>
  let surfaces: UnsafeBufferPointer<SurfaceRecord>
  let entries: UnsafeBufferPointer<EntryRecord>
  let offices: UnsafeBufferPointer<OfficeRecord>
  let officeProbes: UInt64
  let tenures: UnsafeBufferPointer<UInt32>
  let text: UnsafeBufferPointer<UInt8>
  let catalog: UnsafeRawBufferPointer
  /// Fingerprint of the lists.
  let contents: UInt64

  /// Opens an image in memory; nil when it is damaged, of another version or not for `key`.
  ///
  /// - Parameters:
  ///   - base: 64-byte aligned.
  ///   - isTrusted: the body is known to be as it was written, so that its checksum needs no computing.
  init?(base: UnsafeRawPointer, size: Int, key: ImageKey?, isTrusted: (ImageHeader) -> Bool) {
    guard size >= ImageFormat.headerSize else { return nil }
    let header = base.loadUnaligned(as: ImageHeader.self)
    guard header.magic == ImageFormat.magic, header.version == ImageFormat.version,
      header.byteOrder == ImageFormat.byteOrder, header.fileSize == UInt64(size), key == nil || header.key == key
    else { return nil }
    let checksumOffset = ImageFormat.headerSize - 8
    guard
      base.loadUnaligned(fromByteOffset: checksumOffset, as: UInt64.self)
        == Self.checksum(UnsafeRawBufferPointer(start: base, count: checksumOffset))
    else { return nil }

    var parts: [UnsafeRawBufferPointer] = []
    let table = base + Self.sectionTableOffset
    for section in ImageFormat.Section.allCases {
      let offset = table.loadUnaligned(fromByteOffset: section.rawValue * 16, as: UInt64.self)
      let length = table.loadUnaligned(fromByteOffset: section.rawValue * 16 + 8, as: UInt64.self)
      guard offset >= UInt64(ImageFormat.headerSize), offset % UInt64(ImageFormat.alignment) == 0,
        offset <= UInt64(size), length <= UInt64(size) - offset
      else { return nil }
      parts.append(UnsafeRawBufferPointer(start: base + Int(offset), count: Int(length)))
    }
    if !isTrusted(header) {
      let body = UnsafeRawBufferPointer(start: base + ImageFormat.headerSize, count: size - ImageFormat.headerSize)
      guard Self.checksum(body) == header.bodyChecksum else { return nil }
    }
    func records<Record>(_ section: ImageFormat.Section, _: Record.Type) -> UnsafeBufferPointer<Record>? {
      let part = parts[section.rawValue]
      guard part.count % MemoryLayout<Record>.stride == 0 else { return nil }
      return UnsafeBufferPointer(
        start: part.baseAddress?.assumingMemoryBound(to: Record.self), count: part.count / MemoryLayout<Record>.stride)
    }
    guard let vocabulary = records(.vocabulary, VocabularyRecord.self), let words = vocabulary.baseAddress,
      let beginnings = records(.beginnings, UInt64.self), let edges = records(.edges, EdgeRecord.self),
      let firstEdge = edges.baseAddress,
      let terminals = records(.terminals, UInt32.self), let surfaces = records(.surfaces, SurfaceRecord.self),
      let entries = records(.entries, EntryRecord.self), let offices = records(.offices, OfficeRecord.self),
      let tenures = records(.tenures, UInt32.self), let text = records(.text, UInt8.self),
      !vocabulary.isEmpty, !beginnings.isEmpty, !edges.isEmpty, !offices.isEmpty, vocabulary.count <= UInt32.max,
      edges.count <= UInt32.max,
      Int(header.vocabularyProbes) <= vocabulary.count, Int(header.edgeProbes) <= edges.count,
      Int(header.officeProbes) <= offices.count
    else { return nil }
    contents = header.contents
    self.vocabulary = words
    vocabularySlots = UInt64(vocabulary.count)
    vocabularyProbes = UInt64(header.vocabularyProbes)
    self.beginnings = beginnings
    self.edges = firstEdge
    edgeSlots = UInt64(edges.count)
    edgeProbes = UInt64(header.edgeProbes)
    self.terminals = terminals
    self.surfaces = surfaces
    self.entries = entries
    self.offices = offices
    officeProbes = UInt64(header.officeProbes)
    self.tenures = tenures
    self.text = text
    catalog = parts[ImageFormat.Section.catalog.rawValue]
  }

  static let sectionTableOffset = 256

  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = ContentHash(seed: 1)
    hash.append(bytes)
    return hash.value
  }
}

// MARK: - Lookups

extension GazetteerImage {
  /// The home slot of a hash in a table of any size.
  @inline(__always)
  static func home(_ hash: UInt64, _ slots: UInt64) -> UInt64 { hash.multipliedFullWidth(by: slots).high }

  /// A well mixed hash of an edge key.
  @inline(__always)
  static func edgeHash(_ key: UInt64) -> UInt64 {
    let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
  }

  /// A hash of the two halves of a word's key whose high bits are well mixed.
  @inline(__always)
  static func wordHash(_ low: UInt64, _ high: UInt64) -> UInt64 {
    let product = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: (high ^ 0xD6E8_FEB8_6659_FD93) | 1)
    let mixed = product.high ^ product.low
    return (mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The word's slot, nil for a word in no name. O(1).
  @inline(__always)
  func word(_ key: WordKey) -> Int? {
    word(UInt64(truncatingIfNeeded: key.bits), UInt64(truncatingIfNeeded: key.bits >> 64))
  }

  /// The slot of a word that a name may begin with, given by the two halves of its key. Most other words are turned
  /// away by one bit, without a look into the vocabulary.
  @inline(__always)
  func firstWord(_ low: UInt64, _ high: UInt64) -> Int? {
    let hash = Self.wordHash(low, high)
    let bit = Self.beginningBit(hash, beginnings.count)
    guard beginnings[bit >> 6] &>> UInt64(bit & 63) & 1 != 0 else { return nil }
    return word(low, high, hash)
  }

  /// The bit of a word in `beginnings`, by its hash.
  @inline(__always)
  static func beginningBit(_ hash: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: home(hash, UInt64(truncatingIfNeeded: count) &* 64))
  }

  /// The slot of a word given by the two halves of its key.
  @inline(__always)
  func word(_ low: UInt64, _ high: UInt64) -> Int? { word(low, high, Self.wordHash(low, high)) }

  @inline(__always)
  private func word(_ low: UInt64, _ high: UInt64, _ hash: UInt64) -> Int? {
    var slot = Self.home(hash, vocabularySlots)
    var probes = vocabularyProbes
    while true {
      let record = vocabulary + Int(truncatingIfNeeded: slot)
      if record.pointee.low == low, record.pointee.high == high { return Int(truncatingIfNeeded: slot) }
      if record.pointee.low == 0, record.pointee.high == 0 { return nil }
      if probes == 0 { return nil }
      probes &-= 1
      slot &+= 1
      if slot == vocabularySlots { slot = 0 }
    }
  }

  /// The edge from a node by a word, nil for none. O(1).
  @inline(__always)
  func edge(_ node: UInt32, _ word: Int) -> (node: UInt32, terminal: UInt32)? {
    let key = UInt64(node) << 32 | UInt64(truncatingIfNeeded: word)
    var slot = Self.home(Self.edgeHash(key), edgeSlots)
    var probes = edgeProbes
    while true {
      let record = edges + Int(truncatingIfNeeded: slot)
      if record.pointee.key == key { return (record.pointee.node, record.pointee.terminal) }
      if record.pointee.key == 0 || probes == 0 { return nil }
      probes &-= 1
      slot &+= 1
      if slot == edgeSlots { slot = 0 }
    }
  }

  /// The surfaces of a terminal, best first.
  @inline(__always)
  func surfaces(of terminal: UInt32) -> Range<Int> {
    let index = Int(terminal)
    guard index + 1 < terminals.count else { return 0..<0 }
    let (start, end) = (Int(terminals[index]), Int(terminals[index + 1]))
    guard start <= end, end <= surfaces.count else { return 0..<0 }
    return start..<end
  }

  /// A stretch of the lists' text; empty when it is not inside.
  func text(_ offset: UInt32, _ length: Int) -> UnsafeBufferPointer<UInt8> {
    let start = Int(offset)
    guard length >= 0, start <= text.count, length <= text.count - start else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(rebasing: text[start..<start + length])
  }

  /// The tenures of an office, by its hash.
  func tenures(office hash: UInt64) -> Range<Int> {
    let slots = UInt64(offices.count)
    var slot = Self.home(hash, slots)
    for _ in 0...officeProbes {
      let record = offices[Int(slot)]
      if record.hash == 0 { break }
      if record.hash == hash {
        let (start, end) = (Int(record.start), Int(record.start) + Int(record.count))
        return end <= tenures.count ? start..<end : 0..<0
      }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
    return 0..<0
  }
}
