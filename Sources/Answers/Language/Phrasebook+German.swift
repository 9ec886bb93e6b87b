internal import Reporting

extension Phrasebook {
  /// The German words of all answers: for each phrase in the code, its German, file by file.
  static let germanAnswers: [String: String] = [germanMarket, germanPay, germanPlans, germanFindings].reduce(into: [:]) { $0.merge($1) { $1 } }
}
