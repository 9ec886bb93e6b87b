internal import Amounts
internal import Regulations
public import Reporting
internal import Simulation

extension OfferComparison {
  /// Whether the best two certainty equivalents are within one per cent, too close to call.
  public var isClose: Bool {
    guard let runnerUp else { return false }
    return outlooks[best].certaintyEquivalent - outlooks[runnerUp].certaintyEquivalent
      <= 0.01 * outlooks[best].certaintyEquivalent
  }

  private var runnerUp: Int? {
    outlooks.indices.filter { $0 != best }
      .max { outlooks[$0].certaintyEquivalent < outlooks[$1].certaintyEquivalent }
  }

  public var title: Inline { outlooks.count == 1 ? "An offer" : "\(outlooks.count) offers" }

  public var findings: [Inline] { [recommendation, basis] }

  public var sections: [ReportSection] {
    var comparison: [Block] = [.table(summary)]
    if outlooks.count > 1 { comparison.append(.bullets(breakEvenSentences)) }
    comparison.append(.chart(chart))
    let payBack = payBackSentences
    return [
      ReportSection("comparison", comparison),
      ReportSection("years", [.section("Year by year"), .table(years)]),
      ReportSection(
        "cash",
        [
          .section("Cash in the first year"),
          .paragraph(
            """
            Expected base, incentive and sign-on of each month before tax, as it is earned; in \
            brackets what one outcome in ten does not exceed.
            """), .table(cash),
        ] + (payBack.isEmpty ? [] : [.bullets(payBack)])),
      ReportSection(
        "questions",
        outlooks.contains { !$0.offer.questions.isEmpty }
          ? [.section("What to ask"), .table(questions)] : []),
      ReportSection("method", [.section("How this was worked out"), .bullets(readings)]),
    ]
  }

  // MARK: Words

  private func money(_ amount: Double) -> Inline { .money(amount, currency) }

  private var recommendation: Inline {
    let first = outlooks[best]
    guard let runnerUp else {
      return
        "\(.strong("\(first.offer.name)")) is worth \(money(first.certaintyEquivalent)) a year for certain."
    }
    let second = outlooks[runnerUp]
    let gain = money(first.certaintyEquivalent - second.certaintyEquivalent)
    let verdict: Inline =
      isClose
      ? """
      \(.strong("It is too close to call.")) \(first.offer.name) is worth \(gain) a year more than \
      \(second.offer.name), less than one per cent.
      """
      : """
      \(.strong("Take \(first.offer.name).")) With its risk it is worth as much as a certain \
      \(money(first.certaintyEquivalent)) a year, \(gain) more than \(second.offer.name).
      """
    return verdict + " " + dependence(on: second, runnerUp)
  }

  /// What the recommendation depends on: attainment, the taste for risk, open questions.
  private func dependence(on second: OfferOutlook, _ runnerUp: Int) -> Inline {
    var parts: [Inline] = []
    let crossings = breakEvens.filter { Set([$0.above, $0.below]) == [best, runnerUp] }
    if crossings.isEmpty {
      let leader = [best, runnerUp].max {
        outlooks[$0].averagePay(attainment: 1) < outlooks[$1].averagePay(attainment: 1)
      }
      parts.append("\(outlooks[leader ?? best].offer.name) pays more at every attainment")
    }
    for crossing in crossings {
      parts.append(
        "\(outlooks[crossing.above].offer.name) pays more from \(.percentage(crossing.attainment)) of quota on"
      )
    }
    if highestExpected != best {
      parts.append(
        """
        who does not mind risk takes \(outlooks[highestExpected].offer.name), which is expected to \
        pay \(money(outlooks[highestExpected].total.expected - outlooks[best].total.expected)) more \
        in all
        """
      )
    }
    let open = outlooks[best].offer.questions.count + second.offer.questions.count
    if open > 0 { parts.append("\(open) terms of the two are not stated and were assumed") }
    return parts.isEmpty ? .empty : "It depends on this: \(parts.joined(separator: "; "))."
  }

  private var basis: Inline {
    let years: Inline = assumptions.years == 1 ? "1 year" : "\(assumptions.years) years"
    let tax: Inline =
      assumptions.tax.map { "after federal income and payroll tax (\($0.status.title))" }
      ?? "before tax"
    let prices: Inline =
      assumptions.priceLevels == nil ? .empty : ", in prices of an average location"
    return """
      Pay of \(years) in \(currency.code), \(tax)\(prices): base, incentive, sign-on, equity after its discount, and \
      benefits.
      """
  }

  private var breakEvenSentences: [Inline] {
    breakEvens.isEmpty
      ? ["No offer overtakes another between 0% and 300% of quota."]
      : breakEvens.map { breakEven in
        """
        From \(.percentage(breakEven.attainment)) of quota on \
        \(outlooks[breakEven.above].offer.name) pays more than \
        \(outlooks[breakEven.below].offer.name).
        """
      }
  }

  private var payBackSentences: [Inline] {
    outlooks.flatMap { outlook -> [Inline] in
      guard let signOn = outlook.offer.signOn else { return [] }
      return (1...assumptions.years).compactMap { year in
        let amount = signOn.paidBack(after: 12 * year - 1)
        guard amount > 0 else { return nil }
        return """
          \(outlook.offer.name): who leaves in month \(12 * year - 1) pays back \(money(amount)) of \
          the sign-on.
          """
      }
    }
  }

  private var readings: [Inline] {
    var readings: [Inline] = outlooks.map {
      "\($0.offer.name): attainment by \($0.offer.modelText), which is \(.description(of: $0.offer.model))."
    }
    readings += [
      """
      \(.number(assumptions.trials)) careers from seed \(assumptions.seed); attainments of \
      different years are independent, and offers whose models are alike have the same luck.
      """,
      """
      The certainty equivalent is the certain yearly pay with the same expected utility, for a \
      constant relative risk aversion of \(.number(assumptions.riskAversion.coefficient, places: 1)).
      """,
      "The worst year is the lowest of the \(assumptions.years) years, on average.",
      """
      On-target earnings, their chance and the pay at 80% are base and incentive of a full year \
      before tax, after any slow start.
      """,
    ]
    if let tax = assumptions.tax {
      let used = Set(outlooks.flatMap { $0.taxYears ?? [] }).sorted()
      readings.append(
        """
        Taxes are those of one earner with the standard deduction and no other income or credit; \
        equity is taxed as wages, benefits are not. State and local tax is not in it. Rules of \
        \(used.map { "\($0)" as String }.joined(separator: ", ")) were used; later years have those of \
        \(tax.taxes.years.last.map { Inline("\($0)" as String) } ?? "the last").
        """)
    }
    return readings
  }

  // MARK: Tables

  private var names: [Inline] { outlooks.map { .init($0.offer.name) } }

  private var summary: Table {
    var table = Table([.text("")] + names.map { .number($0) })
    func row(_ title: Inline, _ value: (OfferOutlook) -> Inline) {
      table.append([title] + outlooks.map { value($0) })
    }
    row("Expected pay in all") { money($0.total.expected) }
    row("P10") { money($0.total.p10) }
    row("P50") { money($0.total.p50) }
    row("P90") { money($0.total.p90) }
    row("Worst year") { money($0.worstYear) }
    row("Certainty equivalent a year") { money($0.certaintyEquivalent) }
    row("On-target earnings") { money($0.onTargetEarnings) }
    row("Chance of on-target earnings") { .percentage($0.chanceOfOnTarget, places: 0) }
    row("Pay at 80% of quota") { .money($0.payAt80, places: 0) }
    if assumptions.priceLevels != nil {
      row("Price level") { .percentage($0.priceLevel, places: 1) }
    }
    return table
  }

  private var years: Table {
    var table = Table([.number("Year"), .text("")] + names.map { .number($0) })
    for index in 0..<assumptions.years {
      let values: [(Inline, (OutcomeRange) -> Double)] = [
        ("expected", \.expected), ("P10", \.p10), ("P50", \.p50), ("P90", \.p90),
      ]
      for (title, value) in values {
        table.append(
          [.init("\(index + 1)"), title] + outlooks.map { money(value($0.years[index])) })
      }
    }
    return table
  }

  private var cash: Table {
    var table = Table([.number("Month")] + names.map { .number($0) })
    for index in 0..<12 {
      table.append(
        [.init("\(index + 1)")]
          + outlooks.map { outlook in
            let month = outlook.firstYearCash[index]
            return "\(money(month.expected)) (\(money(month.p10)))"
          })
    }
    return table
  }

  private var questions: Table {
    var table = Table([.text("Offer"), .text("Ask"), .text("Assumed here")])
    for outlook in outlooks {
      for question in outlook.offer.questions {
        table.append([
          .init(outlook.offer.name), question.question, question.assumption,
        ])
      }
    }
    return table
  }

  private var chart: Chart {
    let attainments = (0...20).map { Double($0) / 10 }
    return .payCurve(
      name: "offers", title: "Yearly pay by attainment", xTitle: "Attainment of quota",
      yTitle: "Average yearly pay", currency: currency,
      curves: outlooks.map { outlook in
        Chart.Series(
          Inline(outlook.offer.name),
          attainments.map { Mark.Point($0, outlook.averagePay(attainment: $0)) })
      },
      marking: breakEvens.filter { $0.attainment <= 2 }.map { breakEven in
        Chart.NamedPoint(
          "break-even",
          Mark.Point(
            breakEven.attainment,
            outlooks[breakEven.above].averagePay(attainment: breakEven.attainment)))
      })
  }
}

extension FilingStatus {
  /// The status as people read it.
  fileprivate var title: Inline {
    switch self {
    case .single: "single"
    case .marriedJoint: "married joint"
    case .marriedSeparate: "married separate"
    case .headOfHousehold: "head of household"
    }
  }
}
