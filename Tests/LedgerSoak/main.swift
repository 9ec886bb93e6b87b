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

let faults = Faults(of: count)
DispatchQueue.concurrentPerform(iterations: count) { index in
  let own = UInt64(truncatingIfNeeded: seed &+ index)
  do {
    var year = try CompanyYear(seed: own)
    try year.run()
  } catch {
    faults.add("seed \(own): \(error)")
  }
  faults.finishYear()
}
print(faults.all.isEmpty ? "all hold" : "\(faults.all.count) do not hold")
exit(faults.all.isEmpty ? 0 : 1)

/// What was found, by several threads, said as it is found; and on a terminal how far it is.
final class Faults: @unchecked Sendable {
  // The lock guards both.
  private var found: [String] = []
  private var finished = 0
  private let lock = NSLock()
  private let count: Int
  private let isWatched = isatty(FileHandle.standardError.fileDescriptor) == 1

  init(of count: Int) { self.count = count }

  func add(_ fault: String) {
    lock.withLock {
      found.append(fault)
      print(fault)
    }
  }

  func finishYear() {
    lock.withLock {
      finished += 1
      guard isWatched, finished * 100 / count != (finished - 1) * 100 / count else { return }
      let end = finished == count ? "\n" : ""
      FileHandle.standardError.write(Data("\r\(finished) of \(count) years\(end)".utf8))
    }
  }

  var all: [String] { lock.withLock { found } }
}
