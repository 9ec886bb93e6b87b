// The floor of the product's path: CSVReading, interning and quantiles, without recognising or cleaning.
// Usage: group-probe FILE THREADS

import CSVReading
import Dispatch
import Statistics
import Synchronization

struct Groups: Sendable {
  var names: [[UInt8]] = []
  var values: [[Double]] = []
  var slots = [Int32](repeating: -1, count: 256)

  mutating func group(_ name: Span<UInt8>) -> Int {
    // The first eight bytes and the length tell nearly all short names apart.
    var hash = UInt64(truncatingIfNeeded: name.count)
    for index in 0..<min(8, name.count) { hash = hash << 8 ^ UInt64(name[index]) }
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: hash >> 56)
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if Self.equal(names[candidate], name) { return candidate }
      slot = (slot + 1) & 255
    }
    slots[slot] = Int32(names.count)
    names.append(name.indices.map { name[$0] })
    values.append([])
    return names.count - 1
  }

  private static func equal(_ left: [UInt8], _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in right.indices where left[index] != right[index] { return false }
    return true
  }
}

func number(_ bytes: Span<UInt8>) -> Double? {
  guard !bytes.isEmpty else { return nil }
  var whole = 0
  for index in bytes.indices {
    let digit = bytes[index] &- 0x30
    guard digit < 10 else { return nil }
    whole = whole &* 10 &+ Int(digit)
  }
  return Double(whole)
}

let path = CommandLine.arguments[1]
let threads = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 1 : 1
let file = try CSVFile(path: path)
guard let industry = file.header.firstIndex(of: "industry"),
  let pay = file.header.firstIndex(of: "base_pay")
else { fatalError("the file has no industry and base_pay") }

let (groups, tally) = try file.reduce(threads: threads, into: { Groups() }) { groups, record in
  guard let amount = record.withBytes(pay, number) else {
    record.setAside("no amount")
    return
  }
  let group = record.withBytes(industry) { groups.group($0) }
  groups.values[group].append(amount)
} merge: { total, next in
  for (name, values) in zip(next.names, next.values) {
    total.values[total.group(name.span)] += values
  }
}

let order = groups.names.indices.sorted {
  groups.names[$0].lexicographicallyPrecedes(groups.names[$1])
}
let lines = Mutex([Int: String]())
DispatchQueue.concurrentPerform(iterations: threads) { thread in
  for (position, group) in order.enumerated() where position % threads == thread {
    var values = groups.values[group]
    let mean = values.reduce(0, +) / Double(values.count)
    let shares = [0.1, 0.25, 0.5, 0.75, 0.9]
    let points = (Sample.quantiles(shares, rearranging: &values) ?? []).map { "\($0)" }
    let name = String(decoding: groups.names[group], as: UTF8.self)
    let line = ([name, "\(values.count)", "\(mean)"] + points).joined(separator: ",")
    lines.withLock { $0[position] = line }
  }
}
print("industry,n,mean,p10,p25,p50,p75,p90")
for position in order.indices { print(lines.withLock { $0[position] ?? "" }) }
