import Foundation

/// Keeps the program alive when a mapped file is cut short under it.
///
/// Reading behind the new end of a mapped file raises SIGBUS (mmap(2)). For pages of images the handler puts an empty
/// page in the place; lookups find nothing there, and `ImageStorage.isIntact` tells that the file has changed. Any
/// other SIGBUS ends the program as ever.
enum MappedPages {
  private struct Stretch {
    var start: UInt = 0
    var end: UInt = 0
  }

  private static let capacity = 64
  // Written under the lock; read by the handler, which may not lock. An empty stretch holds no address.
  private nonisolated(unsafe) static let stretches: UnsafeMutablePointer<Stretch> = {
    let memory = UnsafeMutablePointer<Stretch>.allocate(capacity: capacity)
    memory.initialize(repeating: Stretch(), count: capacity)
    install()
    return memory
  }()
  private static let lock = NSLock()

  static func add(_ base: UnsafeMutableRawPointer, _ size: Int) {
    lock.withLock {
      guard let free = (0..<capacity).first(where: { stretches[$0].end == 0 }) else { return }
      stretches[free] = Stretch(start: UInt(bitPattern: base), end: UInt(bitPattern: base) + UInt(size))
    }
  }

  static func remove(_ base: UnsafeMutableRawPointer) {
    lock.withLock {
      for index in 0..<capacity where stretches[index].start == UInt(bitPattern: base) {
        stretches[index] = Stretch()
      }
    }
  }

  private static func install() {
    var action = sigaction()
    action.sa_flags = SA_SIGINFO | SA_ONSTACK
    action.__sigaction_handler.sa_sigaction = { _, information, _ in
      let address = UInt(bitPattern: information?.pointee._sifields._sigfault.si_addr)
      if MappedPages.emptyPage(at: address) { return }
      signal(SIGBUS, SIG_DFL)
    }
    sigaction(SIGBUS, &action, nil)
  }

  /// Puts an empty page where an image's page can't be read any more; false for an address in no image.
  private static func emptyPage(at address: UInt) -> Bool {
    let memory = stretches
    for index in 0..<capacity where memory[index].start <= address && address < memory[index].end {
      let size = UInt(sysconf(Int32(_SC_PAGESIZE)))
      let page = UnsafeMutableRawPointer(bitPattern: address / size * size)
      return mmap(page, Int(size), PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED
    }
    return false
  }
}
