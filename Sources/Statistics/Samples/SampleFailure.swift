public import Phrases

/// Something that keeps columns of numbers from being a sample.
public enum SampleFailure: Error, Hashable, Sendable {
  /// A value is NaN or infinite; missing values must be left out before.
  case valueNotFinite(row: Int, value: Double)
  /// A weight is negative, NaN or infinite.
  case weightNotUsable(row: Int, weight: Double)
  /// A frequency weight is not a whole number.
  case frequencyNotWhole(row: Int, weight: Double)
  /// A column is longer or shorter than the column of values.
  case lengthsDiffer(column: String, length: Int, values: Int)
  /// Weights came without their meaning, or a meaning without weights.
  case weightingUnclear
  /// Replicate weights stand beside strata or clusters, or without sampling weights.
  case replicatesBesideDesign
  /// A test by ranks was asked for weighted records.
  case weightsNotSupported(test: Inline)
  /// A measure that is defined for positive values only was asked for others.
  case notPositive(count: Int)
  /// The stratum has one sampling unit, so that its variance cannot be estimated.
  case lonelyUnit(stratum: Int)
  /// The cluster occurs in more than one stratum.
  case clusterAcrossStrata(cluster: Int)
}

extension SampleFailure {
  /// What is wrong.
  public var words: Inline {
    switch self {
    case .valueNotFinite(let row, let value):
      "the value in row \(row) is \(value); leave missing values out"
    case .weightNotUsable(let row, let weight):
      "the weight in row \(row) is \(weight); weights must be zero or positive and finite"
    case .frequencyNotWhole(let row, let weight):
      "the frequency weight in row \(row) is \(weight); frequencies are whole numbers, other weights are sampling or reliability weights"
    case .lengthsDiffer(let column, let length, let values):
      "the column of \(column) has \(length) entries for \(values) values"
    case .weightingUnclear:
      "weights need a meaning (frequency, sampling or reliability), and a meaning needs weights"
    case .replicatesBesideDesign:
      "replicate weights belong to sampling weights, and take the place of strata and clusters"
    case .weightsNotSupported(let test):
      "\(test) is not defined for weighted records"
    case .notPositive(let count):
      "\(count) of the values are zero or negative, where this measure is not defined"
    case .lonelyUnit(let stratum):
      "stratum \(stratum) has only one sampling unit; merge it with another or choose a policy"
    case .clusterAcrossStrata(let cluster):
      "cluster \(cluster) occurs in more than one stratum; clusters are nested in strata"
    }
  }
}

extension SampleFailure: CustomStringConvertible {
  public var description: String { words.plainText }
}
