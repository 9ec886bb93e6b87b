import Amounts
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

  @Test("Major units and back are the same amount")
  func roundTrip() throws {
    for minorUnits in [0, 1, -1, 99, -12_345, Int64.max / 3] {
      let money = Money(minorUnits: minorUnits, currency: .gbp)
      #expect(try Money(rounding: money.majorUnits, currency: .gbp) == money)
    }
  }
}
