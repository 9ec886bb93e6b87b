import Findings
import Fuzzing
import PayPlans
import PlanFiles
import Tables

@main
enum DealsFuzz {
  static func main() { run(fuzzDeals) }
}

/// Reads the input as deals by a plan; every row has to be accounted for.
///
/// It runs in the folder of the package, beside the datasets of the project.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDeals(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1, let plan else { return 0 }
  let rest = UnsafeBufferPointer(start: start + 1, count: count - 1)
  var options = TableOptions()
  // Without the words only the own names are known, which is another way through the recogniser.
  options.words = start[0] & 1 == 0 ? "../datasets/column-words.csv" : nil
  options.allBy = start[0] & 2 == 0 ? nil : "ann"
  do throws(InputFailure) {
    var table = try InputTable(
      csv: String(decoding: rest, as: UTF8.self), file: "x", .deals, options)
    _ = try DealReading(&table, plan)
    guard let account = table.account else { preconditionFailure("nobody counted the rows") }
    let setAside = account.setAside.reduce(0) { $0 + $1.rows }
    precondition(
      account.rows == account.used + account.refused + setAside, "a row is unaccounted for")
    precondition(account.refused == 0, "deals are paid without some of them")
  } catch {
    precondition(error.log.hasErrors, "a refusal says nothing")
  }
  return 0
}

private let plan = try? Plan.read(path: "../datasets/plans/marginal-accelerators.yaml").plan
