/// The time by which a document must be done. Stages are asked between each other, and ask themselves where they may
/// take long.
public enum Deadline {
  @TaskLocal private static var current: Limit?

  /// A class, because what is asked for at every sentence is copied each time.
  private final class Limit: Sendable {
    let end: ContinuousClock.Instant
    let seconds: Double

    init(seconds: Double) {
      self.seconds = seconds
      end = ContinuousClock.now + .seconds(seconds)
    }

    var isOver: Bool { end < ContinuousClock.now }
  }

  /// Runs `body` with so much time.
  ///
  /// - Throws: `KhabarError` D033 when it takes longer, and what `body` throws.
  public static func within<Value>(seconds: Double, _ body: () throws -> Value) throws -> Value {
    try $current.withValue(Limit(seconds: seconds), operation: body)
  }

  /// The time is over: a long pass that can't throw stops, and who asked for it throws by `check`.
  public static var isOver: Bool { current?.isOver ?? false }

  /// - Throws: `KhabarError` D033 when the time is over.
  public static func check() throws {
    guard let current, current.isOver else { return }
    throw KhabarError(
      "D033", "it takes longer than \(Int(current.seconds.rounded(.up))) seconds",
      remedy: "Split the document, or allow more with --max-seconds")
  }
}
