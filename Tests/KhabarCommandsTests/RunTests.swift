import XCTest
@testable import KhabarCommands
final class RunTests: XCTestCase {}
