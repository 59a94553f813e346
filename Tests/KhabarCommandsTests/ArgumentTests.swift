import Khabar
import XCTest

@testable import KhabarCommands

final class ArgumentTests: XCTestCase {
  private struct Settings: Equatable {
    var number = 0
    var names: [String] = []
    var isLoud = false
  }

  private let parser = ArgumentParser<Settings>(
    options: [
      .value("number", "n", "N", help: "A number.", into: \.number, expected: "a number", read: { Int($0) }),
      .list("name", nil, "NAME", help: "A name.", into: \.names, read: { $0 }),
      .flag("loud", "l", help: "Be loud.", into: \.isLoud),
    ], command: "test")

  func testForms() throws {
    let cases: [([String], Settings, [String])] = [
      ([], Settings(), []),
      (["a", "-", "b"], Settings(), ["a", "-", "b"]),
      (["--number", "3", "x"], Settings(number: 3), ["x"]),
      (["--number=-3"], Settings(number: -3), []),
      (["-n", "3", "-l"], Settings(number: 3, isLoud: true), []),
      (["--name", "a", "x", "--name=b=c"], Settings(names: ["a", "b=c"]), ["x"]),
      (["--loud", "--", "--number", "-l"], Settings(isLoud: true), ["--number", "-l"]),
    ]
    for (arguments, settings, operands) in cases {
      var parsed = Settings()
      XCTAssertEqual(try parser.parse(arguments, into: &parsed), operands, "\(arguments)")
      XCTAssertEqual(parsed, settings, "\(arguments)")
    }
  }

  func testMistakes() {
    let cases: [([String], String)] = [
      (["--numbr", "3"], "error U002: khabar test has no option --numbr. Did you mean --number?"),
      (["--unheard-of"], "error U002: khabar test has no option --unheard-of. See khabar test --help"),
      (["-x"], "error U002: khabar test has no option -x. See khabar test --help"),
      (["--number"], "error U003: --number needs a value. Write --number N"),
      (["--number="], "error U003: --number needs a value. Write --number N"),
      (["-n", "three"], "error U004: --number can't be \"three\". Give a number"),
      (["--loud=yes"], "error U004: --loud takes no value. Write --loud"),
      (["-n", "1", "--number", "2"], "error U005: --number is given twice. Give it once"),
    ]
    for (arguments, message) in cases {
      var settings = Settings()
      XCTAssertThrowsError(try parser.parse(arguments, into: &settings)) { XCTAssertEqual("\($0)", message) }
    }
  }

  func testHelpNamesEveryOption() {
    for command in commands { check(command) }
  }

  private func check<C: Command>(_ command: C.Type) {
    let help = CommandHelp.text(of: command)
    for option in C.options {
      XCTAssertTrue(help.contains("--\(option.name)"), "\(C.name) --\(option.name)")
      XCTAssertFalse(option.help.isEmpty, option.name)
    }
    for line in help.split(separator: "\n") { XCTAssertLessThanOrEqual(line.count, 80, String(line)) }
  }
}
