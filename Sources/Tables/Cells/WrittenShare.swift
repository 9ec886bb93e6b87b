package import Amounts

/// A part of a whole as a cell has it.
package enum WrittenShare: Hashable, Sendable {
  /// "60%" or "1/3": it can only be that.
  case certain(Ratio)
  /// "60" or "0.6": a percentage or a share, which the column decides.
  case number(Ratio)

  /// Reads a cell; nil where it holds no share.
  package init?(_ text: some StringProtocol) {
    let plain = String(text.filter { !$0.isWhitespace })
    if let slash = plain.firstIndex(of: "/") {
      guard let part = Ratio(decimal: plain[..<slash]),
        let whole = Ratio(decimal: plain[plain.index(after: slash)...]), .zero < whole,
        let share = try? part / whole
      else { return nil }
      self = .certain(share)
      return
    }
    let isPercentage = plain.hasSuffix("%")
    let digits = (isPercentage ? plain.dropLast() : plain[...]).replacing(",", with: ".")
    guard let number = Ratio(decimal: digits) else { return nil }
    guard isPercentage else {
      self = .number(number)
      return
    }
    guard let share = try? number / 100 else { return nil }
    self = .certain(share)
  }
}
