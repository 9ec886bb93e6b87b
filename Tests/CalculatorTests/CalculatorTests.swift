import Amounts
import Calculator
import Foundation
import PayPlans
import Phrases
import PlanFiles
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("What a page shows")
struct CalculatorTests {
  static func view(
    _ state: String, of names: [String] = ["account-executive-2021"],
    in language: Language = .english
  ) throws -> [String: Any] {
    let plans = try names.map { try Plan.read(path: "\(Checkout.datasets)/plans/\($0).yaml").plan }
    var calculator = Calculator(plans, language)
    let object = try JSONSerialization.jsonObject(with: Data(calculator.view(of: state).utf8))
    return try #require(object as? [String: Any])
  }

  // The figures are those of the grid at the head of the README.
  @Test(
    "Quota, sales and attainment say one thing in several ways",
    arguments: [
      ("", "$120,008.00"), ("quota=800000\nsales=480000", "$92,006.40"),
      ("typed-quota=600k\ntyped-sales=$1,040,000", "$189,971.20"),
      ("sales=880000", "$143,752.00"), ("quota=800000\nattainment=1.1", "$128,633.60"),
      ("quota=800000\ntyped-attainment=110 %", "$128,633.60"),
    ])
  func total(state: String, total: String) throws {
    #expect(try Self.view(state)["total"] as? String == total)
  }

  @Test("Numbers are read and written as people of the language do")
  func german() throws {
    let view = try Self.view("typed-sales=0,88 Mio", in: .german)
    #expect(view["total"] as? String == "143.752,00 $")
    #expect(view["state"] as? [String] == ["sales=880000"])
  }

  @Test(
    "What cannot be read is named, and changes nothing", arguments: ["much", "-5", "1e99", "5-6"])
  func unreadable(text: String) throws {
    let view = try Self.view("typed-sales=\(text)")
    #expect(view["unreadable"] as? [String] == ["sales"])
    #expect(view["total"] as? String == "$120,008.00")
  }

  // By hand: 115,008 at 100 % and the bonus of 5,000; from there 12.5 % up to 150 % of 690,048.
  @Test("The next step is the level at which the rate changes or something is paid")
  func steps() throws {
    let below = try #require(try Self.view("sales=680048")["facts"] as? [String])
    #expect(below.contains("$10,000 more pays $5,000 at once."))
    let above = try #require(try Self.view("sales=800000")["facts"] as? [String])
    #expect(above.contains("$235,072 more lifts the rate from 12.5% to 16.67%."))
  }

  // By hand: a month of 79,000 earns the draw of 7,900, which is 948,000 in a year. Below it nine months of
  // twelve earn 10 %; above it all, and 15 % from the quota on.
  @Test("The next step knows where a draw is earned")
  func stepsAboveDraw() throws {
    let plan = try Plan.read(
      yaml: """
        plan: Draw
        currency: USD
        base: 95000
        measures: {bookings: {quota: 1100000}}
        components:
          - commission: Sales
            measure: bookings
            period: year
            tiers: marginal
            rates: [{to: 100%, pay: 10%}, {pay: 15%}]
        draw: {kind: non-recoverable, amount: 7900, per: month, months: 3}
        """, file: "plan.yaml"
    ).plan
    var calculator = Calculator([plan], .english)
    func facts(_ state: String) throws -> [String] {
      let view = try JSONSerialization.jsonObject(with: Data(calculator.view(of: state).utf8))
      let object = try #require(view as? [String: Any])
      #expect(
        object["assumed"] as? [String] == [
          "The draw runs in the first 3 months of the year, as for someone who is hired at its beginning; a later year has none."
        ])
      return try #require(object["facts"] as? [String])
    }
    #expect(try facts("sales=900000").contains("$48,000 more lifts the rate from 7.5% to 10%."))
    #expect(try facts("sales=948000").contains("$152,000 more lifts the rate from 10% to 15%."))
    #expect(try facts("sales=1000000").contains("$100,000 more lifts the rate from 10% to 15%."))
  }

  @Test("A pay is solved for by the least sales that reach it")
  func goal() throws {
    let view = try Self.view("goal=143752")
    let sentences = try #require(view["solved"] as? [String])
    #expect(sentences.first == "$143,752 takes sales of 880,000, which is 127.5% of the quota.")
    let low = try Self.view("sales=879999")
    #expect(low["total"] as? String != "$143,752.00")
  }

  // By hand: the salary is 12,496 more, and the commission of 71,248 a tenth more.
  @Test("A term that is set is paid, and compared with the plan as it is written")
  func terms() throws {
    let view = try Self.view("sales=800000\ntyped-term-base=70k\ntyped-term-rates-0=110 %")
    #expect(view["total"] as? String == "$153,372.80")
    #expect(
      view["state"] as? [String] == ["sales=800000", "term-base=70000", "term-rates-0=1.1"])
    let comparison = try #require(view["comparison"] as? [String: Any])
    let rows = try #require(comparison["rows"] as? [[String]])
    #expect(rows.last == ["Total pay for a year", "$133,752.00", "$153,372.80", "+$19,620.80"])
    #expect(
      comparison["changes"] as? [String] == [
        "Base: 70,000 instead of 57,504.", "New business: all rates: 110% instead of 100%.",
      ])
  }

  // By hand: a tenth of the commission makes up for 10,000 of salary where it is 100,000, which is at
  // 690,048 + (100,000 − 57,504) ÷ 12.5 %.
  @Test("Where two plans cross is where they pay the same")
  func crossing() throws {
    let view = try Self.view("term-base=47504\nterm-rates-0=1.1")
    let comparison = try #require(view["comparison"] as? [String: Any])
    #expect(
      comparison["crossings"] as? [String] == [
        "From $0 to $1,030,016 the plan as written pays more than the changed plan, by up to $10,000.",
        "From $1,030,016 on the changed plan pays more than the plan as written.",
      ])
  }

  @Test(
    "Terms that make no plan are refused, and change nothing",
    arguments: ["term-level-0-0=2", "term-level-0-1=0.5"])
  func noPlan(terms: String) throws {
    let view = try Self.view(terms)
    #expect((view["fault"] as? String)?.hasPrefix("These terms make no plan") == true)
    #expect(view["comparison"] == nil)
  }

  static func cents(_ text: Any?) throws -> Int {
    let text = try #require(text as? String)
    return try #require(Int(text.filter { $0.isNumber }))
  }

  @Test(
    "A term that is solved for pays the goal, and one next to it does not",
    arguments: ["account-executive-2021", "cliff"])
  func solved(_ name: String) throws {
    let start = try Self.view("", of: [name])
    let goal = try Self.cents(start["total"]) / 100 + 1234
    for term in try #require(start["terms"] as? [[String: Any]]) {
      let key = try #require(term["name"] as? String)
      let view = try Self.view("goal=\(goal)\nunknown=\(key)", of: [name])
      let solved = try #require(view["solvedTerm"] as? [String: Any])
      guard let text = solved["value"] as? String else { continue }
      let number = try #require(Double(text))
      let pay = try Self.cents(Self.view("\(key)=\(text)", of: [name])["total"])
      #expect(pay >= goal * 100, "\(name) \(key)")
      let grains = [0.0001, 0.001, 1].flatMap { [number - $0, number + $0] }
      let beside = try grains.filter { $0 >= 0 }.map {
        try Self.cents(Self.view("\(key)=\($0)", of: [name])["total"])
      }
      #expect(beside.contains { $0 < goal * 100 }, "\(name) \(key) \(text)")
    }
  }

  @Test("A rate is solved for as the command does")
  func rate() throws {
    let path = "\(Checkout.datasets)/plans/account-executive-2021.yaml"
    let plan = try Plan.read(path: path).plan
    let view = try Self.view("attainment=1.2\ngoal=150000\nunknown=term-rates-0")
    let solved = try #require(view["solvedTerm"] as? [String: Any])
    let text = try #require(solved["value"] as? String)
    let number = try #require(Double(text))
    let expected = ExpectedPay(try FixedAttainment(1.2), trials: 1, seed: 1)
    let solution = try PlanSolver(plan, expected: expected).rate(costing: 150_000)
    guard case .found(let rate, _) = solution.outcome else {
      Issue.record("the command finds a rate")
      return
    }
    #expect(abs(number - rate.doubleValue) <= 0.0001)
  }

  @Test(
    "Risk is what the command computes by the closed form",
    arguments: ["account-executive-2021", "cliff", "flat-rate"],
    ["tough-2025", "textbook", "lognormal:mean=0.95,cv=0.35", "gamma:mean=0.9,cv=0.5", "fixed:1"])
  func risk(_ name: String, model: String) throws {
    let plan = try Plan.read(path: "\(Checkout.datasets)/plans/\(name).yaml").plan
    let view = try Self.view("model=\(model)", of: [name])
    guard plan.primaryMeasure?.quota != nil || plan.primaryMeasure?.isScored == true else {
      #expect(view["risk"] == nil)
      return
    }
    let risk = try #require(view["risk"] as? [String: Any])
    let rows = try #require(risk["rows"] as? [[String]])
    let forecast = try PayForecast(
      exactly: ModelText(model) { _ in [] }.model, [CompiledPlan(plan)]
    ).plans[0]
    let book = Phrasebook(.english)
    func money(_ value: Double) -> String { book.text(.money(value, plan.currency)) }
    let kept = forecast.kept
    #expect(
      rows.prefix(4).map { $0[1] }
        == [
          money(kept.percentiles[0].value), money(kept.percentiles[2].value),
          money(kept.percentiles[4].value), money(kept.spread.mean.value),
        ])
    let chance = try #require(forecast.chances.first { $0.question == .earnsOnTarget })
    #expect(rows[4][1] == book.text(.percentage(chance.probability.value)))
  }

  /// The draws of `PayForecast`, which the command prints, from the same seed.
  @Test(
    "By draws the figures are those of the command for the same trials and seed",
    arguments: [
      ("account-executive-2021", "index-43"),
      ("cliff", "mixture:70%@lognormal:mean=1.1,cv=0.3/30%@gamma:mean=0.4,cv=0.8"),
      ("marginal-accelerators", "empirical:past.csv"), ("threshold-and-cap", "fixed:1.1"),
    ])
  func draws(_ name: String, model: String) throws {
    let plan = try Plan.read(path: "\(Checkout.datasets)/plans/\(name).yaml").plan
    let history = [0.4, 0.8, 0.95, 1, 1.3]
    var calculator = Calculator([plan], histories: ["past.csv": history])
    let bytes = try #require(calculator.bytes)
    calculator = try #require(Calculator(bytes, .english))
    let text = calculator.view(of: "model=\(model)\ntyped-trials=50k\nseed=7")
    let view = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(view["state"] as? [String] == ["model=\(model)", "trials=50000", "seed=7"])
    let risk = try #require(view["risk"] as? [String: Any])
    let rows = try #require(risk["rows"] as? [[String]])
    let line = try PayForecast(
      simulating: ModelText(model) { _ in history }.model, [CompiledPlan(plan)], trials: 50_000,
      seed: 7
    ).plans[0].kept
    func money(_ amount: Double?) -> String {
      Phrasebook(.english).text(.money(amount ?? .nan, plan.currency))
    }
    let wanted = [line.percentiles[0], line.percentiles[2], line.percentiles[4], line.spread.mean]
    for (row, figure) in zip(rows, wanted) {
      #expect(Array(row.dropFirst()) == [money(figure.value), "± \(money(figure.standardError))"])
    }
  }

  @Test("Numbers of draws that make no sense are named", arguments: ["0", "1.5", "20m", "many"])
  func trials(text: String) throws {
    #expect(try Self.view("typed-trials=\(text)")["unreadable"] as? [String] == ["trials"])
  }

  @Test("A model that cannot be read says why")
  func unreadableModel() throws {
    let view = try Self.view("model=lognormal:mean=0.95")
    let risk = try #require(view["risk"] as? [String: Any])
    #expect((risk["fault"] as? String)?.contains("cv is missing") == true)
  }

  @Test("Every sample plan shows something for any state", arguments: PlanCodeTests.samples)
  func samples(_ name: String) throws {
    for state in ["", "sales=0", "sales=999999999999", "quota=0.01", "attainment=2.5", "plan=9"] {
      let view = try Self.view("\(state)\ngoal=100000", of: [name, "cliff"])
      #expect(view["total"] is String || view["failure"] is String, "\(name) \(state)")
    }
  }
}
