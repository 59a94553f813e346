import KhabarCore

/// Particles that the grammar of names asks for by themselves, because no other does what they do.
enum NameParticle {
  /// In: في.
  static let inside = Orthography.arabic.key("في")
  /// About, from: عن.
  static let about = Orthography.arabic.key("عن")
  /// Servant of: عبد, which a name of God follows.
  static let servant = Orthography.arabic.key("عبد")
  /// Son of: بن, which only names have.
  static let son = Orthography.arabic.key("بن")
  /// Of, from: من.
  static let of = Orthography.arabic.key("من")
}
