/// A stage of which only what it takes and gives is known: what a pipeline holds where another stage may stand.
public struct AnyStage<Input: Sendable, Output: Sendable>: Stage {
  private let stage: any Stage<Input, Output>

  public init(_ stage: some Stage<Input, Output>) { self.stage = stage }

  public func process(_ input: Input) throws -> Output { try stage.process(input) }

  /// Puts a stage behind this one that gives the same kind of document: one that adds to a layer or mends it.
  public mutating func append(_ next: some Stage<Output, Output>) { self = AnyStage(then(next)) }

  /// Puts a stage before this one that gives the kind of document it gets.
  public mutating func prepend(_ previous: some Stage<Input, Input>) { self = AnyStage(previous.then(self)) }
}
