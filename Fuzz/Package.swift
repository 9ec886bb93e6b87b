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
  ],
  swiftLanguageModes: [.v6]
)
