public import Findings
public import Statistics

/// Why a model, or a question about one, makes no sense.
public enum ModelFailure: Error, Hashable, Sendable {
  // MARK: What is written

  /// There is no model of this name; the names there are.
  case unknownModel(String, known: [String])
  /// There is no model of selling of this name; the names there are.
  case unknownSelling(String, known: [String])
  /// A part of a model's text cannot be read; how to write one of its kind.
  case slip(Slip, kind: String, form: String?)
  /// A number is not one that a model can have; how to write one of its kind.
  case parameter(ParameterFailure, kind: String, form: String?)
  /// A season is not twelve weights of which one is above 0.
  case season

  // MARK: Histories

  /// An empirical model names no file.
  case noHistory
  /// A history is written where no file can be read.
  case unreadableHistory
  /// A history has no attainment.
  case emptyHistory
  /// A value in a history is not an attainment.
  case inHistory(Double)

  // MARK: Numbers out of range

  /// A banded model has no band.
  case noBands
  /// A band does not follow the one before.
  case bandOrder(from: Double, to: Double)
  /// A mixture has no part.
  case noParts
  /// A share is not above 0 and up to 1.
  case share(Double, of: Portion)
  /// Shares do not sum to 1.
  case sum(Double, of: Portion)
  /// The size of a deal cannot be spread so.
  case dealSize(ParameterFailure)
  /// Not a number of opportunities of a year.
  case opportunities(Int)
  /// Not a share of opportunities that are won.
  case winRate(Double)
  /// Not a share of deals that are cancelled.
  case cancelled(Double)
  /// Not a number of days in which a deal closes.
  case cycle(Double)
  /// A portfolio has no account.
  case noAccounts
  /// Not a number of accounts.
  case accounts(Int)
  /// Not a chance of a deal with an account.
  case chance(Double)
  /// Not a size of a deal, as a fraction of the quota.
  case size(Double)
  /// Not a decay of ranked accounts.
  case decay(Double)

  // MARK: Fits

  /// A value to be fitted is not an attainment.
  case notAttainment(Double)
  /// Too few attainments above 0.
  case tooFew(Int)
  /// All attainments are the same.
  case noVariation
  /// The attainments vary more than a normal model above 0 can.
  case tooMuchVariation
  /// The attainments fit no model of a kind, for this reason.
  case noFit(String, reason: Inline)

  // MARK: Forecasts

  /// The model of this label draws what is not a finite number.
  case notFinite(String)
  /// No closed form is known for the model of this label.
  case noClosedForm(String)
  /// Not a correlation of what people sell: one from 0 to below 1.
  case correlation(Double)
  /// The pay of people whom one market moves, or of whom one is paid for the others, has no closed form of
  /// its sum.
  case dependentPay
  /// Not a number of simulated years; the most there may be.
  case trials(Int, limit: Int)
  /// Not a number of simulated years of deals; the most there may be.
  case dealYears(Int, limit: Int)
  /// Not a number of simulated years of a team.
  case teamYears(Int)
  /// Not a number of people.
  case people(Int)
  /// The factor that moves all sales cannot be spread so.
  case market(ParameterFailure)
  /// A plan looks at a column of deals that simulated ones do not have.
  case column(String, plan: String)
  /// There is no quota of which a model of selling could speak.
  case noReferenceQuota
  /// What other machines have drawn is not what this forecast would draw.
  case otherDraws
  /// An aim says nothing about what is to be found.
  case aim(String)

  /// A part of a model's text that cannot be read.
  public enum Slip: Hashable, Sendable {
    /// It names none of the numbers that the model has.
    case name(String, known: [String])
    /// A number is given twice.
    case twice(String)
    /// A number is missing.
    case missing(String)
    /// It is not a number.
    case number(String)
    /// A number is not a whole one.
    case whole(String)
    /// A number is far above any attainment.
    case large(String)
    /// It is not a band.
    case band(String)
    /// It is not a part of a mixture.
    case part(String)
  }

  /// What shares sum to 1 of.
  public enum Portion: Hashable, Sendable {
    case bands
    case parts
  }
}
