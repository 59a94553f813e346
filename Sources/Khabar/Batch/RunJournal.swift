import Foundation
import KhabarCore

/// What a run has done so far, kept beside its output, so that another run can go on behind it.
///
/// An entry is written aside and renamed, after the output that it speaks of was secured: whenever a run is killed, the
/// journal and the draft say the same.
struct RunJournal {
  struct Entry: Codable, Equatable {
    /// What decides on the records: pipeline, data, options, inputs.
    var settings: [String: String]
    var position: InputPosition
    var output: SecuredOutput
    /// Bytes of the errors file.
    var errors: Int?
    var summary: Batch.Summary
  }

  private let path: String
  let settings: [String: String]

  /// - Parameter output: the file or folder that the records go to.
  init(output: String, isFolder: Bool, settings: [String: String]) {
    path = isFolder ? output + "/.khabar-run" : OutputFile.hiddenName(OutputFile.realPath(output), "run")
    self.settings = settings
  }

  /// The last entry of an earlier run; nil when there is none.
  ///
  /// - Throws: `KhabarError` D030 when it was another run: of other inputs, options or data.
  func lastEntry() throws -> Entry? {
    guard let bytes = try? FileContent.read(path, limit: 1 << 24),
      let entry = try? JSONDecoder().decode(Entry.self, from: Data(bytes))
    else { return nil }
    let changed = settings.keys.sorted().first { settings[$0] != entry.settings[$0] }
    if let changed {
      throw KhabarError(
        "D030", at: SourceLocation(file: path),
        "the run that is to be resumed had another \(changed): \(entry.settings[changed] ?? "none"), and not "
          + (settings[changed] ?? "none"),
        remedy: "Run it as it was, or without --resume to begin anew")
    }
    return entry
  }

  /// - Throws: `KhabarError` D014.
  func write(_ entry: Entry) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let aside = path + ".new"
    let file = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    let sink = DescriptorSink(file, name: path)
    do {
      guard file >= 0 else { throw failure }
      try sink.write(Array(encoder.encode(entry)))
      guard fdatasync(file) == 0 || errno == EINVAL, close(file) == 0, rename(aside, path) == 0 else { throw failure }
    } catch {
      close(file)
      unlink(aside)
      throw error
    }
  }

  private var failure: KhabarError {
    KhabarError("D014", at: SourceLocation(file: path), "can't be written: \(String(cString: strerror(errno)))")
  }

  /// There is nothing more to resume.
  func remove() { unlink(path) }
}
