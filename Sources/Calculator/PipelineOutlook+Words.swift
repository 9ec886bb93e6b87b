package import Amounts
internal import Findings
package import PayPlans
package import Phrases
package import Reporting
package import Simulation
internal import Statistics

extension Plan {
  /// Why an amount that is won is no credit on this plan; nil where it is.
  package var pipelineObstacle: Inline? {
    guard let measure = primaryMeasure else {
      return "The plan counts nothing that is sold, so open deals change nothing."
    }
    if measure.isScored {
      return "The plan pays on a score, so the amounts of open deals say nothing of it."
    }
    return measure.unit == .money
      ? nil
      : "The plan does not count money, so the amounts of open deals say nothing of it."
  }
}

extension PipelineOutlook {
  /// The figures for people, from the expected pay down.
  package func figures(in currency: Currency) -> [[Inline]] {
    var rows: [[Inline]] = [["Expected pay", mean.money(currency)]]
    for (name, value) in zip(["P10", "P50", "P90"] as [Inline], percentiles) {
      rows.append([name, value.money(currency)])
    }
    if let chance = reachesQuota {
      rows.append(["Chance to reach the quota", chance.percentage])
    }
    rows.append(["When no open deal is won", .money(without)])
    rows.append(["When every one is won", .money(withAll)])
    return rows
  }

  /// What the figures rest on, in sentences.
  package func basis(of plan: Plan) -> [Inline] {
    let first = Inline.monthName(plan.calendarMonth(ofPlanMonth: 0))
    let last = Inline.monthName(plan.calendarMonth(ofPlanMonth: months - 1))
    let name = plan.primaryMeasure?.name ?? ""
    var words: [Inline] = [
      "What is sold so far, \(.plain(sales)), is spread over the months from \(first) to \(last) like the quota.",
      "A deal that is won is credit of “\(name)” on the last day of its month, in full; each is won or lost by itself.",
    ]
    let others = plan.otherMeasures
    if !others.isEmpty {
      words.append(
        "Other measures stay where what is sold so far puts them: \(others.map { Inline($0) }.joined(separator: ", "))."
      )
    }
    if let trials {
      words.append(
        "There are too many outcomes to pay each, so \(.number(trials)) of them are drawn, with the same seed each time; ± is one standard error."
      )
    } else {
      words.append("Every outcome is paid exactly and counted by its chance, without draws.")
    }
    words.append(
      "What a deal is worth is the expected pay when it is won less that when it is lost.")
    return words
  }

  /// How pay is spread over the outcomes.
  package func chart(in currency: Currency) -> Chart {
    let values = outcomes.map { $0.pay.majorUnits.doubleValue }
    let names: [Inline] = ["P10", "P50", "P90"]
    var bins: [Chart.Bin] = []
    if let low = values.first, let high = values.last, low < high {
      // Twenty classes tell a dozen deals apart; the last one holds the most.
      let width = (high - low) / 20
      bins = (0..<20).map { index in
        let start = low + Double(index) * width
        return Chart.Bin(start, start + width, share: 0)
      }
      for (value, outcome) in zip(values, outcomes) {
        bins[min(19, Int((value - low) / width))].share += outcome.share
      }
    }
    return Chart.distribution(
      name: "pipeline", title: "How pay is spread over the outcomes",
      xTitle: "Total pay for a year", unit: .money(currency), bins: bins,
      marking: zip(names, percentiles).map { Chart.NamedValue($0, $1.value) })
  }
}

extension Estimate {
  /// An amount in words, with its standard error where there is one.
  func money(_ currency: Currency, sign: NumberStyle.Sign = .negativeOnly) -> Inline {
    let amount = Inline.money(value, currency, sign: sign)
    guard let error = standardError else { return amount }
    return "\(amount) ± \(.money(error, currency))"
  }

  /// A share in words, with its standard error where there is one.
  var percentage: Inline {
    guard let error = standardError else { return .percentage(value) }
    return "\(.percentage(value)) ± \(.percentage(error))"
  }
}
