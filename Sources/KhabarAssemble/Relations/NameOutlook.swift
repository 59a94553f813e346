import KhabarCore

/// What a document's names are to the slots of rules, sentence by sentence.
struct NameOutlook {
  /// The types of the names that begin in each sentence.
  private var types: [FillerTypes]
  /// The types of those among them whom the text may be about from there on.
  private var topics: [FillerTypes]

  init(_ document: ResolvedDocument) {
    types = Array(repeating: [], count: document.sentences.count)
    topics = types
    let mentions = document.mentions
    for index in mentions.indices {
      let type = FillerTypes(mentions[index].type)
      let first = mentions[index].phrase.lowerBound
      add(type, at: first, document)
      if mentions[index].tokens.lowerBound != first { add(type, at: mentions[index].tokens.lowerBound, document) }
    }
  }

  private mutating func add(_ type: FillerTypes, at token: Int, _ document: ResolvedDocument) {
    let sentence = document.sentences.partitionPoint { $0.tokens.upperBound <= token }
    guard sentence < types.count else { return }
    types[sentence].formUnion(type)
    guard type.isSubset(of: .topic) else { return }
    topics[sentence].formUnion(type)
    topics[sentence].formUnion(FillerTypes(document.tokens[token]))
  }

  /// The types of the names in a sentence, and of those whom the text may be about there.
  func types(in sentence: SentenceID) -> FillerTypes {
    types[sentence.int].union(topics(before: sentence))
  }

  /// The types of those whom the text may be about before a sentence.
  func topics(before sentence: SentenceID) -> FillerTypes {
    Topic.sentences(before: sentence).reduce(into: []) { $0.formUnion(topics[$1]) }
  }
}
