/// A value whose bytes in memory say all of it.
public protocol PlainArchivable: Archivable, BitwiseCopyable {}

extension PlainArchivable {
  @inlinable public mutating func pass(through archive: Archive) throws { try archive.plain(&self) }
}

extension Bool: PlainArchivable {
  public static var blank: Bool { false }
}

extension Int: PlainArchivable {
  public static var blank: Int { 0 }
}

extension Double: PlainArchivable {
  public static var blank: Double { 0 }
}

extension WordKey: PlainArchivable {
  public static var blank: WordKey { .empty }
}

extension String: Archivable {
  public static var blank: String { "" }
  @inlinable public mutating func pass(through archive: Archive) throws { try archive.text(&self) }
}

extension Optional: Archivable where Wrapped: Archivable {
  public static var blank: Wrapped? { nil }

  @inlinable
  public mutating func pass(through archive: Archive) throws {
    var isThere = self != nil
    try archive.plain(&isThere)
    guard isThere else {
      self = nil
      return
    }
    var value: Wrapped = self ?? Wrapped.blank
    try value.pass(through: archive)
    self = value
  }
}

extension Array: Archivable where Element: Archivable {
  public static var blank: [Element] { [] }

  @inlinable
  public mutating func pass(through archive: Archive) throws {
    var length = count
    try archive.count(&length)
    guard length != count else {
      for index in indices { try self[index].pass(through: archive) }
      return
    }
    self = []
    reserveCapacity(length)
    for _ in 0..<length {
      var element = Element.blank
      try element.pass(through: archive)
      append(element)
    }
  }
}

extension Set: Archivable where Element: Archivable {
  public static var blank: Set<Element> { [] }

  @inlinable
  public mutating func pass(through archive: Archive) throws {
    var elements = Array(self)
    try elements.pass(through: archive)
    self = Set(elements)
  }
}

extension Dictionary: Archivable where Key: Archivable, Value: Archivable {
  public static var blank: [Key: Value] { [:] }

  @inlinable
  public mutating func pass(through archive: Archive) throws {
    var (keys, values) = (Array(self.keys), Array(self.values))
    try keys.pass(through: archive)
    try values.pass(through: archive)
    self = Dictionary(zip(keys, values)) { first, _ in first }
  }
}

extension SourceLocation: Archivable {
  public static var blank: SourceLocation { SourceLocation(file: "") }

  public mutating func pass(through archive: Archive) throws {
    try file.pass(through: archive)
    try line.pass(through: archive)
    try column.pass(through: archive)
  }
}

extension EventStatus: PlainArchivable {
  public static var blank: EventStatus { .occurred }
}

extension CivilDate: PlainArchivable {
  public static var blank: CivilDate { CivilDate(year: 1, month: 1, day: 1) }
}
