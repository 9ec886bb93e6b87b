import Amounts
import Calculator
import Employment
import Foundation
import PayPlans
import Phrases
import Regulations
import TestSupport
import Testing

/// What a page of offers shows, against sums done by hand.
@Suite("A page of offers")
struct OfferCalculatorTests {
  /// The variable in proportion to attainment.
  static func plan(_ name: String, base: Ratio, variable: Ratio, multiple: Ratio = 1) -> Plan {
    var plan = Plan(
      name, currency: .usd, measures: [Measure("sales", quota: 1_000_000)],
      components: [
        Component(
          "Variable",
          .commission(
            Commission(
              measure: "sales", period: .year,
              scale: .bands(
                [Band(to: .share(1), pay: .multiple(1)), Band(pay: .multiple(multiple))],
                .marginal))))
      ])
    plan.base = base
    plan.variable = variable
    return plan
  }

  /// One with much base, and one with a small base, twice the rate above the quota, a sign-on, a raise,
  /// equity at a discount and benefits.
  static func offers(_ name: String = "Bold") -> OfferSet {
    OfferSet([
      OfferSet.Member(
        OfferTerms("Calm", plan: plan("Calm", base: 120_000, variable: 40_000)), firstYear: 2026),
      OfferSet.Member(
        OfferTerms(
          name, plan: plan(name, base: 80_000, variable: 60_000, multiple: 2),
          signOn: .init(amount: 10_000, months: 12, isProrated: false),
          equity: .init(.yearly(20_000), discount: Ratio(decimal: "0.5") ?? .zero),
          benefits: 5_000, raise: Ratio(decimal: "0.1")), firstYear: 2026),
    ])
  }

  struct View: Decodable {
    struct Card: Decodable {
      var name: String
      var pay: String
    }
    struct Control: Decodable { var text: String }
    struct Year: Decodable {
      var title: String
      var rows: [[String]]
    }
    var state: [String]
    var unreadable: [String]
    var controls: [String: Control]
    var cards: [Card]
    var lead: [String]
    var crossings: [String]
    var changes: [String]
    var yearRows: [Year]
    var markdown: String
  }

  static func view(
    _ lines: [String], _ offers: OfferSet = offers(), _ language: Language = .english
  ) throws -> View {
    var calculator = OfferCalculator(offers, language)
    let json = calculator.view(of: lines.joined(separator: "\n"))
    return try JSONDecoder().decode(View.self, from: Data(json.utf8))
  }

  @Test("Where quotas differ, what is sold at the attainment stands beside the verdict")
  func quotas() throws {
    let calm = Self.plan("Calm", base: 120_000, variable: 40_000)
    let set = OfferSet([
      OfferSet.Member(OfferTerms("Calm", plan: calm), firstYear: 2026),
      OfferSet.Member(OfferTerms("Low", plan: calm.withQuota(900_000)), firstYear: 2026),
    ])
    let words = "The quotas differ, so that the same attainment is not the same sales"
    #expect(
      try Self.view(["attainment=0.5"], set).lead.last == "\(words) (Calm: 500,000, Low: 450,000).")
    #expect(try Self.view([]).lead.count == 1)
    // A quota that nobody wrote is none.
    let silent = OfferSet(
      set.members.map {
        OfferSet.Member(
          OfferTerms($0.terms.name, plan: $0.terms.plan, statesQuota: false), firstYear: 0)
      })
    #expect(try Self.view([], silent).lead.count == 1)
    let code = try #require(OfferCode.encode(silent))
    #expect(OfferCode.decode(code)?.members.map(\.terms.statesQuota) == [false, false])
  }

  @Test("Two years at 120 %: each part by hand")
  func parts() throws {
    var calculator = OfferCalculator(Self.offers())
    let cents = try calculator.cents(of: "years=2\nattainment=1.2")
    // Parts in the order of OfferPart, then tax, worth and what is owed.
    let calm: [Int64] = [120_000, 48_000, 0, 0, 0, 0, 0, 0, 168_000, 0]
    let bold: [Int64] = [80_000, 84_000, 0, 10_000, 0, 10_000, 5_000, 0, 189_000, 0]
    let later: [Int64] = [88_000, 84_000, 0, 0, 0, 10_000, 5_000, 0, 187_000, 0]
    #expect(cents == (calm + calm + bold + later).map { $0 * 100 })
    let view = try Self.view(["years=2", "attainment=1.2"])
    #expect(view.cards.map(\.pay) == ["$336,000", "$376,000"])
    #expect(view.lead == ["Bold pays $40,000 more in 2 years than Calm."])
    #expect(view.yearRows.map(\.title) == ["Year 1", "Year 2"])
    #expect(view.yearRows[1].rows[0] == ["Base", "$120,000", "$88,000", "-$32,000"])
  }

  @Test("Offers cross where the sums are the same")
  func crossing() throws {
    // 120 + 40 a against 80 + 10 + 10 + 5 + 60 a in thousands, of one year below the quota: a = 0.75.
    let view = try Self.view(["years=1"])
    #expect(view.crossings == ["From 75.0% of quota on Bold pays more than Calm."])
  }

  @Test("Terms are set, kept in the state, and named as changes")
  func terms() throws {
    let lines = ["offer-0-base=130000", "typed-offer-1-raise=5 %", "typed-attainment-1=90%"]
    let view = try Self.view(lines)
    #expect(view.state == ["attainment-1=0.9", "offer-0-base=130000", "offer-1-raise=0.05"])
    #expect(
      view.changes == [
        "Calm, Base: 130,000 instead of 120,000.",
        "Bold, Raise of the base in a year: 5% instead of 10%.",
      ])
    #expect(try Self.view(view.state).markdown == view.markdown)
    let slips = ["typed-offer-0-base=much", "offer-1-discount=1.5", "attainment=11", "years=9"]
    #expect(
      Set(try Self.view(slips).unreadable) == ["offer-0-base", "offer-1-discount", "attainment"])
  }

  @Test("Bytes of offers are offers again, and nothing else is")
  func bytes() throws {
    let taxes = try FederalTaxes(
      incomeTaxPath: "\(Checkout.datasets)/federal-tax.csv",
      payrollTaxPath: "\(Checkout.datasets)/payroll-tax.csv")
    let offers = OfferSet(Self.offers().members, taxes: taxes)
    let bytes = try #require(OfferCode.encode(offers))
    let read = try #require(OfferCode.decode(bytes))
    #expect(read.taxes.entries == taxes.entries)
    #expect(PayDigest.of(read, states: 0..<9) == PayDigest.of(offers, states: 0..<9))
    #expect(PayDigest.of(read, states: 0..<9) != PayDigest.of(read, states: 1..<10))
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(OfferCode.decode(Array(bytes[..<count])) == nil)
    }
    #expect(OfferCode.decode(bytes + [0]) == nil)
  }

  @Test("After tax, one year is what the law leaves")
  func tax() throws {
    let taxes = try FederalTaxes(
      incomeTaxPath: "\(Checkout.datasets)/federal-tax.csv",
      payrollTaxPath: "\(Checkout.datasets)/payroll-tax.csv")
    var calculator = OfferCalculator(OfferSet(Self.offers().members, taxes: taxes))
    let cents = try calculator.cents(of: "years=1\ntax=married_joint")
    let rules = try #require(taxes.rules(year: 2026, status: .marriedJoint))
    let exact = try rules.taxes(onWages: Money(minorUnits: 160_000_00, currency: .usd))
    #expect(abs(cents[7] - exact.total.minorUnits) <= 2)
    // Benefits are not taxed.
    #expect(cents[10 + 8] == 165_000_00 - cents[10 + 7])
  }

  @Test("A hostile name stays text")
  func hostile() throws {
    let name = "</script><img src=x>\u{202E}|evil"
    let view = try Self.view([], Self.offers(name))
    #expect(!view.markdown.contains("\u{202E}") && view.markdown.contains(#"\|evil"#))
    #expect(view.markdown.contains(#"\<img"#) && !view.markdown.contains(" <img"))
  }
}
