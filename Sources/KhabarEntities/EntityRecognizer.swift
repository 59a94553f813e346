import KhabarCore

/// Finds mentions with the language's name grammar and puts those of one referent together.
public struct EntityRecognizer: Stage {
  private let names: any NameGrammar
  private let entries: any EntryStore

  public init(names: any NameGrammar, entries: any EntryStore) {
    self.names = names
    self.entries = entries
  }

  public func process(_ input: MatchedDocument) throws -> RecognizedDocument {
    var coreference = Coreference(
      document: input, mentions: names.mentions(in: input, entries: entries), names: names, entries: entries)
    coreference.joinNames()
    coreference.joinOffices()
    coreference.joinReferences()
    coreference.joinPronouns()
    return coreference.result()
  }
}
