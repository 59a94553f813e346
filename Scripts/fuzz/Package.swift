// swift-tools-version: 6.0
import PackageDescription

// Targets of libFuzzer for what reads other people's bytes. `Scripts/fuzz/run` builds and runs them; they are a
// package of their own, so that nobody else pays for it.
let package = Package(
  name: "KhabarFuzz",
  products: [.library(name: "KhabarFuzz", type: .static, targets: ["KhabarFuzz"])],
  dependencies: [.package(name: "Khabar", path: "../..")],
  targets: [.target(name: "KhabarFuzz", dependencies: [.product(name: "Khabar", package: "Khabar")])],
  swiftLanguageModes: [.v6]
)
