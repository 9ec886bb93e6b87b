import Answers
import Findings
import Foundation
import PayPlans
import Phrases
import PlanFiles
import TestSupport
import Testing

/// What people read of a plan and of what it pays, in German.
@Suite("Plans in German")
struct GermanWordsTests {
  static let book = Phrasebook(.german)

  /// What a person may read of a plan file and the tables beside it.
  static func phrases(of plan: Plan, _ findings: FindingLog) -> [Inline] {
    plan.summary + words(of: findings)
  }

  static func words(of log: FindingLog) -> [Inline] {
    log.findings.flatMap { [$0.words, $0.message] + [$0.remedy].compactMap(\.self) }
  }

  static func expectGerman(_ phrases: [Inline], _ what: String) {
    let unknown = phrases.flatMap { $0.unknownPhrases(to: book) }
    #expect(unknown.isEmpty, "\(what): \(Set(unknown).sorted().joined(separator: "\n"))")
  }

  @Test("The bundled plans and the published ones are German as a whole")
  func bundled() throws {
    var count = 0
    for folder in ["datasets/plans", "Tests/PayPlansTests/Published"] {
      let path = Checkout.root.appending(path: folder).path
      for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      where name.hasSuffix(".yaml") {
        let (plan, findings) = try Plan.read(path: "\(path)/\(name)")
        Self.expectGerman(Self.phrases(of: plan, findings), name)
        count += 1
      }
    }
    #expect(count > 16)
  }

  @Test("An example of the manual is German as a whole", arguments: PlanExample.all.examples)
  func example(_ example: PlanExample) throws {
    let yaml = try DocumentationTests.completed(example.yaml)
    let plan: Plan
    do {
      let read = try Plan.read(yaml: yaml, file: "example.yaml")
      plan = read.plan
      Self.expectGerman(Self.phrases(of: plan, read.findings), "plan")
    } catch {
      return Self.expectGerman(Self.words(of: error.log), "faults")
    }
    guard let csv = example.table(startingWith: "deal_id") else { return }
    let read = try Deals.read(csv: csv, file: "deals.csv", for: plan)
    Self.expectGerman(Self.words(of: read.findings), "deals")
    let roster = try example.tables.first {
      $0.hasPrefix("rep") && !$0.hasPrefix("rep,period_end") && !$0.hasPrefix("rep,date")
    }.map { try Roster.read(csv: $0, file: "roster.csv", for: plan).roster }
    let run = try plan.statements(
      for: read.deals, roster: roster,
      rates: example.table(startingWith: "currency").map {
        try MonthlyRates.read(csv: $0, file: "rates.csv")
      } ?? MonthlyRates(),
      scores: example.table(startingWith: "rep,period_end").map {
        try Scores.read(csv: $0, file: "scores.csv")
      } ?? Scores())
    Self.expectGerman(Self.words(of: run.findings), "statements")
    for statement in run.statements {
      for deal in statement.deals.sorted() {
        Self.expectGerman(statement.explanation(of: deal), deal)
      }
    }
    for row in read.deals.rows {
      Self.expectGerman(plan.reasonsUncredited(row, in: read.deals), row.id)
    }
  }

  static let rich = """
    plan: Rich
    currency: USD
    ote: 150000
    mix: 60/40
    year starts: 2021-04-01
    measures:
      bookings:
        quota: 800000
        where: {stage: Closed Won, region: {not: [West, ""]}}
        phasing: [20%, 25%, 25%, 30%]
        ramp: {quota: [0%, 50%], hired by: 15}
      units: {unit: deals, quota: 24}
      happiness: {scored: true}
    components:
      - commission: New business
        measure: bookings
        period: quarter
        tiers: marginal
        without quota: nothing
        rates:
          - {to: 100%, pay: 1x}
          - {through: 150%, pay: 1.5x}
          - {pay: 8.5%}
        threshold: 40%
        cap: 250%
        gate: {measure: units, at: 80%, otherwise: 50%}
        multiplier: {measure: happiness, steps: [{to: 100%, times: 1}, {times: 1.1}]}
      - bonus: Club
        measure: units
        period: half
        steps: [{at: 12, pay: 1000}, {above: 15, pay: 2500}]
        steps are: cumulative
      - spiff: Fast start
        pay: 500 each
        first: 5 deals per quarter
        from: 2021-04-01
        to: 2021-12-31
        budget: 4000
    draw: {kind: recoverable, amount: 2500, per: month, months: 3}
    clawback: {within: 90 days, take: 50%}
    paid: {close_date: 50%, close_date + 30 days: 50%}
    cap: 300%
    """

  @Test("A plan in words reads as a German would write it")
  func summary() throws {
    let plan = try Plan.read(yaml: Self.rich, file: "plan.yaml").plan
    #expect(
      plan.summary.map { Self.book.text($0) } == [
        "Ein Grundgehalt von 90.000 $ im Jahr und 60.000 $ variable Vergütung, wenn alle Ziele erreicht sind.",
        "„bookings“ zählt die Spalte amount der Abschlüsse, bei denen gilt: stage ist Closed Won und region ist nicht West oder leer, mit einer Quote von 800.000 $ im Jahr, über das Jahr verteilt: 160.000, 200.000, 200.000, 240.000, in den ersten Dienstmonaten niedriger, deren erster für alle, die nach dem 15. eingestellt werden, der Folgemonat ist.",
        "„units“ zählt Abschlüsse, mit einer Quote von 24 im Jahr.",
        "„happiness“ wird bewertet: Die Zielerreichung jedes Zeitraums kommt aus einer Datei mit Bewertungen.",
        "„New business“ zahlt auf „bookings“ je Quartal: 1x bis unter 100 % der Quote, 1,5x bis einschließlich 150 % der Quote, danach 8,5 %, jeder Satz für die Anrechnung in seiner eigenen Stufe; Schwelle 40 % der Quote, darunter nichts; höchstens 250 % des Zielbetrags; nichts, wo es keine Quote gibt; weniger, wenn „units“ nicht 80 % der eigenen Quote erreicht; mal einem Faktor nach der Zielerreichung von „happiness“.",
        "„Club“ zahlt je Halbjahr und nach „units“: 1.000 $ für 12 Abschlüsse, und zusätzlich 2.500 $ für mehr als 15 Abschlüsse.",
        "„Fast start“ zahlt je 500 $ für die ersten 5 Abschlüsse je Quartal, ab 01.04.2021, bis 31.12.2021, höchstens 4.000 $ je Person.",
        "An variabler Vergütung werden in den ersten 3 Monaten mindestens 2.500 $ je Monat gezahlt; was daran fehlt, wird geschuldet und von späterer variabler Vergütung einbehalten.",
        "Wird ein Abschluss innerhalb von 90 Tagen storniert, so wird zurückgefordert: 50 % des dafür Gezahlten.",
        "Die Vergütung für einen Abschluss wird fällig: 50 % am Tag close_date, 50 % am Tag close_date + 30 Tage.",
        "In einem Planjahr werden höchstens 300 % des variablen Anteils an variabler Vergütung verdient.",
      ])
  }

  @Test("A statement explains a deal in German")
  func explanation() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        base: 60000
        variable: 60000
        measures: {sales: {quota: 600000}}
        components:
          - commission: C
            measure: sales
            period: quarter
            tiers: marginal
            rates: [{to: 100%, pay: 10%}, {pay: 15.5%}]
        clawback: {within: 6 months}
        """, file: "plan.yaml"
    ).plan
    let statement = try #require(
      plan.run(
        """
        deal_id,rep,close_date,amount,cancelled_date
        D1,ann,2021-02-10,200000,
        D2,ann,2021-03-01,5000.50,2021-05-01

        """
      ).first)
    #expect(
      statement.explanation(of: "D1").map { Self.book.text($0) } == [
        "„C“ rechnet am 10.02.2021 200.000,00 $ an, im Zeitraum vom 01.01.2021 bis 31.03.2021; die Zielerreichung geht von 0 % auf 133,33 %.",
        "150.000,00 $ liegen in Stufe 1, Satz 10 %: 15.000,00 $.",
        "50.000,00 $ liegen in Stufe 2, Satz 15,5 %: 7.750,00 $.",
        "Das bringt 22.750,00 $ (plan.yaml:11:35).",
      ])
    #expect(
      statement.explanation(of: "D2").last.map { Self.book.text($0) }
        == "Er wurde am 01.05.2021 storniert, als er bei „C“ zu den Sätzen seines Zeitraums mit 775,08 $ zu Buche stand; 775,08 $ werden zurückgefordert."
    )
  }

  @Test("A finding is German with its word, its place and its remedy")
  func finding() throws {
    let finding = try #require(
      failure(
        """
        plan: P
        currency: USD
        base: 1
        measures: {sales: {quota: 100}}
        components:
          - {commission: C, measure: sale, period: year, tiers: marginal, rates: [{pay: 1%}]}
        """
      ).first)
    #expect(
      finding.text(in: Self.book) == """
        plan.yaml:6:30: Fehler: es gibt keine Messgröße „sale“
              - {commission: C, measure: sale, period: year, tiers: marginal, rates: [{pay: 1%}]}
                                         ^
          ist „sales“ gemeint?
        """)
    #expect(
      finding.text() == """
        plan.yaml:6:30: error: there is no measure "sale"
              - {commission: C, measure: sale, period: year, tiers: marginal, rates: [{pay: 1%}]}
                                         ^
          did you mean "sales"?
        """)
  }
}
