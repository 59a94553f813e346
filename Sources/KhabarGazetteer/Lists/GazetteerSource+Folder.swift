import Foundation
import KhabarCore

extension GazetteerSource {
  /// The lists that a path stands for: the file itself, or the lists of a folder by name, those of its subfolders left
  /// out.
  ///
  /// - Parameter location: where the path was written, for the message when there is nothing.
  /// - Throws: `KhabarError` G002 when there is no such file or folder, G029 when a folder has no lists.
  public static func sources(at path: String, namedAt location: SourceLocation? = nil) throws -> [GazetteerSource] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      var finding = GazetteerFinding.unreadable(path, "there is no such file or folder")
      if let location {
        finding.location = location
        finding.message = "\(path): " + finding.message
      }
      throw KhabarError(finding)
    }
    guard isFolder.boolValue else { return [GazetteerSource(path: path)] }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    let lists = names.filter { name in [".tsv", ".def", ".jsonl"].contains { name.hasSuffix($0) } }
    guard !lists.isEmpty else {
      throw KhabarError(
        "G029", at: location ?? SourceLocation(file: path), "the folder \(path) has no lists (.tsv, .def, .jsonl)",
        remedy: "Put the lists there, or name a file")
    }
    return lists.map { GazetteerSource(path: path + "/" + $0) }
  }
}
