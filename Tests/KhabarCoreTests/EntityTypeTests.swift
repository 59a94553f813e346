import KhabarCore
import XCTest

final class EntityTypeTests: XCTestCase {
  private let names = [
    "Person", "Organization", "Place", "Nationality", "Office", "Tenure", "given-name", "family-name", "name-particle",
    "none", "", "Weapon", "person", "Vessel",
  ]

  /// A type is its name, listed or not.
  func testTypesAreTheirNames() {
    for one in names {
      XCTAssertEqual(EntityType(one).rawValue, one)
      XCTAssertEqual(EntityType(rawValue: one).description, one)
      for other in names {
        XCTAssertEqual(EntityType(one) == EntityType(other), one == other)
        XCTAssertEqual(EntityType(one) ~= EntityType(other), one == other)
      }
    }
    XCTAssertEqual(Set(names.map { EntityType($0) } + names.map { EntityType($0) }).count, names.count)
  }

  func testTheListedTypesHaveTheirNames() {
    let listed: [EntityType] = [
      .person, .organization, .place, .nationality, .office, .tenure, .givenName, .familyName, .nameParticle, .none,
    ]
    XCTAssertEqual(listed.map(\.rawValue), Array(names.prefix(listed.count)))
    XCTAssertEqual(listed, names.prefix(listed.count).map { EntityType($0) })
  }
}
