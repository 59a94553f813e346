/// What a command's option is called and takes, without the settings that it goes into: for help, the manual and
/// shells.
struct OptionSummary {
  var name: String
  var letter: Character?
  /// What help calls the value; nil for an option without one.
  var placeholder: String?
  var help: String
  var choices: [String]

  /// The value is a file or folder.
  var takesPath: Bool {
    placeholder.map { ["PATH", "FILE", "DIR", "NAME|FILE"].contains($0) } ?? false
  }
}

extension Command {
  /// The command's options, help last.
  static var optionSummaries: [OptionSummary] {
    options.map { option in
      OptionSummary(
        name: option.name, letter: option.letter, placeholder: option.placeholder,
        help: option.help + (option.isRepeatable ? " Repeatable." : ""), choices: option.choices)
    } + [OptionSummary(name: "help", letter: "h", placeholder: nil, help: "Show this help.", choices: [])]
  }

  /// The words that the operands may begin with: `lint` and `test` of `lint|test [FILE…] | parse TEXT`.
  static var tasks: [String] {
    operands.split(whereSeparator: { "| ".contains($0) }).map(String.init).filter { word in
      word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
  }
}
