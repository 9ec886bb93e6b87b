internal import Amounts
public import Findings
internal import PayPlans
public import Reporting

/// One deal's way through a plan, in sentences.
public struct DealExplanation: Answer {
  /// The deal.
  public let deal: String
  /// The statements that it appears in.
  private let statements: PayStatements

  /// Finds a deal in statements.
  ///
  /// - Throws: `.usage` when no line is about the deal.
  public init(of deal: String, in statements: PayStatements) throws(InputFailure) {
    self.deal = deal
    self.statements = statements
    let known = statements.statements.flatMap { $0.lines.compactMap(\.deal) }
    guard known.contains(deal) else {
      throw InputFailure(
        .usage,
        Finding(
          "pay.unknown-deal", at: Place(file: "--explain"),
          "no line of the statements is about a deal \"\(deal)\"",
          remedy: NearMiss.closest(to: deal, among: Set(known).sorted()).map {
            "did you mean \"\($0)\"?"
          } ?? "is it filtered out by every measure, or of another period?"))
    }
  }

  private var entries: [(rep: PeriodStatement, lines: [StatementLine])] {
    statements.statements.compactMap { statement in
      let lines = statement.lines.filter { $0.deal == deal }
      return lines.isEmpty ? nil : (statement, lines)
    }
  }

  public var tables: [NamedTable] {
    var table = RecordTable(["rep", "component", "sentence"])
    for (rep, lines) in entries {
      for line in lines {
        table.append([
          .text(rep.whole.rep), .text(line.component),
          .text(sentences(on: line, of: rep.whole).joined(separator: " ")),
        ])
      }
    }
    return [NamedTable("sentences", table)]
  }

  public var document: Document {
    var document = Document(title: "Deal \(deal)")
    for (rep, lines) in entries {
      document.append(.section(.init(rep.whole.name ?? rep.whole.rep)))
      for line in lines {
        document.append(.heading(level: 3, .init(line.component)))
        document.append(.numbered(sentences(on: line, of: rep.whole).map { .init($0) }))
      }
      let taken = rep.whole.clawbacks.filter { $0.deal == deal }
      if !taken.isEmpty {
        document.append(.heading(level: 3, "Cancelled"))
        document.append(.bullets(taken.map { .init(sentence(on: $0)) }))
      }
    }
    return document
  }

  private func sentences(on line: StatementLine, of statement: Statement) -> [String] {
    let style = NumberStyle()
    var sentences = [
      "It closed on \(line.date) and is credited \(statements.number(line.credit))."
    ]
    let period = line.period.map { statement.periods[$0] }
    if let period {
      let days = "\(period.firstDay) to \(period.lastDay)"
      if let quota = period.quota, let before = line.attainmentBefore,
        let after = line.attainmentAfter
      {
        sentences.append(
          "In the period \(days), whose quota is \(statements.number(quota)), it takes attainment "
            + "from \(style.percentage(before)) to \(style.percentage(after)).")
      }
    }
    if let tier = line.tier, let rate = line.rate {
      let place = line.rule.map { " (\($0.file):\($0.line ?? 0))" } ?? ""
      sentences.append(
        "That is in tier \(tier)\(place), where one more unit of credit pays \(statements.rate(rate))."
      )
    }
    if let pay = payBeforeAndAfter(line, period) {
      sentences.append(
        "The period's pay so far goes from \(style.amount(pay.before)) to \(style.amount(pay.after))."
      )
    }
    sentences.append("The line is the difference: \(style.money(line.pay)).")
    if line.cut.minorUnits != 0 {
      sentences.append("The yearly cap cut off \(style.money(line.cut)).")
    }
    return sentences
  }

  /// The pay so far on both sides of a line that is paid straight from the curve.
  private func payBeforeAndAfter(
    _ line: StatementLine, _ period: StatementPeriod?
  ) -> (before: Money, after: Money)? {
    guard let period, let quota = period.quota, let end = line.attainmentAfter,
      let credit = try? end * quota, let pay = try? period.curve.pay(at: credit),
      let after = try? Money(
        rounding: pay, currency: statements.plan.currency, rule: statements.plan.rounding)
    else { return nil }
    return (after - line.pay - line.cut, after)
  }

  private func sentence(on taken: ClawbackLine) -> String {
    let style = NumberStyle()
    return
      "\(taken.component): cancelled on \(taken.date), when the deal stood at "
      + "\(style.money(taken.standing)); \(style.money(taken.taken)) is taken back"
      + (taken.lapsed.minorUnits == 0
        ? "." : ", and \(style.money(taken.lapsed)) that was not due yet lapses.")
  }
}
