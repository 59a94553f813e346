import Khabar

/// Reads a command's arguments: `--name value`, `--name=value`, `-n value`, `-n` and operands in any order; `--` ends
/// the options, `-` alone is an operand.
struct ArgumentParser<Settings> {
  let options: [CommandOption<Settings>]
  let command: String

  /// - Returns: the operands.
  /// - Throws: `KhabarError` U002 to U005.
  func parse(_ arguments: [String], into settings: inout Settings) throws -> [String] {
    var operands: [String] = []
    var given: Set<String> = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        break
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      let (written, attached) = split(argument)
      let option = try find(written)
      if !option.isRepeatable, !given.insert(option.name).inserted {
        throw usage("U005", "--\(option.name) is given twice", "Give it once")
      }
      if option.placeholder == nil {
        if attached != nil { throw usage("U004", "--\(option.name) takes no value", "Write --\(option.name)") }
        try apply(option, "", to: &settings)
        continue
      }
      guard let value = attached ?? rest.popFirst(), !value.isEmpty else {
        throw usage("U003", "\(written) needs a value", "Write \(written) \(option.placeholder ?? "")")
      }
      try apply(option, value, to: &settings)
    }
    return operands
  }

  private func split(_ argument: String) -> (name: String, value: String?) {
    guard let equals = argument.firstIndex(of: "=") else { return (argument, nil) }
    return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
  }

  private func find(_ written: String) throws -> CommandOption<Settings> {
    let found = options.first { option in
      written == "--" + option.name || (written.count == 2 && option.letter.map { written == "-\($0)" } == true)
    }
    if let found { return found }
    let nearest = Spelling.nearest(to: written, among: options.map { "--" + $0.name } + ["--help"])
    throw usage(
      "U002", "khabar \(command) has no option \(PathName.text(written))",
      nearest.map { "Did you mean \($0)?" } ?? "See khabar \(command) --help")
  }

  private func apply(_ option: CommandOption<Settings>, _ value: String, to settings: inout Settings) throws {
    guard !PathName.holdsBytes(value) else {
      throw usage(
        "U004", "--\(option.name) can't be \"\(PathName.text(value))\"",
        "Give a name in UTF-8: this one has other bytes")
    }
    do {
      try option.apply(&settings, value)
    } catch {
      throw usage("U004", "--\(option.name) can't be \"\(value)\"", "Give \(error.expected)")
    }
  }

  private func usage(_ code: String, _ message: String, _ remedy: String) -> KhabarError {
    KhabarError(code, message, remedy: remedy)
  }
}
