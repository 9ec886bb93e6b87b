public import Amounts
public import Answers
internal import Calculator
public import PayPlans
public import Reporting

/// What a plan pays in a year for each of some quotas, and for some sales or attainments.
public struct EarningsGrid: Answer {
  /// What runs down the grid.
  public enum Axis: Hashable, Sendable {
    /// Sales in a year, in major units of the plan's currency.
    case sales([Ratio])
    /// Attainments as fractions of the quota.
    case attainment([Ratio])
  }

  /// One point of the grid.
  public struct Point: Sendable {
    /// The quota for a year, in the currency or the unit of the plan's measure; nil without one.
    public let quota: Ratio?
    /// What is sold in the year; nil where a scored measure has an attainment and no sales.
    public let sales: Ratio?
    /// Sales ÷ quota; nil without a quota.
    public let attainment: Ratio?
    /// What it pays.
    public let earnings: Earnings
  }

  /// The plan, as its file has it.
  public let plan: Plan
  /// The quotas, in the order given; a plan without a quota has the one entry nil.
  public let quotas: [Ratio?]
  /// What runs down the grid.
  public let axis: Axis
  /// The rows of the grid: one for each value of the axis, with one point for each quota.
  public let rows: [[Point]]
  /// Whether an attainment pays the same on every quota; nil where there is no quota.
  public let paysAlikeOnEveryQuota: Bool?

  /// Prices a plan on a grid.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - quotas: Quotas for a year, all positive; empty stands for the plan's own.
  ///   - axis: What runs down the grid; attainments need a quota.
  /// - Throws: `.noQuota` for attainments of no quota, `.zeroQuota`, and `.tooLarge` when an amount
  ///   does not fit.
  public init(plan: Plan, quotas: [Ratio], axis: Axis) throws(PricingFailure) {
    let quotas: [Ratio?] = quotas.isEmpty ? [plan.primaryMeasure?.quota] : quotas
    self.plan = plan
    self.axis = axis
    self.quotas = quotas
    if quotas.contains(.zero) { throw .zeroQuota }
    if case .attainment = axis, quotas.contains(nil), plan.primaryMeasure?.isScored != true {
      throw .noQuota
    }
    do throws(ArithmeticFailure) {
      rows =
        switch axis {
        case .sales(let values):
          try values.map { (sales) throws(ArithmeticFailure) in
            try quotas.map { (quota) throws(ArithmeticFailure) in
              try Point(plan, sales: sales, quota: quota)
            }
          }
        case .attainment(let values):
          try values.map { (attainment) throws(ArithmeticFailure) in
            try quotas.map { (quota) throws(ArithmeticFailure) in
              try Point(plan, attainment: attainment, quota: quota)
            }
          }
        }
    } catch {
      throw PricingFailure(error)
    }
    paysAlikeOnEveryQuota = Self.paysAlike(plan, quotas: quotas, rows)
  }

  /// Whether an attainment pays the same on every quota; nil where there is no quota.
  ///
  /// A single quota shows nothing: it is tried on others far from it. Rates of what is sold and levels
  /// in amounts are what pays differently.
  private static func paysAlike(_ plan: Plan, quotas: [Ratio?], _ rows: [[Point]]) -> Bool? {
    let own = quotas.compactMap(\.self)
    guard let first = own.first else { return nil }
    let isAlike = rows.allSatisfy { row in
      row.allSatisfy { $0.earnings == row.first?.earnings }
    }
    guard own.count == 1, isAlike else { return isAlike }
    return rows.joined().allSatisfy { point in
      guard let attainment = point.attainment else { return true }
      return [2, 10, try? Ratio(1, over: 10)].compactMap(\.self).allSatisfy { factor in
        // An amount that does not fit shows nothing either.
        guard let other = try? plan.withQuota(first * factor).earnings(attainment: attainment)
        else {
          return true
        }
        return other == point.earnings
      }
    }
  }

  /// What was taken for granted.
  public var assumptions: [EarningsAssumption] {
    plan.earningsAssumptions(bySales: plan.primaryMeasure?.quota == nil && quotas == [nil])
  }
}

extension EarningsGrid.Point {
  fileprivate init(_ plan: Plan, sales: Ratio, quota: Ratio?) throws(ArithmeticFailure) {
    self.quota = quota
    self.sales = sales
    if let quota {
      attainment = try sales / quota
      earnings = try plan.earnings(sales: sales, quota: quota)
    } else {
      attainment = nil
      earnings = try plan.earnings(sales: sales)
    }
  }

  fileprivate init(_ plan: Plan, attainment: Ratio, quota: Ratio?) throws(ArithmeticFailure) {
    self.quota = quota
    self.attainment = attainment
    if let quota {
      sales = try attainment * quota
      earnings = try plan.withQuota(quota).earnings(attainment: attainment)
    } else {
      sales = nil
      earnings = try plan.earnings(attainment: attainment)
    }
  }
}

// MARK: For programs

extension EarningsGrid {
  public var tables: [NamedTable] {
    [
      NamedTable("rows", pointSheet.records), NamedTable("components", componentSheet.records),
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("plan", .string(plan.name)), .init("currency", .string(plan.currency.code)),
      .init("assumptions", assumptions.json),
    ]
  }
}

// MARK: The sheets

extension EarningsGrid {
  /// Every point; people read those of one quota.
  private var pointSheet: Sheet<Point> {
    var sheet = Sheet(rows.flatMap(\.self))
    sheet.add("quota") { .ratio($0.quota) }
    sheet.add("sales", .number("Sold"), { .ratio($0.sales) }, cell: { sold($0.sales) })
    addAttainment(to: &sheet)
    addPay(to: &sheet)
    return sheet
  }

  /// What each component earns at every point.
  private var componentSheet: Sheet<(point: Point, component: Earnings.ComponentEarnings)> {
    var sheet = Sheet(
      rows.joined().flatMap { point in
        point.earnings.components.map { (point: point, component: $0) }
      })
    sheet.add("component") { .text($0.component.name) }
    sheet.add("quota") { .ratio($0.point.quota) }
    sheet.add("sales") { .ratio($0.point.sales) }
    sheet.add("attainment") { .ratio($0.point.attainment) }
    sheet.add("earned") { .money($0.component.earned) }
    return sheet
  }

  /// Total pay: sales down, quotas across, so that one line shows what each quota pays for the same sales.
  private var totalSheet: Sheet<Point> {
    var sheet = Sheet(lines: rows, caption: owesSomething ? "Total paid" : "Total pay")
    sheet.add(.number("Sold")) { sold($0.sales) }
    sheet.add {
      .number($0.quota.map { "On \(sold($0))" } ?? "Pay")
    } cell: {
      .strong(.amount($0.earnings.paid))
    }
    sheet.add {
      _ in
      .number("Attainment")
    } cell: {
      .percentage($0.attainment)
    }
    return sheet
  }

  /// Pay by attainment, which is the same on every quota, and what has to be sold for it on each.
  private var attainmentSheet: Sheet<Point> {
    var sheet = Sheet(lines: rows)
    addAttainment(to: &sheet)
    addPay(to: &sheet)
    if quotas != [nil] {
      sheet.add {
        .number("Sold on \(sold($0.quota))")
      } cell: {
        sold($0.sales)
      }
    }
    return sheet
  }

  private func addAttainment(to sheet: inout Sheet<Point>) {
    sheet.add("attainment", "Attainment", .percentage(places: attainmentPlaces)) {
      .ratio($0.attainment)
    }
  }

  /// Adds the parts of pay; what is owed on a draw is shown only where something is.
  private func addPay(to sheet: inout Sheet<Point>) {
    let owes = owesSomething
    let hasDraw = owes || rows.joined().contains { $0.earnings.draw.minorUnits != 0 }
    sheet.add("base", "Base", .amount()) { .money($0.earnings.base) }
    for (index, component) in plan.components.enumerated() {
      sheet.add(.number(.init(component.name))) { .amount($0.earnings.components[index].earned) }
    }
    sheet.add("incentive") { .money($0.earnings.incentive) }
    sheet.add("draw", hasDraw ? "Draw" : nil, .amount()) { .money($0.earnings.draw) }
    sheet.add("owed_draw", owes ? "Owed on the draw" : nil, .amount()) {
      .money($0.earnings.owedDraw)
    }
    sheet.add("total", owes ? "Total paid" : "Total", .strong(.amount())) {
      .money($0.earnings.paid)
    }
    sheet.add("kept", owes ? "Paid less owed" : nil, .amount()) { .money($0.earnings.kept) }
    sheet.show("owed_draw", after: "total")
  }
}

// MARK: For people

extension EarningsGrid {
  /// Sales in a grid are drawn as they stand in it: a line for each quota.
  public var charts: [Chart] {
    guard case .sales(let sales) = axis, let low = sales.min(), let high = sales.max(), low < high
    else { return [PayCurveChart.chart(of: plan)].compactMap(\.self) }
    let measure = plan.primaryMeasure
    let chart = PayCurveChart.chart(
      of: plan, quotas: quotas.map { ($0.map { "On \(sold($0))" } ?? "Pay", $0) }, from: low,
      to: high, unit: (measure?.unit ?? .money) == .money ? .money(plan.currency) : .number,
      yTitle: owesSomething ? "Paid less owed for a year" : "Total pay for a year")
    return [chart].compactMap(\.self)
  }

  public var document: Document {
    Document(
      title: .init(plan.name),
      blocks: [.paragraph(introduction)] + blocks + assumptions.blocks)
  }

  private var introduction: Inline {
    switch axis {
    case .sales:
      "Pay for a year in \(plan.currency.code), by what is sold in the year and by quota."
    case .attainment where paysAlikeOnEveryQuota == nil:
      "Pay for a year in \(plan.currency.code), by attainment."
    case .attainment where paysAlikeOnEveryQuota == true:
      """
      Pay for a year in \(plan.currency.code), by attainment. It does not depend on the quota; what \
      has to be sold for it does.
      """
    case .attainment:
      """
      Pay for a year in \(plan.currency.code), by attainment. The plan pays rates of what is sold, so \
      one attainment pays differently on each quota.
      """
    }
  }

  /// The tables, which are also a part of the salary report.
  package var blocks: [Block] {
    let details = quotas.indices.flatMap { index -> [Block] in
      [
        .heading(level: 3, quotas[index].map { "On a quota of \(sold($0))" } ?? "In parts"),
        .table(pointSheet.table(of: rows.map { $0[index] })),
      ]
    }
    return switch axis {
    case .sales: [.table(totalSheet.table())] + details
    case .attainment: paysAlikeOnEveryQuota == false ? details : [.table(attainmentSheet.table())]
    }
  }

  /// As many decimals, of up to six, as tell the attainments that were asked for apart.
  private var attainmentPlaces: Int {
    guard case .attainment(let values) = axis else { return 1 }
    let different = Set(values).count
    return (1...6).first { places in
      Set(values.map { NumberStyle().percentage($0, places: places) }).count == different
    } ?? 6
  }

  /// Whether something is owed at the end of the year, so that what is paid is not what is kept.
  private var owesSomething: Bool { rows.joined().contains { $0.earnings.owesSomething } }

  /// Writes what is sold: without decimals where there are none, because quotas are round.
  private func sold(_ amount: Ratio?) -> Inline {
    guard let amount else { return .missing }
    return .number(
      amount, places: amount.isInteger ? 0 : Int(plan.currency.minorUnitDigits))
  }
}
