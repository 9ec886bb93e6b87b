internal import Reporting

extension Phrasebook {
  /// The German words about pay: plans, statements, simulations, offers, careers, gifts.
  static let germanPay: [String: String] = [
    "Quota": "Quote"
  ]
}
