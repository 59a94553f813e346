import Dispatch

/// Makes two values that don't depend on each other: the first on this thread, the second on another one.
///
/// - Throws: what `first` throws, else what `second` throws, so that the same mistakes are reported on any machine.
public func concurrently<First, Second>(
  _ first: () throws -> First, _ second: @escaping @Sendable () throws -> Second
) throws -> (First, Second) {
  // Written by the other thread, and read when it is done.
  nonisolated(unsafe) var other: Result<Second, any Error>?
  let group = DispatchGroup()
  DispatchQueue.global().async(group: group) { other = Result(catching: second) }
  let one = Result(catching: first)
  group.wait()
  guard let other else { preconditionFailure("the group is done when its one task is") }
  return (try one.get(), try other.get())
}
