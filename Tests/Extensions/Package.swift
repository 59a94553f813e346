// swift-tools-version: 6.0
import PackageDescription

// A package outside Khabar that depends on it by path and brings a part of each kind: two stages, an exporter, a reader
// and a language pack. `Scripts/test` builds and tests it. A package of yours names a path or a URL of its own.
let package = Package(
  name: "NewsExtensions",
  dependencies: [.package(name: "Khabar", path: "../..")],
  targets: [
    .target(name: "NewsExtensions", dependencies: [.product(name: "Khabar", package: "Khabar")]),
    .testTarget(
      name: "NewsExtensionsTests",
      dependencies: ["NewsExtensions", .product(name: "Khabar", package: "Khabar")]),
  ],
  swiftLanguageModes: [.v6]
)
