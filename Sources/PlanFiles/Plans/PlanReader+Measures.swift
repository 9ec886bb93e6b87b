internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

extension Grammar {
  static let measure = Grammar(
    "measure",
    [
      .init(
        "quota", .either([.yearly, .list(.amount)]),
        "per plan year, in the currency or in units; or a list of 2, 4 or 12 amounts, one for each part of the year. A measure that no percentage refers to needs none"
      ),
      .init("credit", .column, default: "`amount`", "the deal column that is credited"),
      .init(
        "unit", .column,
        "`deals` credits 1 for each deal (a return −1); a column credits the number in it. A split unit counts as its share"
      ),
      .init(
        "where", .conditions,
        "only deals whose columns match. Several columns must all match; a list matches any; `{not: …}` none. Case does not matter"
      ),
      .init(
        "multiply",
        .defined(
          "multiply", .named(.either([.steps, .named(.factor)])),
          words: "factors by column"),
        "credit × a factor by a column: by its text, or in half-open bands of its number. What is not listed counts × 1; several columns multiply"
      ),
      .init(
        "phasing", .list(.share), default: "equal parts",
        "2, 4 or 12 shares of the quota that sum to 100 %; the target is phased alike. A longer period adds its shares, a shorter one takes an equal part"
      ),
      .init(
        "ramp", .either([.list(.share), .group(.ramp)]),
        "shares by month of service: a list for the quota, or with one for the target; later months are at 100 %"
      ),
      .init(
        "windfall", .group(.windfall),
        "`{over: 500000, credit: 50%}`: the part of one deal above `over` counts at 50 %; of the whole deal, before multipliers and splits"
      ),
      .init(
        "team", .either([.flag, .words([Measure.Team.andOwn])]), default: "`false`",
        "`true`: the credit of everyone who reports to the person, directly or indirectly; `and own` adds the person's own"
      ),
      .init(
        "scored", .flag, default: "`false`",
        "`true`: the attainment of each period stands in the scores file, where 100 % is the quota"),
    ])

  fileprivate static let ramp = Grammar(
    "ramp",
    [
      .init(
        "quota", .list(.share), required: true, "the share of the quota in each month of service"),
      .init("target", .list(.share), "the share of the target in each month of service"),
      .init(
        "hired by", .integer(1...31), default: "month 1 is the month of hire",
        "the last day of the month of hire on which that month is month 1; for who is hired later it is the next month, and what is left of the month of hire goes with it"
      ),
    ])

  fileprivate static let windfall = Grammar(
    "windfall",
    [
      .init("over", .amount, required: true, "the size of a deal above which it counts less"),
      .init("credit", .share, required: true, "the share at which the part above it counts"),
    ])
}

extension Measure.Team {
  fileprivate static let andOwn = "and own"
}

extension PlanReader {
  func measures(_ value: YAMLValue) -> [Measure] {
    (yaml.entries(value, .code("measures")) ?? []).compactMap { measure($0) }
  }

  private func measure(_ entry: YAMLValue.Entry) -> Measure? {
    let name = entry.name
    // A measure of which nothing is to say: `new logos:`.
    if entry.value.isNull { return Measure(name, place: place(entry.key)) }
    let grammar = Grammar.measure.called("the measure \"\(name)\"")
    guard let keys = yaml.group(entry.value, grammar) else { return nil }
    var measure = Measure(name, place: place(entry.key))
    if let value = keys["unit"], let text = yaml.text(value, .code("unit")) {
      measure.unit = text == "deals" ? .deals : .column(text)
    }
    if let value = keys["quota"], value.elements == nil {
      measure.quota = yearlyAmount(value, .code("quota"))
    }
    if let value = keys["credit"], let column = yaml.text(value, .code("credit")) {
      measure.credit = column
      if measure.unit != .money, let key = keys.key("credit") {
        yaml.report(
          "plan.two-meanings", at: key, "`unit` and `credit` both say what is credited",
          remedy: "keep one of the two")
      }
    }
    if let value = keys["where"] { measure.filters = filters(value) }
    if let value = keys["multiply"] { measure.multipliers = multipliers(value) }
    if let value = keys["phasing"] { measure.phasing = phasing(value) }
    if let value = keys["quota"], value.elements != nil, let amounts = quotas(value) {
      (measure.quota, measure.phasing) = (amounts.year, amounts.phasing)
      if let key = keys.key("phasing") {
        yaml.report(
          "plan.two-meanings", at: key,
          "`phasing` and the list of quotas both say what each part of the year carries",
          remedy: "keep the list, or write the quota of the year")
      }
    }
    if let value = keys["ramp"] { measure.ramp = ramp(value) }
    if let value = keys["windfall"] { measure.windfall = windfall(value) }
    if let value = keys["team"] { measure.team = team(value) }
    measure.isScored = keys.flag("scored") ?? false
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
    return measure
  }

  /// Reads conditions: `{stage: Closed Won, product: [Search, Display], region: {not: West}}`.
  func filters(_ value: YAMLValue) -> [DealFilter] {
    (yaml.entries(value, .code("`where`")) ?? []).compactMap { entry in
      if entry.value.entries != nil {
        let values = yaml.group(entry.value, .condition)?["not"].map { texts($0) }
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
    (yaml.entries(value, .code("`multiply`")) ?? []).compactMap { entry in
      if entry.value.elements != nil {
        return .bands(
          column: entry.name, steps(entry.value, "the bands of \(entry.name)", bounds: .numbers))
      }
      guard let inner = yaml.entries(entry.value, "the factors of \(entry.name)") else {
        return nil
      }
      var factors: [String: Ratio] = [:]
      for factor in inner {
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
  func steps(_ value: YAMLValue, _ what: Inline, bounds: StepBounds) -> [CreditMultiplier.Step] {
    guard let list = yaml.list(value, what) else { return [] }
    var result: [CreditMultiplier.Step] = []
    for (index, element) in list.enumerated() {
      guard let keys = yaml.group(element, .factorStep) else { continue }
      let (toValue, includesEnd) = end(keys)
      let times = keys["times"].flatMap { factor($0, .code("times")) }
      var to: Ratio?
      if let toValue {
        switch bounds {
        case .attainments: to = share(toValue, .code("`to`"), upTo: Self.largestShare)
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
      if let times {
        result.append(CreditMultiplier.Step(to: to, includesEnd: includesEnd, times: times))
      }
    }
    return result
  }

  /// Reads where a band or step ends, and whether the end is in it.
  func end(_ keys: YAMLGroup) -> (value: YAMLValue?, includesEnd: Bool) {
    if keys.key("to") != nil, let key = keys.key("through") {
      yaml.report(
        "plan.two-meanings", at: key, "`to` and `through` both say where it ends",
        remedy: "keep `to` where the next one begins at the end, `through` where it begins above it"
      )
    }
    return keys["to"].map { ($0, false) } ?? (keys["through"], keys.key("through") != nil)
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
    case .amount(let number, _): return checked(number, at: value, .code("`to`"))
    default:
      yaml.report(
        "plan.number", at: value,
        "`to` must be a number or a percentage, but this is \(value.kindInWords)")
      return nil
    }
  }

  /// Reads amounts for the halves, quarters or months of the year, which are its quota and phasing.
  private func quotas(_ value: YAMLValue) -> (year: Ratio, phasing: [Ratio])? {
    guard let list = yaml.list(value, .code("quota")) else { return nil }
    let amounts = list.compactMap { amount($0, "a quota") }
    guard amounts.count == list.count else { return nil }
    guard [2, 4, 12].contains(amounts.count) else {
      yaml.report(
        "plan.phasing", at: value,
        "quotas are for 2, 4 or 12 parts of the year, but these are \(amounts.count)",
        remedy: "write an amount for each half, quarter or month")
      return nil
    }
    do {
      var year = Ratio.zero
      for amount in amounts { year = try year + amount }
      // A year without any quota is reported as such.
      if year == .zero { return (year, amounts) }
      var shares: [Ratio] = []
      for amount in amounts { shares.append(try amount / year) }
      return (year, shares)
    } catch {
      yaml.report("plan.amount", at: value, "the quotas cannot be added exactly")
      return nil
    }
  }

  private func phasing(_ value: YAMLValue) -> [Ratio]? {
    guard let list = yaml.list(value, .code("phasing")) else { return nil }
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
  func sumsToOne(_ shares: [Ratio], at value: YAMLValue, _ what: Inline) -> Bool {
    var sum = Ratio.zero
    for share in shares { sum = (try? sum + share) ?? sum }
    if sum == .one { return true }
    yaml.report(
      "plan.shares", at: value, "\(what) sum to \(.share(sum)), not to 100%")
    return false
  }

  private func ramp(_ value: YAMLValue) -> Ramp? {
    func shares(_ value: YAMLValue) -> [Ratio] {
      (yaml.list(value, "a ramp") ?? []).compactMap { share($0, "a share of the ramp") }
    }
    if value.elements != nil { return Ramp(quota: shares(value)) }
    guard let keys = yaml.group(value, .ramp) else { return nil }
    let quota = keys["quota"].map { shares($0) }
    let target = keys["target"].map { shares($0) } ?? []
    let hiredBy = keys.integer("hired by")
    return quota.map { Ramp(quota: $0, target: target, hiredBy: hiredBy) }
  }

  private func windfall(_ value: YAMLValue) -> Windfall? {
    guard let keys = yaml.group(value, .windfall) else { return nil }
    let over = keys["over"].flatMap { amount($0, .code("`over`")) }
    let credit = keys["credit"].flatMap { share($0, .code("`credit`")) }
    guard let over, let credit else { return nil }
    return Windfall(over: over, credit: credit)
  }

  private func team(_ value: YAMLValue) -> Measure.Team? {
    switch value.text?.lowercased() {
    case "true", "yes": return .reports
    case Measure.Team.andOwn: return .reportsAndOwn
    case "false", "no": return nil
    default:
      yaml.report(
        "yaml.choice", at: value,
        "team must be one of true, and own, but this is \(value.kindInWords)")
      return nil
    }
  }
}
