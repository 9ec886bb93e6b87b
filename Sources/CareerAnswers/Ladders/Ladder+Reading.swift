internal import Amounts
public import Findings
internal import PayAnswers
internal import PayPlans
internal import PlanFiles
internal import Reporting
internal import Simulation
package import YAMLReading

extension Ladder {
  /// Reads a ladder file; plan files that it names are looked for beside it.
  ///
  /// - Returns: the ladder, and warnings about what is probably not meant.
  /// - Throws: `.noInput` when a file cannot be opened, `.badData` with every error in it.
  public static func read(
    path: String
  ) throws(InputFailure) -> (ladder: Ladder, findings: FindingLog) {
    try read(try YAMLDocument.read(path: path))
  }

  /// Reads the text of a ladder file; `file` is the name that findings show.
  ///
  /// - Throws: `.badData` with every error in the text.
  public static func read(
    yaml: String, file: String
  ) throws(InputFailure) -> (ladder: Ladder, findings: FindingLog) {
    try read(try YAMLDocument(text: yaml, file: file))
  }

  /// Reads a ladder that is open.
  package static func read(
    _ document: YAMLDocument
  ) throws(InputFailure) -> (ladder: Ladder, findings: FindingLog) {
    let yaml = YAMLReader(document)
    let ladder = try LadderReader(yaml: yaml, folder: document.folder).ladder()
    guard let ladder, !yaml.log.hasErrors else { throw InputFailure(.badData, yaml.log) }
    return (ladder, yaml.log)
  }
}

/// Reads the keys of a ladder file.
private struct LadderReader {
  let yaml: YAMLReader
  let folder: String

  func ladder() throws(InputFailure) -> Ladder? {
    guard let keys = yaml.group(yaml.document.root, .ladder) else { return nil }
    let name = keys["ladder"].flatMap { yaml.text($0, "the name of the ladder") } ?? ""
    let currencyValue = keys["currency"]
    let currency = currencyValue?.text.flatMap { Currency(code: $0) }
    if currency == nil, let currencyValue {
      yaml.report(
        "plan.currency", at: currencyValue, "\(currencyValue.kindInWords) is not a currency",
        remedy: "write its three letters, such as USD")
    }
    let terms = PlanTermReader(yaml, currency: currency ?? .usd)
    let moneyOf = keys["money of"].flatMap { month($0) }
    let elsewhereValue = keys["pay elsewhere"]
    let elsewhere = elsewhereValue.flatMap { terms.yearlyAmount($0, .code("pay elsewhere")) }
    let values = keys["rungs"].flatMap { yaml.list($0, .code("rungs")) } ?? []
    var rungs: [CareerLadder.Rung] = []
    var models: [Inline] = []
    for (index, value) in values.enumerated() {
      let isLast = index + 1 == values.count
      if let (rung, model) = try rung(value, terms, currency ?? .usd, isLast: isLast) {
        rungs.append(rung)
        models.append(model)
      }
    }
    if values.isEmpty, let key = keys.key("rungs") {
      yaml.report("ladder.empty", at: key, "the ladder has no rungs", remedy: "write at least one")
    }
    if elsewhereValue == nil, rungs.contains(where: { $0.chanceToLeave > 0 }) {
      _ = keys.required("pay elsewhere")
    }
    guard let currency, !rungs.isEmpty, !yaml.log.hasErrors else { return nil }
    return Ladder(
      name: name, currency: currency, moneyOf: moneyOf,
      careers: CareerLadder(rungs, payElsewhere: elsewhere?.doubleValue ?? 0), models: models)
  }

  private func month(_ value: YAMLValue) -> YearMonth? {
    if let text = value.text, let month = YearMonth(iso: text) { return month }
    yaml.report(
      "yaml.date", at: value, "money of must be a month, but this is \(value.kindInWords)",
      remedy: "write year and month, such as 2021-05")
    return nil
  }

  private func rung(
    _ value: YAMLValue, _ terms: PlanTermReader, _ currency: Currency, isLast: Bool
  ) throws(InputFailure) -> (CareerLadder.Rung, Inline)? {
    guard let keys = yaml.group(value, .rung) else { return nil }
    let name = keys["rung"].flatMap { yaml.text($0, "the name of the rung") } ?? ""
    var plans = RolePlanReader(yaml, folder: folder)
    let role = try plans.role(keys, named: name, currency: currency)
    let after =
      isLast || keys.required("months before promotion") == nil
      ? nil : keys.integer("months before promotion")
    let promotionValue = isLast ? nil : keys.required("chance of promotion")
    let promotion = promotionValue.flatMap { terms.share($0, .code("chance of promotion")) }
    let leaving = keys["chance to leave"].flatMap { terms.share($0, .code("chance to leave")) }
    if isLast {
      for key in ["months before promotion", "chance of promotion"] {
        guard let written = keys.key(key) else { continue }
        yaml.report(
          "ladder.last-rung", at: written, "there is no rung above the last one",
          remedy: "leave `\(key)` out, or add a rung")
      }
    }
    guard let role, isLast || (after != nil && promotion != nil) else { return nil }
    let pay: CompiledCurve
    do {
      pay = try CompiledPlan(role.plan).kept
    } catch {
      yaml.report(
        "ladder.amount", at: value,
        "the pay of this rung cannot be worked out: \(.words(of: error))")
      return nil
    }
    return (
      CareerLadder.Rung(
        name, pay: pay, model: role.model, monthsBeforePromotion: after ?? 1,
        chanceOfPromotion: promotion?.doubleValue ?? 0,
        chanceToLeave: leaving?.doubleValue ?? 0),
      "\(role.modelText), which is \(.description(of: role.model))"
    )
  }
}
