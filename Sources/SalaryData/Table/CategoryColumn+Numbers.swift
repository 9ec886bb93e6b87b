internal import Amounts

extension CategoryColumn {
  /// A column of text read as numbers.
  public struct NumberReading: Sendable {
    /// The number of each row; NaN where a value is missing or no number.
    public let numbers: [Double]
    /// How many rows have a number.
    public let readable: Int
    /// The values that are no numbers, in order of their first row, with their rows.
    public let unreadable: [(value: String, rows: Int)]
  }

  /// Reads the values as numbers, such as ages and scores: digits, perhaps with decimals or a per cent
  /// sign, by the separators that the column itself shows.
  ///
  /// - Complexity: O(n).
  public func readNumbers() -> NumberReading {
    var evidence = DecimalEvidence()
    let used = counts()
    for (label, rows) in zip(labels, used) where rows > 0 { evidence.add(label) }
    var numberOfLabel = [Double](repeating: .nan, count: labels.count)
    var unreadable: [(value: String, rows: Int)] = []
    var readable = 0
    for code in labels.indices.dropFirst() where used[code] > 0 {
      if let number = Self.number(labels[code], evidence.convention) {
        numberOfLabel[code] = number
        readable += used[code]
      } else {
        unreadable.append((labels[code], used[code]))
      }
    }
    return NumberReading(
      numbers: codes.map { numberOfLabel[Int($0)] }, readable: readable, unreadable: unreadable)
  }

  /// Whether there are values and all of them are numbers.
  var isNumeric: Bool {
    let reading = readNumbers()
    return reading.readable > 0 && reading.unreadable.isEmpty
  }

  private static func number(_ label: String, _ decimal: DecimalConvention) -> Double? {
    var text = label.trimmed
    if text.hasSuffix("%") { text = text.dropLast().trimmed }
    var ignored = DecimalEvidence()
    if case .number(let number, _) = PlainNumber.read(text.utf8.span, decimal, &ignored) {
      return number
    }
    // What programs write with all their digits, or with an exponent, as R does: 1e+05.
    let plain = decimal == .point ? text : text.replacing(",", with: ".")
    guard !text.contains(decimal == .point ? "," : "."),
      (try? /[-+]?[0-9]+(\.[0-9]+(e[-+][0-9]{2,})?|e[-+][0-9]{2,})/.wholeMatch(in: plain)) != nil
    else { return nil }
    return Double(plain)
  }
}
