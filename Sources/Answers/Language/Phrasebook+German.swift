internal import Reporting

extension Phrasebook {
  /// The German words of all answers: for each phrase in the code, its German.
  static let germanAnswers: [String: String] = germanParts.reduce(into: [:]) { $0.merge($1) { $1 } }

  /// The same by subject; a phrase stands in one of them.
  static let germanParts: [[String: String]] =
    [germanMarket, germanPay, germanPlans] + germanFindings
}
