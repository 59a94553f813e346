import Khabar

/// The manual page `khabar(1)`, in the man macros of troff, made from the commands' definitions.
enum ManualPage {
  static func text(_ commands: [any Command.Type]) -> String {
    var lines = [
      ".TH KHABAR 1 \"\" \"khabar \(KhabarVersion.program)\" \"User Commands\"",
      ".SH NAME", "khabar \\- structured events from Arabic news", ".SH SYNOPSIS",
      ".B khabar", ".I COMMAND", "[\\fIOPTION\\fR…] [\\fIPATH\\fR…]", ".SH DESCRIPTION",
      "Reads Arabic news by gazetteers, grammar and rules, and gives structured events: "
        + "who did what, with whom, when, where.",
      ".SH COMMANDS",
    ]
    for command in commands { lines += section(of: command) }
    lines += [
      ".SH ENVIRONMENT", ".TP", ".B KHABAR_HOME", "The folder that holds Gazetteers and Pipelines.", ".TP",
      ".B KHABAR_CACHE",
      "The folder for compiled lists, and for what a run makes of word tables, grammar and rules; "
        + "else khabar in XDG_CACHE_HOME, else ~/.cache/khabar.",
      ".SH \"EXIT STATUS\"", "0: all went well. 1: some documents failed, or a check found something. 2: wrong usage.",
    ]
    return lines.joined(separator: "\n")
  }

  private static func section(of command: any Command.Type) -> [String] {
    var lines = [
      ".SS \"khabar \(command.name)\"", escaped(command.summary), ".PP",
      "\\fBkhabar \(command.name)\\fR [\\fIOPTION\\fR…] \(escaped(command.operands))", ".PP", ".nf",
    ]
    lines += command.discussion.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
    lines += [".fi"]
    for option in command.optionSummaries {
      let letter = option.letter.map { "\\fB\\-\($0)\\fR, " } ?? ""
      let value = option.placeholder.map { " \\fI\(escaped($0))\\fR" } ?? ""
      lines += [".TP", "\(letter)\\fB\\-\\-\(escaped(option.name))\\fR\(value)", escaped(option.help)]
    }
    for example in command.examples {
      lines += [".PP", escaped(example.meaning), ".RS", ".EX", escaped(example.line), ".EE", ".RE"]
    }
    return lines
  }

  /// Text as troff takes it: no backslash of its own, no hyphen that becomes a dash, no control line.
  private static func escaped(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
