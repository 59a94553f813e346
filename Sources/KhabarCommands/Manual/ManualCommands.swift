import Khabar

/// `khabar manual`: the manual page.
enum ManualCommand: Command {
  struct Settings {}

  static let name = "manual"
  static let summary = "Print the manual page, for man."
  static let operands = ""
  static let defaults = Settings()
  static let discussion = """
    Prints khabar(1) as man reads it. Scripts/install puts it into PREFIX/share/man.
    """
  static var options: [CommandOption<Settings>] { [] }
  static let examples: [(line: String, meaning: String)] = [
    ("khabar manual | man -l -", "Read it."),
    ("khabar manual > ~/.local/share/man/man1/khabar.1", "Keep it for man khabar."),
  ]

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    try console.print(ManualPage.text(commands))
    return .success
  }
}

/// `khabar completions`: what shells complete with.
enum CompletionsCommand: Command {
  struct Settings {}

  static let name = "completions"
  static let summary = "Print what bash, zsh or fish need to complete commands and options."
  static let operands = "bash|zsh|fish"
  static let defaults = Settings()
  static let discussion = """
    Prints a script for the shell. It is made from the same definitions as the
    commands and their help.
    """
  static var options: [CommandOption<Settings>] { [] }
  static let examples: [(line: String, meaning: String)] = [
    ("source <(khabar completions bash)", "Complete in this bash."),
    ("khabar completions zsh > ~/.zfunc/_khabar", "Keep it for zsh; ~/.zfunc is in $fpath."),
    ("khabar completions fish > ~/.config/fish/completions/khabar.fish", "Keep it for fish."),
  ]

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    guard operands.count == 1, let shell = ShellCompletion(rawValue: operands[0]) else {
      throw KhabarError(
        "U024", "khabar completions needs a shell: \(ShellCompletion.allCases.map(\.rawValue).joined(separator: ", "))",
        remedy: "Such as: source <(khabar completions bash)")
    }
    try console.print(shell.script(commands))
    return .success
  }
}
