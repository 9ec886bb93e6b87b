internal import Findings

extension Parameter {
  // MARK: Which data

  /// The files.
  static let files: Parameter = Parameter("files")
  /// Occupations of published tables.
  static let occupation: Parameter = Parameter("occupation")
  /// Whether occupations are taken together.
  static let pool: Parameter = Parameter("pool")

  // MARK: How they are read

  /// The encoding of a file.
  static let encoding: Parameter = Parameter("encoding")
  /// The character between fields.
  static let delimiter: Parameter = Parameter("delimiter")
  /// Whether reading stops at the first row that has something wrong with it.
  static let strict: Parameter = Parameter("strict")
  /// The currency to convert to.
  static let currency: Parameter = Parameter("currency")
  /// What currencies are worth.
  static let rates: Parameter = Parameter("rates")
  /// Whether rejected rows are kept.
  static let rejects: Parameter = Parameter("rejects")

  // MARK: One date

  /// What pay is moved by.
  static let ageBy: Parameter = Parameter("age by")
  /// The rate at which an index is carried on.
  static let extrapolate: Parameter = Parameter("extrapolate")
  /// Whether a rate adds up without interest on interest.
  static let simple: Parameter = Parameter("simple")

  // MARK: How sure, and what is shown

  /// How p-values are raised for many comparisons.
  static let adjustment: Parameter = Parameter("adjustment")
  /// The ε of Atkinson's index.
  static let atkinson: Parameter = Parameter("atkinson")
  /// The confidence of intervals.
  static let confidence: Parameter = Parameter("confidence")
  /// Whether the inequality of pay is measured.
  static let inequality: Parameter = Parameter("inequality")
  /// How intervals are found.
  static let interval: Parameter = Parameter("interval")
  /// The largest share that a contributor may have.
  static let maxShare: Parameter = Parameter("max share")
  /// The fewest contributors that a group may have.
  static let minContributors: Parameter = Parameter("min contributors")
  /// The definition of percentiles.
  static let quantileType: Parameter = Parameter("quantile type")
  /// The test of each two groups.
  static let pairs: Parameter = Parameter("pairs")
  /// The shares at which a gap is wanted.
  static let quantiles: Parameter = Parameter("quantiles")
  /// How replicate weights were made.
  static let replicateMethod: Parameter = Parameter("replicate method")
  /// The number of bootstrap samples.
  static let replicates: Parameter = Parameter("replicates")
  /// Whose coefficients a decomposition takes for fair.
  static let reference: Parameter = Parameter("reference")
  /// The seed of random numbers.
  static let seed: Parameter = Parameter("seed")

  /// The columns of replicate weights.
  static let weightReplicates: Parameter = Parameter("weight replicates")

  // MARK: Documents

  /// How an answer is written.
  static let format: Parameter = Parameter("format")

  // MARK: An amount in a market

  /// The amount that is ranked.
  static let amount: Parameter = Parameter("amount")
  /// The pay range.
  static let range: Parameter = Parameter("range")
}
