public import Amounts
internal import Answers
internal import Findings
public import SalaryData

/// The date to which the pay of a market is brought, and how.
public struct MarketAging: Hashable, Sendable {
  /// What pay is moved by.
  public enum Rule: Hashable, Sendable {
    /// An index by its name in the catalogue of datasets, such as "eci".
    case index(String)
    /// A rate per year.
    case rate(RateOfAging)
  }

  /// The month of the pay where the data do not say.
  public var dataMonth: YearMonth?
  /// The month to bring all pay to; nil leaves it where it is.
  public var target: YearMonth?
  /// What it is moved by; nil takes wages (ECI), and over the years of a published series consumer
  /// prices (CPI-U).
  public var rule: Rule?
  /// The rate per year, as a fraction, at which an index is carried on beyond its end; nil for none.
  public var extrapolation: Double?

  /// Creates an aging that leaves pay where it is.
  public init() {}
}

extension MarketAging {
  /// Refuses settings that only say how pay is moved, where it is not moved and the question has no
  /// other use for the rate, or for the indices carried on.
  func requireTarget(
    unlessRate usesRate: Bool = false, unlessCarriedOn usesIndices: Bool = false
  ) throws(InputFailure) {
    guard target == nil else { return }
    if rule != nil, !usesRate { throw Obstacle.noTarget(.ageBy).failure }
    if case .rate(let rate) = rule, rate.method == .simple {
      throw Obstacle.noTarget(.simple).failure
    }
    if extrapolation != nil, !usesIndices { throw Obstacle.noTarget(.extrapolate).failure }
  }

  /// The rate at which the baseline's indices are carried on: that of the index, or by which pay moves.
  var extrapolationOfBaseline: Double? {
    if case .rate(let rate) = rule { return rate.yearly }
    return extrapolation
  }

  /// How pay is moved between months, by an index of the datasets where no other rule is named.
  func aging(
    _ datasets: Datasets, default index: String = "eci"
  ) throws(InputFailure) -> Aging {
    switch rule ?? .index(index) {
    case .rate(let rate):
      guard extrapolation == nil else { throw Obstacle.rateWithoutEnd.failure }
      return .rate(rate)
    case .index(let name):
      return .index(try datasets.priceIndex(named: name), extrapolatingAt: extrapolation)
    }
  }

  /// How fast pay grows in a year, by the rate or, on average over its last five years, the index.
  func growth(_ datasets: Datasets) throws(InputFailure) -> MarketRank.Growth {
    switch try aging(datasets) {
    case .rate(let rate): return MarketRank.Growth(yearly: rate.yearly, source: "as said")
    case .index(let index, _):
      guard let growth = MarketRank.Growth(averageOf: index) else {
        throw Obstacle.shortIndex(index.name).failure
      }
      return growth
    }
  }

  /// Brings people's pay to the target, and returns the month that it then is of, if that is known.
  ///
  /// Without a target nothing is moved: the month is that of the data, if all pay is of one.
  func age(
    _ table: inout SalaryTable, in currency: Currency, _ datasets: Datasets, log: inout FindingLog
  ) throws(InputFailure) -> YearMonth? {
    let dates = table.months
    guard let target else {
      if dates.count == 1, let only = dates.first { return only }
      if let first = dates.first, let last = dates.last {
        log.add(
          Finding(
            "aging.many-dates", .warning, about: .ageTo,
            """
            the pay is of \(dates.count) months, from \(first) to \(last), and compared as it stands
            """, remedy: "say \(.parameter(.ageTo, "\(last)")) to bring it to one date"))
      }
      return dataMonth
    }
    guard currency == .usd || rule != nil else { throw Obstacle.foreign(currency).failure }
    let source: SalaryTable.DateSource
    if !dates.isEmpty {
      source = .column(ColumnRole.date.rawValue)
    } else if let dataMonth {
      source = .month(dataMonth)
    } else {
      throw Obstacle.undated.failure
    }
    let aging = try aging(datasets)
    do throws(IndexGap) {
      let undated = try table.age(
        ColumnRole.allCases.filter(\.isPay), to: target, by: aging, from: source)
      if undated > 0 {
        log.add(
          Finding(
            "aging.undated", .warning, about: .ageTo,
            "\(undated) rows without a date have no pay in the comparison"))
      }
    } catch {
      throw Obstacle.gap(error).failure
    }
    return target
  }

  /// Brings published pay to the target.
  func age(
    _ groups: [SummaryGroup], _ datasets: Datasets
  ) throws(InputFailure) -> [SummaryGroup] {
    guard let target else { return groups }
    let aging = try aging(datasets)
    var aged: [SummaryGroup] = []
    do throws(IndexGap) {
      for group in groups { aged.append(try group.aged(to: target, by: aging)) }
    } catch {
      throw Obstacle.gap(error).failure
    }
    return aged
  }
}

extension MarketAging {
  /// Why pay cannot be brought to a date.
  enum Obstacle: Sendable {
    /// A setting says how pay is moved, and none says when to.
    case noTarget(Parameter)
    /// A rate does not end, so there is nothing to carry on.
    case rateWithoutEnd
    /// The indices are of another country.
    case foreign(Currency)
    /// Nothing says of when the pay is.
    case undated
    /// The index has no value for a month.
    case gap(IndexGap)
    /// The index does not go back five years.
    case shortIndex(String)
    /// Published tables are moved over the years only.
    case publishedNotByYear

    /// The obstacle as a finding.
    var finding: Finding {
      switch self {
      case .noTarget(let parameter):
        Finding(
          "aging.no-target", about: parameter, "it says how pay is moved, and nothing says when to",
          remedy: "say also to when: \(.parameter(.ageTo, "MONTH"))")
      case .rateWithoutEnd:
        Finding(
          "aging.rate-without-end", about: .extrapolate,
          "it carries an index on, and pay is moved by a rate, which has no end")
      case .foreign(let currency):
        Finding(
          "aging.foreign", about: .ageTo,
          "the indices are those of the United States, and the pay is in \(currency.code)",
          remedy: "say how it moved, such as \(.parameter(.ageBy, "3%"))")
      case .undated:
        Finding(
          "aging.no-date", about: .ageTo, "the data do not say of when they are",
          remedy: "add \(.parameter(.date, "MONTH"))")
      case .gap(let gap):
        Finding(
          "aging.gap", about: .ageTo, gap.sentence,
          remedy: gap.isBeyondEnd
            ? "say \(.parameter(.extrapolate, "RATE")) to carry it on" : nil)
      case .shortIndex(let name):
        Finding("aging.short-index", about: .ageBy, "\(name) does not go back five years")
      case .publishedNotByYear:
        Finding(
          "aging.published", about: .ageTo, "published tables are moved over the years only",
          remedy: "say \(.parameter(.by, "year"))")
      }
    }

    /// The failure of the question.
    var failure: InputFailure { InputFailure(.usage, finding) }
  }
}
