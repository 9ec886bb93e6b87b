/// A whole number from 0 up to 1,088 bits, for the exact ratios that machine integers cannot hold.
///
/// The width is that of the largest number between two ratios and their sum, so that nothing here
/// overflows: a product of 512 and 512 bits, and one bit for the sum of two of these. It is fixed, so
/// that nothing is allocated; only the words in use are worked on, so a small value costs little.
struct WideInteger: Sendable {
  /// The most words of 64 bits.
  static let wordLimit: Int = 17

  /// The words in use, the lowest first; those above `count` are 0.
  private var words: InlineArray<17, UInt64> = .init(repeating: 0)
  /// The number of words in use, without zeros at the top.
  private(set) var count: Int = 0

  /// Creates a value of two machine words.
  init(_ value: UInt128) {
    words[0] = UInt64(truncatingIfNeeded: value)
    words[1] = UInt64(truncatingIfNeeded: value >> 64)
    count = words[1] != 0 ? 2 : words[0] != 0 ? 1 : 0
  }

  private init() {}

  /// Sets the number of words in use, of which there are at most some.
  private mutating func trim(from most: Int) {
    count = most
    while count > 0, words[count - 1] == 0 { count -= 1 }
  }

  var isZero: Bool { count == 0 }
  var isOdd: Bool { words[0] & 1 == 1 }

  /// The number of bits up to the highest that is set.
  var bitWidth: Int { count == 0 ? 0 : count * 64 - words[count - 1].leadingZeroBitCount }

  /// The number of zeros below the lowest bit that is set; of 0 it is 0.
  var trailingZeroBitCount: Int {
    for index in 0..<count where words[index] != 0 {
      return index * 64 + words[index].trailingZeroBitCount
    }
    return 0
  }

  /// The value as a machine integer; nil when it needs more than 128 bits.
  var narrow: UInt128? {
    count <= 2 ? UInt128(words[1]) << 64 | UInt128(words[0]) : nil
  }

  /// The nearest binary floating-point number; of two equally near ones the even one.
  var doubleValue: Double {
    if let narrow { return Double(narrow) }
    // The top 128 bits decide, with a bit that says whether anything but zeros is below them.
    let shift = bitWidth - 128
    guard var top = (self >> shift).narrow else { return .infinity }
    if trailingZeroBitCount < shift { top |= 1 }
    let lead = Double(top)
    return Double(sign: .plus, exponent: shift, significand: lead)
  }
}

extension WideInteger: Hashable, Comparable {
  static func == (left: WideInteger, right: WideInteger) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where left.words[index] != right.words[index] { return false }
    return true
  }

  static func < (left: WideInteger, right: WideInteger) -> Bool {
    if left.count != right.count { return left.count < right.count }
    var index = left.count
    while index > 0 {
      index -= 1
      let (own, other) = (left.words[index], right.words[index])
      if own != other { return own < other }
    }
    return false
  }

  func hash(into hasher: inout Hasher) {
    for index in 0..<count { hasher.combine(words[index]) }
  }
}

extension WideInteger {
  static func + (left: WideInteger, right: WideInteger) -> WideInteger {
    var sum = WideInteger()
    var carry: UInt64 = 0
    let most = min(max(left.count, right.count) + 1, wordLimit)
    for index in 0..<most {
      let (first, overflow) = left.words[index].addingReportingOverflow(right.words[index])
      let (second, again) = first.addingReportingOverflow(carry)
      sum.words[index] = second
      carry = overflow || again ? 1 : 0
    }
    sum.trim(from: most)
    return sum
  }

  /// Takes away what is not larger.
  static func -= (left: inout WideInteger, right: WideInteger) {
    var borrow: UInt64 = 0
    for index in 0..<left.count {
      let (first, overflow) = left.words[index].subtractingReportingOverflow(right.words[index])
      let (second, again) = first.subtractingReportingOverflow(borrow)
      left.words[index] = second
      borrow = overflow || again ? 1 : 0
    }
    left.trim(from: left.count)
  }

  static func * (left: WideInteger, right: WideInteger) -> WideInteger {
    var product = WideInteger()
    for i in 0..<left.count {
      var carry: UInt64 = 0
      for j in 0..<min(right.count, wordLimit - i) {
        var (high, low) = left.words[i].multipliedFullWidth(by: right.words[j])
        var overflow: Bool
        (low, overflow) = low.addingReportingOverflow(carry)
        if overflow { high += 1 }
        (low, overflow) = low.addingReportingOverflow(product.words[i + j])
        if overflow { high += 1 }
        product.words[i + j] = low
        carry = high
      }
      if i + right.count < wordLimit { product.words[i + right.count] = carry }
    }
    product.trim(from: min(left.count + right.count, wordLimit))
    return product
  }

  /// Divides by what is not 0.
  static func / (left: WideInteger, right: WideInteger) -> WideInteger {
    if let divisor = right.narrow {
      if divisor == 1 { return left }
      if let dividend = left.narrow { return WideInteger(dividend / divisor) }
    }
    return left.quotientAndRemainder(dividingBy: right).quotient
  }

  static func >> (value: WideInteger, shift: Int) -> WideInteger {
    let (skipped, bits) = (shift / 64, UInt64(shift % 64))
    var result = WideInteger()
    guard skipped < value.count else { return result }
    for index in skipped..<value.count {
      let above = index + 1 < value.count ? value.words[index + 1] : 0
      result.words[index - skipped] =
        bits == 0 ? value.words[index] : value.words[index] >> bits | above << (64 - bits)
    }
    result.trim(from: value.count - skipped)
    return result
  }

  static func << (value: WideInteger, shift: Int) -> WideInteger {
    let (skipped, bits) = (shift / 64, UInt64(shift % 64))
    var result = WideInteger()
    let most = min(value.count + skipped + 1, wordLimit)
    guard value.count > 0, skipped < most else { return result }
    for index in skipped..<most {
      let own = value.words[index - skipped]
      let below = index > skipped ? value.words[index - skipped - 1] : 0
      result.words[index] = bits == 0 ? own : own << bits | below >> (64 - bits)
    }
    result.trim(from: most)
    return result
  }

  /// Divides by what is not 0.
  ///
  /// The algorithm is D of Knuth, The Art of Computer Programming, volume 2, section 4.3.1, with
  /// words of 64 bits.
  func quotientAndRemainder(
    dividingBy divisor: WideInteger
  ) -> (quotient: WideInteger, remainder: WideInteger) {
    if self < divisor { return (WideInteger(), self) }
    if let narrow, let other = divisor.narrow {
      let (quotient, remainder) = narrow.quotientAndRemainder(dividingBy: other)
      return (WideInteger(quotient), WideInteger(remainder))
    }
    if divisor.count == 1 {
      let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor.words[0])
      return (quotient, WideInteger(UInt128(remainder)))
    }
    let n = divisor.count
    // Shifted so that the highest bit of the divisor is set: a guess of a word of the quotient from
    // the three highest words is then right, or too large by 1.
    let shift = UInt64(divisor.words[n - 1].leadingZeroBitCount)
    func shifted(_ word: UInt64, _ below: UInt64) -> UInt64 {
      shift == 0 ? word : word << shift | below >> (64 - shift)
    }
    var v = InlineArray<17, UInt64>(repeating: 0)
    for index in 0..<n {
      v[index] = shifted(divisor.words[index], index > 0 ? divisor.words[index - 1] : 0)
    }
    var u = InlineArray<18, UInt64>(repeating: 0)
    for index in 0...count {
      u[index] = shifted(
        index < count ? words[index] : 0, index > 0 ? words[index - 1] : 0)
    }
    var quotient = WideInteger()
    var j = count - n + 1
    while j > 0 {
      j -= 1
      var guess = UInt64.max
      var (rest, isRestWide) = u[j + n - 1].addingReportingOverflow(v[n - 1])
      if u[j + n] < v[n - 1] {
        (guess, rest) = v[n - 1].dividingFullWidth((u[j + n], u[j + n - 1]))
        isRestWide = false
      }
      while !isRestWide {
        let (high, low) = guess.multipliedFullWidth(by: v[n - 2])
        guard (rest, u[j + n - 2]) < (high, low) else { break }
        guess -= 1
        (rest, isRestWide) = rest.addingReportingOverflow(v[n - 1])
      }
      if Self.subtract(&u, at: j, guess, times: v, count: n) {
        guess -= 1
        var carry: UInt64 = 0
        for index in 0..<n {
          let (first, overflow) = u[j + index].addingReportingOverflow(v[index])
          let (second, again) = first.addingReportingOverflow(carry)
          u[j + index] = second
          carry = overflow || again ? 1 : 0
        }
        u[j + n] &+= carry
      }
      quotient.words[j] = guess
    }
    quotient.trim(from: count - n + 1)
    var remainder = WideInteger()
    for index in 0..<n {
      remainder.words[index] =
        shift == 0 ? u[index] : u[index] >> shift | u[index + 1] << (64 - shift)
    }
    remainder.trim(from: n)
    return (quotient, remainder)
  }

  /// Takes a multiple away from the words from a place on; returns whether it was too much.
  private static func subtract(
    _ u: inout InlineArray<18, UInt64>, at place: Int, _ factor: UInt64,
    times v: InlineArray<17, UInt64>, count: Int
  ) -> Bool {
    var carry: UInt64 = 0
    for index in 0...count {
      var low = carry
      if index < count {
        let product = factor.multipliedFullWidth(by: v[index])
        let (sum, overflow) = product.low.addingReportingOverflow(low)
        low = sum
        carry = product.high + (overflow ? 1 : 0)
      }
      let (difference, borrow) = u[place + index].subtractingReportingOverflow(low)
      u[place + index] = difference
      if borrow {
        // Behind the last word a borrow says that the multiple was too large.
        if index == count { return true }
        carry += 1
      }
    }
    return false
  }

  /// Divides by one word, which is not 0.
  func quotientAndRemainder(
    dividingBy divisor: UInt64
  ) -> (quotient: WideInteger, remainder: UInt64) {
    var quotient = WideInteger()
    var rest: UInt64 = 0
    var index = count
    while index > 0 {
      index -= 1
      (quotient.words[index], rest) = divisor.dividingFullWidth((rest, words[index]))
    }
    quotient.trim(from: count)
    return (quotient, rest)
  }

  /// The greatest common divisor; of 0 and 0 it is 1, so that a quotient by it is always defined.
  ///
  /// It is Stein's binary algorithm (Knuth, volume 2, section 4.5.2) until the numbers fit in
  /// machine words, after one division that brings numbers of different size together.
  static func greatestCommonDivisor(_ first: WideInteger, _ second: WideInteger) -> WideInteger {
    if let x = first.narrow, let y = second.narrow {
      return WideInteger(Amounts.greatestCommonDivisor(x, y))
    }
    var (a, b) = first < second ? (second, first) : (first, second)
    if !b.isZero, b.count < a.count {
      (a, b) = (b, a.quotientAndRemainder(dividingBy: b).remainder)
    }
    guard a.count > 2, !b.isZero else {
      guard let x = a.narrow, let y = b.narrow else { return a }
      return WideInteger(Amounts.greatestCommonDivisor(x, y))
    }
    let twos = min(a.trailingZeroBitCount, b.trailingZeroBitCount)
    a = a >> a.trailingZeroBitCount
    b = b >> b.trailingZeroBitCount
    while a.count > 2 || b.count > 2 {
      if a == b { break }
      if a < b { swap(&a, &b) }
      a -= b
      a = a >> a.trailingZeroBitCount
    }
    if let x = a.narrow, let y = b.narrow {
      a = WideInteger(Amounts.greatestCommonDivisor(x, y))
    }
    return a << twos
  }
}

extension WideInteger: CustomStringConvertible {
  /// The decimal digits.
  var description: String {
    if let narrow { return "\(narrow)" }
    // By groups of 18 digits, the lowest first.
    let (rest, group) = quotientAndRemainder(dividingBy: 1_000_000_000_000_000_000)
    let digits = "\(group)"
    return rest.description + String(repeating: "0", count: 18 - digits.utf8.count) + digits
  }
}

/// Euclid's algorithm; of 0 and 0 it is 1, so that a quotient by it is always defined.
func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
  var (larger, smaller) = (first, second)
  while smaller > 1 { (larger, smaller) = (smaller, larger % smaller) }
  return smaller == 1 || larger == 0 ? 1 : larger
}

/// Euclid's algorithm; of 0 and 0 it is 1, so that a quotient by it is always defined.
func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
  var (larger, smaller) = (first, second)
  while smaller != 0 {
    if let a = UInt64(exactly: larger), let b = UInt64(exactly: smaller) {
      // Machine division is several times as fast as the 128-bit routine.
      return UInt128(greatestCommonDivisor(a, b))
    }
    (larger, smaller) = (smaller, larger % smaller)
  }
  return larger == 0 ? 1 : larger
}
