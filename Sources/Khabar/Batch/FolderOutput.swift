import Foundation
import KhabarCore
import KhabarExport

/// One file for each input file: `a.txt` becomes `a.txt.json`, folders below the named ones are kept.
final class FolderOutput: BatchOutput {
  private let folder: String
  private let exporter: any DocumentExporter
  private var current: Current?
  /// Files of this batch, so that two inputs never write one file.
  private var names: Set<String> = []

  private struct Current {
    var input: InputFile
    var file: OutputFile
    var framing: StreamFraming
    /// A record that is not empty was written.
    var hasContent = false
  }

  /// - Throws: `KhabarError` D008 when the folder can't be made.
  init(_ folder: String, exporter: any DocumentExporter) throws {
    self.folder = folder
    self.exporter = exporter
    try Self.makeFolder(folder)
  }

  func write(_ outcomes: inout [Outcome]) throws {
    for index in outcomes.indices {
      guard let record = outcomes[index].record, let input = outcomes[index].input else { continue }
      do {
        if current?.input.number != input.number {
          try finish()
          let opened = try open(input, isOnly: outcomes[index].isOnly)
          current = opened
          try opened.file.write(opened.framing.opening)
        }
        // A document without a feature adds none.
        guard let opened = current, !record.isEmpty else { continue }
        current?.hasContent = true
        try opened.file.write((opened.hasContent ? Array(opened.framing.separator.utf8) : []) + record)
      } catch let error as KhabarError where error.diagnostics.contains(where: { $0.code == "D014" }) {
        // A file is lost with the records that were counted before: the run ends, and --resume makes the file anew.
        throw error
      } catch {
        outcomes[index].fail(error, at: .write)
      }
    }
    // Of a file that is read as a whole nothing more comes.
    if let current, !(current.input.format?.holdsRecords ?? false) { try finish() }
  }

  /// Between two files everything is in its place.
  func secure() -> SecuredOutput? { current == nil ? SecuredOutput() : nil }

  /// Takes the name of an input's output, which an earlier run has written.
  func claim(_ input: InputFile) { names.insert(name(of: input)) }

  private func name(of input: InputFile) -> String {
    (input.isStandardInput ? "stdin" : input.name) + "." + exporter.fileExtension
  }

  func finish() throws {
    guard let last = current else { return }
    current = nil
    try last.file.write(last.framing.closing)
    try last.file.commit()
  }

  private func open(_ input: InputFile, isOnly: Bool) throws -> Current {
    let name = name(of: input)
    guard !names.contains(name) else {
      throw KhabarError(
        "D012", at: SourceLocation(file: input.path), "another input has already written \(folder)/\(name)",
        remedy: "Run the folders one by one, each into its own output folder")
    }
    let path = folder + "/" + name
    if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) { try Self.makeFolder(folder + "/" + name[..<slash]) }
    let framing = isOnly ? exporter.singleFraming : exporter.framing
    let file = try OutputFile(path)
    names.insert(name)
    return Current(input: input, file: file, framing: framing)
  }

  private static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw KhabarError(
        "D008", at: SourceLocation(file: path), "the folder can't be made: \(String(cString: strerror(errno)))")
    }
  }
}
