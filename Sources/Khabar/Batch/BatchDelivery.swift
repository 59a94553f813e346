import Dispatch
import KhabarCore

/// Takes what came of a batch's pieces, in input order: writes records and errors, counts, reports, and keeps the
/// journal. Called from one thread at a time.
final class BatchDelivery {
  private let output: any BatchOutput
  private let errors: ErrorLog?
  private let journal: RunJournal?
  /// Seconds between entries of the journal.
  private let interval: Double
  private let report: @Sendable (Diagnostic) -> Void
  private let progress: @Sendable (Batch.Summary, InputPosition) -> Void
  private var summary: Batch.Summary
  private var position: InputPosition
  private var lastEntry = DispatchTime.now().uptimeNanoseconds

  init(
    output: any BatchOutput, errors: ErrorLog?, journal: RunJournal?, interval: Double, resumed: RunJournal.Entry?,
    report: @escaping @Sendable (Diagnostic) -> Void,
    progress: @escaping @Sendable (Batch.Summary, InputPosition) -> Void
  ) {
    self.output = output
    self.errors = errors
    self.journal = journal
    self.interval = interval
    self.report = report
    self.progress = progress
    summary = resumed?.summary ?? Batch.Summary()
    position = resumed?.position ?? InputPosition()
    summary.isInterrupted = false
  }

  /// - Throws: what the output throws.
  func take(_ outcomes: [Outcome], end: InputPosition) throws {
    var outcomes = outcomes
    try output.write(&outcomes)
    try errors?.write(outcomes)
    for outcome in outcomes {
      outcome.diagnostics.forEach(report)
      summary.count(outcome)
    }
    position = end
    progress(summary, position)
    let now = DispatchTime.now().uptimeNanoseconds
    guard journal != nil, Double(now - lastEntry) >= interval * 1e9 else { return }
    lastEntry = now
    try secure()
  }

  /// Completes the output; when input is left, so that a later run can go on.
  func finish(isInterrupted: Bool) throws -> Batch.Summary {
    summary.isInterrupted = isInterrupted
    if isInterrupted, journal != nil { try secure() }
    try output.finish()
    try errors?.file.commit()
    if !isInterrupted { journal?.remove() }
    return summary
  }

  private func secure() throws {
    guard let journal, let secured = try output.secure() else { return }
    try errors?.file.secure()
    try journal.write(
      RunJournal.Entry(
        settings: journal.settings, position: position, output: secured, errors: errors?.file.length, summary: summary))
  }
}
