/// How the words of one name vary in writing: together or apart, declined, with other endings. Data of a language pack;
/// the gazetteer compiles every way of writing a name.
public struct NameVariants: Sendable {
  /// A word that begins a compound, in all its forms: أبو, أبي, أبا (father of).
  public struct Head: Sendable {
    /// What it may be written together with.
    public enum Joining: String, Sendable {
      case nothing
      /// Any word behind it: أبوبكر.
      case anyWord
      /// A word with the article: عبدالله.
      case definiteWord
    }

    public var forms: [String]
    /// What it is written together with.
    public var joining: Joining

    public init(_ forms: [String], joins joining: Joining) {
      self.forms = forms
      self.joining = joining
    }
  }

  /// Words before a name that are written together with it or apart: أبو, عبد.
  public var heads: [Head]
  /// Words with their article that end a compound and are written together with the word before them: الدين in
  /// نورالدين.
  public var tails: [String]
  /// Endings that stand for each other: those of هيئة and هيأة (authority).
  public var endings: [(String, String)]

  public init(heads: [Head] = [], tails: [String] = [], endings: [(String, String)] = []) {
    self.heads = heads
    self.tails = tails
    self.endings = endings
  }

  /// Identifies the data in the keys of what is compiled with it.
  public var fingerprint: String {
    let heads = heads.map { "\($0.joining.rawValue) \($0.forms.joined(separator: " "))" }
    let parts = heads + tails + endings.map { "\($0.0)=\($0.1)" }
    return parts.joined(separator: "|")
  }
}
