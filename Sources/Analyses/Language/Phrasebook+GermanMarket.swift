internal import Reporting

extension Phrasebook {
  /// The German words about markets: comparisons, ranks, gaps, trends, data files.
  static let germanMarket: [String: String] = [
    "Median": "Median"
  ]
}
