// swift-tools-version: 6.0
import PackageDescription

/// What `import Khabar` gives. Targets that use these modules by way of `Khabar` name them all, because SwiftPM builds
/// a target anew only for a change of a module that it names.
let engine: [Target.Dependency] = [
  "KhabarCore", "KhabarXML", "KhabarClean", "KhabarTokenize", "KhabarGazetteer", "KhabarEntities", "KhabarResolve",
  "KhabarSyntax", "KhabarAssemble", "KhabarCoding", "KhabarExport", "KhabarArabic", "KhabarEnglish",
]

// Dependencies point one way: every stage knows KhabarCore and no other stage; the language pack knows
// KhabarCore alone; the umbrella `Khabar` puts them together; the executable adds the command line.
let package = Package(
  name: "Khabar",
  products: [
    .library(name: "Khabar", targets: ["Khabar"]),
    .executable(name: "khabar", targets: ["khabar"]),
  ],
  targets: [
    // libxml2 (Debian: libxml2-dev) does all HTML and XML reading and XSD validation.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    // Types and protocols that everything shares. No stage, no language, no input or output.
    .target(name: "KhabarCore"),
    // libxml2 behind Swift types; nothing else imports CLibXML2.
    .target(name: "KhabarXML", dependencies: ["CLibXML2", "KhabarCore"]),

    // The stages, in the order of the pipeline.
    .target(name: "KhabarClean", dependencies: ["KhabarCore"]),
    .target(name: "KhabarTokenize", dependencies: ["KhabarCore"]),
    .target(name: "KhabarGazetteer", dependencies: ["KhabarCore"]),
    .target(name: "KhabarEntities", dependencies: ["KhabarCore"]),
    .target(name: "KhabarResolve", dependencies: ["KhabarCore"]),
    // The clause tree, from a grammar in files: between the stages' layers and the rules.
    .target(name: "KhabarSyntax", dependencies: ["KhabarCore"]),
    .target(name: "KhabarAssemble", dependencies: ["KhabarCore", "KhabarSyntax"]),
    // Codes assembled events: actors, days, places, CAMEO and PLOVER.
    .target(name: "KhabarCoding", dependencies: ["KhabarCore"]),
    .target(name: "KhabarExport", dependencies: ["KhabarCore"]),

    // The Arabic language pack: orthography, clitics, morphology, names, dates, numbers.
    .target(name: "KhabarArabic", dependencies: ["KhabarCore"]),

    // The English language pack, a small one.
    .target(name: "KhabarEnglish", dependencies: ["KhabarCore"]),

    // The umbrella: pipeline files, readers, batches. `import Khabar` is all a Swift program needs.
    .target(name: "Khabar", dependencies: engine),
    // Records of a run, read back: what join, evaluate, compare, summary and view begin with.
    .target(name: "KhabarRecords", dependencies: engine + ["Khabar"]),

    // Scores against gold, differences between runs, and summaries, over records alone.
    .target(name: "KhabarEvaluate", dependencies: engine + ["Khabar", "KhabarRecords"]),

    // The HTML report. Its page, style and scripts are embedded, so that the program needs no files beside it.
    .target(
      name: "KhabarReport", dependencies: engine + ["Khabar", "KhabarRecords", "KhabarJoin"],
      resources: [.embedInCode("Page")]),

    // One row for each happening, over the records of many documents.
    .target(name: "KhabarJoin", dependencies: engine + ["Khabar", "KhabarRecords"]),

    // Commands as a library, so that tests reach them, and a main of one line.
    .target(
      name: "KhabarCommands",
      dependencies: engine + ["Khabar", "KhabarRecords", "KhabarEvaluate", "KhabarReport", "KhabarJoin"]),
    .executableTarget(name: "khabar", dependencies: ["KhabarCommands", "KhabarCore"], path: "Sources/khabar-main"),

    .testTarget(name: "KhabarCoreTests", dependencies: ["KhabarCore"]),
    .testTarget(
      name: "KhabarCleanTests", dependencies: ["KhabarCore", "KhabarClean", "KhabarArabic", "KhabarTestSupport"]),
    .testTarget(name: "KhabarTokenizeTests", dependencies: ["KhabarCore", "KhabarTokenize", "KhabarArabic"]),
    .testTarget(name: "KhabarCodingTests", dependencies: engine + ["Khabar"]),
    .testTarget(
      name: "KhabarJoinTests", dependencies: engine + ["Khabar", "KhabarRecords", "KhabarJoin"]),
    .testTarget(name: "KhabarArabicTests", dependencies: engine + ["Khabar", "KhabarTestSupport"]),
    .testTarget(name: "KhabarEnglishTests", dependencies: engine + ["Khabar"]),
    .testTarget(
      name: "KhabarResolveTests",
      dependencies: ["KhabarCore", "KhabarResolve", "KhabarArabic", "KhabarTokenize"], exclude: ["Data"]),
    .testTarget(name: "KhabarSyntaxTests", dependencies: engine + ["Khabar"]),
    .testTarget(
      name: "KhabarAssembleTests",
      dependencies: ["KhabarCore", "KhabarSyntax", "KhabarAssemble", "KhabarArabic", "KhabarTestSupport"]),
    .testTarget(
      name: "KhabarGazetteerTests",
      dependencies: ["KhabarCore", "KhabarGazetteer", "KhabarArabic", "KhabarTokenize"]),
    .testTarget(name: "KhabarEntitiesTests", dependencies: engine + ["Khabar"]),
    .testTarget(
      name: "KhabarExportTests", dependencies: ["KhabarCore", "KhabarExport", "KhabarXML", "KhabarTestSupport"]),
    .testTarget(name: "KhabarRecordsTests", dependencies: engine + ["Khabar", "KhabarRecords", "KhabarTestSupport"]),
    .testTarget(name: "KhabarEvaluateTests", dependencies: engine + ["Khabar", "KhabarEvaluate", "KhabarRecords"]),
    .testTarget(
      name: "KhabarReportTests",
      dependencies: engine + ["Khabar", "KhabarRecords", "KhabarReport", "KhabarJoin", "KhabarTestSupport"],
      exclude: ["browser-tests.js", "reports.jsonl"]),
    .testTarget(name: "KhabarTests", dependencies: engine + ["Khabar", "KhabarTestSupport"]),
    .testTarget(
      name: "KhabarCommandsTests",
      dependencies: engine + ["Khabar", "KhabarCommands", "khabar", "KhabarTestSupport"],
      exclude: ["Golden", "GoldenExplanations"]),
    .testTarget(name: "KhabarXMLTests", dependencies: ["KhabarCore", "KhabarXML"]),
    .target(name: "KhabarTestSupport", path: "Tests/KhabarTestSupport"),
  ],
  swiftLanguageModes: [.v6]
)
