import Amounts
import Findings
import Regulations
import Tables
import TestSupport

/// Gift registers written as text, reviewed under the bundled limits.
enum Registers {
  static func rules() throws -> GiftRules {
    try GiftRules(path: "\(Checkout.datasets)/gift-rules.csv")
  }

  static func read(
    _ lines: [String], _ told: TableOptions = TableOptions()
  ) throws -> GiftRegister {
    var options = told
    options.words = "\(Checkout.datasets)/column-words.csv"
    return try GiftRegister(
      csv: lines.joined(separator: "\n") + "\n", name: "register.csv", currency: .usd, options)
  }

  static func review(_ lines: [String], year: GiftYear = .calendar) throws -> GiftReview {
    GiftReview(
      try read(lines), rules: try rules(), year: year, nearShare: try Ratio(80, over: 100))
  }
}
