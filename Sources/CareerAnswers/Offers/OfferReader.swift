internal import Amounts
internal import Employment
internal import Findings
internal import PayPlans
internal import PlanFiles
internal import Reporting
internal import YAMLReading

/// Reads the keys of an offer file and collects what it leaves to be asked.
struct OfferReader {
  private let yaml: YAMLReader
  private let folder: String
  private var questions: [Offer.Question] = []

  init(_ yaml: YAMLReader, folder: String) {
    self.yaml = yaml
    self.folder = folder
  }

  /// Returns the offer; nil when a fault has been reported.
  mutating func offer() throws(InputFailure) -> Offer? {
    guard let keys = yaml.group(yaml.document.root, .offer) else { return nil }
    let name = keys["offer"].flatMap { yaml.text($0, "the name of the offer") } ?? ""
    var plans = RolePlanReader(yaml, folder: folder)
    let role = try plans.role(keys, named: name)
    let terms = PlanTermReader(yaml, currency: plans.currency)

    let rampUp = keys["ramp"].flatMap { self.rampUp($0, terms) }
    let signOn = keys["sign-on"].flatMap { self.signOn($0, terms) }
    let bonus = keys["bonus"].flatMap { self.bonus($0, terms) }
    let equity = keys["equity"].flatMap { self.equity($0, terms) }
    let benefits = keys["benefits"].flatMap { terms.yearlyAmount($0, .code("benefits")) }
    let location = keys["location"].flatMap { yaml.text($0, .code("location")) }
    let start = keys.date("start")
    let raise = keys["raise"].flatMap { terms.share($0, .code("raise")) }
    guard let role else { return nil }

    questions += role.questions
    let planRamps = ([role.plan] + role.plan.versions.map(\.plan)).flatMap(\.measures)
      .contains { $0.ramp != nil }
    if keys.key("ramp") == nil, !planRamps {
      ask(
        "ramp",
        "How long does it take to sell as much as the others, and is the quota lower until then?",
        "full sales and the full quota from the first month")
    }
    if role.plan.guarantee == nil, role.plan.draw == nil {
      ask(
        "guarantee",
        "Is some of the incentive guaranteed in the first months, or is there a draw, and must it be earned back?",
        "none")
    }
    if let signOn, signOn.months == nil {
      ask(
        "sign-on",
        "Until when has the sign-on to be paid back when leaving, and all or a part of it?",
        "it is kept")
    }
    if keys.key("equity") == nil {
      ask("equity", "Is there equity, and how does it vest?", "none")
    }
    if keys.key("benefits") == nil {
      ask("benefits", "What does the employer pay for health insurance and retirement?", "nothing")
    }
    if role.plan.clawback == nil {
      ask(
        "plan",
        "Is commission taken back when a customer cancels or does not pay, and for how long?",
        "it is kept")
    }
    if start == nil { ask("start", "When does it start?", "the latest year of the tax tables") }
    if let start, let year = role.plan.yearStarts, start.month != year.month {
      ask(
        "start",
        "Which quota holds from the start to the end of the plan year, and in which months of it?",
        "each year of service is a whole plan year, from its first month on")
    }
    askAboutUnpaid(role.plan)
    if raise == nil { ask("raise", "By how much does the base rise in a year?", "it does not") }
    let offered = OfferTerms(
      name, plan: role.plan, rampUp: rampUp, signOn: signOn, bonus: bonus, equity: equity,
      benefits: benefits ?? .zero, raise: raise, statesQuota: role.statesQuota)
    return Offer(
      terms: offered, planFile: role.planFile, model: role.model, modelText: role.modelText,
      statesChance: role.statesChance, location: location, start: start, file: yaml.document.file,
      questions: questions)
  }

  /// Asks about what attainment of the quota says nothing of, so that it counts as nothing.
  private mutating func askAboutUnpaid(_ plan: Plan) {
    var names: [String] = []
    for assumption in plan.earningsAssumptions(bySales: false) {
      switch assumption {
      case .withoutSales(let unsold), .withoutDeals(let unsold): names += unsold
      default: break
      }
    }
    guard !names.isEmpty else { return }
    ask(
      "plan",
      "What do people in this role earn in a year with \(names.joined(separator: ", "))?",
      "nothing, since the attainment of a quota does not say it")
  }

  private mutating func ask(_ term: String, _ question: Inline, _ assumption: Inline) {
    questions.append(Offer.Question(term: term, question: question, assumption: assumption))
  }

  private func rampUp(_ value: YAMLValue, _ terms: PlanTermReader) -> Offer.RampUp? {
    if value.text?.lowercased() == "none" {
      return Offer.RampUp(months: 0, sales: .one, quota: nil)
    }
    guard let keys = yaml.group(value, .rampUp) else { return nil }
    let months = keys.integer("months")
    let sales = keys["sales"].flatMap { terms.share($0, .code("sales")) }
    let quotaValue = keys["quota"]
    let quota = quotaValue.flatMap { terms.share($0, .code("quota")) }
    if let quota, let quotaValue, quota == .zero {
      yaml.report(
        "offer.ramp", at: quotaValue, "without a quota in the ramp there is no attainment",
        remedy: "write the guarantee that is paid instead, and leave the quota out")
      return nil
    }
    guard let months, let sales else { return nil }
    return Offer.RampUp(months: months, sales: sales, quota: quota)
  }

  private func signOn(_ value: YAMLValue, _ terms: PlanTermReader) -> Offer.SignOn? {
    guard value.entries != nil else {
      return terms.amount(value, "sign-on").map {
        Offer.SignOn(amount: $0, months: nil, isProrated: false)
      }
    }
    guard let keys = yaml.group(value, .signOn) else { return nil }
    let amount = keys["amount"].flatMap { terms.amount($0, .code("amount")) }
    let months = keys.integer("months")
    let isProrated = keys.choice("pay back", Offer.SignOn.words)
    return amount.map { Offer.SignOn(amount: $0, months: months, isProrated: isProrated ?? false) }
  }

  private mutating func bonus(_ value: YAMLValue, _ terms: PlanTermReader) -> Offer.Bonus? {
    var target: Level?
    var paid: Ratio?
    if value.entries == nil {
      target = terms.shareOrYearlyAmount(value, .code("bonus"))
    } else if let keys = yaml.group(value, .yearlyBonus) {
      target = keys["target"].flatMap { terms.shareOrYearlyAmount($0, .code("target")) }
      paid = keys["paid"].flatMap { terms.share($0, .code("paid"), upTo: 10) }
    }
    guard let target else { return nil }
    if paid == nil {
      ask("bonus", "How much of the bonus was paid in the last years?", "all of it")
    }
    return Offer.Bonus(target: target, paid: paid ?? .one)
  }

  private static let grantRemedy: Inline = """
    write what vests in a year, or a grant, such as `{units: 4000, price: {low: 9, high: 16}, vesting: \
    {months: 48, cliff: 12, every: quarter}}`
    """

  private mutating func equity(_ value: YAMLValue, _ terms: PlanTermReader) -> Offer.Equity? {
    var discount: Ratio?
    var worth: Offer.Equity.Value?
    if value.entries == nil {
      worth = terms.yearlyAmount(value, .code("equity"), remedy: Self.grantRemedy).map {
        .yearly($0)
      }
      ask(
        "equity", "Is that what vests in each year, or the whole of a grant over several years?",
        "it vests in each year")
    } else if let keys = yaml.group(value, .equity) {
      discount = keys["discount"].flatMap { terms.share($0, .code("discount")) }
      if let yearly = keys["value"] {
        worth = terms.yearlyAmount(yearly, .code("value")).map { .yearly($0) }
        for name in ["grant", "units", "price", "strike", "growth", "vesting"] {
          guard let key = keys.key(name) else { continue }
          yaml.report(
            "offer.two-meanings", at: key,
            "`value` is what vests in each year, so that `\(name)` says it a second time",
            remedy: "keep `value`, or write `grant` for what is given once")
        }
      } else {
        worth = grant(keys, terms).map { .grant($0) }
      }
    }
    guard let worth else { return nil }
    if discount == nil {
      ask(
        "equity", "When can the equity be sold, and at what price was it valued?",
        "it is worth what is stated")
    }
    return Offer.Equity(worth, discount: discount ?? .zero)
  }

  private mutating func grant(
    _ keys: YAMLGroup, _ terms: PlanTermReader
  ) -> Offer.Grant? {
    let unitsValue = keys["units"]
    let grantValue = keys["grant"]
    let priceValue = keys["price"]
    let strikeValue = keys["strike"]
    let growth = keys["growth"].flatMap { terms.change($0, .code("growth")) }
    let vestingValue = keys["vesting"]
    let vesting = vestingValue.flatMap { self.vesting($0, terms) }
    if unitsValue != nil, let key = keys.key("grant") {
      yaml.report(
        "offer.two-meanings", at: key, "`grant` and `units` both say how much is given",
        remedy: "keep `grant`, or `units` with their `price`")
    } else if unitsValue == nil, grantValue == nil {
      yaml.report(
        "yaml.missing-key", at: keys.value,
        "equity needs `value` (what vests in a year), `grant` (what is given once), or `units` and `price`"
      )
    } else if grantValue != nil {
      for name in ["price", "strike"] {
        guard let key = keys.key(name) else { continue }
        yaml.report(
          "offer.two-meanings", at: key, "a `grant` is an amount, so that it has no `\(name)`",
          remedy: "write `units` in place of `grant`")
      }
    } else if priceValue == nil {
      _ = keys.required("price")
    }
    let units = unitsValue.flatMap { terms.amount($0, .code("units")) }
    let range = (priceValue ?? grantValue).flatMap { self.range($0, terms) }
    let strike = strikeValue.flatMap { terms.amount($0, .code("strike")) }
    guard let range, unitsValue == nil || units != nil else { return nil }
    if vestingValue == nil {
      ask(
        "equity", "Over how long does the equity vest, and with which cliff?",
        "48 months, each month, none before the twelfth")
    }
    return Offer.Grant(
      units: units, low: range.low, high: range.high, strike: strike ?? .zero,
      growth: growth ?? .zero, vesting: vesting ?? .even(months: 48, cliff: 12, every: 1))
  }

  /// Reads an amount, or `{low: 10, high: 60}`.
  private func range(
    _ value: YAMLValue, _ terms: PlanTermReader
  ) -> (low: Ratio, high: Ratio)? {
    guard value.entries != nil else {
      return terms.amount(value, "the price", remedy: "write a range as `{low: 9, high: 16}`").map {
        ($0, $0)
      }
    }
    guard let keys = yaml.group(value, .priceRange) else { return nil }
    let low = keys["low"].flatMap { terms.amount($0, .code("low")) }
    let high = keys["high"].flatMap { terms.amount($0, .code("high")) }
    guard let low, let high else { return nil }
    if high < low {
      yaml.report(
        "offer.range", at: value, "the low price is above the high one",
        remedy: "write the lower one as `low`")
      return nil
    }
    return (low, high)
  }

  /// Reads `{months: 48, cliff: 12, every: quarter}`, or the shares of the years.
  private func vesting(_ value: YAMLValue, _ terms: PlanTermReader) -> Offer.Vesting? {
    if let elements = value.elements {
      let shares = elements.compactMap { terms.share($0, "a share that vests in a year") }
      guard shares.count == elements.count else { return nil }
      return terms.sumsToOne(shares, at: value, "the shares that vest") ? .yearly(shares) : nil
    }
    guard let keys = yaml.group(value, .vesting) else { return nil }
    let months = keys.integer("months")
    let cliff = keys.integer("cliff") ?? 0
    let every = keys.choice("every", Offer.Vesting.words)
    guard let months else { return nil }
    if cliff > months, let cliffValue = keys["cliff"] {
      yaml.report(
        "offer.cliff", at: cliffValue, "the cliff is later than the end of the vesting",
        remedy: "both are months of service")
      return nil
    }
    return .even(months: months, cliff: cliff, every: every ?? 1)
  }
}
