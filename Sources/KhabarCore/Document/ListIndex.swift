/// A typed index: the place of a mention, an entity, a phrase, a clause in the list that holds all of its kind. Indices
/// of two kinds can't be taken for each other.
public struct ListIndex<Of>: Hashable, Comparable, Sendable {
  /// The index as it is kept.
  public var raw: Int32

  @inlinable public init(_ value: Int) { raw = Int32(truncatingIfNeeded: value) }
  /// For subscripts.
  @inlinable public var int: Int { Int(raw) }
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }
}

/// Of a mention in its document.
public typealias MentionID = ListIndex<Mention>
/// Of an entity in its document.
public typealias EntityID = ListIndex<Entity>
/// Of a time expression in its document.
public typealias TimeID = ListIndex<TimeExpression>
/// Of a sentence in its document.
public typealias SentenceID = ListIndex<Sentence>

extension Array {
  /// The element at a typed index. It is changed where it lies.
  @inlinable public subscript(index: ListIndex<Element>) -> Element {
    get { self[index.int] }
    _modify { yield &self[index.int] }
  }

  /// The typed indices of all elements, in order.
  @inlinable public var ids: some Collection<ListIndex<Element>> { indices.lazy.map { ListIndex($0) } }
}
