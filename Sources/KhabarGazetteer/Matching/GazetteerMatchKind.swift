/// Which of the names that overlap in a text are kept.
///
/// Each case is shown on جامعة القاهرة الجديدة (New Cairo University) with the lists' organizations جامعة القاهرة
/// (Cairo University) and places القاهرة (Cairo) and القاهرة الجديدة (New Cairo).
public enum GazetteerMatchKind: Sendable {
  /// From left to right the longest name, the best of its entries, then on behind it: جامعة القاهرة. Does not find the
  /// place القاهرة الجديدة, which overlaps it.
  case leftmostLongest
  /// From every word the longest name of each type, with all entries of that name: جامعة القاهرة, القاهرة الجديدة. What
  /// the pipeline uses, so that a later stage decides. Does not find the place القاهرة, which a longer place starts
  /// with.
  case longestPerType
  /// Every name: جامعة القاهرة, القاهرة الجديدة, القاهرة.
  case allOverlapping
}
