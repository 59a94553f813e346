import KhabarCore

/// The grammar of Arabic names.
struct ArabicNames: NameGrammar {
  let orthography: Orthography

  func mentions(in document: MatchedDocument, entries: any EntryStore) -> [Mention] { [] }
  func shortForms(of mention: Mention, in document: MatchedDocument) -> [[WordKey]] { [] }
}
