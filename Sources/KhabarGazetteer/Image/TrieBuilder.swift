import KhabarCore

/// Builds the trie of all names: words numbered, edges by word, and at every node the surfaces that end there.
struct TrieBuilder {
  /// Node of names whose first word has no article or may go without it.
  static let bareRoot: UInt32 = 1
  /// Node of names whose first word needs its article.
  static let articleRoot: UInt32 = 2

  private var numbers = KeyTable<UInt32>(minimumCapacity: 1 << 12, placeholder: 0)
  /// Words by number; number 0 is no word.
  private(set) var words: [WordKey] = [.empty]
  private(set) var edges = EdgeTable()
  private(set) var hasChildren: [Bool] = [false, false, false]
  /// For each node, its last added surface plus one; 0 for none.
  private(set) var lastSurface: [UInt32] = [0, 0, 0]
  /// For each surface, the one added before it to the same node, plus one.
  private(set) var previousSurface: [UInt32] = []

  /// Adds the next surface under a name's words.
  mutating func add(_ name: [NameSplitter.Word], root: UInt32) {
    var node = root
    for word in name {
      let edge = UInt64(node) << 32 | UInt64(number(word.key))
      let next = UInt32(lastSurface.count)
      let child = edges.value(edge, orInsert: next)
      if child == next {
        hasChildren[Int(node)] = true
        hasChildren.append(false)
        lastSurface.append(0)
      }
      node = child
    }
    previousSurface.append(lastSurface[Int(node)])
    lastSurface[Int(node)] = UInt32(previousSurface.count)
  }

  private mutating func number(_ word: WordKey) -> UInt32 {
    if let number = numbers[word] { return number }
    let number = UInt32(words.count)
    numbers.insert(word, number)
    words.append(word)
    return number
  }

  /// The surfaces that end at a node, the last added first.
  func surfaces(at node: Int) -> [Int] {
    var surfaces: [Int] = []
    var next = lastSurface[node]
    while next != 0 {
      surfaces.append(Int(next) - 1)
      next = previousSurface[Int(next) - 1]
    }
    return surfaces
  }
}
