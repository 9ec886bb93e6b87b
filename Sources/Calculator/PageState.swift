package import Amounts
internal import PayPlans

/// What the controls of a page say.
///
/// It is read from lines "key=value". The keys `quota`, `sales`, `attainment` and `goal` have exact
/// decimals, as the address of a page keeps them; with `typed-` before them, what a person wrote.
package struct PageState {
  /// The number of the plan that is looked at, from 0.
  package var plan: Int = 0
  /// The quota of the year; nil for the plan's own.
  package var quota: Ratio?
  /// What is sold in the year; nil where nobody has said it.
  package var sales: Ratio?
  /// The attainment, which says the sales too where there is a quota.
  package var attainment: Ratio?
  /// The pay that somebody wants to reach.
  package var goal: Ratio?
  /// Whether there is room for a telephone's drawing alone.
  package var isNarrow: Bool = false
  /// The keys whose text could not be read.
  package var unreadable: [String] = []

  /// Creates a state.
  package init() {}

  /// Reads lines; what has no meaning is left out, and what cannot be read is named.
  package init(_ text: String, decimal: DecimalConvention) {
    for line in text.split(separator: "\n") {
      guard let sign = line.firstIndex(of: "=") else { continue }
      let value = line[line.index(after: sign)...]
      var key = line[..<sign]
      let isTyped = key.utf8.starts(with: "typed-".utf8)
      if isTyped { key = key.dropFirst("typed-".utf8.count) }
      if key == "plan" {
        plan = Int(value) ?? 0
        continue
      }
      if key == "narrow" { isNarrow = true }
      guard ["quota", "sales", "attainment", "goal"].contains(key), !value.isEmpty else { continue }
      let isShare = key == "attainment"
      let number: Ratio? =
        isTyped ? Self.typed(value, decimal, isShare: isShare) : Ratio(decimal: value)
      // A trillion is more than anybody sells, and keeps every product exact.
      guard let number, .zero <= number, number < Ratio(Int128(1_000_000_000_000)) else {
        unreadable.append(String(key))
        continue
      }
      switch key {
      case "quota": quota = .zero < number ? number : nil
      case "sales": (sales, attainment) = (number, nil)
      case "attainment": (attainment, sales) = (number, nil)
      default: goal = number
      }
    }
  }

  /// Reads an amount such as "720k", or a percentage such as "95 %" or "95".
  private static func typed(
    _ text: Substring, _ decimal: DecimalConvention, isShare: Bool
  ) -> Ratio? {
    guard isShare else {
      guard let amount = try? WrittenAmount(text, decimal: decimal), !amount.isRange else {
        return nil
      }
      return amount.lower
    }
    let number = text.filter { $0 != "%" && !$0.isWhitespace }
    guard let amount = try? WrittenAmount(number, decimal: decimal), !amount.isRange else {
      return nil
    }
    return try? amount.lower / 100
  }
}
