internal import Amounts
public import Answers
package import Calculator
internal import Employment
internal import PayAnswers
internal import PayPlans
package import Regulations
public import Reporting
internal import Simulation
internal import Statistics

extension OfferComparison {
  /// By how much the certainty equivalent of the best offer is above that of the one held against it;
  /// nil for a single offer.
  public var gain: Double? {
    rival.map { outlooks[best].certaintyEquivalent - outlooks[$0].certaintyEquivalent }
  }

  /// The Monte Carlo standard error of the gain, on careers with the same luck; nil for a single offer.
  public var gainError: Double? {
    rival.map { rival in
      Self.standardError(
        zip(outlooks[best].influence, outlooks[rival].influence).map { $0 - $1 })
    }
  }

  /// Whether the gain is within one per cent, or within two standard errors: too close to call.
  public var isClose: Bool {
    guard let gain, let gainError else { return false }
    return gain <= max(0.01 * outlooks[best].certaintyEquivalent, 2 * gainError)
  }

  /// The standard error of the mean of equally likely numbers.
  static func standardError(_ values: [Double]) -> Double {
    let count = Double(values.count)
    guard count > 1 else { return 0 }
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / (count - 1) / count).squareRoot()
  }

  public var title: Inline { "\(outlooks.count) offers" }

  public var findings: [Inline] {
    [recommendation] + targetSentences + [chanceSentence, salesSentence].compactMap(\.self) + [
      basis
    ]
  }

  public var sections: [ReportSection] {
    var comparison: [Block] = [.table(summary)]
    if outlooks.count > 1 {
      comparison += [.paragraph(breakEvenIntroduction), .bullets(breakEvenSentences)]
    }
    if !alternatives.isEmpty {
      comparison += [
        .paragraph("What each offer is worth a year for certain, at each chance that is stated:"),
        .table(chanceSheet.table()),
      ]
    }
    comparison.append(.chart(chart))
    let payBack = planYearSentences + payBackSentences
    return [
      ReportSection("comparison", comparison),
      ReportSection("equal", equalizing),
      ReportSection(
        "years",
        [
          .section("Year by year"),
          .paragraph(
            """
            The parts are expected amounts before tax. What is open on a recoverable draw is owed, \
            and is no pay.
            """), .table(years), .chart(stack),
        ]),
      ReportSection(
        "cash",
        [
          .section("Cash in the first year"),
          .paragraph(
            """
            Expected base, incentive, bonus and sign-on of each month before tax, as they are paid, \
            with what a draw advances or takes back; in brackets what one outcome in ten does not exceed.
            """), .table(cash),
        ] + (payBack.isEmpty ? [] : [.bullets(payBack)])),
      ReportSection(
        "questions",
        outlooks.contains { !$0.offer.questions.isEmpty }
          ? [.section("What to ask"), .table(questionSheet.table())] : []),
      ReportSection("method", [.section("How this was worked out"), .bullets(readings)]),
    ]
  }

  /// What rests on draws, and what is open: all that a page which calculates the rest must leave.
  package var drawnBlocks: [Block] {
    findings.map(Block.paragraph) + [.table(summary)]
      + sections.filter { ["equal", "questions", "method"].contains($0.name) }.flatMap(\.blocks)
  }

  /// The offers with what was assumed where one is silent, for a page that calculates what they pay.
  ///
  /// - Parameter taxes: The taxes that can be taken off; nil where they are not known.
  /// - Returns: The offers, in the order given.
  package func offerSet(taxes: FederalTaxes?) -> OfferSet {
    OfferSet(
      outlooks.map { outlook in
        // Where nobody says when it starts, the latest rules hold.
        let year = outlook.firstYear == 0 ? taxes?.years.last ?? 0 : outlook.firstYear
        return OfferSet.Member(outlook.offer.terms, firstYear: year)
      }, taxes: taxes ?? FederalTaxes([]))
  }

  // MARK: Words

  func money(_ amount: Double?) -> Inline { .money(amount, currency) }

  private func name(_ offer: Int) -> String { outlooks[offer].offer.name }

  /// The years and the parts of pay besides base and variable that some figures of two offers are of.
  private func scope(_ offers: [Int]) -> Inline {
    let parts: [OfferPart] = [.guaranteeAndDraw, .signOn, .bonus, .equity, .benefits]
    let names = parts.filter { part in
      offers.contains { outlooks[$0].breakdown.contains { $0[part] != 0 } }
    }.map(\.noun)
    let years: Inline = "\(assumptions.years) years"
    return names.isEmpty
      ? "over \(years)" : "over \(years), with \(names.joined(separator: ", "))"
  }

  private var recommendation: Inline {
    let first = outlooks[best]
    guard let rival, let gain, let gainError else {
      return
        "\(.strong("\(first.offer.name)")) is worth \(money(first.certaintyEquivalent)) a year for certain."
    }
    let second = outlooks[rival]
    if dominating[best] == rival { return dominanceVerdict(rival, gain) }
    if alternatives.contains(where: { $0.best != best }) {
      return "\(.strong("It turns on the chance of quota."))" + winners
    }
    let scope = scope([best, rival])
    let verdict: Inline
    if turnsOnSales {
      verdict = """
        \(.strong("It turns on what another quota means for the sales.")) At the same attainment of each \
        offer's own quota \(first.offer.name) is worth \(money(gain)) a year (± \(money(gainError))) more \
        than \(second.offer.name), on average \(scope).
        """
    } else if isClose {
      verdict = """
        \(.strong("It is too close to call.")) \(first.offer.name) is worth \(money(gain)) a year \
        (± \(money(gainError))) more than \(second.offer.name), on average \(scope).
        """
    } else {
      verdict = """
        \(.strong("Take \(first.offer.name).")) With its risk it is worth as much as a certain \
        \(money(first.certaintyEquivalent)) a year, \(money(gain)) (± \(money(gainError))) more than \
        \(second.offer.name), on average \(scope).
        """
    }
    return verdict + " " + dependence(on: rival)
  }

  /// The verdict when the chances that offers state would make a dominated one the best.
  private func dominanceVerdict(_ rival: Int, _ gain: Double) -> Inline {
    let turn = turningPoints.first { $0.offer == rival }
    let condition: Inline =
      turn.map {
        """
         That holds only if the chance of quota at \(name(rival)) is under \
        \(.percentage($0.chance, places: 0)): ask how many reached it.
        """
      } ?? .empty
    return """
      \(.strong("It turns on the chance of quota at \(name(rival)).")) \(name(rival)) pays at \
      least as much as \(name(best)) at every attainment. By the chances that the two state \
      (\(chance(rival)) and \(chance(best))) \(name(best)) would be worth \(money(gain)) a year more.
      """ + condition
  }

  /// What is best at each of several stated chances.
  private var winners: Inline {
    alternatives.reduce(.empty) { text, alternative in
      """
      \(text) At \(alternative.chance.text), which \
      \(alternative.chance.offers.joined(separator: ", ")) states, it is \
      \(alternative.outlooks[alternative.best].offer.name).
      """
    }
  }

  private func chance(_ offer: Int) -> Inline {
    .percentage(outlooks[offer].chanceOfQuota, places: 0)
  }

  /// What the recommendation depends on: attainment, chances, the taste for risk, open questions.
  private func dependence(on rival: Int) -> Inline {
    var parts: [Inline] = []
    let crossings = breakEvens.filter { Set([$0.above, $0.below]) == [best, rival] }
    if dominating[rival] == best || crossings.isEmpty && dominating[rival] != nil {
      parts.append(
        salesAreSame
          ? "\(name(best)) pays more whatever is sold"
          : "\(name(best)) pays more at every attainment")
    } else if crossings.isEmpty {
      parts.append(
        salesAreSame
          ? "the two pay the same whatever is sold" : "the two pay the same at every attainment")
    }
    for crossing in crossings {
      parts.append(
        salesAreSame
          ? """
          \(name(crossing.above)) pays more from \(.percentage(crossing.attainment)) of the reference \
          quota on
          """
          : "\(name(crossing.above)) pays more from \(.percentage(crossing.attainment)) of quota on"
      )
    }
    if let condition = lastingCondition(rival) { parts.append(condition) }
    if let condition = turningCondition(rival) { parts.append(condition) }
    if highestExpected != best {
      parts.append(
        """
        who does not mind risk takes \(name(highestExpected)), which is expected to pay \
        \(money(outlooks[highestExpected].total.expected - outlooks[best].total.expected)) more in all
        """
      )
    }
    let open = outlooks[best].offer.questions.count + outlooks[rival].offer.questions.count
    if open > 0 { parts.append("\(open) terms of the two are not stated and were assumed") }
    return parts.isEmpty ? .empty : "It depends on this: \(parts.joined(separator: "; "))."
  }

  /// The chances of quota at which the rival would be worth more; nil where none would do.
  private func turningCondition(_ rival: Int) -> Inline? {
    let here: Inline = "here \(chance(best)) and \(chance(rival))"
    let under = turningPoints.first { $0.isBelow }.map { Inline.percentage($0.chance, places: 0) }
    let above = turningPoints.first { !$0.isBelow }.map { Inline.percentage($0.chance, places: 0) }
    return switch (under, above) {
    case (let under?, let above?):
      """
      \(name(rival)) is worth more only if the chance of quota at \(name(best)) is under \(under), or \
      at \(name(rival)) above \(above) (\(here))
      """
    case (let under?, nil):
      """
      \(name(rival)) is worth more only if the chance of quota at \(name(best)) is under \(under) \
      (\(here))
      """
    case (nil, let above?):
      """
      \(name(rival)) is worth more only if its chance of quota is above \(above) (\(here))
      """
    case (nil, nil): nil
    }
  }

  /// That the order is another one without what is given once or ends; nil where it is the same.
  private func lastingCondition(_ rival: Int) -> Inline? {
    let less =
      outlooks[rival].lastingCertaintyEquivalent - outlooks[best].lastingCertaintyEquivalent
    guard less > 0.5 else { return nil }
    let ending = OfferPart.allCases.filter { part in
      [best, rival].contains { outlooks[$0].offer.endingParts.contains(part) }
    }.map(\.noun)
    let slow: [Inline] =
      [best, rival].contains { outlooks[$0].offer.startsSlowly } ? ["a slow start"] : []
    return """
      without what is given once or ends (\((ending + slow).joined(separator: ", "))) \(name(rival)) would \
      be worth \(money(less)) a year more
      """
  }

  /// Whether all offers sell the same, rather than reach the same attainment.
  private var salesAreSame: Bool { assumptions.referenceQuota != nil }

  /// The offers whose plan does not pay on target what is promised.
  private var targetSentences: [Inline] {
    outlooks.filter(\.missesTarget).map { outlook in
      """
      At exactly its quota \(outlook.offer.name) pays \(.money(outlook.payAtQuota, places: 0)), and not the \
      \(money(outlook.onTargetEarnings)) of its on-target earnings: ask what makes up the difference.
      """
    }
  }

  /// What the same attainment means where quotas differ, and what the same sales would; nil where it
  /// makes no difference.
  private var salesSentence: Inline? {
    if let quota = assumptions.referenceQuota {
      return """
        Every offer is given the same sales: attainment is what is sold over a quota of \
        \(.plain(quota)), whatever the quota of the offer.
        """
    }
    if case .own = chanceBasis { return nil }
    guard quotasDiffer else { return nil }
    let quotas: [Inline] = outlooks.compactMap { outlook in
      outlook.offer.salesQuota.map { "\(outlook.offer.name): \(.plain($0))" }
    }
    let said: Inline = """
      The quotas differ (\(quotas.joined(separator: ", "))), and each offer is given the same attainment of \
      its own, so that less is sold where the quota is lower.
      """
    let effects: [Inline] = sameSales.map { same in
      let order = outlooks.indices.sorted {
        same.certaintyEquivalents[$0] > same.certaintyEquivalents[$1]
      }
      let more = same.certaintyEquivalents[order[0]] - same.certaintyEquivalents[order[1]]
      return """
        With the same sales at all, over a quota of \(.plain(same.referenceQuota)), \(name(order[0])) is \
        worth \(money(more)) a year more than \(name(order[1])).
        """
    }
    return ([said] + effects + ["\(.parameter(.referenceQuota)) makes the sales the same."])
      .joined(separator: " ")
  }

  /// Which chance of quota all offers have where some are silent; nil where each has its own.
  private var chanceSentence: Inline? {
    guard outlooks.count > 1 else { return nil }
    let silent = outlooks.filter { !$0.offer.statesChance }.map(\.offer.name)
      .joined(separator: ", ")
    switch chanceBasis {
    case .own: return nil
    case .standard:
      return """
        No offer says how often its quota is reached, so that all are compared at one chance, that \
        of the model \(outlooks[0].offer.modelText).
        """
    case .common(let chance):
      return """
        How often the quota is reached is not said by \(silent), so that all offers are compared at \
        one chance: \(chance.text), as stated by \(chance.offers.joined(separator: ", ")).
        """
    case .each(let chances):
      return """
        How often the quota is reached is not said by \(silent), and the others state different \
        chances, so that all offers are compared at each of them; tables and charts are those at \
        \(chances[0].text), as stated by \(chances[0].offers.joined(separator: ", ")).
        """
    }
  }

  private var basis: Inline {
    let years: Inline = "\(assumptions.years) years"
    let tax: Inline =
      assumptions.tax.map {
        "after federal income and payroll tax (\($0.status.title)), before state and local tax"
      }
      ?? "before tax"
    let prices: Inline =
      assumptions.priceLevels == nil ? .empty : ", in prices of an average location"
    return """
      Pay of \(years) in \(currency.code), \(tax)\(prices): base, incentive, sign-on, a bonus apart \
      from the plan, equity after its discount, and benefits. ± is one Monte Carlo standard error.
      """
  }

  /// What the break-evens are of.
  private var breakEvenIntroduction: Inline {
    let scope = scope(Array(outlooks.indices))
    return quotasDiffer && !salesAreSame
      ? "On average \(scope), at the same attainment of each offer's own quota:"
      : "On average \(scope):"
  }

  private var breakEvenSentences: [Inline] {
    if salesAreSame {
      return breakEvens.isEmpty
        ? ["No offer overtakes another between 0% and 300% of the reference quota."]
        : breakEvens.map { breakEven in
          """
          From \(.percentage(breakEven.attainment)) of the reference quota on \
          \(outlooks[breakEven.above].offer.name) pays more than \
          \(outlooks[breakEven.below].offer.name).
          """
        }
    }
    return breakEvens.isEmpty
      ? ["No offer overtakes another between 0% and 300% of quota."]
      : breakEvens.map { breakEven in
        """
        From \(.percentage(breakEven.attainment)) of quota on \
        \(outlooks[breakEven.above].offer.name) pays more than \
        \(outlooks[breakEven.below].offer.name).
        """
      }
  }

  /// What would make the offer held against the best worth as much.
  private var equalizing: [Block] {
    guard let rival, !equalizingTerms.isEmpty else { return [] }
    return [
      .section("What would make them equal"),
      .paragraph(
        """
        Each term alone, the others staying as they are, makes \(name(rival)) worth as much as \(name(best)): \
        the same certainty equivalent a year, \(money(outlooks[best].certaintyEquivalent)), of the same \
        careers. With another quota the sales stay.
        """),
      .table(equalizingSheet.table()),
    ]
  }

  /// That a year of service is not the plan year in which it lies.
  private var planYearSentences: [Inline] {
    outlooks.compactMap { outlook in
      guard outlook.offer.startsWithinPlanYear, let start = outlook.offer.start,
        let planYear = outlook.offer.plan.yearStarts
      else { return nil }
      return """
        \(outlook.offer.name): it starts on \(.date(start)), within a plan year that starts on \
        \(.date(planYear)). A year of service is taken as a whole plan year here: month 1 has the quota \
        and the season of the first month of the plan year.
        """
    }
  }

  private var payBackSentences: [Inline] {
    outlooks.flatMap { outlook -> [Inline] in
      cliffSentences(outlook) + debtSentences(outlook) + signOnSentences(outlook)
    }
  }

  private func cliffSentences(_ outlook: OfferOutlook) -> [Inline] {
    guard case .grant(let grant)? = outlook.offer.equity?.value, grant.vesting.cliff > 1 else {
      return []
    }
    return [
      """
      \(outlook.offer.name): who leaves before the end of month \(grant.vesting.cliff) keeps no \
      equity.
      """
    ]
  }

  private func debtSentences(_ outlook: OfferOutlook) -> [Inline] {
    guard outlook.chanceOfOwing > 0, let owed = outlook.breakdown.last?.owedDraw else { return [] }
    return [
      """
      \(outlook.offer.name): \(money(owed.expected)) are expected to be owed on the draw at the end of \
      year \(assumptions.years), and more than nothing with a chance of \
      \(.percentage(outlook.chanceOfOwing, places: 0)).
      """
    ]
  }

  private func signOnSentences(_ outlook: OfferOutlook) -> [Inline] {
    guard let signOn = outlook.offer.signOn else { return [] }
    return (1...assumptions.years).compactMap { year in
      let amount = signOn.paidBack(after: 12 * year - 1)
      guard amount > 0 else { return nil }
      return """
        \(outlook.offer.name): who leaves before the end of month \(12 * year) pays back \
        \(money(amount)) or more of the sign-on.
        """
    }
  }

  private var readings: [Inline] {
    var readings: [Inline] = outlooks.map {
      "\($0.offer.name): attainment by \($0.offer.modelText), which is \(.description(of: $0.offer.model))."
    }
    for outlook in outlooks {
      readings += outlook.offer.plan.earningsAssumptions(bySales: false)
        .filter(\.concernsLaterYears).map { "\(outlook.offer.name): \($0.words)" }
    }
    for outlook in outlooks where outlook.offer.rampUp == nil && outlook.offer.planRampMonths > 0 {
      readings.append(
        """
        \(outlook.offer.name): in the ramp of the plan as much less is sold as the quota is lower.
        """)
    }
    if outlooks.contains(where: { $0.offer.equity?.isUncertain ?? false }) {
      readings.append(
        """
        Every price of equity in its range is as likely, one for each career, and has nothing to do \
        with attainment.
        """)
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
      On-target earnings, their chance and the pay at the quota and at 80% are base and incentive of a full year \
      before tax, after any slow start; a bonus apart from the plan is not in them. The effective rate \
      is the incentive at the quota over the quota.
      """,
    ]
    if let tax = assumptions.tax {
      let used = Set(outlooks.flatMap { $0.taxYears ?? [] }).sorted()
      readings.append(
        """
        Taxes are those of one earner with the standard deduction and no other income or credit; \
        equity is taxed as wages when it vests, an advance on a draw when it is earned, \
        benefits are not. State and local tax is not taken off. Rules of \
        \(used.map { "\($0)" as String }.joined(separator: ", ")) were used; later years have those of \
        \(tax.taxes.years.last.map { Inline("\($0)" as String) } ?? "the last").
        """)
    }
    return readings
  }

  // MARK: Tables

  private var names: [Inline] { outlooks.map { .init($0.offer.name) } }

  private var summary: Table {
    Table([.text("")] + names.map { .number($0) }, rows: offerSheet.transposed())
  }

  private var cash: Table {
    let years = firstYears
    return cashSheet(lines: (0..<12).map { month in years.map { $0[month] } }).table()
  }

  private var years: Table {
    let sheet = yearSheet
    return Table(
      [.number("Year"), .text("")] + names.map { .number($0) },
      rows: (0..<assumptions.years).flatMap { index in
        sheet.transposed(of: sheet.rows.filter { $0.index == index })
          .map { [Inline("\(index + 1)" as String)] + $0 }
      })
  }

  /// The parts of pay that any offer has in any year.
  var shownParts: [OfferPart] {
    OfferPart.allCases.filter { part in
      outlooks.contains { $0.breakdown.contains { $0[part] != 0 } }
    }
  }

  private var stack: Chart {
    let places = (0..<assumptions.years).flatMap { year in
      outlooks.map { (year: year, outlook: $0) }
    }
    return .stack(
      name: "years", title: "Expected pay of each year by its parts, before tax",
      rowTitle: "Offer and year", xTitle: "Expected pay before tax", totalTitle: "in all",
      currency: currency,
      rows: places.map { "\($0.outlook.offer.name), year \($0.year + 1)" },
      layers: shownParts.map { part in
        let (tone, isHollow) = part.drawing
        return Chart.Layer(
          part.title, tone, isHollow: isHollow, places.map { $0.outlook.breakdown[$0.year][part] })
      })
  }

  private var chart: Chart {
    let attainments = (0...20).map { Double($0) / 10 }
    return .payCurve(
      name: "offers", title: "Yearly pay by attainment",
      xTitle: salesAreSame ? "Sales over the reference quota" : "Attainment of quota",
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

extension OfferPart {
  /// The part within a sentence.
  fileprivate var noun: Inline {
    switch self {
    case .base: "base"
    case .variable: "incentive"
    case .guaranteeAndDraw: "a guarantee or draw"
    case .signOn: "a sign-on"
    case .bonus: "a bonus"
    case .equity: "equity"
    case .benefits: "benefits"
    }
  }
}

extension EarningsAssumption {
  /// Whether it is of every year: the first months of service are looked at one by one.
  fileprivate var concernsLaterYears: Bool {
    switch self {
    case .withoutFirstYear, .drawFromStart: false
    default: true
    }
  }
}
