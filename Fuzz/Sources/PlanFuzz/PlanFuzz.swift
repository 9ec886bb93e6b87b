import Findings
import Fuzzing
import PayPlans
import PlanFiles

@main
enum PlanFuzz {
  static func main() { run(fuzzPlan) }
}

/// Reads the input as a plan; one that is accepted says what it is and pays a deal.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPlan(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  do throws(InputFailure) {
    let (plan, findings) = try Plan.read(yaml: text, file: "x")
    precondition(!findings.hasErrors, "a plan with errors is accepted")
    let (deals, _) = try Deals.read(csv: Example.deals, file: "y", for: plan)
    _ = try plan.statements(for: deals)
  } catch {
    precondition(error.log.hasErrors, "a refusal says nothing")
    precondition(!error.log.description.isEmpty)
  }
  return 0
}

private enum Example {
  static let deals = "deal_id,rep,close_date,amount\nD1,ann,2021-05-10,1000.50\n"
}
