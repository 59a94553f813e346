import KhabarCore
import Synchronization

/// Rules that are made ready for matching when one is first asked for.
struct RuleShelf: RandomAccessCollection, Sendable {
  private final class Place: Sendable {
    let written: ArchiveSection<EventRule>
    let ready = AtomicLazyReference<CompiledRules.CompiledRule>()

    init(_ written: ArchiveSection<EventRule>) { self.written = written }
  }

  /// Of all places: it remembers what rules have in common.
  private final class Workshop: Sendable {
    private let compiler: Mutex<RuleCompiler>
    private let events: [CompiledEvent]

    init(_ compiler: RuleCompiler, _ events: [CompiledEvent]) {
      self.compiler = Mutex(compiler)
      self.events = events
    }

    func make(_ written: EventRule) -> CompiledRules.CompiledRule {
      guard let event = events.first(where: { $0.type == written.event }) else {
        preconditionFailure("a set knows the events of its rules")
      }
      return compiler.withLock { $0.rule(written, event) }
    }
  }

  private let places: [Place]
  private let workshop: Workshop

  init(_ rules: InflectedRules, _ compiler: RuleCompiler) {
    places = rules.rules.map { Place($0) }
    let events = rules.frame.events
    workshop = Workshop(compiler, events.ids.map { CompiledEvent($0, of: events) })
  }

  var startIndex: Int { 0 }
  var endIndex: Int { places.count }

  subscript(index: Int) -> CompiledRules.CompiledRule {
    let place = places[index]
    // Of two workers that make one at a time the first one's stays.
    return place.ready.load() ?? place.ready.storeIfNil(workshop.make(place.written.value))
  }
}
