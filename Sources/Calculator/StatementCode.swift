internal import Amounts
internal import Findings
internal import PayPlans

/// What one person's statement is made of, as bytes: the plan, the person, and the rows that are theirs.
extension PlanCode {
  /// Returns the bytes of a statement's inputs; nil when a number of one has more than 38 digits.
  static func encode(_ inputs: StatementInputs) -> [UInt8]? {
    var code = PlanCode(isReading: false, bytes: [])
    var inputs = inputs
    code.inputs(&inputs)
    return code.isBroken ? nil : code.bytes
  }

  /// Returns the inputs of some bytes; nil when they are none.
  static func decodeStatement(_ bytes: [UInt8]) -> StatementInputs? {
    var code = PlanCode(isReading: true, bytes: bytes)
    var inputs = StatementInputs(plan: blank, deals: Deals([]), rep: Rep(""))
    code.inputs(&inputs)
    return code.isBroken || code.position != bytes.count ? nil : inputs
  }

  private mutating func inputs(_ value: inout StatementInputs) {
    plan(&value.plan)
    rep(&value.rep)
    deals(&value.deals, of: value.rep.id)
    list(&value.scores, StatementInputs.Score(name: "", periodEnd: Self.day, score: .zero)) {
      code, score in
      code.text(&score.name)
      code.date(&score.periodEnd)
      code.ratio(&score.score)
    }
    list(&value.adjustments, Adjustment(rep: "", date: Self.day, amount: .zero, reason: "")) {
      [id = value.rep.id] code, adjustment in
      adjustment.rep = id
      code.date(&adjustment.date)
      code.ratio(&adjustment.amount)
      code.text(&adjustment.reason)
      code.maybe(&adjustment.currency, .usd) { $0.currency(&$1) }
    }
    list(
      &value.rates,
      StatementInputs.CurrencyRate(currency: .usd, month: Self.day.yearMonth, rate: .one)
    ) { code, rate in
      code.currency(&rate.currency)
      var month = rate.month.monthNumber
      code.integer(&month)
      rate.month = YearMonth(monthNumber: month)
      code.ratio(&rate.rate)
    }
  }

  private mutating func currency(_ value: inout Currency) {
    var name = value.code
    text(&name)
    if let read = Currency(code: name) { value = read } else { isBroken = true }
  }

  private static var day: CalendarDate { CalendarDate(dayNumber: 0) }

  private mutating func rep(_ value: inout Rep) {
    var (id, name) = (value.id, value.name ?? "")
    text(&id)
    text(&name)
    var (hired, left) = (value.hireDate, value.endDate)
    maybe(&hired, Self.day) { $0.date(&$1) }
    maybe(&left, Self.day) { $0.date(&$1) }
    var leaves = value.leaves.map { [$0.lowerBound, $0.upperBound] }
    list(&leaves, []) { code, days in code.list(&days, Self.day) { $0.date(&$1) } }
    var assignments = value.assignments
    list(&assignments, Assignment()) { code, terms in
      code.maybe(&terms.from, Self.day) { $0.date(&$1) }
      code.maybe(&terms.until, Self.day) { $0.date(&$1) }
      code.maybe(&terms.plan, "") { $0.text(&$1) }
      code.maybe(&terms.base, .zero) { $0.ratio(&$1) }
      code.maybe(&terms.variable, .zero) { $0.ratio(&$1) }
      var quotas = terms.quotas.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
      code.list(&quotas, ("", .zero)) { code, quota in
        code.text(&quota.0)
        code.ratio(&quota.1)
      }
      terms.quotas = quotas.reduce(into: [:]) { $0[$1.0] = $1.1 }
      code.maybe(&terms.line, 0) { $0.integer(&$1) }
    }
    guard isReading else { return }
    guard let first = assignments.first, leaves.allSatisfy({ $0.count == 2 && $0[0] <= $0[1] })
    else {
      isBroken = true
      return
    }
    var read = Rep(
      id, first, name: name.isEmpty ? nil : name, hireDate: hired, endDate: left,
      leaves: leaves.map { $0[0]...$0[1] })
    for next in assignments.dropFirst() {
      guard let from = next.from, let last = read.assignments.last,
        last.from.map({ $0 < from }) ?? true, last.until.map({ $0 < from }) ?? true
      else {
        isBroken = true
        return
      }
      read.assign(next)
    }
    value = read
  }

  private mutating func deals(_ value: inout Deals, of rep: String) {
    text(&value.file)
    maybe(&value.sheet, "") { $0.text(&$1) }
    list(&value.dateColumns, "") { $0.text(&$1) }
    list(&value.numberColumns, "") { $0.text(&$1) }
    list(&value.textColumns, "") { $0.text(&$1) }
    var outcomes = value.outcomeColumns.sorted()
    list(&outcomes, "") { $0.text(&$1) }
    value.outcomeColumns = Set(outcomes)
    list(&value.rows, Deal("", rep: rep, closeDate: Self.day, amount: .zero)) { code, deal in
      code.text(&deal.id)
      code.ratio(&deal.amount)
      code.ratio(&deal.share)
      code.maybe(&deal.currency, .usd) { $0.currency(&$1) }
      code.flag(&deal.isWon)
      code.date(&deal.closeDate)
      code.list(&deal.dates, nil) { code, day in code.maybe(&day, Self.day) { $0.date(&$1) } }
      code.list(&deal.numbers, nil) { code, number in
        code.maybe(&number, .zero) { $0.ratio(&$1) }
      }
      code.list(&deal.texts, "") { $0.text(&$1) }
      code.maybe(&deal.line, 0) { $0.integer(&$1) }
    }
  }
}
