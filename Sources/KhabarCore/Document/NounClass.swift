/// What a noun stands for: who may attack, meet, be hit or be signed.
///
/// The raw name is that of the lexicon's tables.
public enum NounClass: String, CaseIterable, Sendable, BitwiseCopyable {
  /// A person by what he or she is: soldier, teacher.
  case people
  /// Several persons as one: delegation, family, crowd.
  case group
  /// An armed body: army, battalion, police.
  case force
  /// An institution: ministry, company, party.
  case body
  case vehicle
  /// Bombs and ammunition, too.
  case weapon
  case building
  /// A built site that is no building: airport, camp, road.
  case facility
  /// Towns, regions, states, terrain and waters.
  case land
  /// Tools, devices and other things.
  case instrument
  /// Substances, food and relief.
  case goods
  case money
  case animal
  case plant
  /// A part of the body.
  case organ
  case illness
  case weather
  /// What has a time and a place: meeting, attack, election, fire.
  case happening
  /// A doing that is no happening by itself: development, use.
  case action
  /// What is said: statement, demand.
  case utterance
  /// What is written or agreed: report, law, treaty.
  case text
  /// Art and broadcasts.
  case work
  case sport
  /// A post or rank.
  case office
  case amount
  case time
  /// All else: quality, idea, relation.
  case abstract
}

/// The classes of one noun: none for a word that is unknown or no noun, two where it has two senses, such as مخرج
/// "director" and "exit".
@frozen
public struct NounClasses: Hashable, Sendable, BitwiseCopyable {
  /// The most usual sense.
  public private(set) var first: NounClass?
  /// Another one, where the word has two.
  public private(set) var second: NounClass?

  @inlinable public init() {}

  public init(_ first: NounClass) { self.first = first }

  /// The word is unknown or no noun.
  public var isEmpty: Bool { first == nil }

  /// Whether one of the senses is of a class.
  public func contains(_ noun: NounClass) -> Bool { first == noun || second == noun }

  /// Adds a sense behind those that are there. A third one is left out.
  public mutating func insert(_ noun: NounClass) {
    if first == nil {
      first = noun
    } else if first != noun, second == nil {
      second = noun
    }
  }
}
