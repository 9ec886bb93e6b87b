import Amounts
import Findings
import Regulations
import TestSupport
import Testing

@Suite("US federal taxes on wages")
struct WageTaxTests {
  static func taxes() throws -> FederalTaxes {
    try FederalTaxes(
      incomeTaxPath: "\(Checkout.datasets)/federal-tax.csv",
      payrollTaxPath: "\(Checkout.datasets)/payroll-tax.csv")
  }

  private func rules(_ year: Int, _ status: FilingStatus) throws -> WageTaxYear {
    try #require(try Self.taxes().rules(year: year, status: status))
  }

  private func dollars(_ amount: Int64) -> Money { Money(minorUnits: amount * 100, currency: .usd) }

  // The last line of each schedule in the Revenue Procedures, "$… plus 37% of the excess over $…",
  // which sums all brackets below. Source: Rev. Proc. 2020-45, 2021-45, 2022-38, 2023-34, 2024-40
  // and 2025-32, section on tax rate tables.
  static let topBrackets: [(year: Int, status: FilingStatus, over: Int, tax: String)] = [
    (2021, .single, 523_600, "157804.25"), (2021, .marriedJoint, 628_300, "168993.50"),
    (2021, .headOfHousehold, 523_600, "156355.00"),
    (2022, .single, 539_900, "162718.00"), (2022, .marriedJoint, 647_850, "174253.50"),
    (2023, .single, 578_125, "174238.25"), (2023, .marriedJoint, 693_750, "186601.50"),
    (2023, .headOfHousehold, 578_100, "172623.50"), (2023, .marriedSeparate, 346_875, "93300.75"),
    (2024, .single, 609_350, "183647.25"), (2024, .marriedJoint, 731_200, "196669.50"),
    (2024, .headOfHousehold, 609_350, "181954.50"),
    (2025, .single, 626_350, "188769.75"), (2025, .marriedJoint, 751_600, "202154.50"),
    (2025, .headOfHousehold, 626_350, "187031.50"),
    (2026, .single, 640_600, "192979.25"), (2026, .marriedJoint, 768_700, "206583.50"),
  ]

  @Test("The tax below the top bracket is the one that the schedules print", arguments: topBrackets)
  func topBracket(year: Int, status: FilingStatus, over: Int, tax: String) throws {
    let rules = try rules(year, status)
    #expect(try rules.incomeTax.tax(on: Ratio(over)).fixedPoint(places: 2) == tax)
  }

  // 6.2 % of the contribution base, as the Social Security Administration announces it.
  @Test(
    "Social Security tax ends at the contribution base",
    arguments: [
      (2021, "8853.60"), (2022, "9114.00"), (2023, "9932.40"), (2024, "10453.20"),
      (2025, "10918.20"), (2026, "11439.00"),
    ])
  func mostSocialSecurity(year: Int, most: String) throws {
    let taxes = try rules(year, .single).taxes(onWages: dollars(500_000))
    #expect(taxes.socialSecurity.fixedPoint == most)
  }

  /// Returns worked out by hand, bracket by bracket.
  struct Return: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let year: Int
    let status: FilingStatus
    let wages: Int64
    let income: String
    let socialSecurity: String
    let medicare: String
    let additionalMedicare: String
    let net: String
  }

  static let returns = [
    // 57,504 - 12,550 = 44,954 taxable: 995 + 3,669 + 22 % of 4,429.
    Return(
      testDescription: "The baseline of May 2021, single", year: 2021, status: .single,
      wages: 57_504, income: "5638.38", socialSecurity: "3565.25", medicare: "833.81",
      additionalMedicare: "0.00", net: "47466.56"),
    // 115,008 - 12,550 = 102,458: 995 + 3,669 + 10,087 + 24 % of 16,083.
    Return(
      testDescription: "On-target earnings of May 2021, single", year: 2021, status: .single,
      wages: 115_008, income: "18610.92", socialSecurity: "7130.50", medicare: "1667.62",
      additionalMedicare: "0.00", net: "87598.96"),
    // 250,000 - 31,500 = 218,500: 2,385 + 8,772 + 24,145 (22 % of 109,750) + 24 % of 11,800.
    Return(
      testDescription: "A joint return of 2025 at the threshold of additional Medicare tax",
      year: 2025, status: .marriedJoint, wages: 250_000, income: "38134.00",
      socialSecurity: "10918.20", medicare: "3625.00", additionalMedicare: "0.00",
      net: "197322.80"),
    // 300,000 - 16,100 = 283,900: 1,240 + 4,560 + 12,166 + 23,058 + 17,424 + 35 % of 27,675.
    Return(
      testDescription: "A high earner of 2026, single", year: 2026, status: .single,
      wages: 300_000, income: "68134.25", socialSecurity: "11439.00", medicare: "4350.00",
      additionalMedicare: "900.00", net: "215176.75"),
    Return(
      testDescription: "Wages below the standard deduction pay payroll tax only", year: 2024,
      status: .headOfHousehold, wages: 10_000, income: "0.00", socialSecurity: "620.00",
      medicare: "145.00", additionalMedicare: "0.00", net: "9235.00"),
    Return(
      testDescription: "No wages, no tax", year: 2022, status: .marriedSeparate, wages: 0,
      income: "0.00", socialSecurity: "0.00", medicare: "0.00", additionalMedicare: "0.00",
      net: "0.00"),
  ]

  @Test("Whole returns", arguments: returns)
  func wholeReturn(_ example: Return) throws {
    let taxes = try rules(example.year, example.status).taxes(onWages: dollars(example.wages))
    #expect(taxes.income.fixedPoint == example.income)
    #expect(taxes.socialSecurity.fixedPoint == example.socialSecurity)
    #expect(taxes.medicare.fixedPoint == example.medicare)
    #expect(taxes.additionalMedicare.fixedPoint == example.additionalMedicare)
    #expect(taxes.net.fixedPoint == example.net)
  }

  @Test("The estimate of simulations agrees with the exact tax, and more wages leave more net")
  func estimate() throws {
    let taxes = try Self.taxes()
    #expect(taxes.years == [2021, 2022, 2023, 2024, 2025, 2026])
    for year in taxes.years {
      for status in FilingStatus.allCases {
        let rules = try rules(year, status)
        var last = -1.0
        for wages in stride(from: Int64(0), through: 900_000, by: 12_345) {
          let exact = try rules.taxes(onWages: dollars(wages)).net
          let net = rules.net(ofWages: Double(wages))
          #expect(abs(net - exact.majorUnits.doubleValue) < 0.02)
          #expect(net > last)
          last = net
        }
      }
    }
  }

  @Test("A year without rules has none of its own, and the nearest tells which it is")
  func otherYears() throws {
    let taxes = try Self.taxes()
    #expect(taxes.rules(year: 2027, status: .single) == nil)
    #expect(taxes.nearestRules(year: 2029, status: .single)?.year == 2026)
    #expect(taxes.nearestRules(year: 2019, status: .single)?.year == 2021)
  }
}
