import Amounts
import Testing

@Suite("Splitting money")
struct MoneySplittingTests {
  @Test("Parts add up to the whole and differ by at most a minor unit", arguments: -25...25)
  func parts(minorUnits: Int) {
    let whole = Money(minorUnits: Int64(minorUnits), currency: .usd)
    for count in 1...7 {
      let parts = whole.split(among: count)
      #expect(parts.count == count)
      #expect(parts.reduce(.zero(.usd), +) == whole)
      let units = parts.map(\.minorUnits)
      #expect((units.max() ?? 0) - (units.min() ?? 0) <= 1)
    }
  }

  @Test("What is left goes to the first")
  func order() {
    let parts = Money(minorUnits: 10_001, currency: .usd).split(among: 3)
    #expect(parts.map(\.minorUnits) == [3334, 3334, 3333])
  }
}
