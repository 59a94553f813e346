import KhabarCore

/// Says of a set of features which rows of a table may hold, as far as one column goes.
///
/// What a word is by itself does not change with the words around it. So this is told once for each word that there is,
/// and the rows for a word among others are those that are in the sets of all columns: an "and" for each of them.
///
/// A class, since it is asked for each new word, and its arrays would be counted as it is passed around.
final class ColumnFilter: Sendable {
  /// A set of rows, as bits: so many words of 64.
  let width: Int
  /// The features that it looks at.
  let asked: Features
  /// Rows that ask nothing of the column, and those that only refuse features.
  private let open: [UInt64]
  /// By a feature, the rows that are in `open` and refuse it.
  private let refusing: RowIndex
  /// The rows that ask for features, by their places in `conditions`.
  private let numbers: [Int]
  private let conditions: FlatConditions
  private let index: RowIndex

  /// - Parameter rows: what each row asks of the column; nil for nothing.
  init(_ rows: [Condition?]) {
    width = (rows.count + 63) / 64
    var open = Array(repeating: UInt64(0), count: width)
    var asked = Features()
    var numbers: [Int] = []
    var conditions = FlatConditions()
    for (number, condition) in rows.enumerated() {
      for way in condition?.ways ?? [] { asked.formUnion(way.all.union(way.none)) }
      if let condition, condition.refused == nil {
        numbers.append(number)
        conditions.append(condition)
      } else {
        open[number >> 6] |= 1 << UInt64(number & 63)
      }
    }
    self.open = open
    self.asked = asked
    self.numbers = numbers
    self.conditions = conditions
    index = RowIndex(numbers.map { [(column: 0, condition: rows[$0] ?? .always)] })
    refusing = RowIndex(
      rows.map { condition in
        let refused = condition?.refused?.bits ?? []
        return [
          (
            column: 0,
            condition: Condition(ways: refused.map { Condition.Way(all: Features(bit: $0), none: Features()) })
          )
        ]
      })
  }

  /// Writes the rows that may hold.
  func write(_ features: UnsafePointer<Features>, to rows: UnsafeMutablePointer<UInt64>) {
    withUnsafePointer(to: features) { column in
      let columns = FeatureColumns(column)
      for word in 0..<width { rows[word] = 0 }
      refusing.gather(columns, rows)
      for word in 0..<width { rows[word] = open[word] & ~rows[word] }
      conditions.withView { conditions in
        index.forEach(columns) { place in
          if conditions.holds(place, columns) {
            rows[numbers[place] >> 6] |= 1 << UInt64(numbers[place] & 63)
          }
          return .goOn
        }
      }
    }
  }
}

extension Condition {
  /// The features of which none may be there, where that is all that is asked; else nil.
  fileprivate var refused: Features? {
    guard ways.count == 1, let way = ways.first, way.all.isEmpty else { return nil }
    return way.none
  }
}
