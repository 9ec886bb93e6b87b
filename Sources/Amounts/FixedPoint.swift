extension Ratio {
  /// Writes the value with a fixed number of decimal places, such as "-0.05"; no grouping.
  ///
  /// This is the one place where exact numbers become digits; `Reporting` groups and localises them.
  public func fixedPoint(places: Int, rounding: RoundingRule = .halfToEven) -> String {
    let scale = Ratio(powerOfTen(places))
    guard let scaled = try? self * scale else {
      // Beyond 127 bits only magnitude is left to say; no amount that a reader accepts gets here.
      return "\(doubleValue)"
    }
    return decimalDigits(of: scaled.rounded(rounding), places: places)
  }
}

extension Money {
  /// The amount in major units with the currency's own number of places, such as "57504.00".
  public var fixedPoint: String {
    decimalDigits(of: Int128(minorUnits), places: Int(currency.minorUnitDigits))
  }
}

/// Returns 10 to a power from 0 to 38.
private func powerOfTen(_ exponent: Int) -> Int128 {
  (0..<max(0, min(exponent, 38))).reduce(1) { power, _ in power * 10 }
}

/// Writes an integer with a decimal point before its last `places` digits.
private func decimalDigits(of value: Int128, places: Int) -> String {
  guard places > 0 else { return "\(value)" }
  let (whole, fraction) = value.magnitude.quotientAndRemainder(
    dividingBy: UInt128(powerOfTen(places)))
  let digits = "\(fraction)"
  let padding = String(repeating: "0", count: max(0, places - digits.utf8.count))
  return "\(value < 0 ? "-" : "")\(whole).\(padding)\(digits)"
}

/// Sets the thousands of a run of digits apart.
package func groupingThousands(_ digits: some StringProtocol, by separator: String) -> String {
  var grouped = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += separator }
    grouped.append(digit)
  }
  return grouped
}
