/// A text that was derived from a source text, with the alignment between both.
///
/// Cleaning removes and replaces pieces of the source; `AlignedText` holds the result and the map back, so that every
/// offset that leaves the program is one of the source. Offsets on both sides are UTF-8 bytes.
public struct AlignedText: Sendable {
  /// The derived text, valid UTF-8.
  public let bytes: [UInt8]

  /// A stretch of the derived text. A copied run maps byte for byte; a replaced run is atomic: all of it stands for all
  /// of its source.
  @usableFromInline
  struct Run: Sendable {
    var clean: Int32
    var source: Int32
    var sourceLength: Int32
    var isCopy: Bool
  }

  @usableFromInline let runs: [Run]

  /// The whole text.
  @inlinable public var extent: TextSpan<CleanBytes> { TextSpan(0, bytes.count) }

  /// An alignment that changes nothing.
  public init(identity bytes: [UInt8]) {
    self.bytes = bytes
    runs = [Run(clean: 0, source: 0, sourceLength: Int32(bytes.count), isCopy: true)]
  }

  init(bytes: [UInt8], runs: [Run]) {
    self.bytes = bytes
    self.runs = runs.isEmpty ? [Run(clean: 0, source: 0, sourceLength: 0, isCopy: true)] : runs
  }

  /// Index of the run that holds the byte at `offset`. O(log runs).
  @usableFromInline
  func runIndex(at offset: Int32) -> Int {
    max(0, runs.partitionPoint { $0.clean <= offset } - 1)
  }

  /// The stretch of the source that a span of this text stands for. What was removed at either edge stays outside.
  public func source(of span: TextSpan<CleanBytes>) -> TextSpan<SourceBytes> {
    let first = runs[runIndex(at: span.start)]
    let start = first.isCopy ? first.source + (span.start - first.clean) : first.source
    guard span.end > span.start else { return TextSpan(Int(start), Int(start)) }
    let last = runs[runIndex(at: span.end - 1)]
    let end = last.isCopy ? last.source + (span.end - last.clean) : last.source + last.sourceLength
    return TextSpan(Int(start), Int(end))
  }

  /// The text of a span.
  public func string(_ span: TextSpan<CleanBytes>) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }
}

extension AlignedText {
  /// Builds an aligned text from left to right over its source: `keep`, `replace` and `skip` in source order.
  public struct Builder: Sendable {
    private var bytes: [UInt8] = []
    private var runs: [Run] = []

    public init(reserving count: Int = 0) { bytes.reserveCapacity(count) }

    /// Bytes written so far.
    public var count: Int { bytes.count }
    /// The last byte written, if any.
    public var last: UInt8? { bytes.last }

    /// Copies a stretch of the source unchanged.
    public mutating func keep(_ span: Range<Int>, of source: UnsafeBufferPointer<UInt8>) {
      guard !span.isEmpty else { return }
      if let run = runs.last, run.isCopy, Int(run.source) + (bytes.count - Int(run.clean)) == span.lowerBound {
        runs[runs.count - 1].sourceLength += Int32(span.count)
      } else {
        runs.append(
          Run(clean: Int32(bytes.count), source: Int32(span.lowerBound), sourceLength: Int32(span.count), isCopy: true))
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[span]))
    }

    /// Writes `text` in place of a stretch of the source. An empty `text` removes it, as does not keeping it.
    public mutating func replace(_ span: Range<Int>, with text: some Sequence<UInt8>) {
      let start = bytes.count
      bytes.append(contentsOf: text)
      guard bytes.count > start else { return }
      runs.append(
        Run(clean: Int32(start), source: Int32(span.lowerBound), sourceLength: Int32(span.count), isCopy: false))
    }

    /// The aligned text of what was written.
    public consuming func finish() -> AlignedText { AlignedText(bytes: bytes, runs: runs) }
  }
}

extension AlignedText {
  /// A stretch of this text to take out, and what to write in its place.
  public struct Edit: Sendable {
    /// What is taken out.
    public var span: TextSpan<CleanBytes>
    /// What is written in its place, valid UTF-8; empty for nothing.
    public var replacement: [UInt8]

    public init(_ span: TextSpan<CleanBytes>, replacement: [UInt8] = []) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// This text with stretches of it taken out or replaced, aligned with the same source.
  ///
  /// - Parameter edits: in text order, without overlap.
  public func applying(_ edits: [Edit]) -> AlignedText {
    guard !edits.isEmpty else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var newRuns: [Run] = []
    var position = 0
    func copy(to end: Int) {
      guard end > position else { return }
      var index = runIndex(at: Int32(position))
      while index < runs.count, Int(runs[index].clean) < end {
        let run = runs[index]
        let runEnd = index + 1 < runs.count ? Int(runs[index + 1].clean) : bytes.count
        let start = max(position, Int(run.clean))
        let stop = min(end, runEnd)
        if stop > start {
          let skipped = run.isCopy ? Int32(start) - run.clean : 0
          newRuns.append(
            Run(
              clean: Int32(result.count + start - position), source: run.source + skipped,
              sourceLength: run.isCopy ? Int32(stop - start) : run.sourceLength, isCopy: run.isCopy))
        }
        index += 1
      }
      result.append(contentsOf: bytes[position..<end])
      position = end
    }
    for edit in edits where edit.span.lowerBound >= position && edit.span.upperBound <= bytes.count {
      copy(to: edit.span.lowerBound)
      if !edit.replacement.isEmpty {
        let source = source(of: edit.span)
        newRuns.append(
          Run(
            clean: Int32(result.count), source: source.start, sourceLength: Int32(source.count), isCopy: false))
        result.append(contentsOf: edit.replacement)
      }
      position = edit.span.upperBound
    }
    copy(to: bytes.count)
    return AlignedText(bytes: result, runs: newRuns)
  }
}
