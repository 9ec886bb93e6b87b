// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "OnTarget", path: "..")],
  targets: [
    .executableTarget(
      name: "bootstrap-pay", dependencies: [.product(name: "Statistics", package: "OnTarget")],
      path: "Sources/BootstrapPay"),
    .executableTarget(
      name: "coverage-table", dependencies: [.product(name: "OnTarget", package: "OnTarget")],
      path: "Sources/CoverageTable"),
    .executableTarget(
      name: "generate-deals", dependencies: [.product(name: "Statistics", package: "OnTarget")],
      path: "Sources/GenerateDeals"),
    .executableTarget(name: "generate-salaries", path: "Sources/GenerateSalaries"),
    .executableTarget(
      name: "group-probe",
      dependencies: [
        .product(name: "CSVReading", package: "OnTarget"),
        .product(name: "Statistics", package: "OnTarget"),
      ], path: "Sources/GroupProbe"),
    .executableTarget(
      name: "group-salaries",
      dependencies: [
        .product(name: "CSVReading", package: "OnTarget"),
        .product(name: "SalaryData", package: "OnTarget"),
        .product(name: "Statistics", package: "OnTarget"),
      ], path: "Sources/GroupSalaries"),
    .executableTarget(
      name: "simulate-deals",
      dependencies: [
        .product(name: "PayPlans", package: "OnTarget"),
        .product(name: "PlanFiles", package: "OnTarget"),
        .product(name: "Simulation", package: "OnTarget"),
      ], path: "Sources/SimulateDeals"),
    .executableTarget(
      name: "simulate-plan",
      dependencies: [
        .product(name: "PayPlans", package: "OnTarget"),
        .product(name: "PlanFiles", package: "OnTarget"),
        .product(name: "Simulation", package: "OnTarget"),
      ], path: "Sources/SimulatePlan"),
  ],
  swiftLanguageModes: [.v6]
)
