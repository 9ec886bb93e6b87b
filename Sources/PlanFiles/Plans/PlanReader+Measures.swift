internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

extension PlanReader {
  func measures(_ value: YAMLValue) -> [Measure] {
    guard let entries = yaml.mapping(value, "measures")?.value.entries else { return [] }
    return entries.compactMap { measure($0) }
  }

  private func measure(_ entry: YAMLValue.Entry) -> Measure? {
    let name = entry.name
    // A measure of which nothing is to say: `new logos:`.
    if entry.value.isNull { return Measure(name, place: place(entry.key)) }
    guard var keys = yaml.mapping(entry.value, "the measure \"\(name)\"") else { return nil }
    var measure = Measure(name, place: place(entry.key))
    if let value = keys.optional("unit"), let text = yaml.text(value, "unit") {
      measure.unit = text == "deals" ? .deals : .column(text)
    }
    if let value = keys.optional("quota") { measure.quota = yearlyAmount(value, "quota") }
    if let value = keys.optional("credit"), let column = yaml.text(value, "credit") {
      measure.credit = column
      if measure.unit != .money, let key = keys.key("credit") {
        yaml.report(
          "plan.two-meanings", at: key, "`unit` and `credit` both say what is credited",
          remedy: "keep one of the two")
      }
    }
    if let value = keys.optional("where") { measure.filters = filters(value) }
    if let value = keys.optional("multiply") { measure.multipliers = multipliers(value) }
    if let value = keys.optional("phasing") { measure.phasing = phasing(value) }
    if let value = keys.optional("ramp") { measure.ramp = ramp(value) }
    if let value = keys.optional("windfall") { measure.windfall = windfall(value) }
    if let value = keys.optional("team") { measure.team = team(value) }
    if let value = keys.optional("scored") {
      measure.isScored = yaml.flag(value, "scored") ?? false
    }
    if measure.isScored {
      for other in ["quota", "unit", "credit", "where", "multiply", "windfall", "team"] {
        if let key = keys.key(other) {
          yaml.report(
            "plan.two-meanings", at: key,
            "a scored measure is not counted from deals, so `\(other)` says nothing",
            remedy: "leave out `\(other)`, or `scored`")
        }
      }
    }
    keys.finish()
    return measure
  }

  /// Reads conditions: `{stage: Closed Won, product: [Search, Display], region: {not: West}}`.
  func filters(_ value: YAMLValue) -> [DealFilter] {
    guard let keys = yaml.mapping(value, "`where`") else { return [] }
    return (keys.value.entries ?? []).compactMap { entry in
      if entry.value.entries != nil {
        guard var inner = yaml.mapping(entry.value, "a condition") else { return nil }
        let values = inner.required("not").map { texts($0) }
        inner.finish()
        return values.map { DealFilter(entry.name, $0, isNegated: true) }
      }
      if entry.value.isNull { return DealFilter(entry.name, [""]) }
      return DealFilter(entry.name, texts(entry.value))
    }
  }

  private func texts(_ value: YAMLValue) -> [String] {
    yaml.listOrOne(value).compactMap { $0.isNull ? "" : yaml.text($0, "a value") }
  }

  private func multipliers(_ value: YAMLValue) -> [CreditMultiplier] {
    guard let keys = yaml.mapping(value, "`multiply`") else { return [] }
    return (keys.value.entries ?? []).compactMap { entry in
      if entry.value.elements != nil {
        return .bands(
          column: entry.name, steps(entry.value, "the bands of \(entry.name)", bounds: .numbers))
      }
      guard let inner = yaml.mapping(entry.value, "the factors of \(entry.name)") else {
        return nil
      }
      var factors: [String: Ratio] = [:]
      for factor in inner.value.entries ?? [] {
        factors[factor.name.lowercased()] = self.factor(factor.value, "the factor")
      }
      return .values(column: entry.name, factors)
    }
  }

  enum StepBounds {
    /// Plain numbers or percentages of a column, negative ones too.
    case numbers
    /// Attainments of a measure.
    case attainments
  }

  /// Reads half-open steps, rising, the last without an end: `[{to: 35%, times: 0.5}, {times: 1}]`.
  func steps(_ value: YAMLValue, _ what: String, bounds: StepBounds) -> [CreditMultiplier.Step] {
    guard let list = yaml.list(value, what) else { return [] }
    var result: [CreditMultiplier.Step] = []
    for (index, element) in list.enumerated() {
      guard var keys = yaml.mapping(element, "a step") else { continue }
      let toValue = keys.optional("to")
      let times = keys.required("times").flatMap { factor($0, "times") }
      keys.finish()
      var to: Ratio?
      if let toValue {
        switch bounds {
        case .attainments: to = share(toValue, "`to`", upTo: Self.largestShare)
        case .numbers: to = columnNumber(toValue)
        }
        if let to, let last = result.last?.to, to <= last {
          yaml.report("plan.bands", at: toValue, "the steps do not rise here")
        }
        if result.last.map({ $0.to == nil }) ?? false {
          yaml.report("plan.bands", at: toValue, "a step follows one that has no end")
        }
        if index == list.count - 1 {
          yaml.report(
            "plan.bands", at: toValue, "the last step ends here, so nothing says what is above it",
            remedy: "add a last step without `to`")
        }
      } else if index < list.count - 1 {
        yaml.report(
          "plan.bands", at: element, "only the last step goes without `to`",
          remedy: "say where this step ends")
      }
      if let times { result.append(CreditMultiplier.Step(to: to, times: times)) }
    }
    return result
  }

  private func columnNumber(_ value: YAMLValue) -> Ratio? {
    guard let text = value.text, let number = PlanNumber(text) else {
      yaml.report(
        "plan.number", at: value,
        "`to` must be a number or a percentage, but this is \(value.kindInWords)")
      return nil
    }
    switch number {
    case .percentage(let number): return number
    case .amount(let number, _): return checked(number, at: value, "`to`")
    default:
      yaml.report(
        "plan.number", at: value,
        "`to` must be a number or a percentage, but this is \(value.kindInWords)")
      return nil
    }
  }

  private func phasing(_ value: YAMLValue) -> [Ratio]? {
    guard let list = yaml.list(value, "phasing") else { return nil }
    let shares = list.compactMap { share($0, "a share of the phasing") }
    guard shares.count == list.count else { return nil }
    guard [2, 4, 12].contains(shares.count) else {
      yaml.report(
        "plan.phasing", at: value, "phasing needs 2, 4 or 12 shares, but these are \(shares.count)")
      return nil
    }
    return sumsToOne(shares, at: value, "the shares of the phasing") ? shares : nil
  }

  /// Checks that shares sum to 100 %.
  func sumsToOne(_ shares: [Ratio], at value: YAMLValue, _ what: String) -> Bool {
    var sum = Ratio.zero
    for share in shares { sum = (try? sum + share) ?? sum }
    if sum == .one { return true }
    yaml.report(
      "plan.shares", at: value, "\(what) sum to \(sum.percentText), not to 100%")
    return false
  }

  private func ramp(_ value: YAMLValue) -> Ramp? {
    func shares(_ value: YAMLValue) -> [Ratio] {
      (yaml.list(value, "a ramp") ?? []).compactMap { share($0, "a share of the ramp") }
    }
    if value.elements != nil { return Ramp(quota: shares(value)) }
    guard var keys = yaml.mapping(value, "ramp") else { return nil }
    let quota = keys.required("quota").map { shares($0) }
    let target = keys.optional("target").map { shares($0) } ?? []
    keys.finish()
    return quota.map { Ramp(quota: $0, target: target) }
  }

  private func windfall(_ value: YAMLValue) -> Windfall? {
    guard var keys = yaml.mapping(value, "windfall") else { return nil }
    let over = keys.required("over").flatMap { amount($0, "`over`") }
    let credit = keys.required("credit").flatMap { share($0, "`credit`") }
    keys.finish()
    guard let over, let credit else { return nil }
    return Windfall(over: over, credit: credit)
  }

  private func team(_ value: YAMLValue) -> Measure.Team? {
    switch value.text?.lowercased() {
    case "true", "yes": return .reports
    case "and own": return .reportsAndOwn
    case "false", "no": return nil
    default:
      yaml.report(
        "yaml.choice", at: value,
        "team must be one of true, and own, but this is \(value.kindInWords)")
      return nil
    }
  }
}
