internal import Reporting

extension Phrasebook {
  /// The German words of all answers: for each phrase in the code, its German, file by file.
  static let germanAnswers: [String: String] = germanMarket.merging(germanPay) { $1 }
}
