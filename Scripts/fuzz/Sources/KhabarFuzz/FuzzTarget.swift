import Foundation

@testable import Khabar

/// What is fed with bytes that libFuzzer thinks of. A target returns or throws `KhabarError`; all else is a fault.
protocol FuzzTarget {
  init() throws

  /// - Throws: `KhabarError` for input that is refused.
  func take(_ bytes: [UInt8]) throws
}

/// The targets, by the names that `Scripts/fuzz/run` gives them.
private let targets: [(name: String, type: any FuzzTarget.Type)] = [
  ("cleaning", CleaningTarget.self), ("pages", PageTarget.self), ("feeds", FeedTarget.self),
  ("records", RecordTarget.self), ("archives", ArchiveTarget.self), ("gazetteers", GazetteerTarget.self),
  ("rules", RuleTarget.self), ("grammar", GrammarTarget.self), ("pipeline-files", PipelineFileTarget.self),
  ("pipeline", PipelineTarget.self),
]

/// The target that KHABAR_FUZZ_TARGET names.
nonisolated(unsafe) private let target: any FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["KHABAR_FUZZ_TARGET"] ?? ""
  guard let found = targets.first(where: { $0.name == name }) else {
    fatalError("KHABAR_FUZZ_TARGET names one of: " + targets.map(\.name).joined(separator: " "))
  }
  do { return try found.type.init() } catch { fatalError("\(name): \(error)") }
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try target.take(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch let error as KhabarError {
    precondition(!error.diagnostics.isEmpty, "refused without a reason")
    for finding in error.diagnostics {
      precondition(!finding.code.isEmpty && !finding.message.isEmpty, "refused without a reason")
    }
  } catch {
    fatalError("an error that no user is told of: \(error)")
  }
  return 0
}

/// The file that an input is written to for readers of files; one for each process.
struct FuzzFile {
  let path: String

  init(_ name: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("khabar-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent(name).path
  }

  func write(_ bytes: some Sequence<UInt8>) {
    precondition(FileManager.default.createFile(atPath: path, contents: Data(bytes)), "no room for \(path)")
  }
}
