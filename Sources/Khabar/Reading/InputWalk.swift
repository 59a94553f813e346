import Foundation
import KhabarCore

/// What a walk comes upon.
enum FoundInput: Sendable {
  case file(InputFile)
  /// Something that is not read, and why.
  case skipped(Diagnostic)
  /// Something that can't be read.
  case failure(KhabarError)
}

/// Finds the files below the paths that were named, one after the other, in byte order of their names.
///
/// Of a folder all files are read that have a known extension, or none: their content tells what they hold. Whatever is
/// not read is named with its reason, but for what filters leave out and hidden files. A file named itself is always
/// read. Only the folders on the way to the current file are held in memory.
struct InputWalk {
  private var roots: ArraySlice<String>
  private let format: InputFormat?
  private let filter: FileFilter
  /// The files and folders that the run writes: never read, wherever they are.
  private let outputs: Set<FileIdentity>
  /// What names of output files end in, where they stand beside their input.
  private let outputExtension: String?
  private var open: [Folder] = []
  /// Things told of the current root.
  private var found = 0
  /// Things handed out.
  private(set) var count = 0

  private struct Folder {
    var path: [UInt8]
    /// The path below the root, with a slash behind it; empty for the root itself.
    var name: String
    var entries: ArraySlice<[UInt8]>
    /// The folder is where output goes.
    var isOutput: Bool
  }

  /// - Parameters:
  ///   - format: the format of every file, when it was given.
  ///   - outputs: what the run writes.
  init(
    paths: [String], format: InputFormat?, filter: FileFilter = FileFilter(), outputs: Set<FileIdentity> = [],
    outputExtension: String? = nil
  ) {
    roots = paths[...]
    self.format = format
    self.filter = filter
    self.outputs = outputs
    self.outputExtension = outputExtension
  }

  /// The next thing; nil at the end.
  mutating func next() -> FoundInput? {
    guard var result = step() else { return nil }
    if case .file(var file) = result {
      file.number = count
      result = .file(file)
    }
    count += 1
    return result
  }

  private mutating func step() -> FoundInput? {
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
              "D007", at: SourceLocation(file: PathName.text(folder.path)), "the folder holds no readable files",
              remedy: "Files with these extensions are read: \(InputFormat.extensions)"))
        }
        continue
      }
      open[open.count - 1].entries.removeFirst()
      if let result = visit(entry, in: folder) {
        found += 1
        return result
      }
    }
  }

  /// What an entry of a folder is; nil for a folder that was entered and for what is left out without a word.
  private mutating func visit(_ entry: [UInt8], in folder: Folder) -> FoundInput? {
    let bytes = folder.path + (folder.path.last == 0x2F ? [] : [0x2F]) + entry
    let path = PathName.text(bytes)
    let name = folder.name + PathName.text(entry)
    switch FileKind(bytes: bytes) {
    case .directory:
      if FileKind.isLink(bytes: bytes) {
        return skip(path, "D016", "links to folders are not followed", "Name its target")
      }
      let isOutput = FileIdentity(bytes: bytes).map(outputs.contains) ?? false
      if isOutput { return skip(path, "D017", "the output goes there; it is not read") }
      do {
        open.append(
          Folder(
            path: bytes, name: name + "/", entries: try DirectoryListing.entries(bytes: bytes)[...],
            isOutput: folder.isOutput))
        return nil
      } catch {
        return .failure(KhabarError(error))
      }
    case .file:
      guard filter.takes(name) else { return nil }
      if let identity = FileIdentity(bytes: bytes), outputs.contains(identity) {
        return skip(path, "D017", "the output goes there; it is not read")
      }
      if folder.isOutput, isOutput(entry, in: folder.path) {
        return skip(path, "D017", "it is the output of an input beside it; it is not read")
      }
      let format = self.format ?? InputFormat(path: name)
      if format == nil, let other = InputFormat.fileExtension(name) {
        return skip(
          path, "D018", ".\(other) files are not read",
          "Name the format of all with --from, or leave them out with --exclude-files")
      }
      return .file(InputFile(path: path, name: name, format: format, bytes: bytes))
    case .stream:
      return filter.takes(name) ? skip(path, "D019", "a pipe or device in a folder is not read", "Name it itself") : nil
    case .missing:
      return .failure(ByteStream.failure(path, String(cString: strerror(errno))))
    }
  }

  private func skip(_ path: String, _ code: String, _ message: String, _ remedy: String? = nil) -> FoundInput {
    .skipped(Diagnostic(.warning, code, at: SourceLocation(file: path), message, remedy: remedy))
  }

  /// `a.txt.json` beside `a.txt`, in the folder that output goes to.
  private func isOutput(_ entry: [UInt8], in folder: [UInt8]) -> Bool {
    guard let suffix = outputExtension.map({ Array(".\($0)".utf8) }), entry.count > suffix.count,
      entry.suffix(suffix.count).elementsEqual(suffix)
    else { return false }
    return FileKind(bytes: folder + [0x2F] + entry.dropLast(suffix.count)) == .file
  }

  private mutating func enter(root: String) -> FoundInput? {
    if root == "-" {
      var input = InputFile(path: "-", name: "-", format: format)
      input.isNamed = true
      return .file(input)
    }
    switch FileKind(path: root) {
    case .missing: return .failure(ByteStream.failure(PathName.text(root), String(cString: strerror(errno))))
    case .directory:
      do {
        found = 0
        let isOutput = FileIdentity(path: root).map(outputs.contains) ?? false
        let path = PathName.bytes(root)
        open = [
          Folder(
            path: path, name: "", entries: try DirectoryListing.entries(bytes: path)[...], isOutput: isOutput)
        ]
        return nil
      } catch {
        return .failure(KhabarError(error))
      }
    case .file, .stream:
      let name = root.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? root
      var file = InputFile(path: root, name: name, format: format ?? InputFormat(path: name))
      file.isNamed = true
      return .file(file)
    }
  }
}
