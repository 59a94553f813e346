import Foundation
import KhabarCore

/// The memory of an image: a mapped file, or pages of our own. Freed with the last user.
final class ImageStorage: Sendable {
  nonisolated(unsafe) let base: UnsafeMutableRawPointer
  let size: Int
  /// The mapped file and its state at opening; nil for pages of our own.
  private let file: (descriptor: Int32, stamp: FileStamp)?

  private init(base: UnsafeMutableRawPointer, size: Int, file: (descriptor: Int32, stamp: FileStamp)? = nil) {
    self.base = base
    self.size = size
    self.file = file
  }

  /// False once someone has written into the mapped file or cut it short: what was read of it since may be wrong.
  var isIntact: Bool {
    guard let file else { return true }
    guard let now = FileStamp(descriptor: file.descriptor) else { return false }
    // The times of modification can be set back, that of the inode's change can't; removing the name changes it, too.
    return now == file.stamp
      || now.links != file.stamp.links && now.size == file.stamp.size
        && now.modifiedSeconds == file.stamp.modifiedSeconds
        && now.modifiedNanoseconds == file.stamp.modifiedNanoseconds
  }

  /// Zeroed pages.
  convenience init?(size: Int) {
    let pages = mmap(nil, max(size, 1), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let pages, pages != MAP_FAILED else { return nil }
    self.init(base: pages, size: size)
  }

  /// Maps a file; also says when it was last modified. nil when there is none, it is too short or can't be mapped.
  static func map(_ path: String, atLeast least: Int) -> (storage: ImageStorage, modified: FileStamp)? {
    let file = open(PathName.cString(path), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    guard let stamp = FileStamp(descriptor: file), stamp.isRegular, stamp.size >= least,
      stamp.size < Int(Int32.max) * 64, let pages = mmap(nil, stamp.size, PROT_READ, MAP_SHARED, file, 0),
      pages != MAP_FAILED
    else {
      close(file)
      return nil
    }
    MappedPages.add(pages, stamp.size)
    return (ImageStorage(base: pages, size: stamp.size, file: (file, stamp)), stamp)
  }

  deinit {
    if let file {
      MappedPages.remove(base)
      close(file.descriptor)
    }
    munmap(base, max(size, 1))
  }
}

/// What the file system says of a file's state, by which a change is noticed without reading it.
struct FileStamp: Equatable {
  var size: Int
  var device: UInt64
  var inode: UInt64
  /// Names of the file.
  var links: Int
  var modifiedSeconds: Int64
  var modifiedNanoseconds: Int64
  var changedSeconds: Int64
  var changedNanoseconds: Int64
  var isRegular: Bool

  init?(path: String) {
    var status = stat()
    guard stat(PathName.cString(path), &status) == 0 else { return nil }
    self.init(status)
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    size = Int(status.st_size)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    links = Int(status.st_nlink)
    modifiedSeconds = Int64(status.st_mtim.tv_sec)
    modifiedNanoseconds = Int64(status.st_mtim.tv_nsec)
    changedSeconds = Int64(status.st_ctim.tv_sec)
    changedNanoseconds = Int64(status.st_ctim.tv_nsec)
    isRegular = status.st_mode & S_IFMT == S_IFREG
  }

  /// The state in one number.
  var fingerprint: UInt64 {
    var hash = ContentHash(seed: 3)
    for value in [
      UInt64(size), device, inode, UInt64(bitPattern: modifiedSeconds), UInt64(bitPattern: modifiedNanoseconds),
      UInt64(bitPattern: changedSeconds), UInt64(bitPattern: changedNanoseconds),
    ] { hash.append(value) }
    return hash.value
  }

  /// The newer of modification and change, in seconds.
  var newest: Int64 { max(modifiedSeconds, changedSeconds) }
}
