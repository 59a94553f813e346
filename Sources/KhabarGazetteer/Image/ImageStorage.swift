import Foundation

/// The memory of an image: a mapped file, or pages of our own. Freed with the last user.
final class ImageStorage: Sendable {
  nonisolated(unsafe) let base: UnsafeMutableRawPointer
  let size: Int

  private init(base: UnsafeMutableRawPointer, size: Int) {
    self.base = base
    self.size = size
  }

  /// Zeroed pages.
  convenience init?(size: Int) {
    let pages = mmap(nil, max(size, 1), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let pages, pages != MAP_FAILED else { return nil }
    self.init(base: pages, size: size)
  }

  /// Maps a file; also says when it was last modified. nil when there is none or it can't be mapped.
  static func map(_ path: String) -> (storage: ImageStorage, modified: FileStamp)? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard let stamp = FileStamp(descriptor: file), stamp.isRegular, stamp.size >= ImageFormat.headerSize,
      stamp.size < Int(Int32.max) * 64
    else { return nil }
    let pages = mmap(nil, stamp.size, PROT_READ, MAP_SHARED, file, 0)
    guard let pages, pages != MAP_FAILED else { return nil }
    return (ImageStorage(base: pages, size: stamp.size), stamp)
  }

  deinit { munmap(base, max(size, 1)) }
}

/// What the file system says of a file's state, by which a change is noticed without reading it.
struct FileStamp: Equatable {
  var size: Int
  var device: UInt64
  var inode: UInt64
  var modifiedSeconds: Int64
  var modifiedNanoseconds: Int64
  var changedSeconds: Int64
  var changedNanoseconds: Int64
  var isRegular: Bool

  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
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
    modifiedSeconds = Int64(status.st_mtim.tv_sec)
    modifiedNanoseconds = Int64(status.st_mtim.tv_nsec)
    changedSeconds = Int64(status.st_ctim.tv_sec)
    changedNanoseconds = Int64(status.st_ctim.tv_nsec)
    isRegular = status.st_mode & S_IFMT == S_IFREG
  }

  /// The newer of modification and change, in seconds.
  var newest: Int64 { max(modifiedSeconds, changedSeconds) }
}
