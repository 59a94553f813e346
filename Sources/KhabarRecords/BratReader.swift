import Foundation
import Khabar
import KhabarCore

/// Reads brat's stand-off annotation (`a.ann` beside `a.txt`) as records, so that gold made with brat can be scored.
///
/// What brat's own parts mean here:
/// - `T1 Person 6 15 سامح شكري`: a mention; the spans are code points of the text file.
/// - `E1 Meeting:T2 party:T1 party2:T3 place:T4 time:T5`: an event by its trigger; roles may carry a number.
/// - `* Equiv T1 T3`, `R1 Coreference Arg1:T1 Arg2:T3`: one entity; its name is the longest of the words.
/// - `A1 Status E1 planned`, `A2 Unsure E1`: what the event's status is, and that it counts neither way.
/// - `A3 Value T5 2024-02-14` or `#1 AnnotatorNotes T5 2024-02-14`: the value of a time. Types `DATE`, `TIME`,
///   `DURATION`,
///   `SET`, `Date` and `Time` are times.
///
/// An event's evidence is the sentence around its trigger. The document's id is the text file's name, below the folder.
public struct BratReader {
  /// A file, or a folder with all below it.
  public let path: String

  public init(_ path: String) { self.path = path }

  /// True for an `.ann` file, and for a folder that holds one.
  public static func isAnnotation(_ path: String) -> Bool {
    if path.hasSuffix(".ann") { return true }
    guard FileKind(path: path) == .directory, let names = FileManager.default.enumerator(atPath: path) else {
      return false
    }
    return names.contains { ($0 as? String)?.hasSuffix(".ann") == true }
  }

  /// All records, in the order of the files' names.
  ///
  /// - Parameter report: gets K010 for a line that can't be read, D001 for a file.
  public func records(report: (Diagnostic) -> Void) -> [Record] {
    annotationFiles.compactMap { file in
      guard let annotation = try? String(contentsOfFile: file.path, encoding: .utf8) else {
        report(Diagnostic(.error, "D001", at: SourceLocation(file: file.path), "can't be read as UTF-8"))
        return nil
      }
      let text = try? String(contentsOfFile: String(file.path.dropLast(4)) + ".txt", encoding: .utf8)
      if text == nil {
        report(
          Diagnostic(
            .warning, "K011", at: SourceLocation(file: file.path), "there is no text file beside it",
            remedy: "Without it an event's evidence is its trigger alone"))
      }
      var parser = BratParser(id: file.id, text: text)
      for (index, line) in annotation.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        guard let problem = parser.read(line) else { continue }
        report(
          Diagnostic(
            .error, "K010", at: SourceLocation(file: file.path, line: index + 1), problem,
            remedy: "See the stand-off format of brat", excerpt: String(line)))
      }
      return parser.record()
    }
  }

  private var annotationFiles: [(path: String, id: String)] {
    func id(_ name: String) -> String { String(name.dropLast(4)) + ".txt" }
    if path.hasSuffix(".ann") { return [(path, id(String(path.split(separator: "/").last ?? "")))] }
    let names = (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
    return names.filter { $0.hasSuffix(".ann") }.sorted().map { (path + "/" + $0, id($0)) }
  }
}
