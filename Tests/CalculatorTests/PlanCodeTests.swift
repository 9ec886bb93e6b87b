import Calculator
import PayPlans
import PlanFiles
import TestSupport
import Testing

@Suite("Plans as bytes")
struct PlanCodeTests {
  static let samples: [String] = [
    "account-executive-2021", "account-manager-retention", "advertising-sales",
    "as-customers-pay", "cliff", "flat-rate", "handbook-linear", "hardware-and-support",
    "interpolated", "manager-override", "marginal-accelerators-2020", "marginal-accelerators",
    "monthly-quota-draw", "new-hire-ramp", "securities-grid", "threshold-and-cap",
    "two-measures-gate", "wealth-adviser",
  ]

  @Test("What is read is what was written, to the last field", arguments: samples)
  func everyField(_ name: String) throws {
    let plan = try Plan.read(path: "\(Checkout.datasets)/plans/\(name).yaml").plan
    let bytes = try #require(PlanCode.encode([plan, plan]))
    let read = try #require(PlanCode.decode(bytes)).plans
    #expect(read.map { fields(of: $0) } == [fields(of: plan), fields(of: plan)])
    #expect(PlanCode.encode(read) == bytes)
    #expect(bytes.count < 2000)
  }

  @Test("Bytes that are cut short or go on are none")
  func broken() throws {
    let plan = try Plan.read(path: "\(Checkout.datasets)/plans/cliff.yaml").plan
    let bytes = try #require(PlanCode.encode([plan]))
    for count in bytes.indices { #expect(PlanCode.decode(Array(bytes[..<count])) == nil) }
    #expect(PlanCode.decode(bytes + [0]) == nil)
  }
}
