import Amounts
import TestSupport
import Testing

@Suite("Ratio")
struct RatioTests {
  @Test(
    "A finite decimal is read exactly",
    arguments: [
      ("0.0833", 833, 10_000), ("-57504.25", -230_017, 4), ("1", 1, 1), ("+.5", 1, 2),
      ("12.", 12, 1),
      ("0.000000000000000001", 1, 1_000_000_000_000_000_000),
    ] as [(String, Int128, Int128)])
  func readsDecimals(text: String, numerator: Int128, denominator: Int128) throws {
    let value = try #require(Ratio(decimal: text))
    #expect(value.numerator == numerator)
    #expect(value.denominator == denominator)
  }

  @Test(
    "What is not a plain decimal is not read",
    arguments: [
      "", "-", ".", "1,5", "1e3", "1.2.3", " 1", "٣", "1_000", String(repeating: "9", count: 40),
      "0." + String(repeating: "0", count: 39) + "1",
    ])
  func refusesOtherText(text: String) {
    #expect(Ratio(decimal: text) == nil)
  }

  // The tie cases are those of IEEE 754-2019 roundTiesToEven and roundTiesToAway.
  @Test(
    "Ties round to even, or away from zero",
    arguments: [
      ("2.5", 2, 3, 2), ("3.5", 4, 4, 3), ("-2.5", -2, -3, -3), ("-3.5", -4, -4, -4),
      ("2.4999", 2, 2, 2), ("-2.5001", -3, -3, -3), ("0.5", 0, 1, 0), ("-0.5", 0, -1, -1),
      ("7", 7, 7, 7), ("-7", -7, -7, -7),
    ] as [(String, Int128, Int128, Int128)])
  func rounds(text: String, even: Int128, up: Int128, down: Int128) throws {
    let value = try #require(Ratio(decimal: text))
    #expect(value.rounded(.halfToEven) == Ratio(even))
    #expect(value.rounded(.halfUp) == Ratio(up))
    #expect(value.rounded(.down) == Ratio(down))
  }

  @Test("Sums, products and order obey the field's laws on random values")
  func fieldLaws() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let (a, b, c) = (try random.ratio(), try random.ratio(), try random.ratio())
      #expect(try a + b == b + a)
      #expect(try (a + b) + c == a + (b + c))
      #expect(try a * (b + c) == (a * b) + (a * c))
      #expect(try (a - b) + b == a)
      if b != .zero { #expect(try (a / b) * b == a) }
      #expect((a < b) == (try (b - a) > 0))
      #expect(try #require(a.denominator) > 0)
    }
  }

  @Test("A value is the same in whatever terms it is written")
  func terms() throws {
    var random = SeededGenerator(seed: 3)
    for round in 0..<2_000 {
      let (a, b) = (
        Int128.random(in: -1_000_000...1_000_000, using: &random),
        Int128.random(in: 1...100_000, using: &random)
      )
      let other = try random.ratio()
      // Up to where the terms need more than a machine word.
      let factor = Int128(1) << Int128(round % 48)
      let (lowest, value) = (try Ratio(a, over: b), try Ratio(a * factor, over: b * factor))
      #expect(value == lowest && lowest == value && value.hashValue == lowest.hashValue)
      #expect(!(value < lowest) && !(lowest < value))
      #expect(value.numerator == lowest.numerator && value.denominator == lowest.denominator)
      #expect(value.description == lowest.description)
      #expect(value.isInteger == (a % b == 0) && value.decimalPlaces == lowest.decimalPlaces)
      #expect(value.doubleValue == Double(a) / Double(b))
      #expect(value.rounded(.halfUp) == lowest.rounded(.halfUp))
      #expect(value.fixedPoint(places: 3) == lowest.fixedPoint(places: 3))
      #expect((value < other) == (lowest < other))
      #expect(try value + other == lowest + other)
      #expect(try (value + other).description == (lowest + other).description)
      #expect(try (value * other).description == (lowest * other).description)
      #expect(try value - lowest == 0 && (value - lowest).description == "0")
      if a != 0 { #expect(try value / lowest == 1 && (lowest / value).isInteger) }
    }
  }

  @Test("Sums of unequal terms that leave the machine words come back to them")
  func termsBeyondWords() throws {
    let big = Int128(Int64.max)
    // 2/3 and 1/3 with terms of 62 bits: of neither sum nor product do the unreduced terms fit.
    let (twoThirds, third) = (
      try Ratio(2 * (big / 4), over: 3 * (big / 4)), try Ratio(big / 7, over: 3 * (big / 7))
    )
    #expect(try twoThirds + third == 1 && (twoThirds + third).description == "1")
    #expect(try (twoThirds * third).description == "2/9")
    #expect(try (twoThirds - third).hashValue == third.hashValue)
    #expect(try Ratio(big, over: big).description == "1")
    #expect(try Ratio(2 * big, over: 2 * big) == 1)
  }

  @Test("Values beyond 512 bits throw and never trap")
  func overflowThrows() throws {
    // Four times 127 bits, and 3 more, are the last that fit.
    var huge = Ratio(Int128.max)
    for _ in 0..<3 { huge = try huge * Ratio(Int128.max) }
    let largest = try huge * 8
    #expect(throws: ArithmeticFailure.overflow) { try largest * 8 }
    #expect(throws: ArithmeticFailure.overflow) { try (largest + largest) + largest }
    #expect(throws: ArithmeticFailure.overflow) { try Ratio(1, over: 3) / largest }
    #expect(throws: ArithmeticFailure.overflow) { try 1 / largest + Ratio(1, over: 3) }
    #expect(throws: ArithmeticFailure.divisionByZero) { try huge / 0 }
    #expect(throws: ArithmeticFailure.divisionByZero) { try Ratio(1) / 0 }
    #expect(throws: ArithmeticFailure.divisionByZero) { try Ratio(1, over: 0) }
    #expect(try Ratio(.min, over: -1).description == "170141183460469231731687303715884105728")
    #expect(try Ratio(.min, over: .min) == 1)
    #expect(try Ratio(1, over: Int128.max) < Ratio(1, over: Int128.max - 1))
    #expect(try 1 / largest < 1 / huge)
    #expect(try -largest < 1 / largest)
  }

  @Test("The least of 64 bits, whose opposite has none, is a number like others")
  func least() throws {
    let text = "9223372036854775808"
    let ways = try [
      Ratio(Int.min), Ratio(Int128(Int64.min)), Ratio(Int128(Int64.min), over: 1),
      Ratio(Int128(Int64.min) * 3, over: 3), Ratio(Int128(Int64.max) + 1, over: -1),
      Ratio(Int.min + 1) + Ratio(-1), Ratio(Int.min / 2) * 2, Ratio(Int.min + 1) - 1,
      #require(Ratio(decimal: "-" + text)),
    ]
    for value in ways {
      #expect(value.description == "-" + text)
      #expect((-value).description == text)
      #expect(try value / -1 == -value)
      #expect(try value + Ratio(Int.max) == -1)
      #expect(value == ways[0] && value.hashValue == ways[0].hashValue)
      #expect(value < Ratio(Int.min + 1) && !(Ratio(Int.min + 1) < value))
      #expect(value.fixedPoint(places: 1) == "-\(text).0")
    }
  }

  @Test("The largest number that is read is 2^127 - 1")
  func largest() {
    #expect(
      Ratio(decimal: "170141183460469231731687303715884105727") == Ratio(Int128.max))
    #expect(Ratio(decimal: "170141183460469231731687303715884105728") == nil)
  }

  @Test("Signs and common factors go where they belong")
  func lowestTerms() throws {
    #expect(try Ratio(5, over: -3).description == "-5/3")
    #expect(try Ratio(-6, over: -4).description == "3/2")
    #expect(try Ratio(0, over: -7).description == "0")
    #expect(
      try Ratio(-10, over: Int128.min).description == "5/85070591730234615865843651857942052864")
    let half = try Ratio(1, over: 2)
    #expect(try half + half == 1)
    #expect(try half + Ratio(3, over: 2) == 2)
    #expect(try Ratio(1, over: 4) + Ratio(1, over: 4) == half)
    #expect(try Ratio(Int.max) + 1 == Ratio(Int128(1) << 63))
    let third = try Ratio(Int128(Int64.max) - 2, over: 3)
    #expect(try (third + third).description == "18446744073709551610/3")
    #expect(try third * third / third == third)
    #expect(try Ratio(Int128(1) << 62) + Ratio(Int128(1) << 62) == Ratio(Int128(1) << 63))
  }

  @Test("Exact values are not rounded, by whatever rule, and ties follow it")
  func fixedPointRules() throws {
    for rule in RoundingRule.allCases {
      #expect(Ratio(-5).fixedPoint(places: 0, rounding: rule) == "-5")
      #expect(try Ratio(-5, over: 4).fixedPoint(places: 2, rounding: rule) == "-1.25")
      #expect(try Ratio(-1, over: 100).fixedPoint(places: 2, rounding: rule) == "-0.01")
      #expect(Ratio.zero.fixedPoint(places: 3, rounding: rule) == "0.000")
    }
    let half = try Ratio(1, over: 2)
    #expect(half.fixedPoint(places: 0, rounding: .halfUp) == "1")
    #expect(half.fixedPoint(places: 0) == "0")
    #expect((-half).fixedPoint(places: 0, rounding: .down) == "-1")
    // There are at most 38 places, and no fewer than none.
    let third = try Ratio(1, over: 3)
    #expect(third.fixedPoint(places: 60) == "0." + String(repeating: "3", count: 38))
    #expect(third.fixedPoint(places: -1) == "0")
  }

  @Test(
    "Thousands are set apart from the right",
    arguments: [
      ("", ""), ("1", "1"), ("123", "123"), ("1234", "1.234"), ("123456", "123.456"),
      ("1234567", "1.234.567"),
    ])
  func grouping(digits: String, grouped: String) {
    #expect(groupingThousands(digits, by: ".") == grouped)
  }

  @Test(
    "Fixed-point text has the places asked for",
    arguments: [
      ("-0.05", 2, "-0.05"), ("0.005", 2, "0.00"), ("0.015", 2, "0.02"), ("-0.004", 2, "0.00"),
      ("132953.3", 2, "132953.30"), ("1234.5", 0, "1234"), ("8.33", 3, "8.330"),
    ])
  func fixedPoint(text: String, places: Int, expected: String) throws {
    #expect(try #require(Ratio(decimal: text)).fixedPoint(places: places) == expected)
  }
}

extension SeededGenerator {
  mutating func ratio() throws -> Ratio {
    try Ratio(
      Int128(Int32.random(in: -1_000_000...1_000_000, using: &self)),
      over: Int128(Int32.random(in: 1...100_000, using: &self)))
  }
}
