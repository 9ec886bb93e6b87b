public import Amounts

/// A published index of prices or wages, with the holes that it has.
///
/// A value that was not published is a hole: it is reported and never interpolated.
public struct PriceIndex: Hashable, Sendable {
  /// One published value of the index, with the period that it is for.
  public struct Observation: Hashable, Sendable {
    /// The last month of the period that the value stands for.
    public let period: YearMonth
    /// The level of the index, in the units of its base.
    public let level: Double
    /// The release that the value was read from, where values are revised later.
    public let vintage: String?

    /// Creates an observation.
    public init(period: YearMonth, level: Double, vintage: String? = nil) {
      self.period = period
      self.level = level
      self.vintage = vintage
    }
  }

  /// The short name, such as "CPI-U".
  public let name: String
  /// How often it is published.
  public let frequency: IndexFrequency
  /// The published values, in the order of their periods.
  public let observations: [Observation]

  /// Creates an index; of several values for one period the last one counts.
  ///
  /// - Complexity: O(n log n).
  public init(name: String, frequency: IndexFrequency, observations: [Observation]) {
    self.name = name
    self.frequency = frequency
    let latest = Dictionary(observations.map { ($0.period, $0) }) { _, later in later }
    self.observations = latest.values.sorted { $0.period < $1.period }
  }

  /// Returns the value for a month.
  ///
  /// In a quarterly index it is the value of the quarter that holds the month; the ECI refers to
  /// the last month of a quarter, so that value is of the month or follows it.
  ///
  /// - Complexity: O(log n).
  public func observation(for month: YearMonth) throws(IndexGap) -> Observation {
    let period = frequency.period(holding: month)
    let position = firstPosition(atOrAfter: period)
    if position < observations.count, observations[position].period == period {
      return observations[position]
    }
    throw IndexGap(
      index: name, period: frequency.label(of: period),
      previous: position > 0 ? label(observations[position - 1]) : nil,
      next: position < observations.count ? label(observations[position]) : nil)
  }

  /// Returns what an amount of one month is multiplied by to stand at the level of another.
  ///
  /// - Complexity: O(log n).
  public func factor(from start: YearMonth, to end: YearMonth) throws(IndexGap) -> AgingFactor {
    let first = try observation(for: start)
    let last = try observation(for: end)
    return AgingFactor(
      value: last.level / first.level,
      rule: .index(IndexSteps(index: self, from: first, to: last)))
  }

  /// Returns the same, carried on from the last value at a yearly compound rate where it ends early.
  ///
  /// A hole inside the index is still an error, because the index says nothing about it.
  ///
  /// - Complexity: O(log n).
  public func factor(
    from start: YearMonth, to end: YearMonth, extrapolatingAt rate: Double
  ) throws(IndexGap) -> AgingFactor {
    guard let last = observations.last, frequency.period(holding: end) > last.period else {
      return try factor(from: start, to: end)
    }
    let first = try observation(for: start)
    let months = last.period.distance(to: frequency.period(holding: end))
    let growth = RateOfAging(yearly: rate, method: .compound)
    return AgingFactor(
      value: last.level / first.level * growth.factor(months: months),
      rule: .extrapolatedIndex(
        IndexSteps(index: self, from: first, to: last), growth, months: months))
  }

  private func label(_ observation: Observation) -> String {
    frequency.label(of: observation.period)
  }

  private func firstPosition(atOrAfter period: YearMonth) -> Int {
    var (low, high) = (0, observations.count)
    while low < high {
      let middle = (low + high) / 2
      if observations[middle].period < period { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
