public import Amounts
internal import CSpecialFunctions

extension OfferTerms {
  /// Equity: a value that the offer states for each year, or a grant that vests.
  public struct Equity: Hashable, Sendable {
    /// What is given.
    public enum Value: Hashable, Sendable {
      /// This much vests in each year.
      case yearly(Ratio)
      /// A grant at the start.
      case grant(Grant)
    }

    /// What is given.
    public internal(set) var value: Value
    /// The share by which it is worth less than stated, because it cannot be sold or may come to nothing.
    public internal(set) var discount: Ratio

    package init(_ value: Value, discount: Ratio) {
      self.value = value
      self.discount = discount
    }

    /// What vests in a year of service, counted from 0, is worth after the discount.
    ///
    /// `luck`, from 0 to 1, is the place in the range of prices.
    func worth(inYear year: Int, luck: Double) -> Double {
      let stated =
        switch value {
        case .yearly(let amount): amount.doubleValue
        case .grant(let grant): grant.worth(inYear: year, luck: luck)
        }
      return stated * (1 - discount.doubleValue)
    }

    /// The expected worth in a year, all places in the range being as likely.
    func expectedWorth(inYear year: Int) -> Double {
      guard isUncertain else { return worth(inYear: year, luck: 0.5) }
      // The worth bends where a price meets the strike, so that the middle is not the mean.
      let steps = 200
      return (0..<steps).reduce(0) { sum, step in
        sum + worth(inYear: year, luck: (Double(step) + 0.5) / Double(steps))
      } / Double(steps)
    }

    /// Whether its price is a range.
    package var isUncertain: Bool {
      if case .grant(let grant) = value { grant.low != grant.high } else { false }
    }
  }

  /// Equity that is given once and vests over time.
  public struct Grant: Hashable, Sendable {
    /// The number of shares or options; nil when the grant is an amount.
    public internal(set) var units: Ratio?
    /// The lowest price of a unit, or the least that the whole grant is worth.
    public internal(set) var low: Ratio
    /// The highest; every price between is as likely.
    public internal(set) var high: Ratio
    /// What has to be paid for a unit; 0 for shares.
    public let strike: Ratio
    /// By how much the price rises in a year from the grant on.
    public internal(set) var growth: Ratio
    /// When it vests.
    public let vesting: Vesting

    package init(
      units: Ratio?, low: Ratio, high: Ratio, strike: Ratio, growth: Ratio, vesting: Vesting
    ) {
      self.units = units
      self.low = low
      self.high = high
      self.strike = strike
      self.growth = growth
      self.vesting = vesting
    }

    func worth(inYear year: Int, luck: Double) -> Double {
      let price = low.doubleValue + (high.doubleValue - low.doubleValue) * luck
      var sum = 0.0
      // Month by month, because the price of the day on which a part vests is what it brings.
      for month in 12 * year + 1...12 * year + 12 {
        let share = vesting.vested(by: month) - vesting.vested(by: month - 1)
        guard share > 0 else { continue }
        let now = price * pow(1 + growth.doubleValue, Double(month) / 12)
        sum += share * (units.map { $0.doubleValue * max(0, now - strike.doubleValue) } ?? now)
      }
      return sum
    }
  }

  /// When a grant vests.
  public enum Vesting: Hashable, Sendable {
    /// In equal parts each so many months over so many months; what vests before the cliff vests on it.
    case even(months: Int, cliff: Int, every: Int)
    /// This share in each year of service, month by month.
    case yearly([Ratio])

    /// The share that has vested by the end of a month of service.
    func vested(by month: Int) -> Double {
      switch self {
      case .even(let months, let cliff, let every):
        if month < max(1, cliff) { return 0 }
        if month >= months { return 1 }
        return Double(max(month / every * every, cliff)) / Double(months)
      case .yearly(let shares):
        return shares.enumerated().reduce(0) { sum, year in
          let served = min(max(month - 12 * year.offset, 0), 12)
          return sum + year.element.doubleValue * Double(served) / 12
        }
      }
    }

    /// The months of service before which nothing vests.
    package var cliff: Int {
      if case .even(_, let cliff, _) = self { cliff } else { 0 }
    }
  }
}
