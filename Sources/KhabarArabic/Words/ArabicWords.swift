import KhabarCore

/// Arabic clitics and word classes.
struct ArabicWords: WordAnalyzer {
  let orthography: Orthography

  func analyze(_ tokens: inout [Token], in text: AlignedText) {}
  func analyses(of key: WordKey) -> [WordAnalysis] { [WordAnalysis()] }
  func classes(of stem: WordKey) -> WordClasses { [] }
}
