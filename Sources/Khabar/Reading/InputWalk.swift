import Foundation

/// Finds the files below the paths that were named, one after the other, in byte order of their names.
///
/// In a folder only files with a known extension count; hidden files and links to folders are passed over. A file named
/// itself is always read. Only the folders on the way to the current file are held in memory.
struct InputWalk {
  private var roots: ArraySlice<String>
  private let format: InputFormat?
  private var open: [Folder] = []
  /// Files found below the current root.
  private var found = 0
  /// Files handed out.
  private var count = 0

  private struct Folder {
    var path: String
    /// The path below the root, with a slash behind it; empty for the root itself.
    var name: String
    var entries: ArraySlice<String>
  }

  /// - Parameter format: the format of every file, when it was given.
  init(paths: [String], format: InputFormat?) {
    roots = paths[...]
    self.format = format
  }

  /// The next file, or what is wrong with a path; nil at the end.
  mutating func next() -> Result<InputFile, KhabarError>? {
    guard let found = nextFile() else { return nil }
    return found.map { file in
      var file = file
      file.number = count
      count += 1
      return file
    }
  }

  private mutating func nextFile() -> Result<InputFile, KhabarError>? {
    while true {
      guard let folder = open.last else {
        guard let root = roots.popFirst() else { return nil }
        if let result = enter(root: root) { return result }
        continue
      }
      guard let entry = folder.entries.first else {
        open.removeLast()
        if open.isEmpty, found == 0 {
          return .failure(
            KhabarError(
              "D007", at: SourceLocation(file: folder.path), "the folder holds no readable files",
              remedy: "Files with these extensions are read: .txt .text .jsonl .ndjson .html .htm .xhtml .xml"))
        }
        continue
      }
      open[open.count - 1].entries.removeFirst()
      let path = folder.path + (folder.path.hasSuffix("/") ? "" : "/") + entry
      switch FileKind(path: path) {
      case .directory:
        do {
          if FileKind.isLink(path) { continue }
          open.append(
            Folder(path: path, name: folder.name + entry + "/", entries: try DirectoryListing.entries(of: path)[...]))
        } catch {
          return .failure(KhabarError(error))
        }
      case .file, .stream:
        guard let format = InputFormat(path: entry) else { continue }
        found += 1
        return .success(InputFile(path: path, name: folder.name + entry, format: self.format ?? format))
      case .missing: continue
      }
    }
  }

  private mutating func enter(root: String) -> Result<InputFile, KhabarError>? {
    if root == "-" { return .success(InputFile(path: "-", name: "-", format: format)) }
    switch FileKind(path: root) {
    case .missing: return .failure(FileInput.failure(root, errno))
    case .directory:
      do {
        found = 0
        open = [Folder(path: root, name: "", entries: try DirectoryListing.entries(of: root)[...])]
        return nil
      } catch {
        return .failure(KhabarError(error))
      }
    case .file, .stream:
      let name = root.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? root
      return .success(InputFile(path: root, name: name, format: format ?? InputFormat(path: root) ?? .text))
    }
  }
}
