internal import Amounts

extension Statement {
  /// Returns the way of one deal through the plan, in sentences; none when it is not on the statement.
  ///
  /// - Complexity: O(number of lines).
  public func explanation(of deal: String) -> [String] {
    var sentences: [String] = []
    for line in lines where line.deal == deal { sentences += words(for: line) }
    for clawback in clawbacks where clawback.deal == deal {
      var text =
        "It was cancelled on \(clawback.date), when \"\(clawback.component)\" had paid it \(clawback.standing) at the rates of its period"
      if clawback.lapsed.minorUnits != 0 { text += ", of which \(clawback.lapsed) lapsed unpaid" }
      sentences.append(text + "; \(-clawback.taken) are taken back.")
    }
    return sentences
  }

  private func words(for line: StatementLine) -> [String] {
    var sentences: [String] = []
    let rule = line.rule.map { " (\($0))" } ?? ""
    let unit = line.period.map { periods[$0].unit } ?? .money
    guard let index = line.period else {
      return ["\"\(line.component)\" pays \(line.pay) for it\(rule)."]
    }
    let period = periods[index]
    var text =
      "\"\(line.component)\" credits \(amount(line.credit, unit)) on \(line.date), in the period from \(period.firstDay) to \(period.lastDay)"
    if let before = line.attainmentBefore, let after = line.attainmentAfter {
      text += ": attainment goes from \(before.percentText) to \(after.percentText)"
    }
    sentences.append(text + ".")
    sentences += portionSentences(for: line, period, unit)
    if line.cut.minorUnits != 0 {
      sentences.append("The cap of the year cuts \(line.cut) off.")
    }
    sentences.append("That pays \(line.pay)\(rule).")
    return sentences
  }

  private func portionSentences(
    for line: StatementLine, _ period: StatementPeriod, _ unit: Measure.Unit
  ) -> [String] {
    guard let span = line.span,
      let portions = try? period.curve.portions(from: span.before, to: span.after)
    else {
      guard let rate = line.rate, let tier = line.tier else { return [] }
      return ["It is paid \(words(rate, unit)) in band \(tier)."]
    }
    return portions.map { portion in
      let pay = "\(portion.pay.fixedPoint(places: 2)) \(earned.currency.code)"
      if portion.from == portion.to {
        return
          "Reaching \(amount(portion.from, unit)) changes the pay for what was sold before by \(pay)."
      }
      let size = (try? portion.to - portion.from) ?? .zero
      return
        "\(amount(size, unit)) lie in band \(portion.tier + 1) and are paid \(words(portion.rate, unit)): \(pay)."
    }
  }

  private func amount(_ credit: Ratio, _ unit: Measure.Unit) -> String {
    unit == .money
      ? "\(credit.fixedPoint(places: 2)) \(earned.currency.code)"
      : "\(credit.plain) \(unit.plural)"
  }

  private func words(_ rate: Ratio, _ unit: Measure.Unit) -> String {
    unit == .money ? rate.percentText : "\(rate.fixedPoint(places: 2)) \(earned.currency.code) each"
  }
}
