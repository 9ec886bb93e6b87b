internal import Amounts
internal import Answers
internal import Findings
internal import PayPlans
internal import Reporting

// The ways in which single lines, deals, rates and ledgers go wrong.
extension PaymentMatcher {
  /// Tries the ways in which one line goes wrong.
  func lineCause(
    _ row: Reconciliation.Row, _ lines: [StatementLine]
  ) -> (Reconciliation.Cause, Inline)? {
    guard let line = onlyLine(lines) else { return nil }
    let paid = row.paid.majorUnits
    if let deal = line.deal.flatMap({ deals[DealKey(deal: $0, rep: row.rep)] }) {
      if deal.share < 1, let whole = try? row.owed.majorUnits / deal.share, isNear(paid, whole) {
        return (
          .split, "paid as if the whole deal counted; the share is \(.percentage(deal.share))"
        )
      }
      if deal.amount != line.credit, let rate = line.rate, rate > 0,
        let raw = try? deal.amount * rate, isNear(paid, raw)
      {
        return (
          .credit,
          "paid on the amount of \(amount(deal.amount)); credited is \(amount(line.credit))"
        )
      }
    }
    guard let period = line.period, let curve = statements[row.rep]?.periods[period].curve else {
      return nil
    }
    for piece in curve.pieces where piece.slope > 0 && piece.slope != line.rate {
      if let other = try? line.credit * piece.slope, isNear(paid, other) {
        let owed: Inline = line.rate.map { .rate($0) } ?? "several rates"
        return (
          .tier,
          """
          paid at tier \(piece.tier + 1), \(.rate(piece.slope)), where the deal ends in tier \
          \(line.tier ?? 1) at \(owed)
          """
        )
      }
    }
    // Of a retroactive tier the deal that reaches it is paid more than this, and not less.
    if let rate = line.rate, rate > 0, row.paid > row.owed,
      let whole = try? line.credit * rate, isNear(paid, whole)
    {
      return (
        .tier,
        """
        the whole deal was paid at \(.rate(rate)), the rate that it reaches; the part below that \
        tier pays less
        """
      )
    }
    return nil
  }

  /// The line that a row is about where it is one; a rule that pays nothing for a deal explains nothing of what
  /// was paid for it.
  private func onlyLine(_ lines: [StatementLine]) -> StatementLine? {
    let worth = lines.filter { $0.pay.minorUnits != 0 }
    return worth.count == 1 ? worth[0] : nil
  }

  /// Says what the amounts themselves say, where nothing that is known of deals and plan accounts for them.
  func arithmetic(
    _ row: Reconciliation.Row, _ lines: [StatementLine]
  ) -> (Reconciliation.Cause, Inline) {
    if row.deal != nil || row.component != nil, let line = onlyLine(lines),
      let rate = line.rate, rate > 0, let credit = try? row.paid.majorUnits / rate, credit > 0,
      credit.isInteger, credit != line.credit
    {
      return (
        .credit,
        "at the right rate it would be a credit of \(amount(credit)), not \(amount(line.credit))"
      )
    }
    if let rate = rateCause(row, lines) { return rate }
    guard let factor = try? row.factor?.rounded(to: 4) else {
      return (.unexplained, "nothing that this checks accounts for it")
    }
    return (.unexplained, "paid is \(.plain(factor, upTo: 4)) times what is owed")
  }

  /// Compares the rates, where all that is owed was earned by lines on one credit, and both are such as
  /// people write.
  func rateCause(
    _ row: Reconciliation.Row, _ lines: [StatementLine]
  ) -> (Reconciliation.Cause, Inline)? {
    // A deal that several components pay is credited once, and a bonus for a period repeats what
    // its deals are credited.
    var credits: [String: Ratio] = [:]
    var credit = Ratio.zero
    for line in lines where paidByDeal.contains(line.component) {
      if let deal = line.deal {
        if let known = credits[deal] {
          guard known == line.credit else { return nil }
          continue
        }
        credits[deal] = line.credit
      }
      guard let sum = try? credit + line.credit else { return nil }
      credit = sum
    }
    guard credit > 0, row.factor != nil,
      lines.reduce(.zero(plan.currency), { $0 + $1.pay }) == row.owed,
      let paid = try? row.paid.majorUnits / credit, let owed = try? row.owed.majorUnits / credit,
      let written = try? paid.rounded(to: 4), let whole = try? written * credit,
      case (let rate, let right) = (Inline.rate(written), Inline.rate(owed)),
      rate.plainText != right.plainText,
      isNear(row.paid.majorUnits, whole)
    else { return nil }
    return (.rate, "paid is \(rate) of the credit of \(amount(credit)), owed \(right)")
  }

  /// Tries what moves the pay of a period as a whole: salary, draw, clawback, due dates.
  func ledgerCause(_ row: Reconciliation.Row) -> (Reconciliation.Cause, Inline)? {
    guard let whole = statements[row.rep] else { return nil }
    let statement = PeriodStatement(whole, in: row.period?.days ?? period?.days)
    let difference = row.difference
    if statement.base.minorUnits != 0, difference == statement.base {
      return (.base, "the salary of \(.amount(statement.base)) is in what was paid")
    }
    if statement.draw.minorUnits != 0, difference == -statement.draw {
      let draw = statement.draw
      return draw.minorUnits > 0
        ? (.draw, "the advance of \(.amount(draw)) is not in what was paid")
        : (.draw, "\(.amount(-draw)) of earlier advances was not recovered")
    }
    let due = statement.earned - statement.notDue
    let taken = statement.incentivePaid - due - statement.guarantee - statement.draw
    if taken.minorUnits < 0, difference == -taken {
      return (.clawback, "\(.amount(-taken)) for cancelled deals was not taken back")
    }
    if statement.notDue.minorUnits != 0, difference == statement.notDue {
      return (
        .timing, "what was earned was paid, although \(.amount(statement.notDue)) is not due"
      )
    }
    return nil
  }

  /// Tries single deals and components that earned just what was not paid.
  func partCause(
    _ row: Reconciliation.Row, _ lines: [StatementLine]
  ) -> (Reconciliation.Cause, Inline)? {
    guard lines.count > 1 || row.deal == nil else { return nil }
    if row.deal == nil {
      let byDeal = lines.filter { $0.deal != nil && paidByDeal.contains($0.component) }
      let sums = Dictionary(grouping: byDeal) { $0.deal ?? "" }
        .mapValues { $0.reduce(Money.zero(plan.currency)) { $0 + $1.pay } }
      if let line = byDeal.first(where: { sums[$0.deal ?? ""] == -row.difference }),
        let deal = line.deal
      {
        return (.missingDeal, "\(deal) of \(line.date) earned just this")
      }
    }
    guard lines.count > 1, let line = lines.first(where: { $0.pay == -row.difference }) else {
      return nil
    }
    return (.unpaid, "\(line.component) of \(line.date) earned just this")
  }

  /// Whether an amount rounds to another within a minor unit.
  func isNear(_ paid: Ratio, _ other: Ratio) -> Bool {
    guard let unit = try? Ratio(1, over: Int128(plan.currency.minorUnitsPerMajor)),
      let distance = try? paid - other
    else { return false }
    return distance <= unit && -unit <= distance
  }

  func amount(_ value: Ratio) -> Inline {
    .number(value, places: value.isInteger ? 0 : Int(plan.currency.minorUnitDigits))
  }
}
