import Amounts
import Findings
import Fuzzing
import PayPlans
import PlanFiles
import Tables

@main
enum RosterFuzz {
  static func main() { run(fuzzRoster) }
}

/// Reads the input as a roster, as payments or as receipts; the first byte chooses.
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
    switch start[0] >> 1 & 3 {
    case 0:
      let people = try Roster.read(csv: text, file: "x", for: plan, options).roster.reps
      precondition(Set(people.map(\.id)).count == people.count, "somebody is on it twice")
    case 1:
      let payments = try Payment.read(csv: text, file: "x", for: plan, options).payments
      precondition(payments.allSatisfy { $0.amount.currency == plan.currency })
    default:
      var deals = deals
      _ = try deals.note(Receipts(csv: text, file: "x", options), in: plan.currency)
      for receipts in deals.receipts.values {
        let paid = receipts.reduce(0.0) { $0 + $1.share.doubleValue }
        precondition(paid <= 1.000001, "more of a deal is paid than the deal")
      }
    }
  } catch {
    precondition(error.log.hasErrors, "a refusal says nothing")
  }
  return 0
}

private let plan = try? Plan.read(path: "../datasets/plans/marginal-accelerators.yaml").plan

private let deals = Deals(
  ["D1", "D2/Seats", "D2/Support"].map { id in
    Deal(id, rep: "ann", closeDate: CalendarDate(dayNumber: 0), amount: 1000)
  })
