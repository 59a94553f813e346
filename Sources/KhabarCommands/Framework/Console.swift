import Foundation
import Khabar

/// Where a command reads its surroundings and writes: tests give their own.
public struct Console: Sendable {
  /// Results.
  public var output: any ByteSink
  /// Messages.
  public var error: any ByteSink
  /// Someone watches `error`.
  public var isErrorTerminal: Bool
  /// The variables that the process was started with.
  public var environment: [String: String]

  public init(
    output: any ByteSink, error: any ByteSink, isErrorTerminal: Bool = false, environment: [String: String] = [:]
  ) {
    self.output = output
    self.error = error
    self.isErrorTerminal = isErrorTerminal
    self.environment = environment
  }

  /// The process's own.
  public static var standard: Console {
    Console(
      output: DescriptorSink.standardOutput, error: DescriptorSink.standardError, isErrorTerminal: isatty(2) == 1,
      environment: ProcessInfo.processInfo.environment)
  }

  /// Writes a line to `output`.
  ///
  /// - Throws: `BrokenPipe`, `KhabarError` D014.
  public func print(_ line: String) throws { try output.write(line + "\n") }

  /// Writes a line to `error`; when even that fails there is nobody to tell.
  public func report(_ line: String) { try? error.write(line + "\n") }

  /// Writes a diagnostic to standard error.
  public func report(_ diagnostic: Diagnostic) { report(diagnostic.description) }
}

/// How a command ended.
public enum ExitStatus: Int32, Sendable {
  case success = 0
  /// Some documents failed, or the output can't be written any more; each was reported.
  case failure = 1
  /// The command line, a pipeline, a rule file or a gazetteer is wrong: nothing was processed.
  case usage = 2
  /// Ended by SIGINT or SIGTERM; what was done until then is in the output.
  case interrupted = 130
}
