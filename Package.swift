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
    .library(name: "GapReporting", targets: ["GapReporting"]),
    .library(name: "LedgerAnswers", targets: ["LedgerAnswers"]),
    .library(name: "LedgerFiles", targets: ["LedgerFiles"]),
    .library(name: "MarketFiles", targets: ["MarketFiles"]),
    .library(name: "MarketPricing", targets: ["MarketPricing"]),
    .library(name: "Notebooks", targets: ["Notebooks"]),
    .library(name: "PayLedger", targets: ["PayLedger"]),
    .library(name: "PayPlans", targets: ["PayPlans"]),
    .library(name: "PlanFiles", targets: ["PlanFiles"]),
    .library(name: "Regulations", targets: ["Regulations"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .library(name: "SalaryData", targets: ["SalaryData"]),
    .library(name: "Simulation", targets: ["Simulation"]),
    .library(name: "Statistics", targets: ["Statistics"]),
    .library(name: "Tables", targets: ["Tables"]),
    .executable(name: "ontarget", targets: ["OnTargetCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
  ],
  targets: [
    // Ground
    .target(name: "Amounts"),
    .target(name: "Phrases", dependencies: ["Amounts"], plugins: ["EmbedTexts"]),
    .target(name: "Findings", dependencies: ["Phrases"]),
    .target(name: "FileAccess", dependencies: ["Findings"]),
    .target(name: "BytesCoding"),

    .systemLibrary(name: "CLibMD", providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
    .target(name: "Digests", dependencies: ["CLibMD"]),

    // Files
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"]), .brew(["libcsv"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(name: "CLibZip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .target(
      name: "WorkbookReading", dependencies: ["Amounts", "CExpat", "CLibZip", "Findings"]),
    .systemLibrary(
      name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .target(name: "WorkbookWriting", dependencies: ["Amounts", "CXLSXWriter", "Findings"]),
    .target(name: "CByteScan"),
    .target(
      name: "CSVReading",
      dependencies: [
        "CByteScan", "CLibCSV", "CZlib", "FileAccess", "Findings", "WorkbookReading",
      ]),
    .target(
      name: "YAMLReading",
      dependencies: [
        "Amounts", "FileAccess", "Findings", .product(name: "Yams", package: "Yams"),
      ]),

    // Tools
    .systemLibrary(name: "CLAPACK", providers: [.apt(["liblapacke-dev"]), .brew(["lapack"])]),
    // Needs the headers of Boost.Math: apt libboost-dev, brew boost.
    .target(
      name: "CSpecialFunctions",
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "Statistics", dependencies: ["CLAPACK", "CSpecialFunctions", "Phrases"]),
    .target(
      name: "Reporting", dependencies: ["Amounts", "CSVReading", "Phrases", "WorkbookWriting"]),

    // Tables that people bring
    .target(name: "Tables", dependencies: ["Amounts", "CSVReading", "Findings"]),

    // Subjects
    .target(
      name: "SalaryData",
      dependencies: ["Amounts", "BytesCoding", "CSVReading", "Findings", "Phrases", "Tables"]),
    .target(name: "Regulations", dependencies: ["Amounts", "CSVReading", "Findings", "Tables"]),
    .target(name: "PayPlans", dependencies: ["Amounts", "Findings", "Phrases"]),
    .target(name: "GapReporting", dependencies: ["Amounts"]),
    .target(name: "PayLedger", dependencies: ["Amounts", "PayPlans"]),
    .target(name: "MarketPricing", dependencies: ["Amounts", "Findings", "Statistics"]),

    // Their files
    .target(
      name: "PlanFiles",
      dependencies: ["Amounts", "CSVReading", "Findings", "PayPlans", "Tables", "YAMLReading"]),
    .target(
      name: "MarketFiles",
      dependencies: [
        "Amounts", "CSVReading", "Findings", "MarketPricing", "SalaryData", "Tables",
      ]),

    .target(
      name: "LedgerFiles",
      dependencies: [
        "Amounts", "CZlib", "Digests", "FileAccess", "Findings", "PayLedger",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),

    // Engines
    .target(
      name: "Simulation",
      dependencies: [
        "Amounts", "BytesCoding", "CSpecialFunctions", "Findings", "PayPlans", "Statistics",
      ]),

    .target(
      name: "Employment",
      dependencies: [
        "Amounts", "CSpecialFunctions", "PayPlans", "Phrases", "Regulations", "Simulation",
      ]),

    // What a page calculates with, compiled for WebAssembly too: Scripts/build-page-engine takes these
    // files and Sources/PageEngine and Sources/CPageRuntime, which are of no use here.
    .target(
      name: "Calculator",
      dependencies: [
        "Amounts", "Employment", "Findings", "PayPlans", "Phrases", "Regulations", "Reporting",
        "Simulation", "Statistics",
      ]),

    // Answers
    .target(
      name: "Answers", dependencies: ["Amounts", "Findings", "Reporting", "Tables"]),
    .target(
      name: "Parts", dependencies: ["Answers", "CZlib", "FileAccess", "Findings", "Reporting"]),
    .target(
      name: "MarketAnswers",
      dependencies: [
        "Amounts", "Answers", "BytesCoding", "CSVReading", "Findings", "GapReporting",
        "MarketFiles",
        "MarketPricing", "Reporting", "SalaryData", "Statistics", "Tables",
      ]),
    .target(
      name: "PayAnswers",
      dependencies: [
        "Amounts", "Answers", "Calculator", "CSVReading", "Findings", "PayPlans", "PlanFiles",
        "Regulations", "Tables", "Reporting", "Simulation", "Statistics",
      ]),
    .target(
      name: "LedgerAnswers",
      dependencies: [
        "Amounts", "Answers", "CSVReading", "Digests", "Findings", "LedgerFiles", "PayAnswers",
        "PayLedger", "PayPlans", "PlanFiles", "Reporting", "Tables", "WorkbookReading",
        "YAMLReading",
      ]),
    .target(
      name: "CareerAnswers",
      dependencies: [
        "Amounts", "Answers", "Calculator", "CSVReading", "Employment", "Findings", "PayAnswers",
        "PayPlans", "PlanFiles", "Regulations",
        "Reporting", "SalaryData", "Simulation", "Statistics", "YAMLReading",
      ]),
    .target(
      name: "Reports",
      dependencies: [
        "Amounts", "Answers", "Calculator", "CareerAnswers", "CSVReading", "CZlib", "Digests",
        "Employment", "Findings", "MarketAnswers", "MarketFiles", "MarketPricing", "PayAnswers",
        "PayPlans",
        "Phrases", "PlanFiles", "Regulations", "Reporting", "SalaryData", "Simulation",
        "Statistics", "Tables", "YAMLReading",
      ],
      plugins: ["EmbedTexts"]),
    .target(name: "Notebooks", dependencies: ["Findings"]),
    .target(
      name: "Explanations", dependencies: ["Findings", "Reporting"], plugins: ["EmbedTexts"]),
    .executableTarget(name: "embed-texts"),
    .plugin(name: "EmbedTexts", capability: .buildTool(), dependencies: ["embed-texts"]),

    // Everything public, under one import
    .target(
      name: "OnTarget",
      dependencies: [
        "Amounts", "Answers", "CareerAnswers", "CSVReading", "Employment", "Findings",
        "GapReporting", "LedgerAnswers", "LedgerFiles", "MarketAnswers", "MarketFiles",
        "MarketPricing",
        "PayAnswers",
        "PayLedger", "PayPlans", "PlanFiles", "Regulations", "Reporting", "Reports", "SalaryData",
        "Simulation", "Statistics", "Tables",
      ]),

    // Command
    .executableTarget(
      name: "OnTargetCommand",
      dependencies: [
        "Amounts", "Answers", "BytesCoding", "Calculator", "CareerAnswers", "CSVReading",
        "Explanations", "FileAccess", "Findings",
        "GapReporting", "MarketAnswers", "MarketFiles", "MarketPricing", "Notebooks", "Parts",
        "PayAnswers", "PayPlans", "PlanFiles", "Regulations", "Reports",
        "Reporting", "SalaryData", "Simulation", "Statistics", "Tables", "WorkbookReading",
        "WorkbookWriting",
        "YAMLReading", "Digests", "LedgerAnswers", "LedgerFiles", "PayLedger",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests
    .testTarget(name: "ArchitectureTests"),
    .target(
      name: "TestSupport", dependencies: ["Amounts", "CLibZip", "YAMLReading"],
      path: "Tests/TestSupport"),
    .testTarget(
      name: "AmountsTests", dependencies: ["Amounts", "TestSupport"], exclude: ["Expectations"]),
    .testTarget(name: "PhrasesTests", dependencies: ["Phrases", "Amounts", "TestSupport"]),
    .testTarget(name: "FindingsTests", dependencies: ["Findings"]),
    .testTarget(
      name: "CSVReadingTests", dependencies: ["CSVReading", "Findings", "TestSupport"],
      exclude: ["Expectations/generate.py"], resources: [.copy("Expectations/python-csv.json")]),
    .testTarget(
      name: "WorkbookReadingTests",
      dependencies: [
        "CLibZip", "CSVReading", "CXLSXWriter", "Findings", "TestSupport", "WorkbookReading",
      ]),
    .testTarget(
      name: "WorkbookWritingTests",
      dependencies: [
        "Amounts", "CSVReading", "Findings", "Reporting", "TestSupport", "WorkbookWriting",
      ]),
    .testTarget(name: "YAMLReadingTests", dependencies: ["YAMLReading", "Findings"]),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "TestSupport", "Phrases"],
      resources: [.copy("Reference")]),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "Amounts", "TestSupport"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "SalaryDataTests",
      dependencies: [
        "SalaryData", "Amounts", "BytesCoding", "CSVReading", "Findings", "Tables", "TestSupport",
      ],
      exclude: ["Expectations"]),
    .testTarget(
      name: "PayPlansTests",
      dependencies: [
        "PayPlans", "PlanFiles", "Amounts", "Answers", "CSVReading", "Findings", "Phrases",
        "Tables", "TestSupport", "YAMLReading",
      ],
      exclude: ["Exactness", "Published"]),
    .target(
      name: "CompanyYears",
      dependencies: ["Amounts", "PayLedger", "PayPlans", "PlanFiles", "TestSupport"],
      path: "Tests/CompanyYears"),
    .executableTarget(
      name: "ledger-soak", dependencies: ["CompanyYears"], path: "Tests/LedgerSoak"),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "CompanyYears",
        "Amounts", "Answers", "Findings", "LedgerAnswers", "LedgerFiles", "PayAnswers", "PayLedger",
        "PayPlans", "PlanFiles", "Reporting", "TestSupport", "YAMLReading",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "MarketPricingTests",
      dependencies: [
        "Amounts", "Answers", "Findings", "MarketAnswers", "MarketFiles", "MarketPricing",
        "SalaryData", "Statistics", "Tables", "TestSupport",
      ],
      resources: [.copy("Cases")]),
    .testTarget(
      name: "RegulationsTests",
      dependencies: ["Regulations", "Amounts", "Findings", "Tables", "TestSupport"]),
    .testTarget(
      name: "GapReportingTests",
      dependencies: ["Amounts", "GapReporting", "Phrases", "TestSupport"],
      resources: [.copy("Expectations/gap-cases.json")]),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "Simulation", "Amounts", "Findings", "PayPlans", "PlanFiles", "Statistics", "TestSupport",
      ]),
    .testTarget(
      name: "AnswersTests",
      dependencies: [
        "Answers", "CareerAnswers", "Employment", "MarketAnswers", "PayAnswers", "Reports",
        "Amounts",
        "Findings",
        "CSVReading", "PayPlans", "PlanFiles", "Regulations", "Reporting", "SalaryData",
        "Simulation", "Statistics", "Tables", "TestSupport", "YAMLReading",
      ]),
    .testTarget(
      name: "CalculatorTests",
      dependencies: [
        "Amounts", "Calculator", "Employment", "PayPlans", "PlanFiles", "Phrases", "Regulations",
        "Simulation", "Statistics", "TestSupport",
      ]),
    // Says what the page's engine must pay; Scripts/prove-page-engine compares.
    .executableTarget(
      name: "page-proof",
      dependencies: [
        "Answers", "Calculator", "CareerAnswers", "Findings", "PayPlans", "PlanFiles",
        "Regulations",
        "SalaryData",
      ],
      path: "Tests/PageProof"),
    .testTarget(name: "NotebooksTests", dependencies: ["Notebooks", "Findings"]),
    .testTarget(
      name: "ExplanationsTests", dependencies: ["Explanations", "Findings", "Reporting"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "OnTargetCommand", "CSVReading", "Explanations", "Findings", "TestSupport", "YAMLReading",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// `make docs` sets ONTARGET_DOCS; a build fetches nothing that it does not need.
if Context.environment["ONTARGET_DOCS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}

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
