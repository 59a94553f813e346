/// One step of a pipeline: takes a document with some layers and gives it back with one more.
///
/// Stages are values without mutable state; one instance serves all workers at once. A stage knows the document types
/// and nothing of its neighbours.
///
/// ```swift
/// let pipeline = cleaner.then(tokenizer).then(matcher)
/// let document = try pipeline.process(RawDocument(id: "a", text: "…"))   // a MatchedDocument
/// cleaner.then(matcher)                                                  // does not compile
/// ```
public protocol Stage<Input, Output>: Sendable {
  associatedtype Input: Sendable
  associatedtype Output: Sendable

  /// Processes one document.
  ///
  /// - Throws: `KhabarError` when the document can't be processed; the batch reports it and goes on.
  func process(_ input: Input) throws -> Output
}

/// Two stages, one behind the other.
public struct Chain<First: Stage, Second: Stage>: Stage where First.Output == Second.Input {
  /// Gets the input.
  public var first: First
  /// Gets what the first gives.
  public var second: Second

  public init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  public func process(_ input: First.Input) throws -> Second.Output {
    let middle = try first.process(input)
    try Deadline.check()
    return try second.process(middle)
  }
}

extension Stage {
  /// This stage with another one behind it.
  public func then<Next: Stage>(_ next: Next) -> Chain<Self, Next> where Next.Input == Output { Chain(self, next) }
}
