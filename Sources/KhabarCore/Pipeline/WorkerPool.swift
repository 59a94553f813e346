import Synchronization

/// Lends each worker a value of its own for the time of a call, such as a memory of what was found out before, so that
/// it serves the worker's next document too and no two workers wait for each other.
///
/// Its code is open to the modules that use it: made for their values there, it asks the runtime for no types.
public final class WorkerPool<Value: Sendable>: Sendable {
  @usableFromInline let free = Mutex<[Value]>([])
  @usableFromInline let make: @Sendable () -> Value

  /// - Parameter make: makes a value for a worker that comes when all are lent.
  @inlinable public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// Lends a value.
  @inlinable
  public func withValue<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    var value = free.withLock { $0.popLast() } ?? make()
    defer { giveBack(value) }
    return try body(&value)
  }

  @inlinable
  func giveBack(_ value: Value) { free.withLock { $0.append(value) } }
}
