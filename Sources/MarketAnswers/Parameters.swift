package import Findings

extension Parameter {
  // MARK: Which data

  /// The files.
  static let files: Parameter = Parameter("files")
  /// Occupations of published tables.
  static let occupation: Parameter = Parameter("occupation")
  /// Plain titles of jobs.
  static let title: Parameter = Parameter("title")
  /// States and metropolitan areas.
  static let area: Parameter = Parameter("area")
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
  package static let currency: Parameter = Parameter("currency")
  /// What currencies are worth.
  static let rates: Parameter = Parameter("rates")
  /// Whether rejected rows are kept.
  package static let rejects: Parameter = Parameter("rejects")

  // MARK: One date

  /// What pay is moved by.
  package static let ageBy: Parameter = Parameter("age by")
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

extension Parameter {
  // MARK: Prices of jobs

  /// The files of the surveys.
  package static let surveys: Parameter = Parameter("surveys")
  /// Which jobs of surveys the own jobs are matched to.
  package static let matches: Parameter = Parameter("matches")
  /// What cuts count by.
  package static let weights: Parameter = Parameter("weights")
  /// Local over national pay.
  package static let geographic: Parameter = Parameter("geographic")
  /// The scopes of cuts.
  package static let scope: Parameter = Parameter("scope")
  /// The places of cuts.
  package static let location: Parameter = Parameter("location")
  /// The fewest employers of a cut.
  package static let minOrganizations: Parameter = Parameter("min organizations")
  /// The fewest people of a cut.
  package static let minIncumbents: Parameter = Parameter("min incumbents")

  /// The day of the pay of surveys that do not say it.
  package static let effective: Parameter = Parameter("effective")
  /// The first day of a plan year.
  package static let planYear: Parameter = Parameter("plan year")
  /// Where in a plan year pay meets the market.
  package static let policy: Parameter = Parameter("policy")
  /// The step that amounts are rounded to.
  package static let round: Parameter = Parameter("round")

  // MARK: Ranges

  /// The grades.
  package static let grades: Parameter = Parameter("grades")
  /// Maximum over minimum, less 1.
  package static let spread: Parameter = Parameter("spread")
  /// The first midpoint.
  package static let midpoint: Parameter = Parameter("midpoint")
  /// How much midpoints rise from grade to grade.
  package static let progression: Parameter = Parameter("progression")
  /// The number of grades.
  package static let count: Parameter = Parameter("count")
  /// The step that midpoints are rounded to.
  package static let roundMidpoint: Parameter = Parameter("round midpoint")
  /// The step that minimums are rounded to.
  package static let roundMinimum: Parameter = Parameter("round minimum")
  /// What the pay line is straight in.
  package static let line: Parameter = Parameter("line")
  /// The jobs that the pay line goes through.
  package static let pricedJobs: Parameter = Parameter("priced jobs")
  /// The people.
  package static let people: Parameter = Parameter("people")

  // MARK: Merit

  /// How the part of a period is counted.
  package static let partBy: Parameter = Parameter("part by")
  /// The decimals of that part.
  package static let partPlaces: Parameter = Parameter("part places")
  /// What is spent.
  package static let budget: Parameter = Parameter("budget")
}
