/// Numbers that are the same in every run (SplitMix64).
public struct Dice {
  private var state: UInt64

  public init(state: UInt64) { self.state = state }

  /// From 0 to one below `sides`.
  public mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(sides))
  }

  /// One of the elements.
  public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }
}
