package import Amounts

/// What a cell of a column of pay periods says: "per Month", "Bi-Weekly", "Hourly", "Salaried".
package enum PayPeriodLabel: Hashable {
  /// The pay is for this span.
  case period(PayPeriod)
  /// The pay is for what the amounts are otherwise for: "Salaried" beside "Hourly".
  case usual

  /// Reads a cell; nil where it names no period, several, or one of which the pay is a part.
  ///
  /// A number in it says how long something was: "2 years".
  package init?(_ text: String) {
    guard !text.contains(where: \.isNumber) else { return nil }
    var words = Wording.words(of: text)
    guard words.count <= 6 else { return nil }
    if words.count == 1, let letter = Self.letters[words[0]] {
      self = letter
      return
    }
    // "Bi weekly" is not weekly.
    for (index, word) in words.enumerated().dropLast() where ["bi", "semi"].contains(word) {
      words[index] = word + words[index + 1]
      words[index + 1] = ""
    }
    guard Self.parts.isDisjoint(with: words) else { return nil }
    let periods = WrittenAmount.named(in: words.joined(separator: " ")).periods
    if let period = periods.first, periods.count == 1 {
      self = .period(period)
    } else if periods.isEmpty, !Self.salaried.isDisjoint(with: words) {
      self = .usual
    } else {
      return nil
    }
  }

  /// Words with which a period is not the one that is named: "twice a month", "every other week".
  private static let parts: Set<String> = [
    "bi", "semi", "twice", "two", "other", "half", "four", "zweimal", "halbe", "alle", "zwei",
  ]

  private static let salaried: Set<String> = [
    "salaried", "salary", "exempt", "gehalt", "angestellt",
  ]

  private static let letters: [String: PayPeriodLabel] = [
    "h": .period(.hour), "d": .period(.day), "w": .period(.week), "m": .period(.month),
    "y": .period(.year), "a": .period(.year), "s": .usual,
  ]
}
