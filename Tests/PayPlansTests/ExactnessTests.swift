import Amounts
import Findings
import Foundation
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// Teams whose figures have many decimals: a quota with cents, thirds of deals, an exchange rate,
/// factors of four decimals, curves of two, days of leave, and shares of days taken back.
///
/// What they earn comes from `Exactness/generate.py`, which works with Python's fractions.
@Suite("Ordinary figures are added exactly")
struct ExactnessTests {
  private static let quotas = ["690047.83", "690048.17", "512345.67", "733333.33", "901234.59"]
  private static let factors = ["", "A: 0.8317", "A: 0.8317, B: 1.0737"]
  private static let bands =
    "{to: 87.35%, pay: 0.91x}, {to: 112.6%, pay: 1.07x}, {pay: 1.83x}"
  private static let corners = [
    ("31.07", "11.23"), ("47.35", "21.85"), ("61.19", "47.43"), ("88.62", "79.13"),
    ("104.38", "118.77"), ("127.93", "151.61"), ("151.19", "203.41"),
  ].map { "{at: \($0)%, pay: \($1)%}" }.joined(separator: ", ")

  private static func expected() throws -> [[String]] {
    try Checkout.text("Tests/PayPlansTests/Exactness/expected.txt").split(separator: "\n").map {
      line in
      line.split { $0 == ";" || $0 == " " && line.hasPrefix("credit") }.map(String.init)
    }
  }

  private static func plan(
    _ shape: [String], quota: String, factors: String, takesBack: Bool
  ) throws -> Plan {
    let multiply = factors.isEmpty ? "" : ", multiply: {product: {\(factors)}}"
    var yaml = """
      plan: P
      currency: USD
      year starts: 2021-01-01
      variable: 61234.57
      measures:
        bookings: {quota: \(quota)\(multiply)}
      components:
        - commission: C
          measure: bookings
          period: \(shape[1])
          tiers: \(shape[0])
          rates: [\(shape[0] == "interpolated" ? corners : bands)]

      """
    if shape[2] == "to date" { yaml += "    accumulate: year to date\n" }
    if takesBack {
      yaml += "clawback: {within: 12 months, take: prorated, attainment: reduces}\n"
    }
    return try Plan.read(yaml: yaml, file: "plan.yaml").plan
  }

  /// 60 deals of three people; those of `generate.py`.
  private static func deals() -> String {
    var csv = "deal_id,rep,close_date,amount,share,product,currency,cancelled_date\n"
    let names = ["a", "b", "c"]
    for i in 0..<60 {
      let start = CalendarDate(year: 2021, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)
      let day = start.advanced(by: 6 * i + i % 5)
      let cents = 1_000_000 + i * 7_919_317 % 7_000_000
      let amount = "\(cents / 100).\(String("\(100 + cents % 100)".dropFirst()))"
      let cancelled = i % 4 == 1 ? "\(day.advanced(by: 40 + i))" : ""
      let shares = i % 6 == 5 ? [("33.3333", i), ("66.6667", i + 1)] : [("100", i)]
      for (share, rep) in shares {
        csv += "D\(i),\(names[rep % 3]),\(day),\(amount),\(share)%,"
        csv += "\(names[i / 2 % 3].uppercased()),\(i % 4 == 0 ? "EUR" : ""),\(cancelled)\n"
      }
    }
    return csv
  }

  private static let rates =
    (1...12).reduce("currency,month,rate\n") { text, month in
      text + "EUR,2021-\(month < 10 ? "0" : "")\(month),1.2170\n"
    }

  @Test("360 plans pay what Python's fractions make of them")
  func earned() throws {
    let expected = try Self.expected()
    let deals = Self.deals().replacing(",cancelled_date", with: ",left")
    for shape in expected where shape[0] != "credit" {
      for (index, sum) in shape.dropFirst(3).enumerated() {
        let (quota, factors) = (Self.quotas[index / 3], Self.factors[index % 3])
        let plan = try Self.plan(shape, quota: quota, factors: factors, takesBack: false)
        let statements = try plan.run(deals, rates: Self.rates)
        let earned = statements.reduce(0) { $0 + $1.earned.minorUnits }
        #expect("\(earned)" == sum, "\(shape[..<3]) \(quota) \(factors)")
        #expect(
          statements.map(\.credit.description) == Array(expected[index % 3].dropFirst()))
        for statement in statements {
          #expect(
            statement.lines.reduce(0) { $0 + $1.pay.minorUnits }
              == (statement.earned + statement.clawback).minorUnits)
        }
      }
    }
  }

  @Test("360 plans with leave and shares of days taken back refuse nobody")
  func takenBack() throws {
    let roster = """
      rep,leave_start,leave_end
      a,,
      a,2021-02-03,2021-02-19
      a,2021-05-10,2021-06-06
      b,,
      b,2021-01-11,2021-01-29
      b,2021-08-02,2021-09-10
      c,,
      c,2021-04-07,2021-07-18
      """
    let deals = Self.deals()
    for shape in try Self.expected() where shape[0] != "credit" {
      for (quota, factors) in Self.quotas.flatMap({ q in Self.factors.map { (q, $0) } }) {
        let plan = try Self.plan(shape, quota: quota, factors: factors, takesBack: true)
        let statements = try plan.run(deals, roster: roster, rates: Self.rates)
        #expect(statements.count == 3)
        for statement in statements {
          #expect(statement.earned.minorUnits > 0)
          #expect(
            statement.lines.reduce(0) { $0 + $1.pay.minorUnits }
              == (statement.earned + statement.clawback).minorUnits)
        }
      }
    }
  }

  @Test("What is too large is said with its row, its rep and what to do")
  func rows() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        measures: {bookings: {}}
        components: [{commission: C, measure: bookings, period: year, pay: 1000%}]
        """, file: "plan.yaml"
    ).plan
    let header = "deal_id,rep,close_date,amount\n"
    let fine = (0..<40).map { "D\($0),ann,2021-02-\($0 < 18 ? "\(10 + $0)" : "28"),1000\n" }
    func refused(_ deals: String, adjustments: String? = nil) -> [Finding] {
      do {
        _ = try plan.run(deals, adjustments: adjustments)
        return []
      } catch {
        return (error as? InputFailure)?.log.findings ?? []
      }
    }
    #expect(refused(header + fine.joined()).isEmpty)
    // 145 deals of a trillion at ten times: the last passes the limit of 1,441,151,880,758,558.
    let large = (100..<245).map { "L\($0),bob,2021-03-01,1000000000000\n" }
    let deals = header + fine[..<20].joined() + large.joined() + fine[20...].joined()
    let findings = refused(deals)
    #expect(findings.map(\.kind) == ["deals.too-large"])
    #expect(findings[0].place?.line == 1 + 20 + 145)
    #expect(findings[0].message.plainText.contains("\"L244\""))
    #expect(findings[0].message.plainText.contains("\"bob\""))
    #expect(findings[0].remedy?.plainText.contains("1,441,151,880,758,558 USD") == true)
    // An adjustment that makes it too much is named by its own row: the 1,442nd of a trillion.
    let trillions = (0..<1_500).map { "bob,2021-03-01,1000000000000,\($0)\n" }
    let adjusted = refused(
      header + fine[..<20].joined() + large[..<10].joined(),
      adjustments: "rep,date,amount,reason\nann,2021-03-01,5,fine\n" + trillions.joined())
    #expect(adjusted.map(\.kind) == ["deals.too-large"])
    #expect(adjusted.first?.place?.line == 2 + 1_442)
    #expect(
      refused(header + "D,ann,2021-02-01,1000000000001\n").map(\.message.plainText)
        == ["amount \"1000000000001\" is too large"])
    #expect(refused(header + "D,ann,2021-02-01,1217.1000000000001\n").isEmpty)
  }

  @Test("An adjustment is rounded once, as the plan says", arguments: ["half up", "half to even"])
  func adjustments(rounding: String) throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        rounding: \(rounding)
        measures: {bookings: {}}
        components: [{commission: C, measure: bookings, period: year, pay: 10%}]
        """, file: "plan.yaml"
    ).plan
    let statement = try #require(
      try plan.run(
        "deal_id,rep,close_date,amount\n1,ann,2021-02-01,1\n",
        adjustments: "rep,date,amount,reason\nann,2021-02-03,0.125,x\nann,2021-02-04,-0.125,y\n"
          + "ann,2021-02-05,0.125,z\n"
      ).first)
    // IEEE 754-2019: 0.125 to two places is 0.13 away from zero, and 0.12 to even.
    let cents: Int64 = rounding == "half up" ? 13 : 12
    #expect(statement.lines.dropFirst().map(\.pay.minorUnits) == [cents, -cents, cents])
    #expect(statement.adjustments.minorUnits == cents)
    #expect(statement.earned.minorUnits == 10 + cents)
    #expect(statement.months[1].incentivePaid.minorUnits == 10 + cents)
  }
}
