// Writes deals of 1,000 reps over 2021: the same bytes for the same number of rows, everywhere.
// Usage: generate-deals ROWS > FILE

import Statistics

let rows = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
var random = SplitMix64(seed: 2021)
@MainActor func below(_ bound: UInt64) -> Int { Int(random.next() % bound) }
func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

print("deal_id,rep,close_date,amount,stage,product,cancelled_date")
for row in 0..<rows {
  let date = "2021-\(two(1 + below(12)))-\(two(1 + below(28)))"
  let amount = "\(100 + below(9_900)).\(two(below(100)))"
  print("D\(row),r\(below(1_000)),\(date),\(amount),Closed Won,Core,")
}
