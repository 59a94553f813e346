import Khabar

/// One option of a command: how it is written, what help says of it and what it does, in one place.
public struct CommandOption<Settings>: Sendable {
  /// Without the dashes.
  public let name: String
  /// Its short form without the hyphen; nil for none.
  public let letter: Character?
  /// What help calls the value; nil for an option without one.
  public let placeholder: String?
  /// What help says of it.
  public let help: String
  /// May be given more than once.
  public let isRepeatable: Bool
  /// The values that there are, where they can be listed: what a shell offers.
  public let choices: [String]
  /// Takes the value into the settings. Throws what is wrong with it, as the end of a sentence.
  let apply: @Sendable (inout Settings, String) throws(InvalidValue) -> Void

  /// What is wrong with an option's value.
  struct InvalidValue: Error {
    var expected: String
  }
}

extension CommandOption {
  /// An option that is there or not.
  public static func flag(
    _ name: String, _ letter: Character? = nil, help: String, into member: WritableKeyPath<Settings, Bool> & Sendable
  ) -> Self {
    Self(name: name, letter: letter, placeholder: nil, help: help, isRepeatable: false, choices: []) {
      (settings, text) throws(InvalidValue) in
      guard text.isEmpty else { throw InvalidValue(expected: "no value") }
      settings[keyPath: member] = true
    }
  }

  /// An option with a value.
  ///
  /// - Parameters:
  ///   - expected: what a good value is, for the message about a bad one.
  ///   - choices: the values that there are, where they can be listed.
  ///   - read: the value, or nil for a bad one.
  public static func value<Value>(
    _ name: String, _ letter: Character? = nil, _ placeholder: String, help: String,
    into member: WritableKeyPath<Settings, Value> & Sendable, expected: String = "a value", choices: [String] = [],
    read: @escaping @Sendable (String) -> Value?
  ) -> Self {
    Self(name: name, letter: letter, placeholder: placeholder, help: help, isRepeatable: false, choices: choices) {
      (settings, text) throws(InvalidValue) in
      guard let value = read(text) else { throw InvalidValue(expected: expected) }
      settings[keyPath: member] = value
    }
  }

  /// An option that may be repeated; its values are gathered.
  public static func list<Value: Sendable>(
    _ name: String, _ letter: Character? = nil, _ placeholder: String, help: String,
    into member: WritableKeyPath<Settings, [Value]> & Sendable, expected: String = "a value", choices: [String] = [],
    read: @escaping @Sendable (String) -> Value?
  ) -> Self {
    repeatable(name, letter, placeholder, help: help, expected: expected, choices: choices, read: read) {
      $0[keyPath: member].append($1)
    }
  }

  /// An option that may be repeated; the order of its values says nothing.
  public static func list<Value: Hashable & Sendable>(
    _ name: String, _ letter: Character? = nil, _ placeholder: String, help: String,
    into member: WritableKeyPath<Settings, Set<Value>> & Sendable, expected: String = "a value",
    choices: [String] = [], read: @escaping @Sendable (String) -> Value?
  ) -> Self {
    repeatable(name, letter, placeholder, help: help, expected: expected, choices: choices, read: read) {
      $0[keyPath: member].insert($1)
    }
  }

  private static func repeatable<Value: Sendable>(
    _ name: String, _ letter: Character?, _ placeholder: String, help: String, expected: String, choices: [String],
    read: @escaping @Sendable (String) -> Value?, add: @escaping @Sendable (inout Settings, Value) -> Void
  ) -> Self {
    Self(name: name, letter: letter, placeholder: placeholder, help: help, isRepeatable: true, choices: choices) {
      (settings, text) throws(InvalidValue) in
      guard let value = read(text) else { throw InvalidValue(expected: expected) }
      add(&settings, value)
    }
  }
}
