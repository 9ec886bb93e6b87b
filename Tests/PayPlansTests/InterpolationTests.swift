import Amounts
import PayPlans
import PlanFiles
import TestSupport
import Testing

@Suite("Interpolated pay")
struct InterpolationTests {
  @Test("It agrees with integer arithmetic on random corners", arguments: 0..<4)
  func corners(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<60 {
      var corners: [(at: Int, pay: Int)] = []
      var (at, pay) = (Int.random(in: 0...50, using: &random), 0)
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        pay += Int.random(in: 0...40, using: &random)
        corners.append((at, pay))
        let isJump = Bool.random(using: &random) && corners.dropLast().last?.at != at
        if !isJump { at += Int.random(in: 1...60, using: &random) }
      }
      let threshold = Bool.random(using: &random) ? Int.random(in: 1...120, using: &random) : 0
      let rows = corners.map { "{at: \($0.at), pay: \($0.pay)}" }.joined(separator: ", ")
      let plan = try Plan.read(
        yaml: """
          plan: Test
          currency: USD
          measures: {sales: {}}
          components:
            - commission: C
              measure: sales
              period: year
              tiers: interpolated
              rates: [\(rows)]
              \(threshold > 0 ? "threshold: \(threshold)" : "cap: 1000")
          """, file: "plan.yaml"
      ).plan
      for credit in stride(from: 0, through: 400, by: 13) {
        let statement = try plan.run([("2021-01-01", "\(credit + 1)"), ("2021-01-01", "-1")])
        let expected = Self.cents(corners, credit < threshold ? -1 : credit)
        let limited = threshold > 0 ? expected : min(expected, 100_000)
        #expect(Int(statement.earned.minorUnits) == limited, "\(rows) at \(credit)")
      }
    }
  }

  /// Cents at a credit: the line through the corners around it, rounded half to even.
  static func cents(_ corners: [(at: Int, pay: Int)], _ credit: Int) -> Int {
    guard let index = corners.lastIndex(where: { $0.at <= credit }) else { return 0 }
    let corner = corners[index]
    // The segment that begins here, or beyond the last corner the last one with a length.
    let pairs = Array(zip(corners, corners.dropFirst()))
    let segment =
      index + 1 < corners.count
      ? (corners[index], corners[index + 1]) : pairs.last { $0.0.at < $0.1.at }
    guard let (from, to) = segment else { return corner.pay * 100 }
    let numerator =
      (corner.pay * (to.at - from.at) + (to.pay - from.pay) * (credit - corner.at)) * 100
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: to.at - from.at)
    let twice = rest * 2
    return twice > to.at - from.at || twice == to.at - from.at && quotient % 2 != 0
      ? quotient + 1 : quotient
  }
}
