import Foundation
import TestSupport
import Testing

@testable import Amounts

/// Digits from the lowest, for arithmetic as it is taught in school: another base, another way.
private struct Schoolbook: Equatable {
  var digits: [Int]

  init(digits: [Int]) {
    self.digits = digits
    var carry = 0
    for index in self.digits.indices {
      carry += self.digits[index]
      self.digits[index] = carry % 10
      carry /= 10
    }
    while carry > 0 {
      self.digits.append(carry % 10)
      carry /= 10
    }
    while self.digits.last == 0 { self.digits.removeLast() }
  }

  init(_ value: WideInteger) {
    self.init(digits: "\(value)".reversed().compactMap(\.wholeNumberValue))
  }

  static func + (left: Schoolbook, right: Schoolbook) -> Schoolbook {
    let count = max(left.digits.count, right.digits.count)
    return Schoolbook(
      digits: (0..<count).map {
        ($0 < left.digits.count ? left.digits[$0] : 0)
          + ($0 < right.digits.count ? right.digits[$0] : 0)
      })
  }

  static func * (left: Schoolbook, right: Schoolbook) -> Schoolbook {
    var digits = [Int](repeating: 0, count: left.digits.count + right.digits.count)
    for (i, a) in left.digits.enumerated() {
      for (j, b) in right.digits.enumerated() { digits[i + j] += a * b }
    }
    return Schoolbook(digits: digits)
  }
}

@Suite("Wide integers")
struct WideIntegerTests {
  /// A number made of words, the lowest first.
  private static func number(_ words: [UInt64]) -> WideInteger {
    words.reversed().reduce(WideInteger(0)) { ($0 << 64) + WideInteger(UInt128($1)) }
  }

  /// Words at the edges, where the guesses of a division are wrong, and words in between.
  private static func words(_ count: Int, _ random: inout SeededGenerator) -> [UInt64] {
    let edges: [UInt64] = [0, 1, .max, 1 << 63, 1 << 63 - 1, 1 << 63 + 1, .max - 1]
    return (0..<count).map { _ in
      edges[Int.random(in: 0..<edges.count * 2, using: &random) % edges.count]
        &+ (Bool.random(using: &random) ? 0 : random.next())
    }
  }

  @Test("Digits are those of the words")
  func digits() {
    // 2^128, 2^512 - 1 and 10^36 as Python writes them.
    #expect("\(Self.number([0, 0, 1]))" == "340282366920938463463374607431768211456")
    #expect(
      "\(Self.number(Array(repeating: .max, count: 8)))"
        == "1340780792994259709957402499820584612747936582059239337772356144372176403007354697"
        + "6801874298166903427690031858186486050853753882811946569946433649006084095")
    let quintillion = WideInteger(1_000_000_000_000_000_000)
    #expect("\(quintillion * quintillion)" == "1" + String(repeating: "0", count: 36))
    #expect("\(WideInteger(0))" == "0")
  }

  @Test("Sums, products and divisions are those of the schoolbook, seed 11")
  func schoolbook() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let a = Self.number(Self.words(Int.random(in: 0...8, using: &random), &random))
      let b = Self.number(Self.words(Int.random(in: 0...8, using: &random), &random))
      let (left, right) = (Schoolbook(a), Schoolbook(b))
      #expect(Schoolbook(a + b) == left + right)
      #expect(Schoolbook(a * b) == left * right)
      var sum = a + b
      sum -= b
      #expect(sum == a)
      #expect((a < b) == (a != b && !(b < a)))
      if b.isZero { continue }
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      #expect(remainder < b)
      #expect(Schoolbook(quotient) * right + Schoolbook(remainder) == left)
      let (exact, none) = (a * b).quotientAndRemainder(dividingBy: b)
      #expect(exact == a)
      #expect(none.isZero)
    }
  }

  // Warren, Hacker's Delight (second edition), the tests of divmnu64.c: the guess of a word of the
  // quotient is too large, and the divisor has to be added back.
  @Test("Guesses that are too large are taken back")
  func addingBack() {
    let top: UInt64 = 1 << 63
    for (dividend, divisor) in [
      ([3, 0, top], [1, 0, 1 << 61]), ([0, 0, top, top - 1], [1, 0, top]),
      ([0, .max - 1, top], [.max, top]), ([0, .max - 1, 0, top], [.max, 0, top]),
    ] as [([UInt64], [UInt64])] {
      let (u, v) = (Self.number(dividend), Self.number(divisor))
      let (quotient, remainder) = u.quotientAndRemainder(dividingBy: v)
      #expect(remainder < v)
      #expect(quotient * v + remainder == u)
      #expect(Schoolbook(quotient) * Schoolbook(v) + Schoolbook(remainder) == Schoolbook(u))
    }
  }

  @Test("The greatest common divisor divides, and leaves nothing in common, seed 12")
  func divisors() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<500 {
      let common = Self.number(Self.words(Int.random(in: 0...4, using: &random), &random))
      let a = common * Self.number(Self.words(Int.random(in: 1...4, using: &random), &random))
      let b = common * Self.number(Self.words(Int.random(in: 1...4, using: &random), &random))
      let divisor = WideInteger.greatestCommonDivisor(a, b)
      guard !a.isZero || !b.isZero else {
        #expect(divisor == WideInteger(1))
        continue
      }
      let (first, restOfA) = a.quotientAndRemainder(dividingBy: divisor)
      let (second, restOfB) = b.quotientAndRemainder(dividingBy: divisor)
      #expect(restOfA.isZero && restOfB.isZero)
      // Euclid's own algorithm, by division alone.
      var (x, y) = (first, second)
      while !y.isZero { (x, y) = (y, x.quotientAndRemainder(dividingBy: y).remainder) }
      #expect(x == WideInteger(1))
    }
  }

  // IEEE 754-2019, roundTiesToEven: doubles from 2^253 on are 2^201 apart.
  @Test(
    "The nearest floating-point number is the even one of two, but where a bit far below decides")
  func doubles() {
    func value(_ significand: UInt128, _ shift: Int) -> WideInteger {
      WideInteger(significand) << shift
    }
    let (even, odd) = (UInt128(1) << 53, UInt128(1) << 53 + 1)
    let scale = Double(sign: .plus, exponent: 200, significand: 1)
    let base = Double(1 << 53)
    #expect(value(odd, 200).doubleValue == base * scale)
    #expect((value(odd, 200) + WideInteger(1)).doubleValue == (base + 2) * scale)
    #expect((value(odd, 200) + value(1, 70)).doubleValue == (base + 2) * scale)
    #expect(value(odd + 2, 200).doubleValue == (base + 4) * scale)
    #expect((value(even, 200) + WideInteger(1)).doubleValue == base * scale)
  }

  @Test("The width is that of the highest bit")
  func width() {
    #expect(WideInteger(0).bitWidth == 0)
    #expect(WideInteger(1).bitWidth == 1)
    #expect(WideInteger(255).bitWidth == 8)
    #expect(Self.number([0, 1]).bitWidth == 65)
    #expect(WideInteger(0).trailingZeroBitCount == 0)
    #expect((WideInteger(0) << 70).isZero)
  }

  @Test("Moving bits up and down again changes nothing, and the counts of bits follow")
  func shifts() {
    let value = Self.number([5, 0, 1 << 62])
    for shift in [0, 1, 63, 64, 65, 200, 800] {
      let moved = value << shift
      #expect(moved >> shift == value)
      #expect(moved.bitWidth == value.bitWidth + shift)
      #expect(moved.trailingZeroBitCount == shift)
    }
    #expect((value >> 192).isZero)
  }
}

@Suite("Wide ratios")
struct WideRatioTests {
  /// Reads "-12/345" of any length.
  private static func ratio(_ text: Substring) throws -> Ratio {
    let isNegative = text.hasPrefix("-")
    let parts = try text.drop { $0 == "-" }.split(separator: "/").map { digits in
      try digits.reduce(Ratio.zero) { sum, digit in
        try sum * 10 + Ratio(#require(digit.wholeNumberValue))
      }
    }
    let value = try parts.count == 1 ? parts[0] : parts[0] / parts[1]
    return isNegative ? -value : value
  }

  @Test("Sums, products, order, rounding and digits are those of Python's fractions")
  func python() throws {
    let lines = try Checkout.text("Tests/AmountsTests/Expectations/ratios.txt")
      .split(separator: "\n")
    func text(_ compute: () throws -> Ratio) -> String {
      do { return try compute().description } catch { return "\(error)" }
    }
    #expect(lines.count == 34)
    for line in lines {
      let cells = line.split(separator: ";")
      let (x, y) = (try Self.ratio(cells[0]), try Self.ratio(cells[1]))
      #expect(x.description == cells[0])
      #expect(text { try x + y } == cells[2])
      #expect(text { try x - y } == cells[3])
      #expect(text { try x * y } == cells[4])
      #expect(text { try x / y } == cells[5])
      #expect((x < y) == (cells[6] == "True"))
      #expect(x.rounded(.halfToEven).description == cells[7])
      #expect(x.rounded(.halfUp).description == cells[8])
      #expect(x.rounded(.down).description == cells[9])
      #expect(x.fixedPoint(places: 2) == cells[10])
      let double = try #require(Double(cells[11]))
      #expect(abs(x.doubleValue - double) <= 2e-16 * 2 * abs(double))
    }
  }

  @Test("The laws of the field hold on random wide values, seed 13")
  func fieldLaws() throws {
    var random = SeededGenerator(seed: 13)
    func value() throws -> Ratio {
      func part() -> Int128 {
        let bits = Int.random(in: 1...126, using: &random)
        return Int128(truncatingIfNeeded: UInt128(random.next()) << 64 | UInt128(random.next()))
          >> (127 - bits)
      }
      var bottom = part()
      if bottom == 0 { bottom = 1 }
      return try Ratio(part(), over: bottom)
    }
    for _ in 0..<1_000 {
      let (a, b, c) = (try value(), try value(), try value())
      #expect(try a + b == b + a)
      #expect(try (a + b) + c == a + (b + c))
      #expect(try (a * b) * c == a * (b * c))
      #expect(try a * (b + c) == (a * b) + (a * c))
      #expect(try (a - b) + b == a)
      #expect(try a - a == .zero)
      if b != .zero { #expect(try (a / b) * b == a) }
      #expect((a < b) == (try (b - a) > 0))
      #expect(try Set([a + b, b + a]).count == 1)
    }
  }

  @Test("512 bits fit, above and below the line, and no more")
  func edge() throws {
    // 2 to the power of 511 is the least number of 512 bits.
    let quarter = try Ratio(Int128(1) << 126) * 4
    let edge = try quarter * quarter * quarter * (quarter / 2)
    #expect(throws: ArithmeticFailure.overflow) { try edge * 2 }
    #expect(throws: ArithmeticFailure.overflow) { try 1 / edge / 2 }
    #expect(try (1 / edge) * edge == 1)
    #expect(try edge - edge == 0)
  }

  @Test("Wide values are equal only where sign and both parts are")
  func equality() throws {
    let huge = try (0..<3).reduce(Ratio.one) { product, _ in try product * Ratio(Int128.max) }
    let third = try huge / 7
    #expect(third != (try huge / 11))
    #expect(third != -third)
    #expect(third != (try (huge + 1) / 7))
    #expect(third == (try huge * 2 / 14))
    #expect(!(third < third))
    #expect(-third < third)
  }

  @Test("What comes back into machine words is equal to what never left them")
  func narrowing() throws {
    let third = try Ratio(1, over: 3)
    let huge = try (0..<4).reduce(Ratio.one) { product, _ in try product * Ratio(Int128.max / 2) }
    #expect(huge.numerator == nil)
    let back = try third * huge / huge
    #expect(back == third)
    #expect(back.hashValue == third.hashValue)
    #expect(try (huge + third) - huge == third)
    #expect(huge.isInteger)
    #expect(try !(huge + third).isInteger)
    #expect(try (huge + third).rounded() == huge)
    #expect(Int64(exactly: huge) == nil)
    #expect(Int64(exactly: third) == nil)
    #expect(Int64(exactly: Ratio(Int.min)) == .min)
  }

  @Test("The decimal places of a value are those that write it exactly")
  func decimalPlaces() throws {
    #expect(Ratio(7).decimalPlaces == 0)
    #expect(try Ratio(1, over: 40).decimalPlaces == 3)
    #expect(try Ratio(1, over: 125).decimalPlaces == 3)
    #expect(try Ratio(1, over: 8).decimalPlaces == 3)
    #expect(try Ratio(1, over: 3).decimalPlaces == nil)
    let small = try #require(Ratio(decimal: "0.00000000000000000001"))
    #expect(try (small * small).decimalPlaces == 40)
    #expect(try (small + Ratio(1, over: 3)).decimalPlaces == nil)
  }
}
