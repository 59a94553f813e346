import Foundation
import Khabar
import XCTest

@testable import KhabarCommands

/// The manual page and the completions, made from the commands' definitions.
final class ManualTests: XCTestCase {
  private let khabar = KhabarProgram()

  func testEveryCommandAndOptionIsInTheManual() throws {
    let page = try khabar.run(["manual"]).text
    XCTAssertTrue(page.hasPrefix(".TH KHABAR 1 "), page)
    for command in commands {
      XCTAssertTrue(page.contains(".SS \"khabar \(command.name)\""), command.name)
      for option in command.optionSummaries {
        XCTAssertTrue(
          page.contains("\\-\\-" + option.name.replacing("-", with: "\\-")), "\(command.name) \(option.name)")
      }
    }
    XCTAssertFalse(page.split(separator: "\n").contains { $0.hasPrefix("'") }, "no line that troff takes for its own")
  }

  /// What bash offers for the last word of a line.
  private func offers(_ line: String) throws -> Set<String> {
    let script = NSTemporaryDirectory() + "khabar-\(UUID().uuidString).bash"
    defer { try? FileManager.default.removeItem(atPath: script) }
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { "'\($0)'" }.joined(separator: " ")
    let text =
      try khabar.run(["completions", "bash"]).text
      + "COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _khabar; printf '%s\\n' \"${COMPREPLY[@]}\"\n"
    try text.write(toFile: script, atomically: true, encoding: .utf8)
    let bash = KhabarProgram(executable: "/bin/bash", workingDirectory: KhabarProgram.package + "/Samples")
    let result = try bash.run([script])
    XCTAssertEqual(result.status, 0, result.error)
    return Set(result.text.split(separator: "\n").map(String.init))
  }

  func testBashCompletes() throws {
    XCTAssertEqual(try offers("khabar ev"), ["evaluate"])
    XCTAssertTrue(try offers("khabar ").isSuperset(of: commands.map { $0.name }))
    XCTAssertEqual(try offers("khabar run --form"), ["--format"])
    XCTAssertEqual(try offers("khabar run --format "), Set(OutputFormat.allCases.map(\.rawValue)))
    XCTAssertEqual(try offers("khabar run -f x"), ["xml"])
    XCTAssertEqual(try offers("khabar rules l"), ["lint"])
    XCTAssertEqual(try offers("khabar run cairo"), ["cairo-meeting.txt"])
    XCTAssertEqual(try offers("khabar run --gazetteer cairo"), ["cairo-meeting.txt"])
    XCTAssertEqual(try offers("khabar help comp"), ["compare", "completions"])
  }

  func testOtherShellsHaveEveryCommandAndOption() throws {
    for shell in ["zsh", "fish"] {
      let script = try khabar.run(["completions", shell]).text
      for command in commands {
        XCTAssertTrue(script.contains(command.name), "\(shell) \(command.name)")
        for option in command.optionSummaries {
          let written = shell == "zsh" ? "'*--\(option.name)[" : " -l \(option.name) "
          XCTAssertTrue(script.contains(written), "\(shell) \(command.name) \(option.name)")
        }
      }
    }
    let wrong = try khabar.run(["completions", "tcsh"])
    XCTAssertEqual(wrong.status, 2)
    XCTAssertTrue(wrong.error.contains("U024"), wrong.error)
  }

  func testHelpOfACommand() throws {
    for command in commands {
      let help = try khabar.run(["help", command.name])
      XCTAssertEqual(help.status, 0)
      XCTAssertEqual(help.text, try khabar.run([command.name, "--help"]).text)
      XCTAssertFalse(help.text.split(separator: "\n").contains { $0.count > 100 }, command.name)
    }
    let wrong = try khabar.run(["help", "evalute"])
    XCTAssertEqual(wrong.status, 2)
    XCTAssertTrue(wrong.error.contains("Did you mean evaluate?"), wrong.error)
  }
}
