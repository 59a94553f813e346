import Foundation
import XCTest

/// The built program, run as a user runs it.
struct KhabarProgram {
  struct Result {
    var status: Int32
    var output: Data
    var error: String
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The package's folder.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The program that was built with these tests.
  static var path: String {
    let tests =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("khabar").path
  }

  var executable = KhabarProgram.path
  var workingDirectory = "/"
  var environment: [String: String] = [:]

  /// - Parameter input: standard input; nothing when nil.
  func run(_ arguments: [String], input: Data? = nil) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: workingDirectory)
    var variables = ProcessInfo.processInfo.environment
    variables["KHABAR_HOME"] = nil
    process.environment = variables.merging(environment) { $1 }
    // Files instead of pipes: neither side waits for the other.
    let folder = NSTemporaryDirectory() + "khabar-run-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func file(_ name: String, _ content: Data = Data()) throws -> URL {
      let url = URL(fileURLWithPath: folder + "/" + name)
      try content.write(to: url)
      return url
    }
    let (output, error) = (try file("out"), try file("err"))
    process.standardInput = try FileHandle(forReadingFrom: file("in", input ?? Data()))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : -1, output: try Data(contentsOf: output),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }
}
