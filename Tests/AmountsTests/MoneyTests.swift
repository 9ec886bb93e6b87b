import Amounts
import TestSupport
import Testing

@Suite("Money")
struct MoneyTests {
  @Test(
    "Minor units follow ISO 4217",
    arguments: [
      ("USD", 2, "57504.00"), ("JPY", 0, "5750400"), ("KWD", 3, "5750.400"), ("eur", 2, "57504.00"),
    ])
  func minorUnits(code: String, digits: Int8, text: String) throws {
    let currency = try #require(Currency(code: code))
    #expect(currency.minorUnitDigits == digits)
    #expect(Money(minorUnits: 5_750_400, currency: currency).fixedPoint == text)
    #expect(currency.code == code.uppercased())
  }

  @Test("Other text is not a currency", arguments: ["", "US", "USDD", "U$D", "€", "ÄÖÜ"])
  func refusesOtherCodes(code: String) {
    #expect(Currency(code: code) == nil)
  }

  @Test("Cents are the nearest by the rule, whether products fit in a word or not")
  func nearest() throws {
    var random = SeededGenerator(seed: 100)
    for _ in 0..<20_000 {
      let size = Int64(1) << Int.random(in: 1...62, using: &random)
      let top = Int128(Int64.random(in: -size...size, using: &random))
      let bottom = Int128(
        [1, 2, 3, 7, 100, 200, 400, 9_999, Int.random(in: 1...1_000_000, using: &random)]
          .randomElement(using: &random) ?? 1)
      let (value, cents) = (try Ratio(top, over: bottom), 100 * top)
      for rule in RoundingRule.allCases {
        guard cents.magnitude / bottom.magnitude < UInt128(Int64.max) else {
          #expect(throws: ArithmeticFailure.self) {
            try Money(rounding: value, currency: .usd, rule: rule)
          }
          continue
        }
        let units = try Money(rounding: value, currency: .usd, rule: rule).minorUnits
        // What it lies above the exact amount, in cents over the denominator.
        let excess = Int128(units) * bottom - cents
        let isRight =
          switch rule {
          case .halfToEven:
            2 * excess.magnitude < bottom.magnitude
              || 2 * excess.magnitude == bottom.magnitude && units.isMultiple(of: 2)
          case .halfUp:
            2 * excess.magnitude < bottom.magnitude
              || 2 * excess.magnitude == bottom.magnitude && (excess > 0) == (cents > 0)
          case .down: excess <= 0 && -bottom < excess
          }
        #expect(isRight, "\(value) by \(rule) is \(units)")
      }
    }
  }

  @Test("A third of a dollar three times is rounded once each")
  func rounding() throws {
    let third = try Ratio(1, over: 3)
    #expect(try Money(rounding: third, currency: .usd).minorUnits == 33)
    #expect(try Money(rounding: Ratio(1, over: 200), currency: .usd).minorUnits == 0)
    #expect(try Money(rounding: Ratio(1, over: 200), currency: .usd, rule: .halfUp).minorUnits == 1)
    #expect(throws: ArithmeticFailure.overflow) {
      try Money(rounding: Ratio(Int128(Int64.max)), currency: .usd)
    }
  }

  // ISO 4217, list one: the exponent of each.
  @Test(
    "One unit has ten to the digits of ISO 4217 minor units",
    arguments: [
      ("ISK", 1), ("VND", 1), ("EUR", 100), ("CHF", 100), ("ZAR", 100), ("AZN", 100), ("BHD", 1000),
      ("TND", 1000),
      ("CLF", 10_000), ("UYW", 10_000),
    ])
  func perMajor(code: String, count: Int64) throws {
    let currency = try #require(Currency(code: code))
    #expect(currency.minorUnitsPerMajor == count)
    #expect(try Money(rounding: 7, currency: currency).minorUnits == 7 * count)
  }

  @Test("In millionths a currency stays itself, and an estimate keeps six places")
  func millionths() throws {
    let fine = Currency.eur.inMillionths
    #expect(fine.code == "EUR")
    #expect(try Money(rounding: Ratio(1, over: 3), currency: fine).minorUnits == 333_333)
    #expect(Money(minorUnits: 1, currency: fine).fixedPoint == "0.000001")
  }

  @Test("Sums, differences and order are those of the minor units")
  func arithmetic() {
    func cents(_ count: Int64) -> Money { Money(minorUnits: count, currency: .usd) }
    #expect(cents(250) + cents(-99) == cents(151))
    #expect(cents(250) - cents(99) == cents(151))
    #expect(-cents(7) == cents(-7))
    #expect(cents(-7) < cents(3) && !(cents(3) < cents(3)) && !(cents(3) < cents(-7)))
    var sum = cents(100)
    sum += cents(5)
    #expect(sum == cents(105))
    sum -= cents(7)
    #expect(sum == cents(98))
    #expect(sum.description == "0.98 USD")
  }

  // The convention of the OEWS of the Bureau of Labor Statistics: a year of 2,080 hours.
  @Test("Periods are parts of a year of 52 weeks of 40 hours, and of 12 months")
  func periods() {
    #expect(PayPeriod.hour.countPerYear == 2080)
    #expect(PayPeriod.week.countPerYear * 40 == PayPeriod.hour.countPerYear)
    #expect(PayPeriod.week.countPerYear * 5 == PayPeriod.day.countPerYear)
    #expect(PayPeriod.twoWeeks.countPerYear * 2 == PayPeriod.week.countPerYear)
    #expect(PayPeriod.halfMonth.countPerYear == PayPeriod.month.countPerYear * 2)
    #expect(PayPeriod.month.countPerYear == PayPeriod.quarter.countPerYear * 3)
    #expect(PayPeriod.quarter.countPerYear == 4)
    #expect(PayPeriod.year.countPerYear == 1)
  }

  @Test("Major units and back are the same amount")
  func roundTrip() throws {
    for minorUnits in [0, 1, -1, 99, -12_345, Int64.max / 3] {
      let money = Money(minorUnits: minorUnits, currency: .gbp)
      #expect(try Money(rounding: money.majorUnits, currency: .gbp) == money)
    }
  }
}
