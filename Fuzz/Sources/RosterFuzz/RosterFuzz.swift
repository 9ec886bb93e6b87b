import Findings
import Fuzzing
import PayPlans
import PlanFiles
import Tables

@main
enum RosterFuzz {
  static func main() { run(fuzzRoster) }
}

/// Reads the input as a roster or as payments; the first byte chooses.
///
/// It runs in the folder of the package, beside the datasets of the project.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRoster(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1, let plan else { return 0 }
  let text = String(
    decoding: UnsafeBufferPointer(start: start + 1, count: count - 1), as: UTF8.self)
  var options = TableOptions()
  options.words = start[0] & 1 == 0 ? "../datasets/column-words.csv" : nil
  do throws(InputFailure) {
    if start[0] & 2 == 0 {
      let people = try Roster.read(csv: text, file: "x", for: plan, options).roster.reps
      precondition(Set(people.map(\.id)).count == people.count, "somebody is on it twice")
    } else {
      let payments = try Payment.read(csv: text, file: "x", for: plan, options).payments
      precondition(payments.allSatisfy { $0.amount.currency == plan.currency })
    }
  } catch {
    precondition(error.log.hasErrors, "a refusal says nothing")
  }
  return 0
}

private let plan = try? Plan.read(path: "../datasets/plans/marginal-accelerators.yaml").plan
