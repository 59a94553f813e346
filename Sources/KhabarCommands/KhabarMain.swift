import Foundation
import Khabar

/// The program behind `khabar`: picks the command, runs it, and turns errors into messages and an exit code.
public nonisolated func khabarMain(_ arguments: [String], console: Console = .standard) -> Int32 {
  signal(SIGPIPE, SIG_IGN)
  // A file that may grow no more is an error like a full disk.
  signal(SIGXFSZ, SIG_IGN)
  do {
    return try runCommand(arguments, console).rawValue
  } catch is BrokenPipe {
    return ExitStatus.success.rawValue
  } catch let error as KhabarError {
    error.diagnostics.forEach(console.report)
    return (error.diagnostics.contains { $0.code == "D014" } ? ExitStatus.failure : .usage).rawValue
  } catch {
    console.report("error: \(error)")
    return ExitStatus.failure.rawValue
  }
}

/// The commands, in the order that help lists them.
var commands: [any Command.Type] {
  [
    RunCommand.self, StreamCommand.self, ExplainCommand.self, ViewCommand.self, EvaluateCommand.self,
    CompareCommand.self, SummaryCommand.self, JoinCommand.self, RulesCommand.self, GrammarCommand.self,
    GazetteerCommand.self, CompletionsCommand.self, ManualCommand.self,
  ]
}

private func runCommand(_ arguments: [String], _ console: Console) throws -> ExitStatus {
  guard let first = arguments.first else {
    console.report(CommandHelp.overview(commands))
    return .usage
  }
  switch first {
  case "--version":
    try console.print("khabar \(KhabarVersion.program)")
    return .success
  case "--help", "-h", "help":
    guard let named = arguments.dropFirst().first else {
      try console.print(CommandHelp.overview(commands))
      return .success
    }
    return try command(named).execute(["--help"], console)
  default:
    return try command(first).execute(Array(arguments.dropFirst()), console)
  }
}

private func command(_ name: String) throws -> any Command.Type {
  if let found = commands.first(where: { $0.name == name }) { return found }
  let nearest = Spelling.nearest(to: name, among: commands.map { $0.name })
  throw KhabarError(
    "U001", "khabar has no command \"\(PathName.text(name))\"",
    remedy: nearest.map { "Did you mean \($0)?" } ?? "See khabar --help")
}
