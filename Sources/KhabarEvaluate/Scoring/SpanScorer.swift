import KhabarRecords

/// Scores entities and times of one document by their spans.
///
/// `exact`: same start, end and type. `overlap`: same type and a code point in common, paired one to one, largest
/// overlap first, so that a long span can't win twice. Entities have `untyped` besides, exact with the type left out;
/// times `value`, an overlap with the same value.
enum SpanScorer {
  private struct Item: Hashable {
    var span: Record.Span
    var type: String
    var value: String?

    func overlap(_ other: Item) -> Int { min(span.end, other.span.end) - max(span.start, other.span.start) }
    func isExact(_ other: Item) -> Bool { span.start == other.span.start && span.end == other.span.end }
  }

  static func scoreEntities(
    gold: Record, predicted: Record?, _ settings: EvaluationSettings, into tallies: inout DocumentTallies
  ) {
    func items(_ record: Record?) -> [Item] {
      var items: Set<Item> = []
      for entity in record?.entities ?? [] {
        let type = settings.entityTypes[entity.type] ?? entity.type
        guard settings.entityTypesCounted?.contains(type) ?? true else { continue }
        for mention in entity.mentions {
          items.insert(Item(span: Record.Span(start: mention.start, end: mention.end), type: type.rawValue))
        }
      }
      return sorted(items)
    }
    let (wanted, made) = (items(gold), items(predicted))
    add(.entities, ["exact", "overlap", "untyped"], wanted, made, into: &tallies)
    tally("exact", .entities, wanted, made, into: &tallies) { $0.type == $1.type && $0.isExact($1) ? 1 : 0 }
    tally("overlap", .entities, wanted, made, into: &tallies) { $0.type == $1.type ? $0.overlap($1) : 0 }
    tally("untyped", .entities, wanted, made, into: &tallies) { $0.isExact($1) ? 1 : 0 }
  }

  static func scoreTimes(gold: Record, predicted: Record?, into tallies: inout DocumentTallies) {
    func items(_ record: Record?) -> [Item] {
      sorted(
        Set(
          (record?.times ?? []).map {
            Item(span: Record.Span(start: $0.start, end: $0.end), type: $0.type, value: $0.value)
          }))
    }
    let (wanted, made) = (items(gold), items(predicted))
    add(.times, ["exact", "overlap", "value"], wanted, made, into: &tallies)
    tally("exact", .times, wanted, made, into: &tallies) { $0.type == $1.type && $0.isExact($1) ? 1 : 0 }
    tally("overlap", .times, wanted, made, into: &tallies) { $0.type == $1.type ? $0.overlap($1) : 0 }
    tally("value", .times, wanted, made, into: &tallies) { $0.value == $1.value ? $0.overlap($1) : 0 }
  }

  private static func sorted(_ items: Set<Item>) -> [Item] {
    items.sorted { ($0.span.start, $0.span.end, $0.type) < ($1.span.start, $1.span.end, $1.type) }
  }

  private static func add(
    _ layer: Measure.Layer, _ names: [String], _ gold: [Item], _ predicted: [Item], into tallies: inout DocumentTallies
  ) {
    for name in names {
      for item in gold { tallies.add(layer, item.type, name, Tally(gold: 1)) }
      for item in predicted { tallies.add(layer, item.type, name, Tally(predicted: 1)) }
    }
  }

  /// Pairs gold and predictions one to one, those that agree most first.
  ///
  /// - Parameter agreement: 0 or less when the two do not agree.
  private static func tally(
    _ name: String, _ layer: Measure.Layer, _ gold: [Item], _ predicted: [Item],
    into tallies: inout DocumentTallies, agreement: (Item, Item) -> Int
  ) {
    var pairs: [(agreement: Int, gold: Int, predicted: Int)] = []
    var first = 0
    for (i, wanted) in gold.enumerated() {
      while first < predicted.count, isBefore(predicted[first], wanted) { first += 1 }
      for j in first..<predicted.count {
        if predicted[j].span.start >= wanted.span.end { break }
        let agreement = agreement(wanted, predicted[j])
        if agreement > 0 { pairs.append((agreement, i, j)) }
      }
    }
    pairs.sort { ($1.agreement, $0.gold, $0.predicted) < ($0.agreement, $1.gold, $1.predicted) }
    var (usedGold, usedPredicted) = (Set<Int>(), Set<Int>())
    for pair in pairs where !usedGold.contains(pair.gold) && !usedPredicted.contains(pair.predicted) {
      usedGold.insert(pair.gold)
      usedPredicted.insert(pair.predicted)
      tallies.add(layer, gold[pair.gold].type, name, Tally(right: 1))
    }
  }

  /// True when the prediction lies far enough before that it meets neither this nor a later item of the gold. Spans may
  /// be nested, so its end decides.
  private static func isBefore(_ predicted: Item, _ gold: Item) -> Bool { predicted.span.end <= gold.span.start }
}
