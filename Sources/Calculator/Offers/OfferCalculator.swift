package import Amounts
internal import Employment
internal import PayPlans
package import Phrases
internal import Regulations
internal import Reporting
internal import Simulation

/// What a page of offers calculates with: the terms of each, a language, and what each state of the
/// controls shows.
package struct OfferCalculator {
  /// The offers.
  package let offers: OfferSet
  /// The words of what is shown.
  package let book: Phrasebook
  /// What offers pay, by their terms: to move an attainment compiles nothing.
  private var pays: [OfferKey: OfferPay] = [:]
  /// What does not depend on where one stands.
  private var overviews: [OverviewKey: Overview] = [:]

  /// The years that an offer is compiled for, which is as many as can be looked at.
  private static let years = 5

  private struct OfferKey: Hashable {
    var offer: Int
    var lines: [String]
  }

  private struct OverviewKey: Hashable {
    var offers: [OfferKey]
    var years: Int
    var status: FilingStatus?
  }

  /// Where offers cross, and their pay by attainment.
  private struct Overview {
    var breakEvens: [OfferBreakEven]
    var dominating: [Int?]
    var curves: [[Mark.Point]]
    var grid: JSONValue
  }

  /// An offer in a state of the controls.
  private struct Shown {
    var terms: OfferTerms
    var worth: OfferWorth
    var attainment: Double
    /// The pay of each year.
    var years: [Year] = []

    /// The pay of all years together.
    var total: Double { years.reduce(0) { $0 + $1.value } }
    var name: Inline { Inline(terms.name) }
  }

  private struct Year {
    /// One for each `OfferPart`.
    var parts: [Double]
    var tax: Double
    /// What the year is worth after tax.
    var value: Double
    /// What is owed on a recoverable draw at its end.
    var owed: Double
  }

  /// Creates a calculator.
  package init(_ offers: OfferSet = OfferSet([]), _ language: Language = .english) {
    self.offers = offers
    book = Phrasebook(language)
  }

  /// Reads the bytes of offers; nil for others.
  package init?(_ bytes: [UInt8], _ language: Language) {
    guard let set = OfferCode.decode(bytes), !set.members.isEmpty else { return nil }
    self.init(set, language)
  }

  private var decimal: DecimalConvention { book.language.decimalConvention }
  private var currency: Currency { offers.members[0].terms.currency }

  /// What is shown for a state of the controls, as JSON: texts in the language, and charts as SVG.
  ///
  /// - Parameter text: The state, as `OfferState` reads it.
  /// - Returns: The JSON.
  /// - Complexity: 1,201 evaluations for each offer and year where terms, years or tax are new.
  package mutating func view(of text: String) -> String {
    guard !offers.members.isEmpty else { return "{}\n" }
    let state = OfferState(text, offers, decimal)
    let view: JSONValue
    do throws(ArithmeticFailure) {
      view = try self.view(of: state)
    } catch {
      view = ["failure": say("an amount is too large to compute exactly")]
    }
    return view.text()
  }

  /// What an offer pays in each year at an attainment, as the command and the page are held against each
  /// other: cents of each part, of the tax and of what the year is worth.
  package mutating func cents(of text: String) throws(ArithmeticFailure) -> [Int64] {
    let shown = try shown(OfferState(text, offers, decimal))
    return shown.flatMap { offer in
      offer.years.flatMap { year in
        (year.parts + [year.tax, year.value, year.owed]).map { Int64(($0 * 100).rounded()) }
      }
    }
  }

  private mutating func view(of state: OfferState) throws(ArithmeticFailure) -> JSONValue {
    let shown = try shown(state)
    let overview = overview(shown, state)
    let lead = lead(shown, state)
    let crossings = crossings(overview, shown)
    let width = state.isNarrow ? Chart.telephoneWidth : Chart.pageWidth
    func draw(_ chart: Chart) -> (JSONValue, JSONValue) {
      let chart = chart.translated(by: book)
      return (.string(chart.svg(.inline, width: width)), .string(chart.summary.plainText))
    }
    let curve = draw(curveChart(overview, shown))
    let stack = draw(yearChart(shown, state))
    let sums = sumRows(shown, state)
    let years = yearTables(shown, state)
    return [
      "state": .array(state.canonical.map { .string($0) }),
      "unreadable": .array(state.unreadable.map { .string($0) }),
      "controls": .object(controls(state)),
      "terms": terms(state),
      "years": .string("\(state.years)"), "tax": .string(state.status?.rawValue ?? ""),
      "lead": .array(lead.map { say($0) }),
      "cards": .array(
        shown.map { offer in
          [
            "name": say(offer.name), "pay": say(money(offer.total)),
            "note": say(
              """
              \(money(offer.total / Double(state.years))) a year at \
              \(.percentage(offer.attainment)) of quota
              """),
          ]
        }),
      "names": .array((shown.map { $0.name } + differenceTitle(shown)).map { say($0) }),
      "sums": table(sums),
      "yearRows": .array(
        years.map { ["title": say($0.title), "rows": table($0.rows)] }),
      "crossings": .array(crossings.map { say($0) }),
      "chart": curve.0, "chartWords": curve.1, "stack": stack.0, "stackWords": stack.1,
      "grid": overview.grid,
      "changes": .array(changes(state).map { say($0) }),
      "markdown": .string(markdown(shown, sums, years, lead + crossings)),
    ]
  }

  private func say(_ text: Inline) -> JSONValue { .string(book.text(text)) }
  private func money(_ amount: Double) -> Inline { .money(amount, currency) }
  private func table(_ rows: [[Inline]]) -> JSONValue {
    .array(rows.map { .array($0.map { say($0) }) })
  }

  // MARK: Pay

  private mutating func shown(_ state: OfferState) throws(ArithmeticFailure) -> [Shown] {
    var all: [Shown] = []
    for index in offers.members.indices {
      let terms = state.terms(of: index, in: offers)
      let key = OfferKey(offer: index, lines: state.lines(of: index))
      let pay: OfferPay
      if let known = pays[key] {
        pay = known
      } else {
        pay = try OfferPay(terms, years: Self.years)
        if pays.count > 64 { pays = [:] }
        pays[key] = pay
      }
      let rules = state.status.map { status in
        offers.taxes.rules(
          from: offers.members[index].firstYear, years: state.years, status: status)
      }
      let worth = OfferWorth(pay, years: state.years, rules: rules)
      var offer = Shown(
        terms: terms, worth: worth, attainment: state.attainment(of: index).doubleValue)
      var owed = 0.0
      for year in 0..<state.years {
        let paid = pay.year(year, attainment: offer.attainment, luck: nil, owed: &owed)
        offer.years.append(
          Year(
            parts: OfferPart.allCases.map { paid.parts[$0.rawValue] },
            tax: paid.wages - worth.net(ofWages: paid.wages, year),
            value: worth.value(of: paid, year), owed: owed))
      }
      all.append(offer)
    }
    return all
  }

  private mutating func overview(_ shown: [Shown], _ state: OfferState) -> Overview {
    let key = OverviewKey(
      offers: shown.indices.map { OfferKey(offer: $0, lines: state.lines(of: $0)) },
      years: state.years, status: state.status)
    if let known = overviews[key] { return known }
    let grid = OfferGrid(shown.map { $0.worth })
    let overview = Overview(
      breakEvens: grid.breakEvens, dominating: grid.dominating,
      curves: shown.map { Self.points(of: $0.worth) }, grid: attainmentGrid(shown))
    if overviews.count > 64 { overviews = [:] }
    overviews[key] = overview
    return overview
  }

  /// The average yearly pay up to twice the quota, without the points that lie on a line.
  private static func points(of worth: OfferWorth) -> [Mark.Point] {
    var points: [Mark.Point] = []
    for step in 0...400 {
      let x = Double(step) / 200
      let point = Mark.Point(x, worth.averagePay(attainment: x))
      if points.count >= 2 {
        let (first, middle) = (points[points.count - 2], points[points.count - 1])
        let share = (middle.x - first.x) / (point.x - first.x)
        if abs(first.y + (point.y - first.y) * share - middle.y) < 0.5 { points.removeLast() }
      }
      points.append(point)
    }
    return points
  }

  /// The average yearly pay at other attainments.
  private func attainmentGrid(_ shown: [Shown]) -> JSONValue {
    table(
      [50, 75, 90, 100, 110, 125, 150].map { percent in
        let share = Double(percent) / 100
        let pay = shown.map { $0.worth.averagePay(attainment: share) }
        return [.percentage(share, places: 0)] + pay.map { money($0) } + difference(pay)
      })
  }

  /// The last offer less the first, where there are two.
  private func difference(_ pay: [Double]) -> [Inline] {
    pay.count == 2 ? [.money(pay[1] - pay[0], currency, sign: .always)] : []
  }

  private func differenceTitle(_ shown: [Shown]) -> [Inline] {
    shown.count == 2 ? ["Difference"] : []
  }

  // MARK: Words

  private func lead(_ shown: [Shown], _ state: OfferState) -> [Inline] {
    guard shown.count > 1 else { return [] }
    let order = shown.indices.sorted { shown[$0].total > shown[$1].total }
    let (best, next) = (shown[order[0]], shown[order[1]])
    let gain = best.total - next.total
    let time: Inline = "\(state.years) years"
    let verdict: Inline =
      gain < 0.5
      ? "\(best.name) and \(next.name) pay the same in \(time)."
      : "\(best.name) pays \(money(gain)) more in \(time) than \(next.name)."
    return [verdict] + sales(shown)
  }

  /// What is sold where quotas differ, so that nobody takes the same attainment for the same sales.
  private func sales(_ shown: [Shown]) -> [Inline] {
    guard Set(shown.compactMap { $0.terms.salesQuota }).count > 1 else { return [] }
    let sales: [Inline] = shown.compactMap { offer in
      offer.terms.salesQuota.map {
        "\(offer.name): \(.number($0.doubleValue * offer.attainment, places: 0))"
      }
    }
    return [
      """
      The quotas differ, so that the same attainment is not the same sales \
      (\(sales.joined(separator: ", "))).
      """
    ]
  }

  private func crossings(_ overview: Overview, _ shown: [Shown]) -> [Inline] {
    guard shown.count > 1 else { return [] }
    guard !overview.breakEvens.isEmpty else {
      var sentences: [Inline] = ["No offer overtakes another between 0% and 300% of quota."]
      for index in shown.indices {
        if let other = overview.dominating[index] {
          sentences.append(
            "\(shown[other].name) pays at least as much as \(shown[index].name) at every attainment."
          )
        }
      }
      return sentences
    }
    return overview.breakEvens.map { breakEven in
      """
      From \(.percentage(breakEven.attainment)) of quota on \(shown[breakEven.above].name) pays more \
      than \(shown[breakEven.below].name).
      """
    }
  }

  private func changes(_ state: OfferState) -> [Inline] {
    state.controls.filter { $0.isSet }.map { control in
      let terms = offers.members[control.offer].terms
      return """
        \(terms.name), \(terms.title(of: control.lever)): \(control.text(control.number)) instead of \
        \(control.text(control.written)).
        """
    }
  }

  // MARK: Controls

  private func controls(_ state: OfferState) -> [JSONValue.Member] {
    func control(_ name: String, _ number: Ratio, _ text: Inline, _ end: Ratio, _ step: Ratio)
      -> JSONValue.Member
    {
      .init(
        name,
        [
          "value": .string(number.decimal), "text": say(text), "max": .string(end.decimal),
          "step": .string(step.decimal),
        ])
    }
    let hundredth = Ratio.fraction(1, 100)
    var members = [
      control("attainment", state.attainment, .percentage(state.attainment), 2, hundredth)
    ]
    for index in offers.members.indices {
      let share = state.attainment(of: index)
      members.append(
        control("attainment-\(index)", share, .percentage(share), 2, hundredth))
    }
    for own in state.controls {
      let step =
        own.form == .share
        ? Ratio.fraction(1, 200) : Calculator.step(of: own.end)
      members.append(control(own.name, own.number, own.text(own.number), own.end, step))
    }
    return members
  }

  private func terms(_ state: OfferState) -> JSONValue {
    .array(
      state.controls.map { control in
        [
          "name": .string(control.name), "offer": .integer(control.offer),
          "label": say(offers.members[control.offer].terms.title(of: control.lever)),
          "isSet": .bool(control.isSet),
        ]
      })
  }

  // MARK: Tables

  private func sumRows(_ shown: [Shown], _ state: OfferState) -> [[Inline]] {
    let totals = shown.map { $0.total }
    var rows: [[Inline]] = [
      ["Attainment"] + shown.map { .percentage($0.attainment) },
      ["Pay in all"] + totals.map { money($0) } + difference(totals),
      ["A year on average"] + totals.map { money($0 / Double(state.years)) }
        + difference(totals.map { $0 / Double(state.years) }),
    ]
    if shown.count == 2 { rows[0].append("") }
    if shown.contains(where: { ($0.years.last?.owed ?? 0) > 0.005 }) {
      let owed = shown.map { $0.years.last?.owed ?? 0 }
      rows.append(["Owed on the draw at the end"] + owed.map { money($0) } + difference(owed))
    }
    return rows
  }

  private func yearTables(
    _ shown: [Shown], _ state: OfferState
  ) -> [(title: Inline, rows: [[Inline]])] {
    let parts = shownParts(shown)
    return (0..<state.years).map { index in
      func row(_ title: Inline, _ amounts: [Double]) -> [Inline] {
        [title] + amounts.map { money($0) } + difference(amounts)
      }
      var rows = parts.map { part in
        row(part.title, shown.map { $0.years[index].parts[part.rawValue] })
      }
      if state.status != nil { rows.append(row("Tax", shown.map { -$0.years[index].tax })) }
      rows.append(row("Pay of the year", shown.map { $0.years[index].value }))
      return (title: "Year \(.number(index + 1))", rows: rows)
    }
  }

  /// The parts of pay that any offer has in any year.
  private func shownParts(_ shown: [Shown]) -> [OfferPart] {
    OfferPart.allCases.filter { part in
      shown.contains { $0.years.contains { $0.parts[part.rawValue] != 0 } }
    }
  }

  // MARK: Charts

  private func curveChart(_ overview: Overview, _ shown: [Shown]) -> Chart {
    var points = overview.breakEvens.filter { $0.attainment <= 2 }.map { breakEven in
      Chart.NamedPoint(
        "break-even",
        Mark.Point(
          breakEven.attainment,
          shown[breakEven.above].worth.averagePay(attainment: breakEven.attainment)))
    }
    for offer in shown where offer.attainment <= 2 {
      points.append(
        Chart.NamedPoint(
          "here",
          Mark.Point(offer.attainment, offer.worth.averagePay(attainment: offer.attainment))))
    }
    return .payCurve(
      name: "offers", title: "Yearly pay by attainment", xTitle: "Attainment of quota",
      yTitle: "Average yearly pay", currency: currency,
      curves: shown.indices.map { Chart.Series(shown[$0].name, overview.curves[$0]) },
      marking: points)
  }

  private func yearChart(_ shown: [Shown], _ state: OfferState) -> Chart {
    let places = (0..<state.years).flatMap { year in shown.map { (year: year, offer: $0) } }
    return .stack(
      name: "years", title: "Pay of each year by its parts, before tax",
      rowTitle: "Offer and year", xTitle: "Pay before tax", totalTitle: "in all",
      currency: currency, rows: places.map { "\($0.offer.terms.name), year \($0.year + 1)" },
      layers: shownParts(shown).map { part in
        Chart.Layer(
          part.title, part.drawing.tone, isHollow: part.drawing.isHollow,
          places.map { $0.offer.years[$0.year].parts[part.rawValue] })
      })
  }

  // MARK: Markdown

  private func markdown(
    _ shown: [Shown], _ sums: [[Inline]], _ years: [(title: Inline, rows: [[Inline]])],
    _ facts: [Inline]
  ) -> String {
    var lines: [String] = []
    func add(_ cells: [Inline]) {
      let texts = cells.map { Calculator.escaped(book.text($0)) }
      lines.append("| \(texts.joined(separator: " | ")) |")
    }
    let names = shown.map { $0.name } + differenceTitle(shown)
    let rule = names.map { _ in "---:" }.joined(separator: " | ")
    add([""] + names)
    lines.append("| --- | \(rule) |")
    for row in sums { add(row) }
    for year in years {
      lines.append("")
      add([year.title] + names)
      lines.append("| --- | \(rule) |")
      for row in year.rows { add(row) }
    }
    lines.append("")
    lines += facts.map { "- \(Calculator.escaped(book.text($0)))" }
    return lines.joined(separator: "\n") + "\n"
  }
}
