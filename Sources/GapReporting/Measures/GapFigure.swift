public import Amounts

/// A figure of a gap report: a number, withheld, or one that does not exist. These are three things.
public enum GapFigure: Hashable, Sendable {
  /// The exact number; of gaps and shares a fraction, 0.05 for 5 %.
  case value(Ratio)
  /// The group is smaller than the smallest that is shown.
  case withheld
  /// There is no such number.
  case none(Reason)

  /// Why a number does not exist.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// No man has what it compares.
    case noMen = "no men"
    /// No woman has what it compares.
    case noWomen = "no women"
    /// What men have is zero, and nothing is a part of it.
    case menZero = "men zero"
    /// Nobody is in the group.
    case nobody
  }

  /// The number, where there is one to show.
  public var value: Ratio? {
    guard case .value(let value) = self else { return nil }
    return value
  }

  /// The same figure of a group that may be too small to show.
  func shown(of people: Int, atLeast minimum: Int) -> GapFigure {
    people < minimum ? .withheld : self
  }

  /// A gap: what women have less than men, as a part of what men have. Negative where women have more.
  static func gap(_ values: BySex<Ratio?>) throws(ArithmeticFailure) -> GapFigure {
    guard let men = values.men else { return .none(.noMen) }
    guard let women = values.women else { return .none(.noWomen) }
    guard men != .zero else { return .none(.menZero) }
    return .value(try (men - women) / men)
  }

  /// The part that some of a group are of all of it.
  static func share(
    _ part: Int, of whole: Int, missing reason: Reason
  ) throws(ArithmeticFailure) -> GapFigure {
    whole == 0 ? .none(reason) : .value(try Ratio(Int128(part), over: Int128(whole)))
  }
}

extension Sex {
  /// Why a figure does not exist where nobody is of this sex.
  var absence: GapFigure.Reason { self == .man ? .noMen : .noWomen }
}

extension Collection<Ratio> {
  /// The arithmetic mean; nobody has none.
  func mean() throws(ArithmeticFailure) -> Ratio {
    try sum() / Ratio(count)
  }

  /// The middle value, of an even count the mean of the two in the middle.
  ///
  /// - Complexity: O(*n* log *n*).
  func median() throws(ArithmeticFailure) -> Ratio {
    let sorted = sorted()
    guard !sorted.isEmpty else { throw .divisionByZero }
    let upper = sorted[count / 2]
    return count % 2 == 1 ? upper : try (sorted[count / 2 - 1] + upper) / 2
  }
}

/// The mean and the median of what men and women have, and the gaps between them.
public struct PairOfGaps: Hashable, Sendable {
  /// The means; nil for a sex of which nobody is in the group.
  public let means: BySex<Ratio?>
  /// The medians; nil for a sex of which nobody is in the group.
  public let medians: BySex<Ratio?>
  /// The gap between the means.
  public private(set) var meanGap: GapFigure
  /// The gap between the medians.
  public private(set) var medianGap: GapFigure

  /// Compares the amounts of men and women.
  init(_ amounts: BySex<[Ratio]>) throws(ArithmeticFailure) {
    means = try amounts.map { amounts throws(ArithmeticFailure) in
      amounts.isEmpty ? nil : try amounts.mean()
    }
    medians = try amounts.map { amounts throws(ArithmeticFailure) in
      amounts.isEmpty ? nil : try amounts.median()
    }
    meanGap = try .gap(means)
    medianGap = try .gap(medians)
  }

  /// The same of a group that may be too small to show.
  func shown(of people: Int, atLeast minimum: Int) -> PairOfGaps {
    var shown = self
    shown.meanGap = meanGap.shown(of: people, atLeast: minimum)
    shown.medianGap = medianGap.shown(of: people, atLeast: minimum)
    return shown
  }
}
