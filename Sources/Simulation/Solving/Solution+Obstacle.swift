public import Amounts

extension Solution {
  /// Why no number meets an aim.
  public enum Obstacle: Hashable, Sendable {
    /// A change as far as it is tried.
    public enum Extreme: Hashable, Sendable {
      /// A hundredth of the quota.
      case smallestQuota
      /// A hundred times the quota.
      case largestQuota
      /// Rates of 0.
      case noRates
      /// A thousand times the rates.
      case largestRates
      /// Nothing is paid above the first band.
      case noAccelerators
      /// A thousand times the rates above the first band.
      case largestAccelerators
      /// A cap of 0.
      case zeroCap
      /// A cap that nobody reaches.
      case unreachedCap
    }

    /// The share of people that is asked for is none.
    case shareOutOfRange
    /// Fewer people sell anything than are to reach the quota.
    case fewSell(share: Double)
    /// The quota would be below 1.
    case quotaBelowOne
    /// Nothing says what attainment stands for.
    case noQuota
    /// The plan has no commission, or the one that was named is none.
    case noCommission(Unknown)
    /// The commission has no band above the first.
    case oneBand(component: String)
    /// The plan does not say both its base and its variable.
    case noMix
    /// The rates of the plan are not set by its variable.
    case mixChangesNothing
    /// Pay varies by shares of its mean from a least to a most, whatever the mix.
    case riskOutside(least: Double, most: Double)
    /// What pay varies by jumps over the aim at a mix.
    case riskJumps(at: Ratio, from: Double, to: Double)
    /// The plan never pays as much.
    case paysAtMost(Money)
    /// The plan pays more than the aim even for no sales.
    case paysAtLeast(Money)
    /// Pay jumps over the aim at an attainment.
    case payJumps(at: Ratio, from: Money, to: Money, not: Money)
    /// Expected pay does not depend on the number.
    case sameWhatever(Unknown, pay: Money)
    /// Expected pay jumps over the aim at a number.
    case jumps(Unknown, at: Ratio, from: Money, to: Money, not: Money)
    /// Expected pay is at least an amount, whatever the number.
    case atLeast(Unknown, pay: Money, than: Money)
    /// Expected pay is at most an amount, whatever the number.
    case atMost(Unknown, pay: Money, than: Money)
    /// Expected pay is more even at an extreme.
    case more(Extreme, pay: Money, than: Money)
    /// Expected pay is less even at an extreme.
    case less(Extreme, pay: Money, than: Money)
  }
}
