// swift-tools-version: 6.0
import PackageDescription

// The targets of libFuzzer: a program whose main is libFuzzer's own. `Scripts/fuzz --guided` builds it with coverage
// and AddressSanitizer, which nothing else of Khabar needs.
let package = Package(
  name: "Fuzzers",
  dependencies: [.package(name: "Khabar", path: "../..")],
  targets: [
    .executableTarget(name: "KhabarFuzz", dependencies: [.product(name: "Khabar", package: "Khabar")])
  ],
  swiftLanguageModes: [.v6]
)
