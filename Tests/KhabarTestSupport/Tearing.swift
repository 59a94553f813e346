import Foundation

/// Files torn by dice: bits, stretches, tokens, and pieces of other files. The first come as they are.
public struct Tearing {
  /// Files of each kind and dice; `Scripts/fuzz/torn` asks for more.
  public static let rounds = ProcessInfo.processInfo.environment["KHABAR_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 60

  private let seeds: [[UInt8]]
  private let tokens: [[UInt8]]
  private var dice: Dice
  private var count = 0

  /// What readers stumble over, whatever they read.
  private static let bytes: [[UInt8]] = [
    [0], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0x1F, 0x8B, 8], [0x0D, 0x0A], [0x0A], [0x0D], [0x1A], [0xD8, 0xA7, 0xD9],
  ]

  /// - Parameters:
  ///   - name: of the kind of file: each has dice of its own.
  ///   - seeds: files as they should be.
  ///   - tokens: what has a meaning in them.
  public init(_ name: String, _ seeds: [[UInt8]], tokens: [String]) {
    self.seeds = seeds
    self.tokens = Self.bytes + tokens.map { Array($0.utf8) }
    dice = Dice(for: name)
  }

  /// The next one is as it should be.
  public var isWhole: Bool { count < seeds.count }

  /// The next file.
  public mutating func next() -> [UInt8] {
    defer { count += 1 }
    if isWhole { return seeds[count] }
    var bytes = dice.pick(seeds)
    for _ in 0..<(1 + dice.roll(6)) {
      let place = dice.roll(bytes.count + 1)
      let end = min(bytes.count, place + dice.roll(40))
      switch dice.roll(7) {
      case 0: if place < bytes.count { bytes[place] ^= UInt8(1 << dice.roll(8)) }
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.insert(contentsOf: dice.pick(tokens), at: place)
      case 4:
        let other = dice.pick(seeds)
        bytes.replaceSubrange(place..., with: other[dice.roll(other.count + 1)...])
      case 5: bytes.removeSubrange(end...)
      default:
        let token = dice.pick(tokens)
        bytes.insert(contentsOf: repeatElement(token, count: dice.roll(300)).joined(), at: place)
      }
    }
    return bytes
  }
}
