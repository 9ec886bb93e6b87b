internal import Amounts
internal import BytesCoding
internal import Findings
internal import PayPlans
internal import Statistics

/// Years of deals, paid to the cent as real deals are.
///
/// Where a plan pays by what is sold in a month, whatever deals it is, a year is paid so; else by the
/// statements of the engine.
struct SimulatedYears: PiecewiseRun {
  let plans: [Plan]
  let model: any SellingModel
  /// What an amount of 1 stands for.
  let referenceQuota: Ratio
  /// A lognormal factor with mean 1 on all deals of a year; nil for none.
  let market: Lognormal?
  /// Whether the year is the first of service, so that ramps and guarantees hold.
  let isNewHire: Bool
  let seed: UInt64
  let trials: Int
  /// The plans that pay by what is sold in a month; nil for those that look at single deals.
  private let compiled: [CompiledYear?]

  /// Creates years, each with the deals that its number and the seed say.
  ///
  /// `compiles` says whether plans pay by months where they can, which changes no figure.
  init(
    plans: [Plan], model: any SellingModel, referenceQuota: Ratio, market: Lognormal?,
    isNewHire: Bool, seed: UInt64, trials: Int, compiles: Bool = true
  ) {
    self.plans = plans
    self.model = model
    self.referenceQuota = referenceQuota
    self.market = market
    self.isNewHire = isNewHire
    self.seed = seed
    self.trials = trials
    compiled = plans.map { plan in
      guard compiles else { return nil }
      let start = plan.simulatedStart
      let rep = Rep("0", hireDate: isNewHire ? start : nil)
      return CompiledYear(
        plan.startingThere(start), rep, scores: plan.scoresOnTarget(of: [rep], start: start),
        starting: start)
    }
  }

  /// Whether a plan pays by what is sold in a month.
  func isCompiled(plan index: Int) -> Bool { compiled[index] != nil }

  /// What is kept of one year on one plan.
  struct Year: Sendable, BytesCodable {
    var names: [String]
    var components: [Double]
    var earned: Double
    var total: Double
    var clawback: Double
    var draw: Double
    var owedDraw: Double
    /// What is paid in each month, and what is owed on the draw at its end.
    var paid: [Double]
    var owed: [Double]
    /// What is due after the plan year.
    var later: Double
  }

  /// Years that are simulated together.
  struct Batch: Sendable, BytesCodable {
    /// The sales of each year over the reference quota.
    var sales: [Double]
    /// The years by plan.
    var years: [[Year]]
  }

  /// A few dozen years share one call of the engine, and with it the reading of the plan's terms.
  var pieceSize: Int { 64 }

  /// Simulates the years of a batch; each has a random stream of its own.
  ///
  /// - Throws: What the engine finds wrong.
  func piece(_ batch: Int) throws(InputFailure) -> Batch {
    let years = sold(in: draws(of: batch))
    var results: [[Year]] = []
    for index in plans.indices { results.append(try pay(years, plan: index)) }
    return Batch(sales: years.map { $0.reduce(0) { $0 + $1.amount } }, years: results)
  }

  /// What is sold in each of some years.
  func sold(in trials: Range<Int>) -> [[SoldDeal]] {
    trials.map { trial in
      var generator = Xoshiro256PlusPlus(seed: seed, stream: trial)
      let factor = market?.draw(using: &generator) ?? 1
      var deals = model.deals(using: &generator)
      for index in deals.indices { deals[index].amount *= factor }
      return deals
    }
  }

  /// The deals of some years, as rows of a deals file in which each year is a rep.
  func rows(_ years: [[SoldDeal]], from start: CalendarDate) throws(InputFailure) -> [Deal] {
    try rows(Array(years.enumerated()), from: start)
  }

  private func rows(
    _ years: [(offset: Int, element: [SoldDeal])], from start: CalendarDate
  ) throws(InputFailure) -> [Deal] {
    let reference = referenceQuota.doubleValue
    var rows: [Deal] = []
    for (rep, deals) in years {
      for (number, deal) in deals.enumerated() {
        let day = start.advanced(by: deal.dayOfYear)
        rows.append(
          Deal(
            "\(rep).\(number)", rep: "\(rep)", closeDate: day,
            amount: (try? Ratio(Int128(hundredths(deal.amount, of: reference)), over: 100))
              ?? .zero,
            dates: [deal.cancelledAfter.map { day.advanced(by: max(1, $0)) }]))
      }
    }
    return rows
  }

  /// Pays some years on a plan, by months where that is known to be the same.
  private func pay(_ years: [[SoldDeal]], plan index: Int) throws(InputFailure) -> [Year] {
    let plan = plans[index]
    guard let compiled = compiled[index] else {
      return try pay(Array(years.enumerated()), on: plan)
    }
    let months = compiled.months
    let reference = referenceQuota.doubleValue
    var paid: [Year?] = []
    paid.reserveCapacity(years.count)
    for deals in years { paid.append(try pay(deals, by: compiled, months, reference)) }
    let others = years.enumerated().filter { paid[$0.offset] == nil }
    if !others.isEmpty {
      for (other, year) in zip(others, try pay(others, on: plan)) { paid[other.offset] = year }
    }
    return paid.compactMap { $0 }
  }

  /// Pays a year by its months; nil where a deal is cancelled, or the plan cannot tell.
  private func pay(
    _ deals: [SoldDeal], by plan: CompiledYear, _ months: [Int], _ reference: Double
  ) throws(InputFailure) -> Year? {
    var sales = CompiledYear.Sales()
    var isKept = true
    for deal in deals {
      sales.add(Int64(try hundredths(deal.amount, of: reference)), in: months[deal.dayOfYear])
      if deal.cancelledAfter != nil { isKept = false }
    }
    guard isKept, let pay = plan.pay(for: sales) else { return nil }
    func number(_ units: Int64) -> Double { plan.majorUnits(units) }
    let all = pay.paid.indices
    return Year(
      names: plan.names, components: pay.components.map(number),
      earned: number(pay.components.reduce(0, +)),
      total: number(all.reduce(0) { $0 + pay.paid[$1] }),
      clawback: 0, draw: number(pay.draw), owedDraw: number(pay.owedDraw),
      paid: all.map { number(pay.paid[$0]) }, owed: all.map { number(pay.owed[$0]) }, later: 0
    )
  }

  /// Pays some years by the statements of the engine.
  private func pay(
    _ years: [(offset: Int, element: [SoldDeal])], on plan: Plan
  ) throws(InputFailure) -> [Year] {
    let start = plan.simulatedStart
    let rows = try rows(years, from: start)
    let reps = years.map { Rep("\($0.offset)", hireDate: isNewHire ? start : nil) }
    let run = try plan.startingThere(start).statements(
      for: Deals(rows, dateColumns: ["cancelled_date"]), roster: Roster(reps),
      scores: plan.scoresOnTarget(of: reps, start: start))
    return run.statements.map(year(_:))
  }

  /// A share of the reference quota as an amount, rounded to the cent.
  private func hundredths(
    _ share: Double, of reference: Double
  ) throws(InputFailure) -> Int {
    let amount = share * reference
    guard amount.isFinite, amount >= 0, amount < 1e13 else {
      throw InputFailure(
        .badData,
        Finding(
          "simulation.deal", at: Place(file: "simulation"),
          "the model of selling draws a deal of \(amount), which is no amount"))
    }
    return Int((amount * 100).rounded())
  }

  private func year(_ statement: Statement) -> Year {
    func number(_ money: Money) -> Double {
      Double(money.minorUnits) / Double(money.currency.minorUnitsPerMajor)
    }
    var year = Year(
      names: statement.components.map(\.component),
      components: statement.components.map { number($0.earned) }, earned: number(statement.earned),
      total: number(statement.total), clawback: number(statement.clawback),
      draw: number(statement.draw), owedDraw: number(statement.owedDraw), paid: [], owed: [],
      later: 0)
    for month in statement.months {
      if month.firstDay <= statement.yearEnd {
        year.paid.append(number(month.total))
        year.owed.append(number(month.owedDraw))
      } else {
        year.later += number(month.total)
      }
    }
    return year
  }
}

extension Plan {
  /// The first day of the simulated year.
  var simulatedStart: CalendarDate {
    if let yearStarts { return yearStarts }
    let year = versions.first?.from.year ?? 2021
    return CalendarDate(year: year, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)
  }

  fileprivate func startingThere(_ start: CalendarDate) -> Plan {
    var plan = self
    plan.yearStarts = start
    return plan
  }

  /// Scores of 100 % for everything that is scored and not sold.
  fileprivate func scoresOnTarget(of reps: [Rep], start: CalendarDate) -> Scores {
    var names: Set<String> = []
    for plan in [self] + versions.map(\.plan) {
      names.formUnion(plan.measures.filter(\.isScored).map(\.name))
      for component in plan.components { names.formUnion(component.facts.scores) }
    }
    var scores = Scores()
    for rep in reps {
      for month in 1...12 where !names.isEmpty {
        let end = start.addingMonths(month).advanced(by: -1)
        for name in names { scores.set(.one, name, of: rep.id, periodEnd: end) }
      }
    }
    return scores
  }

  /// The first column of deals that the plan looks at and that simulated deals do not have.
  var columnBeyondSimulation: String? {
    dealColumns.first { $0.use != .cancellation || $0.name != DealColumn.cancelled }?.name
  }
}

extension SoldDeal {
  /// The day on which it closes, within the year.
  fileprivate var dayOfYear: Int { min(364, max(0, day)) }
}

extension CompiledYear {
  /// The month of each day of the plan year, from 0.
  fileprivate var months: [Int] {
    zip(monthStarts, monthStarts.dropFirst()).enumerated().flatMap { month, days in
      Array(repeating: month, count: days.0.distance(to: days.1))
    }
  }

  /// An amount of minor units in major units, as the nearest number.
  fileprivate func majorUnits(_ units: Int64) -> Double {
    Double(units) / Double(currency.minorUnitsPerMajor)
  }
}

extension SimulatedYears.Batch {
  func write(to bytes: inout [UInt8]) {
    sales.write(to: &bytes)
    years.write(to: &bytes)
  }

  init?(from reader: inout BytesReader) {
    guard let sales = [Double](from: &reader), let years = [[SimulatedYears.Year]](from: &reader)
    else { return nil }
    self.init(sales: sales, years: years)
  }
}

extension SimulatedYears.Year {
  func write(to bytes: inout [UInt8]) {
    names.write(to: &bytes)
    for column in [components, paid, owed] { column.write(to: &bytes) }
    for number in [earned, total, clawback, draw, owedDraw, later] { number.write(to: &bytes) }
  }

  init?(from reader: inout BytesReader) {
    guard let names = [String](from: &reader), let components = [Double](from: &reader),
      let paid = [Double](from: &reader), let owed = [Double](from: &reader),
      let earned = Double(from: &reader), let total = Double(from: &reader),
      let clawback = Double(from: &reader), let draw = Double(from: &reader),
      let owedDraw = Double(from: &reader), let later = Double(from: &reader),
      components.count == names.count, paid.count == owed.count
    else { return nil }
    self.init(
      names: names, components: components, earned: earned, total: total, clawback: clawback,
      draw: draw, owedDraw: owedDraw, paid: paid, owed: owed, later: later)
  }
}
