import KhabarCore

/// Which names are silenced or taken over by a user's entry.
///
/// An entry of type `none` silences the entries of its name; in a shipped list the other shipped ones, in a user's list
/// all of them but the user's own. A user's entry takes its name over from shipped entries: one of a type that mentions
/// may have, from all such; one of another type, such as a given name, from those of its own type only.
struct NameOverrides {
  private struct Override {
    var silencedByUser = false
    var silencedByShipped = false
    var takenByContractType = false
    /// A bit for each further type that a user's entry has.
    var otherTypes: UInt64 = 0
  }

  private var names = KeyTable<Override>(placeholder: Override())

  /// Identifies a name by its folded words, with the articles as they are written.
  static func hash(_ words: [NameSplitter.Word]) -> UInt64 {
    var hash = ContentHash(seed: 2)
    for word in words {
      hash.append(UInt64(truncatingIfNeeded: word.key.bits) ^ (word.hasArticle ? 1 << 63 : 0))
      hash.append(UInt64(truncatingIfNeeded: word.key.bits >> 64))
    }
    return hash.value
  }

  private static func key(_ name: UInt64) -> WordKey { WordKey(bits: UInt128(name) << 1 | 1) }

  /// - Parameter number: the type's number in the image.
  mutating func add(_ name: UInt64, type: String, number: UInt16, isFromUser: Bool) {
    let isNone = type == EntityType.none.rawValue
    guard isFromUser || isNone else { return }
    var override = Override()
    if isNone {
      if isFromUser { override.silencedByUser = true } else { override.silencedByShipped = true }
    } else if Self.isContract(type) {
      override.takenByContractType = true
    } else {
      override.otherTypes = Self.bit(number)
    }
    names.update(Self.key(name), with: override) { old, new in
      var merged = old
      merged.silencedByUser = old.silencedByUser || new.silencedByUser
      merged.silencedByShipped = old.silencedByShipped || new.silencedByShipped
      merged.takenByContractType = old.takenByContractType || new.takenByContractType
      merged.otherTypes = old.otherTypes | new.otherTypes
      return merged
    }
  }

  /// Whether an entry of this name is out.
  func excludes(_ name: UInt64, type: String, number: UInt16, isFromUser: Bool) -> Bool {
    guard !isFromUser, let override = names[Self.key(name)], type != EntityType.none.rawValue else { return false }
    if override.silencedByUser || override.silencedByShipped { return true }
    if override.takenByContractType, Self.isContract(type) { return true }
    return override.otherTypes & Self.bit(number) != 0
  }

  private static func bit(_ number: UInt16) -> UInt64 { 1 << UInt64(min(number, 63)) }

  private static func isContract(_ type: String) -> Bool { EntityType.contract.contains(EntityType(type)) }
}
