internal import Amounts
internal import Findings
internal import PayPlans
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
    guard var keys = yaml.mapping(yaml.document.root, "the offer") else { return nil }
    let name = keys.required("offer").flatMap { yaml.text($0, "the name of the offer") } ?? ""
    var plans = RolePlanReader(yaml, folder: folder)
    let role = try plans.role(&keys, named: name)
    let terms = PlanTermReader(yaml, currency: plans.currency)

    let rampUp = keys.optional("ramp").flatMap { self.rampUp($0, terms) }
    let signOn = keys.optional("sign-on").flatMap { self.signOn($0, terms) }
    let equity = keys.optional("equity").flatMap { self.equity($0, terms) }
    let benefits = keys.optional("benefits").flatMap { terms.yearlyAmount($0, "benefits") }
    let location = keys.optional("location").flatMap { yaml.text($0, "location") }
    let start = keys.optional("start").flatMap { yaml.date($0, "start") }
    let raise = keys.optional("raise").flatMap { terms.share($0, "raise") }
    keys.finish()
    guard let role else { return nil }

    questions += role.questions
    if keys.key("ramp") == nil {
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
    if raise == nil { ask("raise", "By how much does the base rise in a year?", "it does not") }
    return Offer(
      name: name, plan: role.plan, planFile: role.planFile, model: role.model,
      modelText: role.modelText, rampUp: rampUp,
      signOn: signOn, equity: equity, benefits: benefits ?? .zero, location: location,
      start: start, raise: raise ?? .zero, questions: questions)
  }

  private mutating func ask(_ term: String, _ question: Inline, _ assumption: Inline) {
    questions.append(Offer.Question(term: term, question: question, assumption: assumption))
  }

  private func rampUp(_ value: YAMLValue, _ terms: PlanTermReader) -> Offer.RampUp? {
    guard var keys = yaml.mapping(value, "ramp") else { return nil }
    let months = keys.required("months").flatMap { yaml.integer($0, "months", in: 1...12) }
    let sales = keys.required("sales").flatMap { terms.share($0, "sales") }
    let quotaValue = keys.optional("quota")
    let quota = quotaValue.flatMap { terms.share($0, "quota") }
    keys.finish()
    if let quota, let quotaValue, quota == .zero {
      yaml.report(
        "offer.ramp", at: quotaValue, "without a quota in the ramp there is no attainment",
        remedy: "write the guarantee that is paid instead, and leave the quota out")
      return nil
    }
    guard let months, let sales else { return nil }
    return Offer.RampUp(months: months, sales: sales, quota: quota ?? .one)
  }

  private func signOn(_ value: YAMLValue, _ terms: PlanTermReader) -> Offer.SignOn? {
    guard value.entries != nil else {
      return terms.amount(value, "sign-on").map {
        Offer.SignOn(amount: $0, months: nil, isProrated: false)
      }
    }
    guard var keys = yaml.mapping(value, "sign-on") else { return nil }
    let amount = keys.required("amount").flatMap { terms.amount($0, "amount") }
    let months = keys.optional("months").flatMap { yaml.integer($0, "months", in: 0...120) }
    let isProrated = keys.optional("pay back").flatMap {
      yaml.choice($0, "pay back", among: ["all": false, "prorated": true])
    }
    keys.finish()
    return amount.map { Offer.SignOn(amount: $0, months: months, isProrated: isProrated ?? false) }
  }

  private mutating func equity(_ value: YAMLValue, _ terms: PlanTermReader) -> Offer.Equity? {
    var discount: Ratio?
    var yearly: Ratio?
    if value.entries == nil {
      yearly = terms.yearlyAmount(value, "equity")
    } else if var keys = yaml.mapping(value, "equity") {
      yearly = keys.required("value").flatMap { terms.yearlyAmount($0, "value") }
      discount = keys.optional("discount").flatMap { terms.share($0, "discount") }
      keys.finish()
    }
    guard let yearly else { return nil }
    if discount == nil {
      ask(
        "equity", "When can the equity be sold, and at what price was it valued?",
        "it is worth what is stated")
    }
    return Offer.Equity(yearly: yearly, discount: discount ?? .zero)
  }
}
