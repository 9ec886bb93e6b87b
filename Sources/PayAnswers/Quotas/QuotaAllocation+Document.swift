internal import Amounts
internal import Answers
public import Reporting
internal import Simulation
internal import Statistics

extension QuotaAllocation {
  public var document: Document {
    var document = Document(
      title: "Quotas for \(.plain(total))", blocks: [.paragraph(introduction)])
    if let text = historyText { document.append(.paragraph(text)) }
    document.append(.table(personTable))
    if !seasonality.isEmpty {
      document.append(.section("By the parts of the year"))
      document.append(.table(partTable))
    }
    if !managers.isEmpty {
      document.append(.section("Managers"))
      document.append(.paragraph(managerText))
      document.append(.table(managerSheet.table()))
    }
    document.append(.section("How likely the quotas are reached"))
    document.append(.paragraph(chanceText))
    document.append(.table(chanceSheet.table()))
    document.append(.callout(.note, [.bullets(assumptions)]))
    return document
  }

  // MARK: In words

  private var introduction: Inline {
    let count: Inline = "\(.number(people.count)) people"
    let sum: Inline =
      overAssignment == .zero
      ? "Quotas add up to \(.strong(.plain(assigned))) exactly, with no over-assignment."
      : """
      With an over-assignment of \(.rate(overAssignment)) quotas add up to \(.strong(.plain(assigned))) \
      exactly.
      """
    return "\(sum) \(dividing(count))"
  }

  private func dividing(_ people: Inline) -> Inline {
    let multiples: Inline = unit == .one ? "whole numbers" : "multiples of \(.plain(unit))"
    return """
      They are divided among \(people) by \(criteria), in \(multiples): rounded down first, and what is \
      left goes to the largest remainders.
      """
  }

  private var criteria: Inline {
    func name(_ criterion: QuotaCriterion) -> Inline {
      switch criterion {
      case .equal: "equal shares"
      case .history: "what they reached"
      case .column(let name): "the column \"\(name)\""
      }
    }
    guard weights.count > 1 else { return weights.first.map { name($0.criterion) } ?? .empty }
    return weights.map { "\(.rate($0.part)) \(name($0.criterion))" as Inline }
      .joined(separator: ", ")
  }

  private var historyText: Inline? {
    guard let history else { return nil }
    let start: Inline =
      history.periods > 0
      ? "In the \(.number(history.periods)) periods of the history these people reached \(.plain(history.total))"
      : "In the history these people reached \(.plain(history.total))"
    guard let growth else { return "\(start)." }
    return
      "\(start); the number to be reached changes that by \(.percentage(growth, sign: .always))."
  }

  private var managerText: Inline {
    managerOverAssignment == .zero
      ? "A manager's quota is the sum of the quotas of those who report to them at the end of the year."
      : """
      The quotas of those who report to a manager at the end of the year are \
      \(.rate(managerOverAssignment)) above the manager's own, at each level.
      """
  }

  private var chanceText: Inline {
    var text: Inline = "Attainment of the own quota: \(.description(of: model.model))"
    if let source = model.source { text += ", preset \(model.text), \(.source(ofPreset: source))" }
    text += ". "
    text += """
      From \(.number(forecast.trials)) simulated years, seed \(forecast.seed); ± is one Monte Carlo \
      standard error.
      """
    text += " "
    text +=
      forecast.correlation == 0
      ? "What people sell does not depend on each other."
      : """
      The normal scores of any two people have a correlation of \(.number(forecast.correlation, places: 2)), \
      by one common factor.
      """
    return text
  }

  private var assumptions: [Inline] {
    var notes: [Inline] = [
      """
      The model is an assumption. Everybody's attainment has the same law, whatever their quota: a quota \
      that is set too high for somebody is not seen here.
      """
    ]
    if hasPartYears {
      notes.append(
        """
        A roster has quotas of a full year, and statements prorate them by days in service, leave and the \
        ramp of the plan: the column of a full year is what is written into it, to the hundredth.
        """)
    }
    if bounds.minimum != nil || bounds.maximum != nil {
      notes.append(
        """
        The least and the greatest quota are of a full year, and prorated like quotas; what they take or \
        leave is divided among the others by the same shares.
        """)
    }
    if !seasonality.isEmpty {
      let shares = seasonality.map { Inline.rate($0).plainText }.joined(separator: ", ")
      notes.append(
        "A plan has the parts of the year as \(.code("phasing: [\(shares)]")) of its measure.")
    }
    return notes
  }

  // MARK: Tables

  private var personTable: Table {
    var table = personSheet.table()
    guard people.count > 1 else { return table }
    var cells: [Inline] = ["All"]
    if hasPartYears { cells.append(.empty) }
    if weights.map(\.criterion) != [.equal] { cells.append(.percentage(Ratio.one)) }
    if let history { cells.append(.number(history.total, places: 0)) }
    cells.append(.plain(assigned))
    if let history {
      let growth = history.total > .zero ? try? assigned / history.total - 1 : nil
      cells.append(growth.map { .percentage($0, sign: .always) } ?? .missing)
    }
    cells += Array(repeating: .empty, count: table.columns.count - cells.count)
    table.append(cells.map { .strong($0) })
    return table
  }

  private var partTable: Table {
    let months = 12 / max(1, seasonality.count)
    let titles = seasonality.indices.map { index -> Inline in
      if let day = yearStart?.addingMonths(index * months) { return .numericMonth(day.yearMonth) }
      return months == 3 ? "Q\(index + 1)" : months == 6 ? "H\(index + 1)" : "M\(index + 1)"
    }
    var table = Table(
      [.text("Rep")] + titles.map { .number($0) } + [.number("Year")],
      rows: people.map { person in
        [Inline(person.label)] + person.parts.map { .plain($0) } + [.plain(person.quota)]
      })
    let sums = seasonality.indices.map { index in
      people.reduce(Ratio.zero) { sum, person in
        (try? sum + person.parts[index]) ?? sum
      }
    }
    if people.count > 1 {
      table.append(
        (["All"] + sums.map { .plain($0) } + [.plain(assigned)]).map { .strong($0) })
    }
    return table
  }
}
