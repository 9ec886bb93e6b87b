import CompanyYears
import Dispatch
import Foundation

// Lives years of companies, from a seed on, and prints the seeds of those in which something does not hold:
//
//     ledger-soak COUNT [SEED]

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let count = arguments.first ?? 1000
let seed = arguments.dropFirst().first ?? Int.random(in: 1...Int(UInt32.max))
print("\(count) years of companies from seed \(seed) on")

let faults = Faults()
DispatchQueue.concurrentPerform(iterations: count) { index in
  let own = UInt64(truncatingIfNeeded: seed &+ index)
  do {
    var year = try CompanyYear(seed: own)
    try year.run()
  } catch {
    faults.add("seed \(own): \(error)")
  }
}
for fault in faults.all { print(fault) }
print(faults.all.isEmpty ? "all hold" : "\(faults.all.count) do not hold")
exit(faults.all.isEmpty ? 0 : 1)

/// What was found, by several threads.
final class Faults: @unchecked Sendable {
  // The lock guards it.
  private var found: [String] = []
  private let lock = NSLock()

  func add(_ fault: String) { lock.withLock { found.append(fault) } }
  var all: [String] { lock.withLock { found } }
}
