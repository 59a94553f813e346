/// What a shell needs to complete `khabar`'s commands, options and values, made from the commands' definitions.
enum ShellCompletion: String, CaseIterable {
  case bash, zsh, fish

  func script(_ commands: [any Command.Type]) -> String {
    switch self {
    case .bash: Self.bash(commands)
    case .zsh: Self.zsh(commands)
    case .fish: Self.fish(commands)
    }
  }

  private static func words(_ option: OptionSummary) -> [String] {
    ["--" + option.name] + (option.letter.map { ["-\($0)"] } ?? [])
  }

  // MARK: - bash

  private static func bash(_ commands: [any Command.Type]) -> String {
    let names = commands.map { $0.name }
    var lines = [
      "# bash completion for khabar. Put it into /etc/bash_completion.d, or: source <(khabar completions bash)",
      "_khabar() {", "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"",
      "  COMPREPLY=()",
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then",
      "    COMPREPLY=($(compgen -W \"\(names.joined(separator: " ")) help --help --version\" -- \"$word\"))",
      "    return",
      "  fi", "  local options tasks=\"\"", "  case \"${COMP_WORDS[1]}\" in",
    ]
    for command in commands {
      let options = command.optionSummaries
      lines.append("    \(command.name))")
      lines.append("      options=\"\(options.flatMap(words).joined(separator: " "))\"")
      if !command.tasks.isEmpty { lines.append("      tasks=\"\(command.tasks.joined(separator: " "))\"") }
      let valued = options.filter { $0.placeholder != nil }
      if !valued.isEmpty {
        lines.append("      case \"$before\" in")
        for option in valued {
          let action =
            if !option.choices.isEmpty {
              "COMPREPLY=($(compgen -W \"\(option.choices.joined(separator: " "))\" -- \"$word\")); return"
            } else if option.takesPath {
              "COMPREPLY=($(compgen -f -- \"$word\")); return"
            } else {
              "return"
            }
          lines.append("        \(words(option).joined(separator: "|"))) \(action) ;;")
        }
        lines.append("      esac")
      }
      lines.append("      ;;")
    }
    lines += [
      "    help) COMPREPLY=($(compgen -W \"\(names.joined(separator: " "))\" -- \"$word\")); return ;;",
      "    *) return ;;", "  esac", "  if [[ \"$word\" == -* ]]; then",
      "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))",
      "  elif [ \"$COMP_CWORD\" -eq 2 ] && [ -n \"$tasks\" ]; then",
      "    COMPREPLY=($(compgen -W \"$tasks\" -- \"$word\"))", "  else", "    COMPREPLY=($(compgen -f -- \"$word\"))",
      "  fi",
      "}", "complete -o filenames -F _khabar khabar",
    ]
    return lines.joined(separator: "\n")
  }

  // MARK: - zsh

  private static func zsh(_ commands: [any Command.Type]) -> String {
    var lines = [
      "#compdef khabar", "# zsh completion for khabar. Save it as _khabar in a folder of $fpath.", "_khabar() {",
      "  local -a commands", "  commands=(",
    ]
    for command in commands { lines.append("    '\(command.name):\(zshText(command.summary))'") }
    lines += [
      "  )", "  if (( CURRENT == 2 )); then", "    _describe 'command' commands", "    return", "  fi",
      "  case $words[2] in",
    ]
    for command in commands {
      lines.append("    \(command.name))")
      lines.append("      shift words; (( CURRENT-- ))")
      var arguments: [String] = []
      for option in command.optionSummaries {
        let action =
          option.placeholder.map { placeholder in
            let values =
              !option.choices.isEmpty
              ? "(\(option.choices.joined(separator: " ")))" : option.takesPath ? "_files" : " "
            return ":\(zshText(placeholder)):\(values)"
          } ?? ""
        for word in words(option) { arguments.append("'*\(word)[\(zshText(option.help))]\(action)'") }
      }
      arguments.append(
        command.tasks.isEmpty ? "'*:path:_files'" : "'1:task:(\(command.tasks.joined(separator: " ")))' '*:path:_files'"
      )
      lines.append("      _arguments \(arguments.joined(separator: " \\\n        "))")
      lines.append("      ;;")
    }
    lines += ["  esac", "}", "_khabar \"$@\""]
    return lines.joined(separator: "\n")
  }

  /// Text in single quotes and in brackets.
  private static func zshText(_ text: String) -> String {
    text.replacing("'", with: "'\\''").replacing("[", with: "\\[").replacing("]", with: "\\]").replacing(
      ":", with: "\\:")
  }

  // MARK: - fish

  private static func fish(_ commands: [any Command.Type]) -> String {
    var lines = ["# fish completion for khabar. Save it as ~/.config/fish/completions/khabar.fish"]
    let isFirst = "__fish_use_subcommand"
    lines.append("complete -c khabar -n \(isFirst) -f -l version -d 'Show the version.'")
    for command in commands {
      lines.append("complete -c khabar -n \(isFirst) -f -a \(command.name) -d '\(fishText(command.summary))'")
    }
    for command in commands {
      let condition = "'__fish_seen_subcommand_from \(command.name)'"
      if !command.tasks.isEmpty {
        lines.append("complete -c khabar -n \(condition) -a '\(command.tasks.joined(separator: " "))'")
      }
      for option in command.optionSummaries {
        var line = "complete -c khabar -n \(condition) -l \(option.name)"
        if let letter = option.letter { line += " -s \(letter)" }
        if option.placeholder != nil {
          line += option.takesPath ? " -r -F" : " -x"
          if !option.choices.isEmpty { line += " -a '\(option.choices.joined(separator: " "))'" }
        } else {
          line += " -f"
        }
        lines.append(line + " -d '\(fishText(option.help))'")
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func fishText(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}
