internal import Amounts
internal import Employment
internal import Findings
internal import PayPlans
internal import Regulations

/// Checked offers as bytes, with the tax rules that may hold for them.
package enum OfferCode {
  /// Returns the bytes of a set of offers; nil when a number of one has more than 38 digits.
  package static func encode(_ offers: OfferSet) -> [UInt8]? {
    PlanCode.write(offers) { $0.offers(&$1) }
  }

  /// Returns the offers of some bytes; nil when they are none.
  package static func decode(_ bytes: [UInt8]) -> OfferSet? {
    PlanCode.read(bytes, OfferSet([])) { $0.offers(&$1) }
  }
}

extension PlanCode {
  fileprivate mutating func offers(_ value: inout OfferSet) {
    var offers = value.members
    var taxes = value.taxes.entries
    list(&offers, OfferSet.Member(OfferTerms("", plan: Self.blank), firstYear: 0)) {
      code, member in
      var terms = member.terms
      var year = member.firstYear
      code.terms(&terms)
      code.integer(&year)
      member = OfferSet.Member(terms, firstYear: year)
    }
    let blank = WageTaxYear(
      year: 0, status: .single, standardDeduction: .zero, incomeTax: RateSchedule([]),
      socialSecurity: RateSchedule([]), medicare: RateSchedule([]),
      additionalMedicare: RateSchedule([]))
    list(&taxes, blank) { code, rules in
      var (year, status, deduction) = (rules.year, rules.status, rules.standardDeduction)
      code.integer(&year)
      code.choice(&status)
      code.ratio(&deduction)
      var schedules = [
        rules.incomeTax, rules.socialSecurity, rules.medicare, rules.additionalMedicare,
      ]
      for index in schedules.indices {
        var slices = schedules[index].slices
        code.list(&slices, RateSchedule.Slice(from: .zero, rate: .zero)) { code, slice in
          var (from, rate) = (slice.from, slice.rate)
          code.ratio(&from)
          code.ratio(&rate)
          slice = RateSchedule.Slice(from: from, rate: rate)
        }
        schedules[index] = RateSchedule(slices)
      }
      rules = WageTaxYear(
        year: year, status: status, standardDeduction: deduction, incomeTax: schedules[0],
        socialSecurity: schedules[1], medicare: schedules[2], additionalMedicare: schedules[3])
    }
    value = OfferSet(offers, taxes: FederalTaxes(taxes))
  }

  private mutating func terms(_ value: inout OfferTerms) {
    var name = value.name
    var plan = value.plan
    text(&name)
    self.plan(&plan)
    var rampUp = value.rampUp
    maybe(&rampUp, .init(months: 0, sales: .zero, quota: nil)) { code, rampUp in
      var (months, sales, quota) = (rampUp.months, rampUp.sales, rampUp.quota)
      code.integer(&months)
      code.ratio(&sales)
      code.maybe(&quota, .zero) { $0.ratio(&$1) }
      rampUp = .init(months: months, sales: sales, quota: quota)
    }
    var signOn = value.signOn
    maybe(&signOn, .init(amount: .zero, months: nil, isProrated: false)) { code, signOn in
      var (amount, months, isProrated) = (signOn.amount, signOn.months, signOn.isProrated)
      code.ratio(&amount)
      code.maybe(&months, 0) { $0.integer(&$1) }
      code.flag(&isProrated)
      signOn = .init(amount: amount, months: months, isProrated: isProrated)
    }
    var bonus = value.bonus
    maybe(&bonus, .init(target: .amount(.zero), paid: .zero)) { code, bonus in
      var (target, paid) = (bonus.target, bonus.paid)
      code.level(&target)
      code.ratio(&paid)
      bonus = .init(target: target, paid: paid)
    }
    var equity = value.equity
    maybe(&equity, .init(.yearly(.zero), discount: .zero)) { $0.equity(&$1) }
    var benefits = value.benefits
    ratio(&benefits)
    var raise = value.raise
    maybe(&raise, .zero) { $0.ratio(&$1) }
    var statesQuota = value.statesQuota
    flag(&statesQuota)
    value = OfferTerms(
      name, plan: plan, rampUp: rampUp, signOn: signOn, bonus: bonus, equity: equity,
      benefits: benefits, raise: raise, statesQuota: statesQuota)
  }

  private mutating func equity(_ value: inout OfferTerms.Equity) {
    var discount = value.discount
    ratio(&discount)
    var yearly: Ratio?
    if case .yearly(let amount) = value.value { yearly = amount }
    maybe(&yearly, .zero) { $0.ratio(&$1) }
    if let yearly {
      value = .init(.yearly(yearly), discount: discount)
      return
    }
    var grant = OfferTerms.Grant(
      units: nil, low: .zero, high: .zero, strike: .zero, growth: .zero, vesting: .yearly([]))
    if case .grant(let own) = value.value { grant = own }
    var (units, vesting) = (grant.units, grant.vesting)
    var numbers = [grant.low, grant.high, grant.strike, grant.growth]
    maybe(&units, .zero) { $0.ratio(&$1) }
    for index in numbers.indices { ratio(&numbers[index]) }
    var shares: [Ratio]?
    var counts = [0, 0, 0]
    switch vesting {
    case .yearly(let own): shares = own
    case .even(let months, let cliff, let every): counts = [months, cliff, every]
    }
    maybe(&shares, []) { code, shares in code.list(&shares, .zero) { $0.ratio(&$1) } }
    if let shares {
      vesting = .yearly(shares)
    } else {
      for index in counts.indices { integer(&counts[index]) }
      // It divides.
      if counts[2] < 1 { isBroken = true }
      vesting = .even(months: counts[0], cliff: counts[1], every: counts[2])
    }
    value = .init(
      .grant(
        OfferTerms.Grant(
          units: units, low: numbers[0], high: numbers[1], strike: numbers[2], growth: numbers[3],
          vesting: vesting)), discount: discount)
  }
}
