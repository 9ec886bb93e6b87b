import Amounts
import PayPlans
import Testing

@testable import Simulation

@Suite("The compiled plan")
struct CurveTests {
  @Test(
    "Pays what the exact engine pays, at corners, beside them and in between",
    arguments: SamplePlans.all)
  func agreesWithExact(yaml: String) throws {
    let plan = try plan(yaml)
    let compiled = try CompiledPlan(plan)
    for hundredths in stride(from: 0, through: 420, by: 3) {
      for offset in [0, 1, -1] {
        let attainment = try Ratio(Int128(hundredths * 10_000 + offset), over: 1_000_000)
        guard attainment >= .zero else { continue }
        let exact = try plan.earnings(attainment: attainment)
        let x = attainment.doubleValue
        #expect(abs(compiled.paid(x) - exact.paid.majorUnits.doubleValue) < 0.2, "at \(x)")
        for (part, component) in zip(compiled.parts, exact.components) {
          #expect(abs(part.pay(x) - component.earned.majorUnits.doubleValue) < 0.1, "\(part.name)")
        }
      }
    }
  }

  @Test("Has as few pieces as the plan has bands")
  func pieces() throws {
    let compiled = try CompiledPlan(plan(SamplePlans.accelerator))
    let curve = compiled.parts[0].pay
    #expect(curve.starts.suffix(2) == [1, 1.5])
    for (slope, multiple) in zip(curve.slopes.suffix(3), [1, 1.5, 2]) {
      #expect(abs(slope - 57504 * multiple) < 1e-3)
    }
    #expect(abs(compiled.paid(1.5) - (57504 * 2.75 + 5000)) < 1e-6)
  }

  @Test("Keeps the sales when the quota changes")
  func quota() throws {
    let plan = try plan(SamplePlans.accelerator)
    let compiled = try CompiledPlan(plan, quota: 800_000)
    #expect(abs(try #require(compiled.quotaPoint) - 800_000 / 690_048) < 1e-15)
    for attainment in ["0.4", "1", "1.2", "1.9"] {
      let sales = try ratio(attainment) * 690_048
      let exact = try plan.earnings(sales: sales, quota: 800_000).paid.majorUnits.doubleValue
      #expect(abs(compiled.paid(try ratio(attainment).doubleValue) - exact) < 0.01)
    }
    let based = try CompiledPlan(plan, referenceQuota: 500_000)
    #expect(
      abs(based.paid(1) - (try plan.earnings(sales: 500_000).paid.majorUnits.doubleValue)) < 0.01)
  }
}
