import Khabar

/// A subcommand of `khabar`. One definition feeds parsing and help.
public protocol Command {
  associatedtype Settings

  static var name: String { get }
  /// One line for the list of commands.
  static var summary: String { get }
  /// What the command takes beside its options: `PATH…`.
  static var operands: String { get }
  /// What one must know to use it, in paragraphs.
  static var discussion: String { get }
  static var options: [CommandOption<Settings>] { get }
  /// Command lines with what they do.
  static var examples: [(line: String, meaning: String)] { get }
  static var defaults: Settings { get }

  /// - Throws: `KhabarError` for what stops the whole command.
  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus
}

extension Command {
  /// Parses the arguments and runs; prints help when it is asked for.
  static func execute(_ arguments: [String], _ console: Console) throws -> ExitStatus {
    if arguments.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      try console.print(CommandHelp.text(of: Self.self))
      return .success
    }
    var settings = defaults
    let operands = try ArgumentParser(options: options, command: name).parse(arguments, into: &settings)
    return try run(settings, operands, console)
  }
}
