import KhabarCore

/// Finds mentions with the language's name grammar, puts those of one referent together, and says who or what each is.
public struct EntityRecognizer: Stage {
  private let names: any NameGrammar
  private let entries: any EntryStore
  private let orthography: Orthography
  private let romanizer: any Romanizer
  private let memories = WorkerPool { IdentityReader.Memory() }

  /// - Parameters:
  ///   - orthography: folds names as the entries' names are folded.
  ///   - romanizer: writes names in Latin letters that the lists have no English name for.
  public init(
    names: any NameGrammar, entries: any EntryStore, orthography: Orthography,
    romanizer: any Romanizer = NoRomanizer()
  ) {
    self.names = names
    self.entries = entries
    self.orthography = orthography
    self.romanizer = romanizer
  }

  public func process(_ input: MatchedDocument) throws -> RecognizedDocument {
    var coreference = Coreference(
      document: input, mentions: names.mentions(in: input, entries: entries), names: names, entries: entries,
      orthography: orthography, romanizer: romanizer)
    try Deadline.check()
    coreference.settlePlaces()
    coreference.joinNames()
    coreference.joinOffices()
    coreference.joinReferences()
    try Deadline.check()
    coreference.joinPronouns()
    coreference.identifyPersons()
    return memories.withValue { coreference.result(&$0) }
  }
}
