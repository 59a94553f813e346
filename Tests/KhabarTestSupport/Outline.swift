/// Compares values by all that they are made of, so that a part that nobody thought of is compared, too.
public enum Outline {
  /// The first place in which two values differ, as a path of names with what stands there; nil when there is none.
  public static func difference(_ one: Any, _ other: Any, at path: String = "") -> String? {
    // Elements of large tables are not taken apart.
    if let one = one as? [UInt8], let other = other as? [UInt8] { return one == other ? nil : "\(path): bytes" }
    let (first, second) = (Mirror(reflecting: one), Mirror(reflecting: other))
    guard first.children.count == second.children.count, type(of: one) == type(of: other) else {
      return "\(path): \(first.children.count) parts or \(second.children.count)"
    }
    if first.displayStyle == .set || first.displayStyle == .dictionary {
      // Their order says nothing.
      let (ones, others) = (texts(of: first), texts(of: second))
      return zip(ones, others).first { $0 != $1 }.map { "\(path): \($0) or \($1)" }
    }
    if first.children.isEmpty {
      let (text, second) = (String(describing: one), String(describing: other))
      return text == second ? nil : "\(path): \(text) or \(second)"
    }
    for (index, (part, counterpart)) in zip(first.children, second.children).enumerated() {
      guard part.label == counterpart.label else { return "\(path): \(part.label ?? "") or \(counterpart.label ?? "")" }
      let place = path + "." + (part.label ?? String(index))
      if let found = difference(part.value, counterpart.value, at: place) { return found }
    }
    return nil
  }

  private static func texts(of mirror: Mirror) -> [String] {
    mirror.children.map { String(describing: $0.value) }.sorted()
  }
}
