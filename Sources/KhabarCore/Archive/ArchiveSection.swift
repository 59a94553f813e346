import Synchronization

/// A value that is read from its archive when it is first asked for: what one run in many needs costs the others
/// nothing.
public struct ArchiveSection<Value: Archivable & Sendable>: Sendable {
  /// A class, so that copies read it once.
  private final class Content: Sendable {
    private let known: Mutex<Value?>
    private let bytes: Stretch<UInt8>

    init(known: Value?, bytes: Stretch<UInt8>) {
      self.known = Mutex(known)
      self.bytes = bytes
    }

    var value: Value {
      known.withLock { known in
        if let known { return known }
        var value = Value.blank
        // Whoever opened the archive has seen that it is as it was written. One that is overwritten since is noticed by
        // its file, and may give anything.
        if (try? value.pass(through: ArchiveReader(bytes))) == nil { value = .blank }
        known = value
        return value
      }
    }
  }

  private let content: Content

  public init(_ value: Value) { content = Content(known: value, bytes: Stretch()) }

  /// - Parameter bytes: an archive of the value.
  init(reading bytes: Stretch<UInt8>) { content = Content(known: nil, bytes: bytes) }

  /// The value.
  public var value: Value { content.value }
}

extension ArchiveSection: Archivable {
  /// A section of nothing, which reads as a blank value.
  public static var blank: ArchiveSection { ArchiveSection(reading: Stretch()) }
  public mutating func pass(through archive: Archive) throws { try archive.section(&self) }
}

extension ArchiveSection: CustomReflectable {
  /// Its value.
  public var customMirror: Mirror { Mirror(self, children: ["value": value]) }
}
