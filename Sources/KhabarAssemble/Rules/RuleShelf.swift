import KhabarCore
import Synchronization

/// Rules that are made ready for matching when one is first asked for.
struct RuleShelf: RandomAccessCollection, Sendable {
  private final class Place: Sendable {
    let written: ArchiveSection<EventRule>
    /// The rule's address, 0 before it is ready. `AtomicLazyReference` would do, but that it finds out its own type
    /// each time: at every word of the rules that costs more than the answer.
    private let address = Atomic<UInt>(0)

    init(_ written: ArchiveSection<EventRule>) { self.written = written }

    deinit {
      if let rule = UnsafeRawPointer(bitPattern: address.load(ordering: .acquiring)) {
        Unmanaged<CompiledRules.CompiledRule>.fromOpaque(rule).release()
      }
    }

    var ready: CompiledRules.CompiledRule? {
      @inline(__always)
      get {
        UnsafeRawPointer(bitPattern: address.load(ordering: .acquiring)).map {
          Unmanaged<CompiledRules.CompiledRule>.fromOpaque($0).takeUnretainedValue()
        }
      }
    }

    /// - Returns: of several that workers have made at a time the first one.
    func keep(_ rule: CompiledRules.CompiledRule) -> CompiledRules.CompiledRule {
      let own = Unmanaged.passRetained(rule)
      let (isFirst, _) = address.compareExchange(
        expected: 0, desired: UInt(bitPattern: own.toOpaque()), ordering: .acquiringAndReleasing)
      if !isFirst { own.release() }
      return ready ?? rule
    }
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
    workshop = Workshop(compiler, events.ids.map { CompiledEvent($0, of: events, numbers: compiler.numbers) })
  }

  var startIndex: Int { 0 }
  var endIndex: Int { places.count }

  subscript(index: Int) -> CompiledRules.CompiledRule {
    let place = places[index]
    return place.ready ?? place.keep(workshop.make(place.written.value))
  }
}
