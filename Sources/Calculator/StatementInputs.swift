package import Amounts
package import Findings
package import PayPlans
package import Phrases

/// What the statement of one person is made of, without anybody else's deals.
package struct StatementInputs {
  /// A score of the person.
  package struct Score {
    /// What it is of.
    package var name: String
    /// The last day of its period.
    package var periodEnd: CalendarDate
    /// The score.
    package var score: Ratio

    /// Creates a score.
    package init(name: String, periodEnd: CalendarDate, score: Ratio) {
      self.name = name
      self.periodEnd = periodEnd
      self.score = score
    }
  }

  /// What one unit of a currency is worth in that of the plan in a month.
  package struct CurrencyRate {
    /// The currency.
    package var currency: Currency
    /// The month.
    package var month: YearMonth
    /// The rate.
    package var rate: Ratio

    /// Creates a rate.
    package init(currency: Currency, month: YearMonth, rate: Ratio) {
      self.currency = currency
      self.month = month
      self.rate = rate
    }
  }

  /// The plan, with the first day of its year.
  package var plan: Plan
  /// The person's deals.
  package var deals: Deals
  /// The person.
  package var rep: Rep
  /// The person's scores.
  package var scores: [Score] = []
  /// What was added to the person's pay, or taken from it, by hand.
  package var adjustments: [Adjustment] = []
  /// The rates of the currencies of the person's deals.
  package var rates: [CurrencyRate] = []

  init(plan: Plan, deals: Deals, rep: Rep) {
    self.plan = plan
    self.deals = deals
    self.rep = rep
  }

  /// Takes what one statement of a run rests on.
  ///
  /// - Parameters:
  ///   - statement: The statement of the whole plan year.
  ///   - plan: The plan.
  ///   - deals: The deals of everyone.
  ///   - rep: The person in the roster; nil without a roster.
  ///   - rates: The rates of everyone.
  ///   - scores: The scores of everyone.
  ///   - adjustments: What was changed by hand for everyone.
  /// - Throws: Why another deal cannot be tried on these alone.
  package init(
    of statement: Statement, by plan: Plan, deals: Deals, rep: Rep?, rates: MonthlyRates,
    scores: Scores, adjustments: [Adjustment]
  ) throws(StatementObstacle) {
    var own = deals
    let rows = deals.rows.indices.filter { deals.rows[$0].rep == statement.rep }
    own.rows = rows.map { deals.rows[$0] }
    own.facts = []
    var yearly = plan
    yearly.yearStarts = statement.yearStart
    let person = rep ?? Rep(statement.rep)
    self.init(plan: yearly, deals: own, rep: person)
    self.scores = scores.all(of: statement.rep).map {
      Score(name: $0.name, periodEnd: $0.periodEnd, score: $0.score)
    }
    self.adjustments = adjustments.filter { $0.rep == statement.rep }
    let currencies = Set(
      own.rows.compactMap { $0.currency } + self.adjustments.compactMap { $0.currency })
    self.rates = rates.toPlan.filter { currencies.contains($0.currency) }
      .map { CurrencyRate(currency: $0.currency, month: $0.month, rate: $0.rate) }
    if let obstacle = obstacle(statement) { throw obstacle }
    // Whatever else may matter that stays behind shows where the person is paid without the others.
    guard let alone = try? self.statement(), alone.total == statement.total,
      alone.earned == statement.earned, alone.months == statement.months
    else { throw .notAlone }
  }

  /// What is known to reach beyond the person's own rows.
  private func obstacle(_ statement: Statement) -> StatementObstacle? {
    if plan.usesTeams { return .team }
    if plan.paysByReceipts { return .receipts }
    if rep.assignments.contains(where: { !$0.isOn(plan) }) { return .otherPlan }
    return statement.asOf.map { .asOf($0) }
  }

  /// The bytes for the engine in a page; nil when a number has more than 38 digits.
  package var bytes: [UInt8]? { PlanCode.encode(self) }

  /// What the person is paid, as the engine of a page pays it.
  ///
  /// - Throws: `.badData` with what makes the deals unusable.
  package func statement() throws(InputFailure) -> Statement? {
    var all = Scores()
    for score in scores {
      all.set(score.score, score.name, of: rep.id, periodEnd: score.periodEnd)
    }
    var monthly = MonthlyRates()
    for rate in rates { monthly.set(rate.rate, of: rate.currency, in: rate.month) }
    return try plan.statements(
      for: deals, roster: Roster([rep]), rates: monthly, scores: all, adjustments: adjustments
    ).statements.first
  }
}

/// Why no other deal can be tried on one person's statement alone.
package enum StatementObstacle: Error, Hashable, Sendable {
  /// What others sell counts.
  case team
  /// Pay follows what customers pay.
  case receipts
  /// The person was on another plan for a part of the year.
  case otherPlan
  /// Nothing is known after a day.
  case asOf(CalendarDate)
  /// Something of other people's rows changes the pay.
  case notAlone
  /// A number has too many digits.
  case digits

  /// Why, as a sentence.
  package var words: Inline {
    switch self {
    case .team:
      "What others sell counts toward this pay, and the statement holds one person's deals."
    case .receipts:
      "This pay follows what customers pay, which nobody knows of a deal that is tried."
    case .otherPlan:
      "A part of the year was paid by another plan, which the statement does not hold."
    case .asOf(let day):
      "The statement is as of \(day), and a deal that is tried needs the whole plan year."
    case .notAlone: "Something in other people's rows changes this pay."
    case .digits: "A number of the plan or of a deal has more than 38 digits."
    }
  }
}
