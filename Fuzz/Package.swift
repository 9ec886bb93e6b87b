// swift-tools-version: 6.2
import PackageDescription

/// A fuzzer. It alone is linked with libFuzzer, and not the tools that run while the package is built.
func fuzzer(_ name: String, path: String, of products: String...) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["Fuzzing"] + products.map { .product(name: $0, package: "OnTarget") },
    path: path, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
}

// A package of its own, because libFuzzer needs unsafe flags. `make fuzz` runs it.
let package = Package(
  name: "Fuzz",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "OnTarget", path: "..")],
  targets: [
    .systemLibrary(name: "CLibFuzzer"),
    .target(name: "Fuzzing", dependencies: ["CLibFuzzer"]),
    fuzzer("csv-fuzz", path: "Sources/CSVFuzz", of: "CSVReading"),
    fuzzer("workbook-fuzz", path: "Sources/WorkbookFuzz", of: "CSVReading"),
    fuzzer(
      "salary-fuzz", path: "Sources/SalaryFuzz", of: "Amounts", "CSVReading", "SalaryData",
      "Tables"),
    fuzzer("plan-fuzz", path: "Sources/PlanFuzz", of: "PayPlans", "PlanFiles"),
    fuzzer("deals-fuzz", path: "Sources/DealsFuzz", of: "PayPlans", "PlanFiles", "Tables"),
    fuzzer(
      "roster-fuzz", path: "Sources/RosterFuzz", of: "Amounts", "PayPlans", "PlanFiles", "Tables"),
    fuzzer("notebook-fuzz", path: "Sources/NotebookFuzz", of: "Notebooks"),
  ],
  swiftLanguageModes: [.v6]
)
