/// The name of a coordinate system, carried in the type of every span.
///
/// The types that conform have no values; they only keep spans of different texts apart, so that
/// `TextSpan<CleanBytes>` can't be passed where `TextSpan<SourceBytes>` is wanted.
public protocol CoordinateSystem: Sendable {}

/// UTF-8 byte offsets into the decoded source text of a document (`RawDocument.bytes`).
public enum SourceBytes: CoordinateSystem {}

/// UTF-8 byte offsets into the cleaned text of a document (`CleanDocument.text`).
public enum CleanBytes: CoordinateSystem {}

/// Unicode code points of the decoded source text: the unit of the output contract `khabar/1`.
public enum SourceScalars: CoordinateSystem {}

/// Indexes into the tokens of a document.
public enum TokenIndex: CoordinateSystem {}

/// A half-open range `start ..< end` in one named coordinate system.
@frozen
public struct TextSpan<Coordinates: CoordinateSystem>: Hashable, Sendable {
  /// The first offset.
  public var start: Int32
  /// The offset behind the last.
  public var end: Int32

  /// Creates a span. `start` must not be after `end`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// The same as a range.
  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
  /// How long it is.
  @inlinable public var count: Int { Int(end) - Int(start) }
  /// Covers nothing.
  @inlinable public var isEmpty: Bool { end <= start }
  /// `start`, for indexing.
  @inlinable public var lowerBound: Int { Int(start) }
  /// `end`, for indexing.
  @inlinable public var upperBound: Int { Int(end) }

  /// Whether both cover one offset at least.
  @inlinable public func overlaps(_ other: Self) -> Bool { start < other.end && other.start < end }
  /// Whether the other lies within.
  @inlinable public func contains(_ other: Self) -> Bool { start <= other.start && other.end <= end }
  /// Whether an offset is covered.
  @inlinable public func contains(_ offset: Int) -> Bool { Int(start) <= offset && offset < Int(end) }

  /// The smallest span that covers both.
  @inlinable public func union(_ other: Self) -> Self {
    Self(Int(min(start, other.start)), Int(max(end, other.end)))
  }
}

extension TextSpan: CustomStringConvertible {
  public var description: String { "\(start)..<\(end)" }
}

/// A range of tokens of a document.
public typealias TokenSpan = TextSpan<TokenIndex>
