internal import Findings
internal import PayPlans
internal import PlanFiles
package import YAMLReading

extension Grammar {
  package static let offer = Grammar(
    "offer", what: "the offer",
    [.init("offer", .text, required: true, "the name that the comparison shows")] + role + [
      .init(
        "ramp", .either([.words(["none"]), .group(.rampUp)]),
        default: "full sales and the full quota from the first month",
        "how long it takes to sell as much as the others"),
      .init(
        "sign-on", .either([.amount, .group(.signOn)]), "what is paid once, on signing"),
      .init(
        "bonus", .either([.level, .group(.yearlyBonus)]),
        "a yearly bonus beside the incentive: a percentage of the base, or an amount"),
      .init(
        "equity", .either([.yearly, .group(.equity)]), default: "none",
        "what vests in a year, or a grant"),
      .init(
        "benefits", .yearly, default: "nothing",
        "what the employer pays in a year for health insurance and retirement"),
      .init("location", .text, "the place, for taxes and prices"),
      .init(
        "start", .date, default: "the latest year of the tax tables", "the first day of work"),
      .init("raise", .share, default: "none", "by how much the base rises in a year"),
    ],
    meant: [
      "name": "offer", "company": "offer", "employer": "offer", "salary": "base",
      "base salary": "base", "commission": "variable", "variable pay": "variable",
      "on-target earnings": "ote", "on target earnings": "ote", "pay mix": "mix",
      "target": "quota", "quota attainment": "chance of quota", "attainment": "chance of quota",
      "signing bonus": "sign-on", "sign-on bonus": "sign-on", "sign on": "sign-on",
      "signon": "sign-on", "ramp-up": "ramp", "ramp up": "ramp", "rsu": "equity", "rsus": "equity",
      "stock": "equity", "shares": "equity", "options": "equity", "stock options": "equity",
      "annual bonus": "bonus", "company bonus": "bonus", "health insurance": "benefits",
      "insurance": "benefits", "401k": "benefits", "retirement": "benefits", "pension": "benefits",
      "vacation": "benefits", "holidays": "benefits", "pto": "benefits", "state": "location",
      "city": "location", "start date": "start", "first day": "start",
    ])

  /// How a role is paid, and how its attainment varies: in offers and on the rungs of ladders.
  static let role: [Key] =
    [
      .init("currency", .currency, default: "that of the plan", "the currency of every amount"),
      .init(
        "plan", .either([.text, .group(.inlinePlan)]),
        default: "the variable in proportion to attainment",
        "the file of a pay plan, looked for beside this one, or a plan written here"),
    ] + basePay + [
      .init("quota", .yearly, "the quota of the year, in place of the plan's"),
      .init("draw", .group(.draw), "in place of the plan's"),
      .init("guarantee", .group(.guarantee), "in place of the plan's"),
      .init("model", .text, "how attainment varies, as a simulation takes it"),
      .init(
        "chance of quota", .share, "in its place, the share of people who reach their quota"),
    ]

  /// A plan that may leave its name and currency to the file around it.
  private static let inlinePlan = Grammar(
    "plan", what: "the plan",
    plan.keys.map { key in
      var key = key
      if ["plan", "currency"].contains(key.name) { key.isRequired = false }
      return key
    })

  static let rampUp = Grammar(
    "slow start", what: .code("ramp"),
    [
      .init("months", .integer(1...12), required: true, "how long it lasts"),
      .init("sales", .share, required: true, "what is sold in it, of what the others sell"),
      .init("quota", .share, default: "`100%`", "the share of the quota that holds in it"),
    ])

  static let signOn = Grammar(
    "sign-on",
    [
      .init("amount", .amount, required: true, "what is paid"),
      .init("months", .integer(0...120), "until when leaving means paying it back"),
      .init(
        "pay back", .word(Offer.SignOn.words), default: "`all`",
        "whether all of it is paid back, or the part for the months that are left"),
    ])

  static let yearlyBonus = Grammar(
    "yearly bonus", what: .code("bonus"),
    [
      .init("target", .level, required: true, "a percentage of the base, or an amount of a year"),
      .init("paid", .share, default: "`100%`", "how much of it was paid in the last years"),
    ], meant: ["amount": "target", "share": "target", "expected": "paid"])

  static let equity = Grammar(
    "equity",
    [
      .init("value", .yearly, "what vests in a year"),
      .init("grant", .either([.amount, .group(.priceRange)]), "in its place, what is given once"),
      .init("units", .amount, "or the number of shares or options"),
      .init(
        "price", .either([.amount, .group(.priceRange)]), "what a unit is worth"),
      .init("strike", .amount, default: "0", "what an option costs to exercise"),
      .init("growth", .share, default: "0%", "by how much the price rises in a year"),
      .init(
        "vesting", .either([.list(.share), .group(.vesting)]),
        default: "48 months, each month, none before the twelfth",
        "when it becomes one's own: the shares of the years, or months"),
      .init("discount", .share, default: "0%", "by how much it is worth less than is stated"),
    ],
    meant: [
      "shares": "units", "rsus": "units", "options": "units", "exercise price": "strike",
      "vests": "vesting", "schedule": "vesting", "amount": "grant",
    ])

  static let priceRange = Grammar(
    "price range", what: "a range of prices",
    [
      .init("low", .amount, required: true, "the lowest that is thought possible"),
      .init("high", .amount, required: true, "the highest"),
    ], meant: ["from": "low", "min": "low", "to": "high", "max": "high"])

  static let vesting = Grammar(
    "vesting",
    [
      .init(
        "months", .integer(1...120), required: true,
        "after how many months of service all has vested"),
      .init("cliff", .integer(0...120), default: "0", "the month before which nothing vests"),
      .init("every", .word(Offer.Vesting.words), default: "`month`", "how often a part vests"),
    ], meant: ["over": "months", "period": "every"])
}

extension Offer.SignOn {
  /// Whether only the part for the months that are left is paid back.
  static let words = Words<Bool>(["all": false, "prorated": true])
}

extension Offer.Vesting {
  /// The months between two parts.
  static let words = Words<Int>(["month": 1, "quarter": 3, "half": 6, "year": 12])
}

extension Offer {
  /// The JSON Schema of the offer file, for editors that complete and check YAML.
  ///
  /// - Complexity: O(number of keys).
  public static var schema: String { Grammar.offer.schema(title: "OnTarget offer") }
}
