import KhabarCore

extension ArabicWords {
  var nameProclitics: [NameProclitic] { NameProclitic.arabic }
}

extension NameProclitic {
  /// What Arabic writes together before a name: a conjunction, then a preposition, then the article, each optional.
  ///
  /// The preposition ل takes the alef of the article with it (ل + العراق = للعراق, "to Iraq"), and before a name that
  /// starts with ل the article's lam as well (ل + اللاذقية = للاذقية, "to Latakia"); لال is the careless spelling. The
  /// future particle س and the question particle أ stand before verbs and sentences and never before a name, so they
  /// are left out: they would read سمير as "will" + مير.
  public static let arabic: [NameProclitic] = {
    var sequences: [NameProclitic] = []
    let conjunctions: [(String, WordAnalysis.Proclitics)] = [("", []), ("و", .and), ("ف", .so)]
    let prepositions: [(String, WordAnalysis.Proclitics)] = [("", []), ("ب", .with), ("ك", .like), ("ل", .to)]
    for (conjunction, first) in conjunctions {
      for (preposition, second) in prepositions {
        let clitics = first.union(second)
        let letters = (first.isEmpty ? 0 : 1) + (second.isEmpty ? 0 : 1)
        if !clitics.isEmpty {
          sequences.append(
            NameProclitic(conjunction + preposition, WordAnalysis(proclitics: clitics, prefixLetters: letters)))
        }
        sequences.append(
          NameProclitic(
            conjunction + preposition + "ال",
            WordAnalysis(proclitics: clitics.union(.article), prefixLetters: letters + 2, articleLetters: 2)))
      }
      let assimilated = first.union([.to, .article])
      let letters = first.isEmpty ? 1 : 2
      sequences.append(
        NameProclitic(
          conjunction + "لل", WordAnalysis(proclitics: assimilated, prefixLetters: letters + 1, articleLetters: 1)))
      sequences.append(
        NameProclitic(conjunction + "ل", WordAnalysis(proclitics: assimilated, prefixLetters: letters), next: "ل"))
    }
    return sequences
  }()
}
