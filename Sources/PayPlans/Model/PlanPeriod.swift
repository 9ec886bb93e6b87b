/// The stretch of the plan year after which attainment starts again from zero.
public enum PlanPeriod: String, Hashable, Sendable, CaseIterable {
  /// A month of the plan year.
  case month
  /// Three months.
  case quarter
  /// Six months.
  case half
  /// The whole plan year.
  case year
  /// Each deal walks the bands alone.
  case deal

  /// The number of months; a deal is placed in its month.
  package var monthCount: Int {
    switch self {
    case .month, .deal: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    }
  }
}
