import Foundation
import KhabarCore

extension GazetteerCompiler {
  /// Lays the image out in memory.
  ///
  /// - Throws: `KhabarError` when there is no memory for it.
  consuming func image(key: ImageKey, contents: UInt64) throws -> ImageStorage {
    noteTakenOver()
    let layout = terminalLayout()
    let officeGroups = self.officeGroups()
    let catalogBytes = catalog.serialised()

    let vocabularySlots = max(16, trie.words.count * 2)
    let edgeSlots = max(16, trie.edges.count * 8 / 5)
    let officeSlots = max(16, officeGroups.count * 2)
    var sizes = Array(repeating: 0, count: ImageFormat.Section.allCases.count)
    func setSize(_ section: ImageFormat.Section, _ size: Int) { sizes[section.rawValue] = size }
    setSize(.vocabulary, vocabularySlots * MemoryLayout<VocabularyRecord>.stride)
    let beginningWords = (trie.words.count * ImageFormat.bitsPerWord + 63) / 64
    setSize(.beginnings, beginningWords * MemoryLayout<UInt64>.stride)
    setSize(.edges, edgeSlots * MemoryLayout<EdgeRecord>.stride)
    setSize(.terminals, layout.starts.count * 4)
    setSize(.surfaces, layout.surfaces.count * MemoryLayout<SurfaceRecord>.stride)
    setSize(.entries, entries.count * MemoryLayout<EntryRecord>.stride)
    setSize(.offices, officeSlots * MemoryLayout<OfficeRecord>.stride)
    setSize(.tenures, offices.count * 4)
    setSize(.text, text.count)
    setSize(.catalog, catalogBytes.count)
    var offsets: [Int] = []
    var end = ImageFormat.headerSize
    for size in sizes {
      offsets.append(end)
      end = (end + size + ImageFormat.alignment - 1) / ImageFormat.alignment * ImageFormat.alignment
    }
    guard let storage = ImageStorage(size: end) else {
      throw KhabarError("G027", "there is no memory for a compiled list of \(end) bytes", remedy: "Load fewer entries")
    }
    let base = storage.base
    func section<Record>(_ section: ImageFormat.Section, _: Record.Type, _ count: Int) -> UnsafeMutableBufferPointer<
      Record
    > {
      let start = (base + offsets[section.rawValue]).bindMemory(to: Record.self, capacity: max(count, 1))
      return UnsafeMutableBufferPointer(start: start, count: count)
    }

    var header = ImageHeader()
    header.fileSize = UInt64(end)
    header.key = key
    header.contents = contents
    let vocabulary = section(.vocabulary, VocabularyRecord.self, vocabularySlots)
    let slots = fillVocabulary(vocabulary, probes: &header.vocabularyProbes)
    let edges = section(.edges, EdgeRecord.self, edgeSlots)
    fillEdges(edges, vocabulary: vocabulary, slots: slots, terminals: layout.terminals, probes: &header.edgeProbes)
    fillBeginnings(section(.beginnings, UInt64.self, beginningWords), of: vocabulary)
    _ = section(.terminals, UInt32.self, layout.starts.count).update(fromContentsOf: layout.starts)
    let ordered = section(.surfaces, SurfaceRecord.self, layout.surfaces.count)
    for (index, surface) in layout.surfaces.enumerated() { ordered[index] = surfaces[Int(surface)] }
    _ = section(.entries, EntryRecord.self, entries.count).update(fromContentsOf: entries)
    fillOffices(
      section(.offices, OfficeRecord.self, officeSlots), section(.tenures, UInt32.self, offices.count), officeGroups,
      probes: &header.officeProbes)
    _ = section(.text, UInt8.self, text.count).update(fromContentsOf: text)
    _ = section(.catalog, UInt8.self, catalogBytes.count).update(fromContentsOf: catalogBytes)

    let table = base + GazetteerImage.sectionTableOffset
    for index in sizes.indices {
      table.storeBytes(of: UInt64(offsets[index]), toByteOffset: index * 16, as: UInt64.self)
      table.storeBytes(of: UInt64(sizes[index]), toByteOffset: index * 16 + 8, as: UInt64.self)
    }
    header.bodyChecksum = GazetteerImage.checksum(
      UnsafeRawBufferPointer(start: base + ImageFormat.headerSize, count: end - ImageFormat.headerSize))
    storage.seal(header)
    return storage
  }

  /// Which surfaces end at which node, best first, those that another entry takes the name from left out.
  private func terminalLayout() -> (terminals: [UInt32], starts: [UInt32], surfaces: [UInt32]) {
    var terminals = Array(repeating: UInt32(0), count: trie.lastSurface.count)
    var starts: [UInt32] = [0, 0]
    var ordered: [UInt32] = []
    ordered.reserveCapacity(surfaces.count)
    for node in trie.lastSurface.indices where trie.lastSurface[node] != 0 {
      var here = trie.surfaces(at: node).filter { index in
        let surface = surfaces[index]
        return !overrides.excludes(
          writtenNames[index], type: catalog.types[Int(surface.type)], number: surface.type,
          isFromUser: surface.flags.contains(.fromUser))
      }
      guard !here.isEmpty else { continue }
      if here.count > 1 { here.sort { rank($0, isBefore: $1) } }
      terminals[node] = UInt32(starts.count - 1)
      ordered += here.map { UInt32($0) }
      starts.append(UInt32(ordered.count))
    }
    return (terminals, starts, ordered)
  }

  /// Best first: the user's entries, then by priority, by population, in the order of the lists.
  private func rank(_ left: Int, isBefore right: Int) -> Bool {
    let (a, b) = (surfaces[left], surfaces[right])
    let (aUser, bUser) = (a.flags.contains(.fromUser), b.flags.contains(.fromUser))
    if aUser != bUser { return aUser }
    if a.priority != b.priority { return a.priority > b.priority }
    let (aPopulation, bPopulation) = (populations[Int(a.entry)], populations[Int(b.entry)])
    if aPopulation != bPopulation { return aPopulation > bPopulation }
    return left < right
  }

  /// Places the words; gives the slot of each word's number.
  private func fillVocabulary(_ table: UnsafeMutableBufferPointer<VocabularyRecord>, probes: inout UInt32) -> [UInt32] {
    var slots: [UInt32] = [0]
    slots.reserveCapacity(trie.words.count)
    for word in trie.words.dropFirst() {
      let (low, high) = (UInt64(truncatingIfNeeded: word.bits), UInt64(truncatingIfNeeded: word.bits >> 64))
      var slot = Int(GazetteerImage.home(GazetteerImage.wordHash(low, high), UInt64(table.count)))
      var distance: UInt32 = 0
      while table[slot].low != 0 || table[slot].high != 0 {
        slot = slot + 1 == table.count ? 0 : slot + 1
        distance += 1
      }
      probes = max(probes, distance + 1)
      table[slot].low = low
      table[slot].high = high
      slots.append(UInt32(slot))
    }
    return slots
  }

  /// Sets the bits of the words that lead from a root.
  private func fillBeginnings(
    _ bits: UnsafeMutableBufferPointer<UInt64>, of vocabulary: UnsafeMutableBufferPointer<VocabularyRecord>
  ) {
    for word in vocabulary
    where word.bareNode | word.bareTerminal | word.articleNode | word.articleTerminal != 0 {
      let bit = GazetteerImage.beginningBit(GazetteerImage.wordHash(word.low, word.high), bits.count)
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// Places the edges: those of the roots in the vocabulary, all others in their table.
  private func fillEdges(
    _ table: UnsafeMutableBufferPointer<EdgeRecord>, vocabulary: UnsafeMutableBufferPointer<VocabularyRecord>,
    slots: [UInt32], terminals: [UInt32], probes: inout UInt32
  ) {
    for index in trie.edges.keys.indices where trie.edges.keys[index] != 0 {
      let key = trie.edges.keys[index]
      let (parent, word) = (UInt32(key >> 32), slots[Int(key & 0xFFFF_FFFF)])
      let child = trie.edges.values[index]
      let terminal = terminals[Int(child)]
      let node = trie.hasChildren[Int(child)] ? child : 0
      if parent == TrieBuilder.bareRoot {
        vocabulary[Int(word)].bareNode = node
        vocabulary[Int(word)].bareTerminal = terminal
      } else if parent == TrieBuilder.articleRoot {
        vocabulary[Int(word)].articleNode = node
        vocabulary[Int(word)].articleTerminal = terminal
      } else {
        let placed = UInt64(parent) << 32 | UInt64(word)
        var slot = Int(GazetteerImage.home(GazetteerImage.edgeHash(placed), UInt64(table.count)))
        var distance: UInt32 = 0
        while table[slot].key != 0 {
          slot = slot + 1 == table.count ? 0 : slot + 1
          distance += 1
        }
        probes = max(probes, distance + 1)
        table[slot] = EdgeRecord(key: placed, node: node, terminal: terminal)
      }
    }
  }

  private func officeGroups() -> [(hash: UInt64, entries: [UInt32])] {
    var groups: [(hash: UInt64, entries: [UInt32])] = []
    var indexes: [UInt64: Int] = [:]
    for (hash, entry) in offices {
      if let index = indexes[hash] {
        if groups[index].entries.last != entry { groups[index].entries.append(entry) }
      } else {
        indexes[hash] = groups.count
        groups.append((hash, [entry]))
      }
    }
    return groups
  }

  private func fillOffices(
    _ table: UnsafeMutableBufferPointer<OfficeRecord>, _ tenures: UnsafeMutableBufferPointer<UInt32>,
    _ groups: [(hash: UInt64, entries: [UInt32])], probes: inout UInt32
  ) {
    var next = 0
    for group in groups {
      var slot = Int(GazetteerImage.home(group.hash, UInt64(table.count)))
      var distance: UInt32 = 0
      while table[slot].hash != 0 {
        slot = slot + 1 == table.count ? 0 : slot + 1
        distance += 1
      }
      probes = max(probes, distance + 1)
      table[slot] = OfficeRecord(hash: group.hash, start: UInt32(next), count: UInt32(group.entries.count))
      for entry in group.entries {
        tenures[next] = entry
        next += 1
      }
    }
  }
}

extension ImageStorage {
  /// Writes the header with its checksum, over a complete body and section table.
  func seal(_ header: ImageHeader) {
    base.storeBytes(of: header, as: ImageHeader.self)
    let end = ImageFormat.headerSize - 8
    base.storeBytes(
      of: GazetteerImage.checksum(UnsafeRawBufferPointer(start: base, count: end)), toByteOffset: end, as: UInt64.self)
  }
}
