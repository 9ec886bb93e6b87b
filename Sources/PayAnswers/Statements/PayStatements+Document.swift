package import Amounts
internal import Answers
internal import Findings
internal import PayPlans
public import Reporting

extension PayStatements {
  public var document: Document {
    var document = Document(
      title: "Pay statements: \(plan.name)",
      blocks: [.paragraph(introduction), .table(overview)])
    for statement in statements {
      document.append(.section(name(of: statement)))
      document.append(contentsOf: blocks(on: statement))
    }
    return document
  }

  private var introduction: Inline {
    let people: Inline = "\(.number(statements.count)) people"
    let start: Inline = "\(people), \(days), in \(plan.currency.code)."
    var text: Inline =
      isAsOf
      ? isSelection
        ? "\(start) Nothing later is known; so far their pay comes to "
        : "\(start) Nothing later is known; so far the plan costs "
      : isSelection
        ? "\(start) In the whole plan year their pay comes to "
        : "\(start) In the whole plan year the plan costs "
    text += .amount(totals.cost)
    if let share = totals.costOfCredit {
      text += ", which is \(.percentage(share)) of the credit of \(number(totals.credit))"
    }
    if let share = totals.shareOfTarget {
      text += "; \(.percentage(share)) of the target incentive is earned"
    }
    return text + "." + (period == nil ? statements.quietEnd : .empty)
  }

  /// The days shown.
  package var days: Inline {
    guard let whole = statements.first?.whole else { return period?.dated ?? "nobody" }
    let days = period?.dated ?? "plan year \(whole.yearStart) to \(whole.yearEnd)"
    return whole.asOf.map { "\(days) as of \($0)" } ?? days
  }

  /// Whether what came after a day is left out.
  private var isAsOf: Bool { statements.first?.whole.asOf != nil }

  private var overview: Table {
    var table = Self.repSheet(statements, keeping: keptColumns).table()
    table.bars = Table.Bars(of: 3, statements.map(\.incentivePaid.majorUnits.doubleValue))
    return table
  }

  // MARK: One statement

  /// The person's name and, where that is another one, the name in the files.
  package func name(of statement: PeriodStatement) -> Inline {
    let whole = statement.whole
    return Inline(whole.name.map { "\($0) (\(whole.rep))" } ?? whole.rep)
  }

  /// A statement without a heading.
  package func blocks(on statement: PeriodStatement) -> [Block] {
    let lines = statement.lines
    return sumBlocks(of: statement) + [
      lines.isEmpty ? .paragraph("No lines.") : .table(lineSheet([statement]).table())
    ] + blocksAfterLines(of: statement)
  }

  /// What stands before the lines of a statement: the sums, what changed, and the months where they differ.
  package func sumBlocks(of statement: PeriodStatement) -> [Block] {
    var blocks: [Block] = [.table(summary(of: statement))]
    let changes = changes(in: statement.whole)
    if !changes.isEmpty { blocks.append(.bullets(changes)) }
    if statement.months.contains(where: { $0.incentivePaid != $0.earned }) {
      blocks.append(
        .paragraph("Month by month, because what is paid is not what was earned in it:"))
      blocks.append(.table(monthTable(of: statement)))
    }
    return blocks
  }

  /// What stands after the lines of a statement: how to read them, and what lies ahead.
  package func blocksAfterLines(of statement: PeriodStatement) -> [Block] {
    var blocks: [Block] = []
    if statement.lines.contains(where: Self.isPaidAtSeveralRates) {
      blocks.append(
        .paragraph(
          """
          Tier and rate are those that a deal reaches. What of it lies in lower tiers is paid at \
          their rates, and multipliers come on top, so pay can differ from credit times rate.
          """))
    }
    let steps = nextSteps(of: statement)
    if !steps.isEmpty { blocks.append(.bullets(steps)) }
    return blocks
  }

  /// The lines of a statement with all that is known of each.
  ///
  /// - Complexity: That of making the statement.
  package func explainedLines(of statement: PeriodStatement) -> [ExplainedLine] {
    let table = lineSheet([statement]).table()
    let explained = statement.whole.explainedLines.filter { line, _ in
      statement.range?.contains(line.date) ?? true
    }
    return zip(explained, table.rows).map { explained, cells in
      let (line, sentences) = explained
      return ExplainedLine(
        date: .numericDate(line.date), name: Inline(line.deal ?? line.note ?? ""),
        component: .component(line.component), pay: line.pay,
        cells: zip(table.columns, cells).map { ($0.title, $1) }.filter { !$0.1.isEmpty },
        sentences: sentences, rule: rule(of: line, statement.whole))
    }
  }

  /// The rule that paid a line in words, as it was on the line's day for that person.
  private func rule(of line: StatementLine, _ statement: Statement) -> Inline? {
    let inForce = plan.versions.last { $0.from <= line.date }?.plan ?? plan
    let terms = statement.assignments.last { $0.from.map { $0 <= line.date } ?? true }
    let own = terms.map { inForce.on($0) } ?? inForce
    return own.components.first { $0.name == line.component }?.summary(in: own)
  }

  /// What changed for the person, and from which day on.
  private func changes(in statement: Statement) -> [Inline] {
    zip(statement.assignments, statement.assignments.dropFirst()).compactMap { before, after in
      var what: [Inline] = []
      if let plan = after.plan, plan != before.plan { what.append("plan \"\(plan)\"") }
      for (measure, quota) in after.quotas.sorted(by: { $0.key < $1.key })
      where before.quotas[measure] != quota {
        what.append(
          measure.isEmpty ? "quota \(number(quota))" : "quota of \(measure) \(number(quota))")
      }
      if let base = after.base, base != before.base { what.append("base \(number(base))") }
      if let variable = after.variable, variable != before.variable {
        what.append("variable \(number(variable))")
      }
      if let manager = after.manager, manager != before.manager {
        what.append("manager \(manager)")
      }
      guard let from = after.from, !what.isEmpty else { return nil }
      var attainment = Inline.empty
      if !before.isOn(plan), after.isOn(plan) {
        attainment =
          plan.transfers == .keepAttainment
          ? " What was sold before counts toward attainment, and is not paid again."
          : " Attainment starts anew."
      }
      return "From \(from): \(what.joined(separator: ", ")).\(attainment)"
    }
  }

  /// The sums from top to bottom; what is zero and not always there is left out.
  private func summary(of statement: PeriodStatement) -> Table {
    let parts =
      statement.parts + [
        .init(label: "Incentive paid", amount: statement.incentivePaid, isAlwaysThere: true),
        .init(
          label: .strong("Total paid"), amount: statement.total, isAlwaysThere: true,
          isResult: true),
        .init(label: "Owed by the rep for cancelled deals", amount: statement.owedClawback),
        .init(label: "Owed by the rep on the draw", amount: statement.owedDraw),
        .init(
          label: "Paid above what the year to date has earned, and kept",
          amount: statement.overpaid),
      ]
    var sheet = Sheet(parts.filter { $0.isAlwaysThere || $0.amount.minorUnits != 0 })
    sheet.add(.text("Pay"), cell: \.label)
    sheet.add(.number(.init(plan.currency.code))) {
      $0.isResult ? .strong(.amount($0.amount)) : .amount($0.amount)
    }
    return sheet.table()
  }

  private func monthTable(of statement: PeriodStatement) -> Table {
    let sheet = Self.monthSheet([statement])
    return sheet.table(of: sheet.rows.filter(\.month.isBusy))
  }

  /// Whether the rate of a line does not account for its pay.
  private static func isPaidAtSeveralRates(_ line: StatementLine) -> Bool {
    guard let rate = line.rate, rate > .zero, let full = try? line.credit * rate,
      let gap = try? full - line.pay.majorUnits
    else { return false }
    return abs(gap.doubleValue) > 0.011
  }

  /// What lies just ahead of the last line of each component.
  private func nextSteps(of statement: PeriodStatement) -> [Inline] {
    let lines = statement.lines
    return plan.components.compactMap { component in
      let last = lines.last { $0.component == component.name && $0.kind != .clawback }
      let day = last?.date ?? statement.range?.lowerBound ?? statement.whole.yearStart
      let steps = statement.whole.nextSteps(on: day)
      guard let step = steps.first(where: { $0.component == component.name }) else { return nil }
      var effects: [Inline] = []
      if step.jump > 0 { effects.append("pays \(number(step.jump)) at once") }
      if step.nextRate != step.rate {
        effects.append(
          step.nextRate > step.rate
            ? "lifts the rate from \(rate(step.rate)) to \(rate(step.nextRate))"
            : "lowers the rate from \(rate(step.rate)) to \(rate(step.nextRate))")
      }
      return """
        \(component.name): \(number(step.needed)) more by \(step.lastDay) \
        \(effects.joined(separator: " and ")).
        """
    }
  }

  // MARK: Numbers

  func number(_ value: Ratio) -> Inline {
    .number(value, places: value.isInteger ? 0 : Int(plan.currency.minorUnitDigits))
  }

  func rate(_ value: Ratio) -> Inline {
    // Above 1 it is an amount for each unit, not a share of credited money.
    value > 1 ? number(value) : .rate(value)
  }
}

extension PayMonth {
  /// Whether anything was earned, paid, taken or owed in it.
  fileprivate var isBusy: Bool {
    [
      earned, due, clawback, guarantee, drawAdvanced, drawRecovered, incentivePaid, owedClawback,
      owedDraw,
    ]
    .contains { $0.minorUnits != 0 }
  }
}

/// A line of a statement, and why it pays what it pays.
package struct ExplainedLine: Sendable {
  /// The day.
  package let date: Inline
  /// The deal, or why something was changed by hand; empty for a line of a period.
  package let name: Inline
  /// The component.
  package let component: Inline
  /// What it pays.
  package let pay: Money
  /// All that the table of lines says of it: titles and what stands below them.
  package let cells: [(title: Inline, cell: Inline)]
  /// Its way through the plan.
  package let sentences: [Inline]
  /// The rule in words; nil for what is no rule of the plan.
  package let rule: Inline?
}

extension Sequence<PeriodStatement> {
  /// Says that base is paid for months after the last one in which anything is earned, as where deals are only
  /// those so far; empty where there is at most one.
  var quietEnd: Inline {
    let months = filter { $0.whole.asOf == nil }
      .flatMap { statement in
        statement.months.filter { $0.lastDay <= statement.whole.yearEnd }
      }
    guard let last = months.filter({ $0.earned.minorUnits != 0 }).map(\.lastDay).max(),
      Set(months.filter { $0.firstDay > last && $0.base.minorUnits != 0 }.map(\.lastDay)).count > 1
    else { return .empty }
    return """
       Nothing is earned after \(last), and the base is that of the whole year: \(.parameter(.asOf)) counts both \
      up to a day.
      """
  }
}
