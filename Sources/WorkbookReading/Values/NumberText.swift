/// The digits of a number in decimal, and where the point stands.
///
/// It is made from the shortest decimal that denotes the `Double`, so that a shift of the point is exact.
struct NumberText {
  private var isNegative: Bool
  /// The digits without zeros at either end; empty for zero.
  private var digits: [UInt8]
  /// The number of digits before the point; 0 or less for what is below 0.1.
  private var whole: Int

  /// Takes a number that is finite; nil for others.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value < 0
    digits = []
    whole = 0
    var hasPoint = false
    // "1234.5", "1e-07", "1.5e+300"
    let parts = value.description.utf8.split(separator: UInt8(ascii: "e"))
    for byte in parts[0] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte)
        if !hasPoint { whole += 1 }
      case UInt8(ascii: "."): hasPoint = true
      default: continue
      }
    }
    if parts.count == 2, let exponent = Int(String(decoding: parts[1], as: UTF8.self)) {
      whole += exponent
    }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(zeros)
    whole -= zeros
    if digits.isEmpty { (isNegative, whole) = (false, 1) }
  }

  /// Multiplies by a power of ten.
  func shifted(by places: Int) -> NumberText {
    var result = self
    if !digits.isEmpty { result.whole += places }
    return result
  }

  /// The number in full, or with an exponent from 10²¹ on, where no amount is.
  ///
  /// Exactly three decimals get a fourth: "9225.225" could be nine million elsewhere, and this number
  /// was typed as a number, so that it is certain what it is.
  var text: String {
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    guard whole <= 21 else {
      text.append(digits[0])
      if digits.count > 1 { text += [UInt8(ascii: ".")] + digits[1...] }
      return String(decoding: text, as: UTF8.self) + "e+\(whole - 1)"
    }
    let zero = UInt8(ascii: "0")
    if whole <= 0 {
      text.append(zero)
    } else {
      text += digits.prefix(whole)
      text += repeatElement(zero, count: max(0, whole - digits.count))
    }
    let decimals =
      Array(repeating: zero, count: max(0, min(-whole, 400)))
      + digits.dropFirst(max(0, whole))
    if !digits.isEmpty, !digits.dropFirst(max(0, whole)).isEmpty {
      text.append(UInt8(ascii: "."))
      text += decimals
      if decimals.count == 3 { text.append(zero) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The number padded with zeros to a number of digits, as the format 00000 shows it; the number as
  /// it is when it has decimals.
  func text(padded count: Int) -> String {
    let plain = text
    guard plain.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
      plain.utf8.count < count
    else { return plain }
    return String(repeating: "0", count: count - plain.utf8.count) + plain
  }
}
