public import Amounts
public import PayPlans

/// What each month of a year of service earns as functions of attainment.
///
/// They are those of `ServiceYear.incentive(attainment:)`, to less than a thousandth.
public struct CompiledServiceYear: Sendable {
  private let starts: [Double]
  /// The pay of the twelve months at the start of each piece, and its slopes.
  private let values: [[Double]]
  private let slopes: [[Double]]

  /// Compiles a year of service.
  ///
  /// - Throws: `ArithmeticFailure` when an amount does not fit.
  /// - Complexity: some 5 exact evaluations for each band and month.
  public init(_ year: ServiceYear) throws(ArithmeticFailure) {
    var plan = year.plan
    let corners = try year.corners()
    plan.currency = plan.currency.inMillionths
    for index in plan.versions.indices { plan.versions[index].plan.currency = plan.currency }
    let fine = ServiceYear(plan, number: year.number, salesShares: year.salesShares)
    let fit = try PiecewiseFit(corners: corners) { (attainment) throws(ArithmeticFailure) in
      try fine.incentive(attainment: attainment).map { Double($0.minorUnits) / 1e6 }
    }
    starts = fit.starts.map { $0.doubleValue }
    values = fit.values
    slopes = fit.slopes
  }

  /// Returns the pay of the twelve months.
  ///
  /// - Complexity: O(log of the number of pieces).
  public func callAsFunction(_ attainment: Double) -> [Double] {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= attainment { low = middle } else { high = middle }
    }
    let distance = attainment - starts[low]
    return zip(values[low], slopes[low]).map { $0 + $1 * distance }
  }
}
