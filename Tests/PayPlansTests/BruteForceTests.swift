import Amounts
import PayPlans
import PlanFiles
import TestSupport
import Testing

@Suite("The engine against dollar-by-dollar pay")
struct BruteForceTests {
  static let months: [PlanPeriod: Int] = [.month: 1, .quarter: 3, .half: 6, .year: 12]

  /// Returns a plan file and the brute force for one of its periods, at random.
  static func plan(
    using random: inout SeededGenerator
  ) -> (yaml: String, period: PlanPeriod, isYearToDate: Bool, brute: (_ periods: Int) -> BruteForce)
  {
    let period = PlanPeriod.allCases.filter { $0 != .deal }.randomElement(using: &random) ?? .year
    let count = 12 / (months[period] ?? 12)
    let quota = 100
    let base = 2 * Int.random(in: 10...120, using: &random)
    let usesPercent = Bool.random(using: &random)
    let bandCount = Int.random(in: 1...4, using: &random)
    var bounds: Set<Int> = []
    while bounds.count < bandCount - 1 {
      bounds.insert(10 * Int.random(in: 2...18, using: &random))
    }
    let percents = bounds.sorted()
    let isClosed = percents.map { _ in Int.random(in: 0...2, using: &random) == 0 }
    let halves = (0..<bandCount).map { _ in Int.random(in: 0...5, using: &random) }
    let isYearToDate = usesPercent && Int.random(in: 0...3, using: &random) == 0
    var backTo: [Int: Int] = [:]
    let reading = Int.random(in: 0...4, using: &random)
    let anchor = 10 * Int.random(in: 0...12, using: &random)
    if reading == 4 {
      for band in 1..<max(2, bandCount) where band < bandCount && Bool.random(using: &random) {
        backTo[band] = percents[band - 1] - 10 * Int.random(in: 1...2, using: &random)
      }
    }
    let threshold = Bool.random(using: &random) ? 10 * Int.random(in: 1...9, using: &random) : 0
    let paysAbove = threshold > 0 && Bool.random(using: &random)
    let capKind = Int.random(in: 0...3, using: &random)
    let capPercent = 10 * Int.random(in: 5...25, using: &random)

    func level(_ percent: Int) -> String {
      usesPercent ? "\(percent)%" : "\(percent * quota / 100)"
    }
    var yaml = """
      plan: Random
      currency: USD
      variable: \(Ratio(quota * count * base).plainThousandths)
      measures:
        sales: {quota: \(quota * count)}
      components:
        - commission: C
          measure: sales
          period: \(period.rawValue)
          rates:

      """
    for band in 0..<bandCount {
      let to =
        band < bandCount - 1
        ? "\(isClosed[band] ? "through" : "to"): \(level(percents[band])), " : ""
      let back = backTo[band].map { ", back to: \(level($0))" } ?? ""
      let pay =
        usesPercent ? "\(Double(halves[band]) / 2)x" : "\(Double(halves[band] * base) / 20)%"
      yaml += "      - {\(to)pay: \(pay)\(back)}\n"
    }
    switch reading {
    case 1: yaml += "    tiers: retroactive\n"
    case 2: yaml += "    tiers: {retroactive to: \(level(anchor))}\n"
    case 3: yaml += "    tiers: by deal\n"
    default: yaml += "    tiers: marginal\n"
    }
    if threshold > 0 {
      yaml +=
        paysAbove
        ? "    threshold: {at: \(level(threshold)), pays: above}\n"
        : "    threshold: \(level(threshold))\n"
    }
    if capKind == 1 { yaml += "    cap: \(capPercent)%\n" }
    if capKind == 2 { yaml += "    cap: {attainment: \(level(capPercent))}\n" }
    if isYearToDate { yaml += "    accumulate: year to date\n" }

    return (
      yaml, period, isYearToDate,
      { periods in
        let scale = isYearToDate ? periods : 1
        func dollars(_ percent: Int) -> Int { percent * quota / 100 * scale }
        let readings: [BruteForce.Reading] = [
          .marginal, .retroactive(to: 0), .retroactive(to: dollars(anchor)), .byDeal, .marginal,
        ]
        return BruteForce(
          starts: percents.map(dollars), isClosed: isClosed, mills: halves.map { $0 * base / 2 },
          backTo: backTo.mapValues(dollars), reading: readings[reading],
          threshold: dollars(threshold), paysAbove: paysAbove,
          creditLimit: capKind == 2 ? dollars(capPercent) : nil,
          payLimitMills: capKind == 1 ? capPercent * quota * base / 100 * scale : nil)
      }
    )
  }

  @Test("Lines agree on random plans and deals", arguments: 0..<8)
  func agreement(_ batch: Int) throws {
    var random = SeededGenerator(seed: UInt64(batch))
    for trial in 0..<130 {
      let (yaml, period, isYearToDate, brute) = Self.plan(using: &random)
      let plan = try Plan.read(yaml: yaml, file: "random.yaml").plan
      let length = Self.months[period] ?? 12
      var deals: [(day: String, amount: String)] = []
      var byPeriod: [[Int]] = Array(repeating: [], count: 12 / length)
      for month in 0..<12 {
        for day in 0..<Int.random(in: 0...2, using: &random) {
          let size = Int.random(in: -15...(30 * length), using: &random)
          if size == 0 { continue }
          deals.append(
            (day: "2021-\(month < 9 ? "0" : "")\(month + 1)-\(15 + day)", amount: "\(size)"))
          byPeriod[month / length].append(size)
        }
      }
      if deals.isEmpty { continue }
      let statement = try plan.run(deals)
      var expected: [Int] = []
      if isYearToDate {
        expected = Self.yearToDate(byPeriod, brute)
      } else {
        for deals in byPeriod {
          let sums = brute(1).cents(after: deals)
          expected += zip(sums, [0] + sums).map { $0 - $1 }
        }
      }
      let lines = statement.lines.filter { $0.deal != nil }.map { Int($0.pay.minorUnits) }
      #expect(lines == expected, "batch \(batch), trial \(trial):\n\(yaml)\n\(deals)")
      if lines != expected { return }
    }
  }

  /// Cents of each deal when the year so far counts; what a period settles is left out.
  static func yearToDate(_ byPeriod: [[Int]], _ brute: (Int) -> BruteForce) -> [Int] {
    var expected: [Int] = []
    var all: [Int] = []
    var rawBase = 0
    var paid = 0
    for (index, deals) in byPeriod.enumerated() {
      let force = brute(index + 1)
      if case .byDeal = force.reading {
        // The rates of earlier deals are those of their own period.
        var credit = all.reduce(0, +)
        for deal in deals {
          func counted(_ credit: Int) -> Int {
            let limited = min(credit, force.creditLimit ?? credit)
            return force.paysAbove ? max(limited, force.threshold) : limited
          }
          rawBase +=
            force.mills[force.bandReached(at: credit)] * (counted(credit + deal) - counted(credit))
          credit += deal
          let value = force.threshold > 0 && credit < force.threshold ? 0 : rawBase
          let cents = BruteForce.roundedToCents(min(value, force.payLimitMills ?? value))
          let pay = max(0, cents - paid)
          paid += pay
          expected.append(pay)
        }
        all += deals
        // What a period ends with, which its own limit can lift above what deals were paid.
        let reached = force.threshold > 0 && credit < force.threshold ? 0 : rawBase
        let value = BruteForce.roundedToCents(min(reached, force.payLimitMills ?? reached))
        paid += max(0, value - paid)
        continue
      }
      for deal in deals {
        all.append(deal)
        let pay = max(0, (force.cents(after: [all.reduce(0, +)]).last ?? 0) - paid)
        paid += pay
        expected.append(pay)
      }
      let settled = max(0, (force.cents(after: [all.reduce(0, +)]).last ?? 0) - paid)
      paid += settled
    }
    return expected
  }
}

extension Ratio {
  /// The number of mills as dollars in decimals.
  var plainThousandths: String { (try? self / 1000)?.fixedPoint(places: 2) ?? "" }
}
