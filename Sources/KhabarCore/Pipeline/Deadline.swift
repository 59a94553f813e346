/// The time by which a document must be done. Stages are asked between each other, and ask themselves where they may
/// take long.
public enum Deadline {
  @TaskLocal private static var current: (end: ContinuousClock.Instant, seconds: Double)?

  /// Runs `body` with so much time.
  ///
  /// - Throws: `KhabarError` D033 when it takes longer, and what `body` throws.
  public static func within<Value>(seconds: Double, _ body: () throws -> Value) throws -> Value {
    let end = ContinuousClock.now + .seconds(seconds)
    return try $current.withValue((end, seconds), operation: body)
  }

  /// The time is over: a long pass that can't throw stops, and who asked for it throws by `check`.
  public static var isOver: Bool { current.map { ContinuousClock.now > $0.end } ?? false }

  /// - Throws: `KhabarError` D033 when the time is over.
  public static func check() throws {
    guard let current, ContinuousClock.now > current.end else { return }
    throw KhabarError(
      "D033", "it takes longer than \(Int(current.seconds.rounded(.up))) seconds",
      remedy: "Split the document, or allow more with --max-seconds")
  }
}
