extension Ratio {
  /// Writes the value with a fixed number of decimal places, such as "-0.05"; no grouping.
  ///
  /// This is the one place where exact numbers become digits; `Reporting` groups and localises them.
  /// There are at most 38 places.
  public func fixedPoint(places: Int, rounding: RoundingRule = .halfToEven) -> String {
    let places = max(0, min(places, 38))
    let (digits, isNegative) = digits(places: places, rounding: rounding)
    return withPoint(digits, isNegative: isNegative, places: places)
  }
}

extension Money {
  /// The amount in major units with the currency's own number of places, such as "57504.00".
  public var fixedPoint: String {
    withPoint(
      "\(minorUnits.magnitude)", isNegative: minorUnits < 0,
      places: Int(currency.minorUnitDigits))
  }
}

/// Sets a decimal point before the last `places` of some digits.
private func withPoint(_ digits: String, isNegative: Bool, places: Int) -> String {
  let sign = isNegative ? "-" : ""
  guard places > 0 else { return sign + digits }
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
  return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
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
