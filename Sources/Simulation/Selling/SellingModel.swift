public import Statistics

/// A deal of a simulated year.
public struct SoldDeal: Hashable, Sendable {
  /// The day of the year on which it closes, from 0 to 364.
  public var day: Int
  /// The amount, as a share of the reference quota.
  public var amount: Double
  /// The number of days after which it is cancelled; nil for one that stays.
  public var cancelledAfter: Int?

  /// Creates a deal.
  public init(day: Int, amount: Double, cancelledAfter: Int? = nil) {
    self.day = day
    self.amount = amount
    self.cancelledAfter = cancelledAfter
  }
}

/// How the deals of a year come about, so that periods, draws, ramps and clawbacks matter.
///
/// A model needs `deals` alone:
///
///     struct OneWhale: SellingModel {
///       func deals(using generator: inout Xoshiro256PlusPlus) -> [SoldDeal] {
///         generator.uniform() < 0.8 ? [SoldDeal(day: 330, amount: 1.2)] : []
///       }
///     }
public protocol SellingModel: Sendable {
  /// The model in words, as answers show it.
  var label: String { get }

  /// Returns the deals of one year, in any order.
  func deals(using generator: inout Xoshiro256PlusPlus) -> [SoldDeal]
}

extension SellingModel {
  /// The name of the type.
  public var label: String { "\(Self.self)" }
}
