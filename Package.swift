// swift-tools-version: 6.2
import PackageDescription

// The arrows between the modules point down only; docs/architecture.md has the drawing.
let package = Package(
  name: "OnTarget",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "OnTarget", targets: ["OnTarget"]),
    .library(name: "Amounts", targets: ["Amounts"]),
    .library(name: "CSVReading", targets: ["CSVReading"]),
    .library(name: "PayPlans", targets: ["PayPlans"]),
    .library(name: "PlanFiles", targets: ["PlanFiles"]),
    .library(name: "Regulations", targets: ["Regulations"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .library(name: "SalaryData", targets: ["SalaryData"]),
    .library(name: "Simulation", targets: ["Simulation"]),
    .library(name: "Statistics", targets: ["Statistics"]),
    .executable(name: "ontarget", targets: ["OnTargetCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // Ground
    .target(name: "Amounts"),
    .target(name: "Phrases", dependencies: ["Amounts"]),
    .target(name: "Findings", dependencies: ["Phrases"]),

    // Files
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"]), .brew(["libcsv"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CByteScan"),
    .target(
      name: "CSVReading", dependencies: ["CByteScan", "CLibCSV", "CZlib", "Findings"]),
    .target(
      name: "YAMLReading",
      dependencies: ["Amounts", "Findings", .product(name: "Yams", package: "Yams")]),

    // Tools
    .systemLibrary(name: "CLAPACK", providers: [.apt(["liblapacke-dev"]), .brew(["lapack"])]),
    // Needs the headers of Boost.Math: apt libboost-dev, brew boost.
    .target(
      name: "CSpecialFunctions",
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "Statistics", dependencies: ["CLAPACK", "CSpecialFunctions"]),
    .target(name: "Reporting", dependencies: ["Amounts", "CSVReading", "Phrases"]),

    // Subjects
    .target(name: "SalaryData", dependencies: ["Amounts", "CSVReading", "Findings"]),
    .target(name: "Regulations", dependencies: ["Amounts", "CSVReading", "Findings"]),
    .target(name: "PayPlans", dependencies: ["Amounts", "Findings"]),

    // Their files
    .target(
      name: "PlanFiles",
      dependencies: ["Amounts", "CSVReading", "Findings", "PayPlans", "YAMLReading"]),

    // Engines
    .target(
      name: "Simulation",
      dependencies: ["Amounts", "CSpecialFunctions", "Findings", "PayPlans", "Statistics"]),

    // Answers
    .target(
      name: "Analyses",
      dependencies: [
        "Amounts", "CSVReading", "Findings", "PayPlans", "PlanFiles", "Regulations", "Reporting",
        "SalaryData", "Simulation", "Statistics", "YAMLReading",
      ]),
    .target(name: "Notebooks", dependencies: ["Findings"]),

    // Everything public, under one import
    .target(
      name: "OnTarget",
      dependencies: [
        "Amounts", "Analyses", "CSVReading", "Findings", "PayPlans", "PlanFiles", "Regulations",
        "Reporting", "SalaryData", "Simulation", "Statistics",
      ]),

    // Command
    .systemLibrary(name: "CLibMD", providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
    .executableTarget(
      name: "OnTargetCommand",
      dependencies: [
        "Amounts", "Analyses", "CSVReading", "Findings", "Notebooks", "PayPlans", "PlanFiles",
        "Regulations", "Reporting", "SalaryData", "Simulation", "Statistics", "YAMLReading",
        "CLibMD",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests
    .testTarget(name: "AmountsTests", dependencies: ["Amounts"], exclude: ["Expectations"]),
    .testTarget(name: "FindingsTests", dependencies: ["Findings"]),
    .testTarget(
      name: "CSVReadingTests", dependencies: ["CSVReading", "Findings"],
      exclude: ["Expectations/generate.py"], resources: [.copy("Expectations/python-csv.json")]),
    .testTarget(name: "YAMLReadingTests", dependencies: ["YAMLReading", "Findings"]),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics"], resources: [.copy("Reference")]),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "Amounts"], exclude: ["Snapshots"]),
    .testTarget(
      name: "SalaryDataTests", dependencies: ["SalaryData", "Amounts", "CSVReading", "Findings"]),
    .testTarget(
      name: "PayPlansTests",
      dependencies: ["PayPlans", "PlanFiles", "Amounts", "CSVReading", "Findings", "YAMLReading"],
      exclude: ["Exactness", "Published"]),
    .testTarget(
      name: "RegulationsTests", dependencies: ["Regulations", "Amounts", "Findings"]),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "Simulation", "Amounts", "Findings", "PayPlans", "PlanFiles", "Statistics",
      ]),
    .testTarget(
      name: "AnalysesTests",
      dependencies: [
        "Analyses", "Amounts", "Findings", "PayPlans", "PlanFiles", "Regulations", "Reporting",
        "SalaryData", "Simulation",
      ]),
    .testTarget(name: "NotebooksTests", dependencies: ["Notebooks", "Findings"]),
    .testTarget(name: "CommandTests", dependencies: ["OnTargetCommand"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// CI sets ONTARGET_WARNINGS=error; a newer compiler with newer warnings must not stop a user's build.
let warnings: [SwiftSetting] =
  Context.environment["ONTARGET_WARNINGS"] == "error" ? [.treatAllWarnings(as: .error)] : []

for target in package.targets where ![.system, .plugin, .binary].contains(target.type) {
  target.swiftSettings =
    warnings + [
      .enableUpcomingFeature("ExistentialAny"),  // SE-0335
      .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
      .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
      .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
    ]
}
