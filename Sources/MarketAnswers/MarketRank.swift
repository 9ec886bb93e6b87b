public import Amounts
public import Answers
public import Findings
internal import Reporting
public import SalaryData
public import Statistics

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Where an amount of pay stands in a market, and in each part of it.
public struct MarketRank: Answer {
  /// A pay range, from its minimum to its maximum.
  public struct Range: Hashable, Sendable {
    /// The lower end.
    public let minimum: Double
    /// The upper end, above the lower one.
    public let maximum: Double

    /// Creates a range; nil unless 0 ≤ minimum < maximum.
    public init?(minimum: Double, maximum: Double) {
      guard minimum >= 0, minimum < maximum, maximum.isFinite else { return nil }
      self.minimum = minimum
      self.maximum = maximum
    }

    /// The middle of the range.
    public var midpoint: Double { (minimum + maximum) / 2 }
  }

  /// How sure the percentile of an amount is.
  public enum Certainty: String, Hashable, Sendable {
    /// Counted from people.
    case counted
    /// Read between two published percentiles.
    case interpolated
    /// Beyond the published percentiles, where a lognormal tail is a guess.
    case extrapolated
  }

  /// The place of the amount in one market.
  public struct Place: Sendable {
    /// What tells the market apart, one for each column.
    public let key: [GroupKey]
    /// How many people or jobs it has; nil where that is not published.
    public let count: Double?
    /// The share of people who are paid the amount or less.
    public let share: Estimate
    /// The share of people who are paid exactly the amount; nil for published percentiles.
    public let shareEqual: Double?
    /// How the share was found.
    public let certainty: Certainty
    /// P10, P25, P50, P75 and P90 of the market.
    public let percentiles: [SummaryCell]

    /// The median; nil where it is not known.
    public var median: Double? { percentiles[2].value }
  }

  /// The next quartile above the amount, or P90, and what it pays.
  public struct NextStep: Hashable, Sendable {
    /// The percentile, such as 75.
    public let percentile: Int
    /// What it pays, or the bound that it does not lie below.
    public let pay: SummaryCell
  }

  /// The yearly growth of pay that a lead over the median is expressed in.
  public struct Growth: Hashable, Sendable {
    /// The growth in a year as a fraction.
    public let yearly: Double
    /// Where it is from, as a phrase.
    public let source: Inline

    /// Creates a growth.
    public init(yearly: Double, source: Inline) {
      self.yearly = yearly
      self.source = source
    }

    /// Creates the compound yearly growth that makes up a factor over some years.
    public init(averageOf factor: Double, over years: Double, source: Inline) {
      self.init(yearly: pow(factor, 1 / years) - 1, source: source)
    }

    /// Creates the average growth of the last five years of an index; nil when it is shorter.
    public init?(averageOf index: PriceIndex) {
      guard let last = index.observations.last,
        let first = index.observations.last(where: { $0.period.distance(to: last.period) >= 60 })
      else { return nil }
      self.init(
        averageOf: last.level / first.level,
        over: Double(first.period.distance(to: last.period)) / 12,
        source: "the average of \(index.name) from \(first.period) to \(last.period)")
    }
  }

  /// The amount for a year.
  public let amount: Double
  /// Its currency.
  public let currency: Currency
  /// The names of the columns that tell the markets apart.
  public let columns: [String]
  /// How a document names those columns.
  let headings: [Inline]
  /// The month of the pay in the market; nil where nothing says.
  public let date: YearMonth?
  /// What is ranked, such as "base pay".
  public let payName: Inline
  /// The whole market; nil where its parts cannot be taken together.
  public let whole: Place?
  /// The parts of the market, the one where the amount stands highest first.
  public let places: [Place]
  /// The range that the amount is held against; nil takes P10 to P90 of each market.
  public let range: Range?
  /// How fast pay grows; nil where nothing tells.
  public let growth: Growth?
  /// The definition of percentiles and what else a reader must know.
  public let notes: [Inline]
  /// The share of samples in which an interval covers the true value.
  public let level: Double
  /// How the files of people's data were read; none for published tables.
  public let readings: [SalaryReading]

  /// The compa-ratio: the amount over the midpoint of the range, or over the market's median.
  public func compaRatio(in place: Place) -> Double? {
    (range?.midpoint ?? place.median).flatMap { $0 > 0 ? amount / $0 : nil }
  }

  /// How far the amount lies into the range, 0 at its minimum and 1 at its maximum.
  ///
  /// Below 0 and above 1 it is outside. Nil where an end of the range is not known.
  public func rangePenetration(in place: Place) -> Double? {
    guard let low = range?.minimum ?? place.percentiles[0].value,
      let high = range?.maximum ?? place.percentiles[4].value, high > low
    else { return nil }
    return (amount - low) / (high - low)
  }

  /// In how many years the median of the market would grow to the amount; negative if it is above.
  public func yearsOfAging(in place: Place) -> Double? {
    guard let growth, let median = place.median, median > 0, amount > 0, growth.yearly > 0 else {
      return nil
    }
    return log(amount / median) / log(1 + growth.yearly)
  }

  /// The next of P25, median, P75 and P90 that pays more than the amount; nil above all of them.
  public func nextStep(in place: Place) -> NextStep? {
    for (percentile, pay) in zip([10, 25, 50, 75, 90], place.percentiles).dropFirst() {
      guard let bound = pay.lowerBound else { continue }
      if bound > amount || pay.value == nil { return NextStep(percentile: percentile, pay: pay) }
    }
    return nil
  }

  private static func ranked(_ places: [Place]) -> [Place] {
    places.sorted {
      ($0.share.value, $1.sortName) > ($1.share.value, $0.sortName)
    }
  }
}

// MARK: From people

extension MarketRank {
  /// Ranks an amount among people.
  ///
  /// - Parameters:
  ///   - amount: The amount for a year, in the currency of the data.
  ///   - data: The people.
  ///   - columns: The columns that tell markets apart; empty ranks in the whole only.
  ///   - range: A pay range; nil takes P10 to P90 of each market.
  ///   - growth: How fast pay grows; nil leaves years of aging out.
  ///   - design: How the people stand for a population.
  ///   - level: The share of samples in which the interval of a share covers the true value.
  ///   - rule: The definition of percentiles; nil takes the usual one for the weights.
  /// - Throws: `.usage` for a column that the table does not have; `.badData` for weights or a design
  ///   that cannot be used, or when nobody has pay.
  /// - Complexity: O(rows) on average without weights, clusters and strata.
  public init(
    _ amount: Double, in data: PeopleData, by columns: [String], range: Range? = nil,
    growth: Growth?, design: SurveyDesign = SurveyDesign(), level: Double = 0.95,
    rule: QuantileRule? = nil
  ) throws(InputFailure) {
    self.amount = amount
    (currency, date, readings) = (data.currency, data.date, data.readings)
    self.columns = columns
    headings = columns.map { Inline($0) }
    self.range = range
    self.growth = growth
    self.level = level
    payName = data.pay.payName
    let people = try SurveyedPay(data.table, data.pay, design)
    let rows = try people.table.grouped(by: columns)
    let parts =
      columns.isEmpty ? [] : people.sample.split(into: rows.count) { Int(rows.groupOfRow[$0]) }
    var places: [Place] = []
    do throws(SampleFailure) {
      whole = try people.sample.marketPlace(
        of: amount, GroupKey.totals(columns), level: level, rule)
      for (key, sample) in zip(rows.keys, parts) {
        let key = key.map { GroupKey(cell: $0) }
        if let place = try sample.marketPlace(of: amount, key, level: level, rule) {
          places.append(place)
        }
      }
    } catch {
      throw InputFailure(error, design, people.table)
    }
    self.places = Self.ranked(places)
    let rule = rule ?? .standard(for: design.weighting)
    notes =
      ["Percentiles by \(rule.title)."]
      + people.leftOut.map { "\($0.rows) people \($0.reason) are left out." }
  }
}

extension MarketRank.Place {
  /// The name that markets of one share are in order by.
  fileprivate var sortName: String { key.map { $0.value ?? "" }.joined(separator: "\0") }
}

extension Sample {
  /// The place of an amount among its people; nil for nobody.
  fileprivate func marketPlace(
    of amount: Double, _ key: [GroupKey], level: Double, _ rule: QuantileRule?
  ) throws(SampleFailure) -> MarketRank.Place? {
    guard let share = try shareEstimate(atMost: amount, level: level),
      let percentiles = quantiles(PaySummary.shares, rule),
      let below = self.share(atMost: amount.nextDown)
    else { return nil }
    return MarketRank.Place(
      key: key, count: Double(count), share: share, shareEqual: share.value - below,
      certainty: .counted, percentiles: percentiles.map { .value($0) })
  }
}

// MARK: From published tables

extension MarketRank {
  /// Ranks an amount in published pay.
  ///
  /// - Parameters:
  ///   - amount: The amount for a year in US dollars.
  ///   - groups: The markets, of one date, without totals of one another.
  ///   - grouping: By what the markets are told apart.
  ///   - range: A pay range; nil takes P10 to P90 of each market.
  ///   - growth: How fast pay grows; nil leaves years of aging out.
  /// - Complexity: O(groups).
  public init(
    _ amount: Double, in groups: [SummaryGroup], by grouping: SummaryGrouping, range: Range? = nil,
    growth: Growth?
  ) {
    self.amount = amount
    readings = []
    currency = .usd
    columns = [grouping.rawValue]
    headings = [grouping.name]
    date = groups.first?.referencePeriod
    self.range = range
    self.growth = growth
    level = 0.95
    payName = "pay"
    let occupations = Set(groups.map(\.occupation))
    let places = groups.compactMap { group -> Place? in
      var title = grouping.title(of: group)
      var name = grouping.name(of: group)
      // One sector for each of several occupations is as many markets.
      if grouping != .occupation, occupations.count > 1 {
        title = "\(group.occupation.title), \(title)"
        name = group.occupation.occupationName + Inline(", ") + name
      }
      return Place([.named(title, name)], group, amount)
    }
    self.places = Self.ranked(places)
    let pool = places.count > 1 ? grouping.pool(groups) : nil
    let only = places.count == 1 ? groups.first { PercentileCurve($0) != nil } : nil
    whole = (pool?.group ?? only).flatMap { Place([.total], $0, amount) }
    var notes: [Inline] = [
      """
      The share is read from a piecewise lognormal through the published percentiles, which have no \
      published standard error, so it has no interval.
      """, SummaryComparison.scopeCaution,
    ]
    if let deviation = pool?.meanDeviation, abs(deviation) > SummaryPool.tolerance {
      notes.append(
        """
        All together: the curves imply a mean \
        \(.percentage(deviation, sign: .always)) off the published one.
        """)
    }
    let unknown = groups.count - places.count
    if unknown > 0 { notes.append("\(unknown) groups without published percentiles are left out.") }
    self.notes = notes
  }
}

extension MarketRank.Place {
  fileprivate init?(_ key: [GroupKey], _ group: SummaryGroup, _ amount: Double) {
    guard let curve = PercentileCurve(group), let low = curve.points.first,
      let high = curve.points.last
    else { return nil }
    let isInside = (low.value...high.value).contains(amount)
    self.init(
      key: key, count: group.employment.value,
      share: Estimate(
        value: curve.cumulative(at: amount), standardError: nil, degreesOfFreedom: nil,
        interval: nil), shareEqual: nil, certainty: isInside ? .interpolated : .extrapolated,
      percentiles: SummaryGroup.Percentile.allCases.map { group[$0] })
  }
}
