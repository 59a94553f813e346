import Khabar
import XCTest

/// Pronouns that only one person can be meant by.
final class PronounTests: XCTestCase {
  /// The pronouns of a text with the names they stand for; "-" for one that stays open.
  private func pronouns(_ text: String) throws -> [String] {
    let document = try EntityFixture.shared.get().recognize(text)
    return document.mentions.filter { $0.kind == .pronoun }.map {
      document.text.string($0.span) + "=" + ($0.entity.map { document.entities[$0].name } ?? "-")
    }
  }

  func testOnlyOnePersonIsInReach() throws {
    // "The Egyptian foreign minister S. Sh. said that he will visit Beirut. He added that he has had no invitation."
    XCTAssertEqual(
      try pronouns("قال وزير الخارجية المصري سامح شكري إنه سيزور بيروت. وأضاف أنه لم يتلق دعوة."),
      ["ه=سامح شكري", "ه=سامح شكري"])
    // "… met his Turkish counterpart"
    XCTAssertEqual(try pronouns("التقى سامح شكري في القاهرة نظيره التركي."), ["ه=سامح شكري"])
    // "She said that she will travel": a minister with a feminine title, and a man.
    XCTAssertEqual(
      try pronouns("قالت وزيرة التعاون سحر نصر، بعد لقاء السفير كريم حداد، إنها ستسافر إلى لندن."), ["ها=سحر نصر"])
  }

  func testOpenPronouns() throws {
    // Two men: either may be meant. "A. told B. that he will travel."
    XCTAssertEqual(try pronouns("أبلغ سامح شكري السفير كريم حداد قائلا إنه سيسافر."), ["ه=-"])
    // The spokesman has no name, and it is he who says so.
    XCTAssertEqual(try pronouns("التقى سامح شكري الوفد. وقال المتحدث إنه سيعود غدا."), ["ه=-"])
    // "He said that it is possible", "which is what he denied": no person is meant.
    XCTAssertEqual(try pronouns("قال سامح شكري إنه يمكن التوصل إلى حل، وهو ما ينتظره الجميع."), [])
  }

  func testPronounsAreNoMentionsOfTheirEntity() throws {
    let document = try EntityFixture.shared.get().recognize("قال سامح شكري إنه سيزور بيروت.")
    let person = try XCTUnwrap(document.entities.first { $0.type == .person })
    XCTAssertEqual(person.mentions.map { document.mentions[$0].kind }, [.name])
  }
}
