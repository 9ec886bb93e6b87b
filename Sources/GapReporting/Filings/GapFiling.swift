public import Amounts

/// What an employer in Great Britain has reported about the pay of women and men, in per cent.
public struct GapFiling: Hashable, Sendable {
  /// A number of a filing.
  public enum Figure: String, Hashable, Sendable, CaseIterable {
    case meanHourlyGap = "mean_hourly_gap"
    case medianHourlyGap = "median_hourly_gap"
    case meanBonusGap = "mean_bonus_gap"
    case medianBonusGap = "median_bonus_gap"
    case menWithBonus = "men_with_bonus"
    case womenWithBonus = "women_with_bonus"
    case menLower = "men_lower"
    case womenLower = "women_lower"
    case menLowerMiddle = "men_lower_middle"
    case womenLowerMiddle = "women_lower_middle"
    case menUpperMiddle = "men_upper_middle"
    case womenUpperMiddle = "women_upper_middle"
    case menUpper = "men_upper"
    case womenUpper = "women_upper"

    /// The gaps of bonuses, which exist where men have any.
    public static let bonusGaps: [Figure] = [.meanBonusGap, .medianBonusGap]

    /// The gaps, which may be below zero; all others are parts of a whole.
    fileprivate var isGap: Bool {
      [.meanHourlyGap, .medianHourlyGap].contains(self) || Self.bonusGaps.contains(self)
    }

    /// The parts that men and women are of a quarter.
    fileprivate static func shares(of band: PayQuarters.Band) -> BySex<Figure> {
      switch band {
      case .lower: BySex(men: .menLower, women: .womenLower)
      case .lowerMiddle: BySex(men: .menLowerMiddle, women: .womenLowerMiddle)
      case .upperMiddle: BySex(men: .menUpperMiddle, women: .womenUpperMiddle)
      case .upper: BySex(men: .menUpper, women: .womenUpper)
      }
    }
  }

  /// The name of the employer.
  public var employer: String
  /// The number that tells employers apart; nil where none is said.
  public var id: String?
  /// The numbers that are there, in per cent.
  public var figures: [Figure: Ratio] = [:]
  /// Whether the register says that it came too late; nil where it says nothing.
  public var isMarkedLate: Bool?
  /// The day up to which it was due.
  public var due: CalendarDate?
  /// The day on which it was handed in.
  public var submitted: CalendarDate?

  /// Creates a filing without numbers.
  public init(_ employer: String, id: String? = nil) {
    self.employer = employer
    self.id = id
  }

  /// What does not fit together in a filing, or is not there.
  public enum Fault: Hashable, Sendable {
    /// A number is not there.
    case missing(Figure)
    /// A part of a whole is not from 0 to 100, or a gap is above 100.
    case outOfRange(Figure)
    /// Men and women do not make up a quarter, by more than the rounding of both.
    case quarterSum(PayQuarters.Band, Ratio)
    /// There is a gap of bonuses, and no man has one, so that it would be a part of nothing.
    case gapWithoutMen(Figure)
    /// There is a gap of bonuses other than the 100 that the register has for it, and no woman has one.
    case gapWithoutWomen(Figure)
    /// Men have bonuses, and there is no gap.
    case noBonusGap(Figure)
    /// It came too late.
    case late
    /// It is not marked as late, and was handed in after the day up to which it was due.
    case lateUnmarked
    /// It is marked as late, and was handed in before the day up to which it was due.
    case inTimeMarkedLate
    /// An earlier filing, by its position, is of the same employer.
    case repeated(Int)
  }

  /// Finds what does not fit together in each of some filings.
  ///
  /// - Parameters:
  ///   - filings: Those of one year.
  ///   - known: The numbers that the register has; others are not missing.
  /// - Returns: The faults of each, in their order.
  /// - Complexity: O(filings).
  public static func faults(of filings: [GapFiling], among known: Set<Figure>) -> [[Fault]] {
    var first: [String: Int] = [:]
    return filings.enumerated().map { index, filing in
      var faults = filing.faults(among: known)
      let employer = filing.id ?? filing.employer.lowercased()
      if let earlier = first[employer] {
        faults.append(.repeated(earlier))
      } else {
        first[employer] = index
      }
      return faults
    }
  }

  private func faults(among known: Set<Figure>) -> [Fault] {
    var faults: [Fault] = []
    for figure in Figure.allCases {
      if let number = figures[figure] {
        if number > 100 || !figure.isGap && number < 0 { faults.append(.outOfRange(figure)) }
      } else if known.contains(figure), !Figure.bonusGaps.contains(figure) {
        faults.append(.missing(figure))
      }
    }
    // Who rounds, rounds all quarters alike; a zero at the end is often not written.
    let quarters = PayQuarters.Band.allCases.map { Figure.shares(of: $0) }
    let rounding =
      quarters.flatMap { [figures[$0.men], figures[$0.women]] }
      .compactMap { $0?.lastPlace }.min() ?? .one
    for (band, shares) in zip(PayQuarters.Band.allCases, quarters) {
      guard let men = figures[shares.men], let women = figures[shares.women] else { continue }
      guard let sum = try? men + women, let difference = try? sum - 100 else { continue }
      if difference > rounding || difference < -rounding { faults.append(.quarterSum(band, sum)) }
    }
    return faults + bonusFaults(among: known) + lateness
  }

  private func bonusFaults(among known: Set<Figure>) -> [Fault] {
    guard let men = figures[.menWithBonus] else { return [] }
    return Figure.bonusGaps.compactMap { gap in
      guard let number = figures[gap] else {
        return men > 0 && known.contains(gap) ? .noBonusGap(gap) : nil
      }
      if men == .zero { return .gapWithoutMen(gap) }
      return figures[.womenWithBonus] == .zero && number != 100 ? .gapWithoutWomen(gap) : nil
    }
  }

  /// Registers have the hour too, so that the day up to which it was due may be either.
  private var lateness: [Fault] {
    var isAfter: Bool?
    var isBefore = false
    if let due, let submitted { (isAfter, isBefore) = (submitted > due, submitted < due) }
    switch isMarkedLate {
    case true?: return isBefore ? [.inTimeMarkedLate] : [.late]
    case false?: return isAfter == true ? [.lateUnmarked] : []
    case nil: return isAfter == true ? [.late] : []
    }
  }
}

extension Ratio {
  /// One unit of the last decimal place, 1 for a whole number: by half of it a rounded number can be off, and
  /// two of them by all of it.
  fileprivate var lastPlace: Ratio {
    var (place, number) = (Ratio.one, self)
    // Published numbers have at most nine decimals.
    for _ in 0..<12 where !number.isInteger {
      guard let next = try? number * 10, let unit = try? place / 10 else { break }
      (number, place) = (next, unit)
    }
    return place
  }
}
