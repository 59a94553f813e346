import KhabarCore

/// Finds the entries of all loaded gazetteers in a document.
///
/// Names are whole words: a name inside another word is never found. Before the first word clitics are seen through
/// (والقاهرة, "and Cairo") and left out of the span; inside, each word may have or lack its article. Diacritics,
/// tatweel and the spelling variants of the orthography are folded; an exact spelling wins over a folded one. Hyphens
/// between words, a + or & that joins them and the points of acronyms are passed over; any other mark and a paragraph's
/// end end a name, and a line's end all but those of the user's own lists. Compounds are found written together and
/// apart. The cost of a text does not depend on the number of entries.
public struct GazetteerMatcher: Stage {
  private let gazetteer: Gazetteer
  private let proclitics: ProcliticTable
  private let matches: GazetteerMatchKind

  /// - Parameter words: the language's analyzer, for the clitics that may stand before a name.
  public init(gazetteer: Gazetteer, words: any WordAnalyzer, matches: GazetteerMatchKind = .leftmostLongest) {
    self.gazetteer = gazetteer
    self.matches = matches
    proclitics = ProcliticTable(words.nameProclitics, orthography: gazetteer.orthography)
  }

  public func process(_ input: TokenizedDocument) throws -> MatchedDocument {
    let spelling = proclitics.article?.spelling ?? []
    let lookups = withExtendedLifetime(gazetteer.storage) {
      input.tokens.withUnsafeBufferPointer { tokens in
        input.text.bytes.withUnsafeBufferPointer { text in
          proclitics.entries.withUnsafeBufferPointer { entries in
            proclitics.starts.withUnsafeBufferPointer { starts in
              spelling.withUnsafeBufferPointer { spelling in
                var search = NameSearch(
                  gazetteer: gazetteer, article: proclitics.article, articleSpelling: spelling, proclitics: entries,
                  procliticStarts: starts, tokens: tokens, text: text, matches: matches)
                return search.run()
              }
            }
          }
        }
      }
    }
    return MatchedDocument(tokenized: input, lookups: lookups)
  }
}
