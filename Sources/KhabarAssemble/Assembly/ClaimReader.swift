import KhabarCore
import KhabarSyntax

/// A rule with one of its words in a sentence.
struct Claim {
  var hit: LemmaHit
  /// Its place among all rules.
  var number: Int
  var rule: CompiledRules.CompiledRule

  /// By token; of one token the best rule first, since one event is made of a trigger.
  static func comesBefore(_ one: Claim, _ other: Claim) -> Bool {
    (one.hit.token, one.rule.rank, -one.hit.end, one.number)
      < (other.hit.token, other.rule.rank, -other.hit.end, other.number)
  }
}

/// Finds which rules may make an event of which words of a sentence. What costs most is asked last, and the tree not at
/// all.
struct ClaimReader {
  let compiled: CompiledRules
  /// The rules' words in the sentence.
  let hits: ArraySlice<LemmaHit>

  /// Every rule with each of its words.
  var all: [Claim] { claims { _, _ in true } }

  /// Those of which nothing in the sentence's words, names and phrases tells that they come to nothing.
  func claims(_ outlook: SentenceOutlook, _ sentence: OpenSentence, _ mentions: MentionIndex) -> [Claim] {
    var claims = claims { rule, hit in !mentions.isInsideName(hit.token) && outlook.mayHold(rule, hit) }
    claims.removeAll { !outlook.mayHold($0.rule, $0.hit, sentence) }
    guard !claims.isEmpty else { return [] }
    let phrases = sentence.phrases
    let carriers = compiled.carriers(phrases, outlook.hits)
    claims.removeAll { !outlook.mayHold($0.rule, $0.hit, phrases, carriers: carriers) }
    return claims
  }

  private func claims(where mayHold: (CompiledRules.CompiledRule, LemmaHit) -> Bool) -> [Claim] {
    var claims: [Claim] = []
    for hit in hits {
      for number in compiled.rulesByLemma[hit.lemma] {
        let rule = compiled.rules[number]
        if mayHold(rule, hit) { claims.append(Claim(hit: hit, number: number, rule: rule)) }
      }
    }
    if claims.count > 1 { claims.sort(by: Claim.comesBefore) }
    return claims
  }
}
