public import Amounts
public import Findings

/// Money that is paid before, or whether or not, it is earned.
public struct Draw: Sendable {
  /// What becomes of the money.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An advance: a shortfall is paid, owed, and taken from later incentive.
    case recoverable
    /// A floor: a shortfall is paid and not owed.
    case nonRecoverable = "non-recoverable"
    /// Paid on top of whatever is earned.
    case added
  }

  /// What becomes of the money.
  public var kind: Kind
  /// The amount for a full period.
  public var amount: Ratio
  /// The period.
  public var per: PlanPeriod
  /// The months of service in which it runs; nil for always.
  public var months: Int?
  /// The most of the incentive above the draw that is taken back in a period.
  public var recover: Ratio
  /// Whether what is owed at the end of the plan year is forgiven.
  public var isForgiven: Bool
  /// Where the draw is written.
  public var place: Place?

  /// Creates a draw.
  public init(
    _ kind: Kind, amount: Ratio, per: PlanPeriod, months: Int? = nil, recover: Ratio = .one,
    isForgiven: Bool = false, place: Place? = nil
  ) {
    self.kind = kind
    self.amount = amount
    self.per = per
    self.months = months
    self.recover = recover
    self.isForgiven = isForgiven
    self.place = place
  }
}

/// The least that is paid, and not owed, in the first months of service.
public struct Guarantee: Sendable {
  /// How much it is.
  public enum Amount: Hashable, Sendable {
    /// A share of the variable for the period.
    case share(Ratio)
    /// An amount for each period of service, one after the other.
    case amounts([Ratio])
  }

  /// How much it is.
  public var amount: Amount
  /// The months of service in which it holds.
  public var months: Int
  /// The period over which it is compared with what is due.
  public var per: PlanPeriod
  /// Where the guarantee is written.
  public var place: Place?

  /// Creates a guarantee.
  public init(_ amount: Amount, months: Int, per: PlanPeriod, place: Place? = nil) {
    self.amount = amount
    self.months = months
    self.per = per
    self.place = place
  }
}

/// What a cancelled deal gives back.
public struct Clawback: Sendable {
  /// How much is given back.
  public enum Take: Hashable, Sendable {
    /// This share of the pay.
    case share(Ratio)
    /// The share of the window that is left at the cancellation.
    case prorated
  }

  /// What becomes of the credit of a cancelled deal.
  public enum Attainment: String, Hashable, Sendable, CaseIterable {
    /// It goes on counting.
    case keeps
    /// It is taken out of the period of the cancellation as well; no other deal is re-rated.
    case reduces
    /// Its own period, and year to date the later ones, are paid as if the deal had never been.
    case restates
  }

  /// The time after the close in which a cancellation counts.
  public var within: CalendarSpan
  /// The column with the day of the cancellation.
  public var column: String
  /// How much is given back.
  public var take: Take
  /// What becomes of the credit.
  public var attainment: Attainment
  /// The number of months over which it is spread.
  public var instalments: Int
  /// Where the clawback is written.
  public var place: Place?

  /// Creates a clawback.
  public init(
    within: CalendarSpan, of column: String = "cancelled_date", take: Take = .share(.one),
    attainment: Attainment = .keeps, instalments: Int = 1, place: Place? = nil
  ) {
    self.within = within
    self.column = column
    self.take = take
    self.attainment = attainment
    self.instalments = instalments
    self.place = place
  }
}

/// A length of time in calendar terms.
public enum CalendarSpan: Hashable, Sendable {
  /// A number of days.
  case days(Int)
  /// A number of months; a day that a month does not have is its last.
  case months(Int)

  /// Returns the day that lies this long after another.
  public func after(_ date: CalendarDate) -> CalendarDate {
    switch self {
    case .days(let count): date.advanced(by: count)
    case .months(let count): date.addingMonths(count)
    }
  }
}

/// A share of a line and the day on which it is due.
public struct PaymentShare: Hashable, Sendable {
  /// The column with the day, or `receipts`.
  public var column: String
  /// How long after that day it is due.
  public var delay: CalendarSpan
  /// The share of the line.
  public var share: Ratio

  /// In place of a column: what customers paid, each receipt its share of the deal.
  public static let receipts: String = "receipts"

  /// Whether it follows what customers paid.
  public var followsReceipts: Bool { column == Self.receipts }

  /// The whole line on the day of the deal.
  public static let onClose: PaymentShare = PaymentShare("close_date", share: .one)

  /// Creates a share.
  public init(_ column: String, delay: CalendarSpan = .days(0), share: Ratio) {
    self.column = column
    self.delay = delay
    self.share = share
  }
}
