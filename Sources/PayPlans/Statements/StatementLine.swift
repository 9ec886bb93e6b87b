public import Amounts
public import Findings

/// One line of a statement: what one deal, or one period, earned by one rule, or gave back.
public struct StatementLine: Sendable {
  /// What a line is about.
  public enum Kind: String, Hashable, Sendable {
    /// What a deal or a return earned.
    case deal
    /// What a whole period earned.
    case period
    /// What a cancelled deal gave back.
    case clawback
    /// What was added or taken by hand.
    case adjustment
  }

  /// What it is about.
  public let kind: Kind
  /// The deal; nil for a line of a whole period and for an adjustment.
  public let deal: String?
  /// The row of the deal; nil where there is none, and for a clawback.
  let row: Int?
  /// What else is known of the deal; nil where nothing is.
  public let facts: DealFacts?
  /// The day on which it was earned.
  public let date: CalendarDate
  /// What stands in the place of a component for amounts that were added by hand.
  package static let adjustment: String = "Adjustment"

  /// The name of the component; "Adjustment" for what was added by hand.
  public let component: String
  /// The index of its period in `Statement.periods`; nil for what pays deals alone and for adjustments.
  public let period: Int?
  /// What the deal was credited; for a line of a period, the credit of the period.
  public let credit: Ratio
  /// The credit before and after, where a curve paid for the way between them.
  let span: CreditSpan?
  /// What of the credit was paid for that way; nil for all of it.
  let part: Part?
  /// The attainment before it; nil without a quota.
  public let attainmentBefore: Ratio?
  /// The attainment after it.
  public let attainmentAfter: Ratio?
  /// The number of the band that was reached, from 1.
  public let tier: Int?
  /// What the band pays for one unit of credit; nil where the cap of the period is reached.
  public let rate: Ratio?
  /// The most that is paid in the period, where it is reached.
  public let cap: Ratio?
  /// What the line earned, after the yearly cap; for a clawback, what is taken back.
  public let pay: Money
  /// What the yearly cap cut off.
  public let cut: Money
  /// Where the rule that paid it is written.
  public let rule: Place?
  /// The reason of an adjustment.
  public let note: String?
}

extension StatementLine {
  /// What of a deal is paid along the curve, in words and numbers.
  struct Part: Hashable {
    /// The measure that counts it.
    var measure: String
    var paid: Standing.Part
  }
}

/// What the lines of a statement are written from.
struct StatementDetails {
  var lines: [PayLine] = []
  var adjustments: [RoundedAdjustment] = []
  var names: [String] = []
  var places: [String: Place] = [:]
  var periods: [PeriodResult] = []
  /// The places of the bands, by version and component.
  var bandPlaces: [[[Place?]]] = []
  /// The names of the deals, line by line.
  var deals: [String?] = []
  /// What else is known of them, line by line; empty where nothing is known of any.
  var facts: [DealFacts?] = []
  /// Where the rule that took a line back is written, by line.
  var clawbackPlaces: [Int: Place] = [:]
  /// The deals of periods that are one line.
  var pooled: [PooledDeal] = []
  var currency: Currency
}

/// An amount added by hand, rounded as the plan says: once, for its line, its month and the total.
struct RoundedAdjustment: Sendable {
  var date: CalendarDate
  var pay: Money
  var reason: String
  var place: Place?

  init(_ adjustment: Adjustment, on plan: Plan) throws(ArithmeticFailure) {
    date = adjustment.date
    pay = try Money(rounding: adjustment.amount, currency: plan.currency, rule: plan.rounding)
    reason = adjustment.reason
    place = adjustment.place
  }
}

/// A deal that was credited in a period that is paid as one line.
struct PooledDeal: Sendable {
  var deal: String
  var row: Int
  var date: CalendarDate
  var period: Int
  var credit: CreditSpan
}

extension Statement {
  /// The lines, by date and then by deal; they sum to `earned` and `clawback`.
  ///
  /// They are worked out each time they are asked for: of all people together they are as many as the
  /// deals, and most questions are answered without them.
  ///
  /// - Complexity: that of making the statement.
  public var lines: [StatementLine] { builder.details.written }
}

extension Statement {
  /// What of each deal is not due or lapsed; they sum to `notDue` and `lapsed`. By component, then by deal.
  ///
  /// - Complexity: that of making the statement, where the plan pays later than deals close.
  public var holds: [DealHold] { builder.holds }
}

extension StatementDetails {
  /// The lines as people see them.
  var written: [StatementLine] {
    // A cancelled deal that gave nothing back has no line; `clawbacks` says why.
    var written = lines.indices.filter { !lines[$0].isClawback || lines[$0].pay != 0 }
      .map(line(at:))
    written += adjustments.map { adjustment in
      StatementLine(
        kind: .adjustment, deal: nil, row: nil, facts: nil, date: adjustment.date,
        component: StatementLine.adjustment,
        period: nil, credit: .zero, span: nil, part: nil, attainmentBefore: nil,
        attainmentAfter: nil, tier: nil, rate: nil, cap: nil, pay: adjustment.pay,
        cut: .zero(currency), rule: nil, note: adjustment.reason)
    }
    return written
  }

  private func line(at index: Int) -> StatementLine {
    let line = lines[index]
    let name = names[line.component]
    let said = facts.isEmpty ? nil : facts[index]
    if line.isClawback {
      return StatementLine(
        kind: .clawback, deal: deals[index], row: nil, facts: said, date: line.date,
        component: name,
        period: line.period, credit: .zero, span: nil, part: nil, attainmentBefore: nil,
        attainmentAfter: nil, tier: nil, rate: nil, cap: nil,
        pay: Money(minorUnits: line.pay, currency: currency), cut: .zero(currency),
        rule: clawbackPlaces[index], note: nil)
    }
    let period = line.period.map { periods[$0] }
    func attainment(_ credit: Ratio) -> Ratio? {
      guard let quota = period?.quota, .zero < quota else { return nil }
      return try? credit / quota
    }
    var tier: Int?
    var rate: Ratio?
    var cap: Ratio?
    var rule = places[name]
    var span: CreditSpan?
    if let period {
      let curve = period.pricing.curve
      // A whole deal takes the rate of the band before it; on a curve the band that is reached counts.
      let isByDeal = period.pricing.isByDeal
      let piece = curve.pieces[curve.pieceIndex(at: isByDeal ? line.before : line.after)]
      if !isByDeal, line.row != nil { span = .init(before: line.before, after: line.after) }
      tier = piece.tier + 1
      if curve.isAtCap(piece) { cap = curve.cap } else { rate = piece.slope }
      let places = bandPlaces[period.terms.version][period.terms.component]
      if places.indices.contains(piece.tier), let place = places[piece.tier] { rule = place }
    }
    return StatementLine(
      kind: line.row == nil ? .period : .deal, deal: deals[index], row: line.row, facts: said,
      date: line.date, component: name, period: line.period,
      credit: (try? line.after - line.before) ?? .zero, span: span,
      part: line.part.flatMap { part in
        period?.part.map { StatementLine.Part(measure: $0, paid: part) }
      },
      attainmentBefore: attainment(line.before), attainmentAfter: attainment(line.after),
      tier: tier, rate: rate, cap: cap, pay: Money(minorUnits: line.pay, currency: currency),
      cut: Money(minorUnits: line.cut, currency: currency), rule: rule, note: nil)
  }
}
