/// Help texts, made from the commands' definitions.
enum CommandHelp {
  private static let width = 80

  static func text<C: Command>(of command: C.Type) -> String {
    let usage = "usage: khabar \(C.name) [OPTION…]"
    let isLong = usage.count + C.operands.count >= 80
    var lines = [usage + (isLong ? "\n         " : " ") + C.operands, "", C.discussion, "", "Options:"]
    for option in C.options {
      var head = option.letter.map { "  -\($0), " } ?? "      "
      head += "--" + option.name
      if let placeholder = option.placeholder { head += " " + placeholder }
      lines += entry(head, option.help + (option.isRepeatable ? " Repeatable." : ""), indent: 30)
    }
    lines += entry("  -h, --help", "Show this help.", indent: 30)
    if !C.examples.isEmpty {
      lines += ["", "Examples:"]
      for example in C.examples { lines += ["  " + example.line, "      " + example.meaning] }
    }
    return lines.joined(separator: "\n")
  }

  static func overview(_ commands: [any Command.Type]) -> String {
    var lines = [
      "usage: khabar COMMAND [OPTION…] [PATH…]", "",
      "Reads Arabic news and gives structured events: who did what, with whom, when, where.", "", "Commands:",
    ]
    for command in commands { lines += entry("  " + command.name, command.summary, indent: 16) }
    lines += ["", "Options:"]
    lines += entry("  --help", "Show help; khabar COMMAND --help for a command's.", indent: 16)
    lines += entry("  --version", "Show the version.", indent: 16)
    return lines.joined(separator: "\n")
  }

  /// A term and its explanation, wrapped in a column of its own.
  private static func entry(_ head: String, _ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    var line = head
    var column = indent
    if head.count + 2 > indent {
      lines.append(head)
      line = ""
    }
    line += String(repeating: " ", count: max(0, column - line.count))
    var isFirst = true
    for word in text.split(separator: " ") {
      if !isFirst, column + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        column = indent
        isFirst = true
      }
      line += (isFirst ? "" : " ") + word
      column += (isFirst ? 0 : 1) + word.count
      isFirst = false
    }
    return lines + [line]
  }
}
