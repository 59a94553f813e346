import Foundation
import KhabarTestSupport
import XCTest

@testable import Khabar

final class KhabarHomeTests: XCTestCase {
  private func home(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try folder.write(name + "/Gazetteers/a.tsv", "")
    try folder.write(name + "/Pipelines/a.pipeline", "")
    return folder.path + "/" + name
  }

  func testFindsTheDataInOrder() throws {
    let folder = try TemporaryFolder(self)
    let named = try home(folder, "named")
    let shared = try home(folder, "prefix/share/khabar")
    let package = try home(folder, "package")
    let working = try home(folder, "working")
    let cases: [([String: String], String?, String, String)] = [
      (["KHABAR_HOME": named], folder.path + "/prefix/bin/khabar", working, named),
      ([:], folder.path + "/prefix/bin/khabar", working, shared),
      (["KHABAR_HOME": ""], folder.path + "/package/.build/x86_64-unknown-linux-gnu/debug/khabar", "/", package),
      ([:], "/usr/bin/khabar", working, working), ([:], nil, working, working),
    ]
    for (environment, executable, directory, expected) in cases {
      let found = try KhabarHome.find(
        environment: environment, executable: executable, workingDirectory: directory, sources: package)
      XCTAssertEqual(found.path, expected)
    }
    XCTAssertEqual(
      try KhabarHome.find(environment: [:], executable: nil, workingDirectory: "/", sources: package).path, package)
  }

  func testThePackageIsTheFolderOfTheSources() {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    XCTAssertEqual(KhabarHome.package, tests.deletingLastPathComponent().deletingLastPathComponent().path)
  }

  func testSaysWhenThereIsNone() throws {
    let folder = try TemporaryFolder(self)
    for environment in [["KHABAR_HOME": folder.path], [:]] {
      XCTAssertThrowsError(
        try KhabarHome.find(
          environment: environment, executable: "/usr/bin/khabar", workingDirectory: folder.path, sources: folder.path)
      ) { XCTAssertEqual(($0 as? KhabarError)?.diagnostics.first?.code, "P001") }
    }
  }
}
