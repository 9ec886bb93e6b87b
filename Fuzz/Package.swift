// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because libFuzzer needs unsafe flags. `make fuzz` runs it.
let package = Package(
  name: "Fuzz",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "OnTarget", path: "..")],
  targets: [
    .executableTarget(
      name: "csv-fuzz", dependencies: [.product(name: "CSVReading", package: "OnTarget")],
      path: "Sources/CSVFuzz", swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "workbook-fuzz", dependencies: [.product(name: "CSVReading", package: "OnTarget")],
      path: "Sources/WorkbookFuzz", swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "salary-fuzz",
      dependencies: [
        .product(name: "Amounts", package: "OnTarget"),
        .product(name: "CSVReading", package: "OnTarget"),
        .product(name: "SalaryData", package: "OnTarget"),
        .product(name: "Tables", package: "OnTarget"),
      ],
      path: "Sources/SalaryFuzz", swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "plan-fuzz",
      dependencies: [
        .product(name: "PayPlans", package: "OnTarget"),
        .product(name: "PlanFiles", package: "OnTarget"),
      ],
      path: "Sources/PlanFuzz", swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "deals-fuzz",
      dependencies: [
        .product(name: "PayPlans", package: "OnTarget"),
        .product(name: "PlanFiles", package: "OnTarget"),
        .product(name: "Tables", package: "OnTarget"),
      ],
      path: "Sources/DealsFuzz", swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "roster-fuzz",
      dependencies: [
        .product(name: "PayPlans", package: "OnTarget"),
        .product(name: "PlanFiles", package: "OnTarget"),
        .product(name: "Tables", package: "OnTarget"),
      ],
      path: "Sources/RosterFuzz", swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "notebook-fuzz", dependencies: [.product(name: "Notebooks", package: "OnTarget")],
      path: "Sources/NotebookFuzz", swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
  ],
  swiftLanguageModes: [.v6]
)
