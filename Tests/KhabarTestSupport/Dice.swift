import Foundation

/// Numbers that are the same in every run (SplitMix64).
public struct Dice {
  private var state: UInt64

  /// - Parameter name: of what is rolled for: each has other numbers. `Scripts/fuzz/torn` asks for others again.
  public init(for name: String) {
    let seed = ProcessInfo.processInfo.environment["KHABAR_FUZZ_SEED"].flatMap { UInt64($0) } ?? 20_240_415
    state = name.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) }
  }

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
