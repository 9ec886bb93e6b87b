import Amounts
import Findings
import Regulations
import TestSupport

/// Gift registers written as text, reviewed under the bundled limits.
enum Registers {
  static func rules() throws -> GiftRules {
    try GiftRules(path: "\(Checkout.datasets)/gift-rules.csv")
  }

  static func read(_ lines: [String]) throws -> GiftRegister {
    try GiftRegister(
      csv: lines.joined(separator: "\n") + "\n", name: "register.csv", currency: .usd)
  }

  static func review(_ lines: [String], year: GiftYear = .calendar) throws -> GiftReview {
    GiftReview(
      try read(lines), rules: try rules(), year: year, nearShare: try Ratio(80, over: 100))
  }
}
