/// Which credit counts towards the attainment of a period.
public enum Accumulation: String, Hashable, Sendable {
  /// The credit of the period alone.
  case withinPeriod = "within period"
  /// The credit of the plan year so far.
  case yearToDate = "year to date"
  /// Either of the two; for bonuses.
  case either
}
