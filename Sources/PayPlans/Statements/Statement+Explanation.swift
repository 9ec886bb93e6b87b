internal import Amounts
internal import Findings
public import Phrases

extension Statement {
  /// The deals that were credited, those of periods that are paid as one line included.
  ///
  /// - Complexity: O(number of deals).
  public var deals: Set<String> {
    let details = builder.details
    return Set(details.deals.compactMap { $0 }).union(details.pooled.map { $0.deal })
  }

  /// Returns the way of one deal through the plan, in sentences; none when it is not on the statement.
  ///
  /// - Complexity: O(number of lines).
  public func explanation(of deal: String) -> [Inline] {
    let details = builder.details
    let lines = details.written
    var credits = CreditWords(self)
    var sentences: [Inline] = []
    for line in lines where line.deal == deal && line.kind != .clawback {
      sentences += credits.new(line.row, line.period, line.credit) + words(for: line)
    }
    for pooled in details.pooled where pooled.deal == deal {
      sentences += credits.new(pooled.row, pooled.period, pooled.amount) + words(for: pooled)
    }
    for clawback in clawbacks where clawback.deal == deal { sentences.append(words(for: clawback)) }
    return sentences
  }

  /// The lines, each with its way through the plan in sentences.
  ///
  /// - Complexity: That of making the statement.
  package var explainedLines: [(line: StatementLine, sentences: [Inline])] {
    let details = builder.details
    let credits = CreditWords(self)
    return details.written.map { line in
      switch line.kind {
      case .deal:
        return (line, credits.words(line.row, line.period, line.credit) + words(for: line))
      case .clawback:
        let own = clawbacks.filter {
          $0.deal == line.deal && $0.date == line.date && $0.component == line.component
        }
        return (line, own.map { words(for: $0) })
      case .adjustment: return (line, [])
      case .period:
        // The deals of the period have no lines of their own.
        let deals = details.pooled.filter { $0.period == line.period }
        return (
          line,
          words(for: line)
            + deals.flatMap {
              credits.words($0.row, $0.period, $0.amount) + [credit(of: $0)]
            }
        )
      }
    }
  }

  private func credit(of pooled: PooledDeal) -> Inline {
    let unit = periods[pooled.period].unit
    return "The deal \"\(pooled.deal)\" credits \(amount(pooled.amount, unit)) on \(pooled.date)."
  }

  private func words(for clawback: ClawbackLine) -> Inline {
    let cancelled: Inline = "It was cancelled on \(clawback.date)"
    let name = clawback.component
    let lapsed: Inline =
      clawback.lapsed.minorUnits == 0
      ? "" : "\(clawback.lapsed), which had not been due, lapse, and "
    switch clawback.untaken {
    case .noRule:
      return
        "\(cancelled): \(lapsed)\"\(name)\" takes nothing back, because the plan has no clawback."
    case .outsideWindow(let end):
      return
        "\(cancelled): \(lapsed)\"\(name)\" takes nothing back, because the window of the clawback ended before \(end)."
    case .notPaidBefore(let day):
      return
        "\(cancelled), before its period was paid on \(day): \"\(name)\" pays nothing for it, and takes nothing back."
    case .nothingPaid:
      return "\(cancelled), when it stood at nothing: \"\(name)\" takes nothing back."
    case .othersStand:
      return
        "\(cancelled), when it stood at \(clawback.standing): \"\(name)\" takes nothing back, because the deals that stand are worth what was paid."
    case nil: break
    }
    let fall = clawback.lapsed - clawback.taken
    let why: Inline =
      clawback.standing < fall
      ? ", because it had been paid more than that"
      : fall < clawback.standing ? ", because the rest is kept, or stands for other deals" : ""
    return
      "\(cancelled), when \"\(name)\" stood at \(clawback.standing) for it at the rates of its period; \(lapsed)\(-clawback.taken) are taken back\(why)."
  }

  private func words(for line: StatementLine) -> [Inline] {
    var sentences: [Inline] = []
    let rule = line.rule.map { Inline(" (\($0))") } ?? .empty
    let unit = line.period.map { periods[$0].unit } ?? .money
    guard let index = line.period else {
      return ["\"\(line.component)\" pays \(line.pay) for it\(rule)."]
    }
    let period = periods[index]
    var text: Inline =
      "\"\(line.component)\" credits \(amount(line.credit, unit)) on \(line.date), in the period from \(period.firstDay) to \(period.lastDay)"
    if let before = line.attainmentBefore, let after = line.attainmentAfter {
      text += ": attainment goes from \(.share(before)) to \(.share(after))"
    }
    sentences.append(text + ".")
    if let reason = period.reasonWithoutQuota { sentences.append(reason) }
    if !period.paysNothingWithoutQuota {
      sentences += portionSentences(for: line, period, unit)
    }
    if line.cut.minorUnits != 0 {
      sentences.append("The cap of the year cuts \(line.cut) off.")
    } else if let along = (try? portionPay(for: line, period)) ?? nil,
      (line.pay - along).minorUnits.magnitude > 1
    {
      sentences.append(
        "The line pays what the deals of the period, or of the year so far, stand at less what was paid for them before."
      )
    }
    sentences.append("That pays \(line.pay)\(rule).")
    return sentences
  }

  /// A deal of a period with a gate or a multiplier has no line of its own.
  private func words(for pooled: PooledDeal) -> [Inline] {
    let period = periods[pooled.period]
    var text: Inline =
      "\"\(period.component)\" credits \(amount(pooled.amount, period.unit)) on \(pooled.date), in the period from \(period.firstDay) to \(period.lastDay)"
    if let quota = period.quota, .zero < quota, let before = try? pooled.credit.before / quota,
      let after = try? pooled.credit.after / quota
    {
      text += ": attainment goes from \(.share(before)) to \(.share(after))"
    }
    let rule = period.rule.map { Inline(" (\($0))") } ?? .empty
    let reason = period.reasonWithoutQuota.map { [$0] } ?? []
    return [text + "."] + reason + [
      "The period is paid as one line on its last day: \(period.earned) for \(amount(period.credit, period.unit))\(rule)."
    ]
  }

  private func portionSentences(
    for line: StatementLine, _ period: StatementPeriod, _ unit: Measure.Unit
  ) -> [Inline] {
    guard let span = line.span,
      let portions = try? period.curve.portions(from: span.before, to: span.after)
    else {
      guard let rate = line.rate, let tier = line.tier else { return [] }
      return ["It is paid \(words(rate, unit)) in band \(tier)."]
    }
    var sentences: [Inline] = portions.map { portion in
      if portion.from == portion.to {
        let change: Inline = line.part == nil ? "by \(money(portion.pay))" : "too"
        let level = amount(portion.from, unit)
        return portion.isOpen
          ? "Going above \(level) changes the pay for what was sold before \(change)."
          : "Reaching \(level) changes the pay for what was sold before \(change)."
      }
      let size = (try? portion.to - portion.from) ?? .zero
      if let cap = portion.cap {
        return unit == .deals
          ? "\(.ungrouped(size)) deals lie above the credit that the cap of \(money(cap)) is reached with, and are paid nothing more."
          : "\(amount(size, unit)) lie above the credit that the cap of \(money(cap)) is reached with, and are paid nothing more."
      }
      let tier = portion.tier + 1
      let band: Inline = "\(amount(size, unit)) lie in band \(tier)"
      let rate = words(portion.rate, unit)
      guard let part = line.part else {
        return unit == .deals
          ? "\(.ungrouped(size)) deals lie in band \(tier) and are paid \(rate): \(money(portion.pay))."
          : "\(band) and are paid \(rate): \(money(portion.pay))."
      }
      let pay = (try? part.paid.share * portion.pay) ?? .zero
      return unit == .deals
        ? "\(.ungrouped(size)) deals lie in band \(tier); \(.share(part.paid.share)) of them are \"\(part.measure)\" and are paid \(rate): \(money(pay))."
        : "\(band); \(.share(part.paid.share)) of them are \"\(part.measure)\" and are paid \(rate): \(money(pay))."
    }
    if let part = line.part, let rest = try? line.credit - part.paid.credit, rest != .zero {
      sentences.append(
        unit == .deals
          ? "\(.ungrouped(rest)) deals are not \"\(part.measure)\", for which \(money(part.paid.rest)) are paid."
          : "\(amount(rest, unit)) are not \"\(part.measure)\", for which \(money(part.paid.rest)) are paid."
      )
    }
    return sentences
  }

  /// What the way along the curve pays by itself; nil where the line has no such way.
  private func portionPay(
    for line: StatementLine, _ period: StatementPeriod
  ) throws(ArithmeticFailure) -> Money? {
    guard let span = line.span else { return nil }
    var pay = try period.curve.pay(at: span.after) - period.curve.pay(at: span.before)
    if let part = line.part { pay = try part.paid.share * pay + part.paid.rest }
    return try Money(rounding: pay, currency: earned.currency)
  }

  /// An amount of the currency with two decimals, whatever its minor units.
  fileprivate func money(_ amount: Ratio) -> Inline { .exact(amount, earned.currency, places: 2) }

  fileprivate func amount(_ credit: Ratio, _ unit: Measure.Unit) -> Inline {
    unit == .money ? money(credit) : unit.words(for: credit)
  }

  private func words(_ rate: Ratio, _ unit: Measure.Unit) -> Inline {
    unit == .money ? .share(rate) : "\(money(rate)) each"
  }
}

extension PooledDeal {
  /// What it was credited.
  fileprivate var amount: Ratio { (try? credit.after - credit.before) ?? .zero }
}

/// The way from what was sold to what is credited for it, in sentences: a foreign currency, what of a large deal
/// counts, factors, and whose the credit is.
private struct CreditWords {
  /// A deal that a measure of a version counts.
  private struct Count: Hashable {
    var row: Int
    var measure: String
    var version: Int
  }

  private let statement: Statement
  private let crediting: PlanCrediting
  private var told: Set<Count> = []

  init(_ statement: Statement) {
    self.statement = statement
    crediting = PlanCrediting(statement.builder.context)
  }

  private func count(_ row: Int?, _ period: Int?) -> Count? {
    guard let row, let period, let measure = statement.periods[period].measure else { return nil }
    return Count(row: row, measure: measure, version: statement.periods[period].version)
  }

  /// Returns the words that have not been told yet: two components may pay on one measure.
  mutating func new(_ row: Int?, _ period: Int?, _ credit: Ratio) -> [Inline] {
    guard let count = count(row, period), told.insert(count).inserted else { return [] }
    return words(row, period, credit)
  }

  /// Returns the way to the credit of a line; nothing where it is the amount itself.
  func words(_ row: Int?, _ period: Int?, _ credit: Ratio) -> [Inline] {
    guard let count = count(row, period), let period,
      let measure = crediting.measure(count.measure, version: count.version)
    else { return [] }
    let deal = statement.builder.context.deals.rows[count.row]
    let unit = statement.periods[period].unit
    var steps: [CreditStep]? = []
    guard let whole = try? measure.wholeCredit(of: deal, noting: &steps), let steps else {
      return []
    }
    var sentences = sentences(for: steps, deal, unit)
    if credit != whole, whole != .zero, let share = try? credit / whole, .zero < share,
      share < .one
    {
      let counted = statement.amount(credit, unit)
      if sentences.isEmpty { sentences.append("It counts \(statement.amount(whole, unit)).") }
      sentences.append(
        share == deal.share
          ? "\(.share(share)) of it is the share of \(deal.rep): \(counted)."
          : "\(.share(share)) of it is the share of the team: \(counted).")
    }
    return sentences
  }

  private func sentences(
    for steps: [CreditStep], _ deal: Deal, _ unit: Measure.Unit
  ) -> [Inline] {
    guard steps.count > 1, case .sold(let sold, let column)? = steps.first else { return [] }
    var running = sold
    let currency = deal.currency?.code ?? statement.builder.context.plan.currency.code
    let amount: Inline =
      unit == .money ? "\(.ungrouped(sold)) \(currency)" : unit.words(for: sold)
    var sentences: [Inline] = [
      column.map { "Its \"\($0)\" is \(amount)." } ?? "It was sold for \(amount)."
    ]
    for step in steps.dropFirst() {
      switch step {
      case .sold: continue
      case .exchanged(let foreign, let rate, let month):
        running = (try? running * rate) ?? .zero
        sentences.append(
          "A \(foreign.code) is worth \(.plain(rate, upTo: 6)) \(statement.builder.context.plan.currency.code) in \(month): \(statement.amount(running, unit))."
        )
      case .windfall(let windfall):
        let size = running < .zero ? -running : running
        let counted =
          (try? windfall.over + (size - windfall.over) * windfall.credit) ?? .zero
        running = running < .zero ? -counted : counted
        sentences.append(
          "What is above \(statement.amount(windfall.over, unit)) counts \(.share(windfall.credit)): \(statement.amount(running, unit))."
        )
      case .factor(let times, let column, let value):
        running = (try? running * times) ?? .zero
        sentences.append(
          "Its \"\(column)\" is \(value), and it counts \(.plain(times, upTo: 6)) times: \(statement.amount(running, unit))."
        )
      }
    }
    return sentences
  }
}

extension StatementPeriod {
  /// Whether there is no quota, and for that reason no pay.
  var paysNothingWithoutQuota: Bool {
    guard let quota, quota <= .zero else { return false }
    return curve.pieces.allSatisfy { $0.pay == .zero && $0.slope == .zero }
  }

  /// What a period without a quota means; nil where there is one, or none is written.
  fileprivate var reasonWithoutQuota: Inline? {
    guard let quota, quota <= .zero else { return nil }
    return paysNothingWithoutQuota
      ? "The period has no quota, so there is no attainment, and what depends on it pays nothing."
      : "The period has no quota, so there is no attainment."
  }
}
