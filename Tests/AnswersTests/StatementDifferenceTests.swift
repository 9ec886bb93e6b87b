import Amounts
import Answers
import Findings
import Foundation
import PayAnswers
import PayPlans
import PlanFiles
import Reporting
import TestSupport
import Testing

/// Differences held against two runs of `pay`, against figures by hand, and against sums over random plans.
@Suite("What a change does to pay")
struct StatementDifferenceTests {
  static func deals(_ part: String) -> String { "\(Checkout.datasets)/deals/team-2021\(part).csv" }
  static func plan(_ name: String) -> String { "\(Checkout.datasets)/plans/\(name).yaml" }

  static var team: StatementDifferenceQuestion {
    StatementDifferenceQuestion(
      from: plan("marginal-accelerators-2020"), to: plan("marginal-accelerators"),
      deals: deals(""), files: PayFiles(roster: deals("-roster"), rates: deals("-rates")))
  }

  /// Checks that every sum of differences holds to the minor unit.
  static func checkSums(_ difference: StatementDifference, _ what: Comment) {
    func sum(_ amounts: some Sequence<Money>) -> Int64 {
      amounts.reduce(0) { $0 + $1.minorUnits }
    }
    let lines = Dictionary(grouping: difference.lines, by: \.rep)
    for person in difference.people {
      #expect(
        sum(person.parts.map(\.amount.difference)) == person.total.difference.minorUnits, what)
      // Lines are what components and adjustments earned and cancelled deals gave back.
      let rest = person.parts.filter { part in
        switch part.part {
        case .component, .adjustments, .clawback: false
        default: true
        }
      }
      let own = sum((lines[person.rep] ?? []).map(\.pay.difference))
      #expect(
        own + sum(rest.map(\.amount.difference)) == person.total.difference.minorUnits, what)
    }
    #expect(
      sum(difference.people.map(\.total.difference)) == difference.total.difference.minorUnits,
      what)
    #expect(
      sum(difference.parts.map(\.amount.difference)) == difference.total.difference.minorUnits,
      what)
    let sizes = difference.lines.map(\.pay.difference.minorUnits.magnitude)
    #expect(sizes == sizes.sorted(by: >) && !sizes.contains(0), what)
  }

  @Test("Each figure is that of the two runs by themselves")
  func runs() throws {
    let question = Self.team
    let reply = try question.answer()
    let difference = reply.answer
    Self.checkSums(difference, "the sample team")
    let old = try StatementQuestion(
      plan: Self.plan("marginal-accelerators"), deals: question.deals, files: question.files
    ).answer().answer
    #expect(difference.total.new == old.totals.cost)
    for person in difference.people {
      let statement = try #require(old.statements.first { $0.whole.rep == person.rep })
      #expect(person.total.new == statement.total)
      #expect(person.earned.new == statement.earned)
      #expect(person.owedClawback.new == statement.owedClawback)
    }
    #expect(difference.changesPay)
    #expect(difference.compared.count == difference.people.count)
    // Each file once, although both sides read it.
    #expect(
      reply.inputs.map(\.path) == [
        question.oldPlan, question.deals, Self.deals("-roster"), Self.deals("-rates"),
        question.newPlan,
      ])
    #expect(!difference.terms.isNone)
  }

  @Test("A plan differs from itself in nothing, and that is said")
  func nothing() throws {
    var question = Self.team
    question.oldPlan = question.newPlan
    question.newDeals = question.deals
    let difference = try question.answer().answer
    #expect(!difference.changesPay && difference.terms.isNone)
    #expect(difference.deals == DealDifference(from: Deals([]), to: Deals([])))
    #expect(difference.lines.isEmpty && difference.total.difference.minorUnits == 0)
    #expect(difference.document.markdown().contains("**Nothing changes.**"))
  }

  @Test("Turned round, every difference has the other sign")
  func turned() throws {
    var question = Self.team
    let there = try question.answer().answer
    swap(&question.oldPlan, &question.newPlan)
    let back = try question.answer().answer
    #expect(there.total.difference == -back.total.difference)
    let own = Dictionary(uniqueKeysWithValues: back.people.map { ($0.rep, $0.total.difference) })
    for person in there.people { #expect(own[person.rep] == -person.total.difference) }
    #expect(there.lines.count == back.lines.count)
    #expect(there.winners.map(\.rep).sorted() == back.losers.map(\.rep).sorted())
  }

  static let terms = """
    plan: NAME
    currency: USD
    base: 60000
    variable: 40000
    measures: {bookings: {quota: 400000}}
    components:
      - {commission: Sales, measure: bookings, period: quarter, pay: RATE}

    """

  static func question(
    _ folder: borrowing ScratchFolder, rates: [String] = ["10%", "12%"],
    names: [String] = ["Old", "New"], more: [String] = ["", ""], roster: String? = nil
  ) throws -> StatementDifferenceQuestion {
    let plans = try (0...1).map { side in
      try folder.write(
        terms.replacing("NAME", with: names[side]).replacing("RATE", with: rates[side])
          + more[side], to: "plan-\(side).yaml")
    }
    var question = StatementDifferenceQuestion(
      from: plans[0], to: plans[1],
      deals: try folder.write(
        """
        deal_id,rep,close_date,amount
        D1,ann,2021-02-01,1000
        D2,bob,2021-03-01,3000
        D3,ann,2021-03-02,500

        """, to: "deals.csv"))
    question.files.roster = try roster.map { try folder.write($0, to: "roster.csv") }
    return question
  }

  /// What each person is paid by all plans of a company, by paying them.
  static func totals(
    _ plans: [String], _ deals: String, _ files: PayFiles
  ) throws -> [String: Int64] {
    let company = try CompanyStatementQuestion(plans: plans, deals: deals, files: files).answer()
    return company.answer.plans.flatMap(\.statements).reduce(into: [:]) { totals, statement in
      totals[statement.whole.rep, default: 0] += statement.whole.total.minorUnits
    }
  }

  @Test("Of several plans everybody is paid by their own, and who changes plans by both")
  func company() throws {
    let folder = try ScratchFolder()
    let manager = Self.plan("manager-override")
    let roster = try String(contentsOfFile: Self.deals("-roster"), encoding: .utf8)
    var files = PayFiles(
      roster: Self.deals("-roster"), rates: Self.deals("-rates"), scores: Self.deals("-scores"))
    var question = Self.team
    question.otherPlans = [manager]
    question.files = files
    // Ben becomes a manager in July.
    let lines = roster.split(separator: "\n")
    let moved =
      lines.enumerated().map { $0 == 0 ? "\($1),from" : "\($1)," } + [
        "ben,,Sales manager,,,,,,2021-07-01"
      ]
    question.newRoster = try folder.write(
      moved.joined(separator: "\n") + "\n", to: "roster.csv")
    let difference = try question.answer().answer
    Self.checkSums(difference, "the company")
    files.roster = question.newRoster
    let after = try Self.totals([question.newPlan, manager], question.deals, files)
    // On the old side the sellers are on the plan of the year before.
    files.roster = try folder.write(
      roster.replacing("Marginal accelerators", with: "marginal-accelerators-2020"),
      to: "old.csv")
    let before = try Self.totals([question.oldPlan, manager], question.deals, files)
    for person in difference.people {
      #expect(person.total.old?.minorUnits == before[person.rep], "\(person.rep)")
      #expect(person.total.new?.minorUnits == after[person.rep], "\(person.rep)")
    }
    #expect(Set(difference.people.map(\.rep)) == Set(before.keys).union(after.keys))
    #expect(difference.lines.contains { $0.rep == "ben" && $0.pay.new == nil })
  }

  // By hand: 2% more of 1,500 for Ann and of 3,000 for Bob.
  @Test("A rate of 12% instead of 10% pays two percent of the deals more, line by line")
  func byHand() throws {
    let folder = try ScratchFolder()
    let difference = try Self.question(folder).answer().answer
    #expect(difference.people.map(\.rep) == ["bob", "ann"])
    #expect(difference.people.map(\.total.difference.fixedPoint) == ["60.00", "30.00"])
    #expect(difference.lines.map { $0.deal } == ["D2", "D1", "D3"])
    #expect(difference.lines.map(\.pay.difference.fixedPoint) == ["60.00", "20.00", "10.00"])
    #expect(difference.total.old?.fixedPoint == "120450.00")
    // 60 of 60,300 for Bob.
    let share = try Ratio(60, over: 60300)
    #expect(difference.people[0].total.share == share)
    let rate = try Ratio(12, over: 100)
    #expect(difference.terms.numbers.map(\.new) == [rate])
    #expect(difference.terms.old.count == 1 && difference.terms.new.count == 1)
  }

  @Test("Who is on a roster of one side only has all of it as the difference")
  func oneSide() throws {
    let folder = try ScratchFolder()
    var question = try Self.question(
      folder, rates: ["10%", "10%"], roster: "rep,plan\nann,Old\nbob,Old\n")
    question.newRoster = try folder.write("rep,plan\nann,New\ncyd,New\n", to: "new.csv")
    question.newDeals = try folder.write(
      "deal_id,rep,close_date,amount\nD1,ann,2021-02-01,1000\nD3,ann,2021-03-02,700\n",
      to: "new-deals.csv")
    let difference = try question.answer().answer
    Self.checkSums(difference, "one side only")
    #expect(difference.leavers.map(\.rep) == ["bob"])
    #expect(difference.joiners.map(\.rep) == ["cyd"])
    #expect(
      difference.people.map(\.total.difference.fixedPoint) == [
        "60000.00", "20.00", "-60300.00",
      ])
    let deals = try #require(difference.deals)
    #expect(deals.onlyOld == 1 && deals.onlyNew == 0 && deals.changed == 1)
    let text = difference.document.markdown()
    #expect(text.contains("On the old side only: bob."))
    #expect(text.contains("On the new side only: cyd."))
  }

  // A roster names the old plan, and says 80,000 of salary and a quota of half as much.
  @Test(
    "Own pay and quota on the roster hold on both sides, whichever plan it names",
    arguments: ["Old", "New"])
  func ownTerms(named: String) throws {
    let folder = try ScratchFolder()
    let question = try Self.question(
      folder, rates: ["1x", "1x"],
      roster: "rep,plan,base,quota\nann,\(named),80000,200000\nbob,\(named),,\n")
    let difference = try question.answer().answer
    let ann = try #require(difference.people.first { $0.rep == "ann" })
    #expect(ann.base.old?.fixedPoint == "80000.00" && ann.base.new?.fixedPoint == "80000.00")
    // 40,000 over 200,000 of 1,500.
    #expect(ann.earned.old?.fixedPoint == "300.00" && ann.earned.new?.fixedPoint == "300.00")
    #expect(!difference.changesPay)
  }

  static let bonus = "  - {bonus: Bonus, measure: bookings, period: quarter, at: 100%, pay: 5000}\n"

  @Test("Pay that only moves between deals of a component is counted, and not shown as a change")
  func moved() throws {
    let folder = try ScratchFolder()
    var question = try Self.question(
      folder, rates: ["10%", "10%"], more: [Self.bonus, Self.bonus])
    // Ann reaches her quarter by D1 on one side and by D3 on the other; Bob sells 1,000 more.
    func deals(_ first: Int, _ second: Int, _ other: Int, _ name: String) throws -> String {
      try folder.write(
        """
        deal_id,rep,close_date,amount
        D1,ann,2021-02-01,\(first)
        D2,bob,2021-03-01,\(other)
        D3,ann,2021-03-02,\(second)

        """, to: name)
    }
    question.deals = try deals(60_000, 50_000, 3_000, "old.csv")
    question.newDeals = try deals(100_000, 10_000, 4_000, "new.csv")
    let difference = try question.answer().answer
    #expect(difference.lines.count == 5)
    let text = difference.document.markdown().replacing(/\x20+/, with: " ")
    let lines = try #require(text.components(separatedBy: "## The lines that change").last)
    #expect(lines.contains("Not shown are 4 lines"))
    #expect(lines.contains("| D2 ") && !lines.contains("| D1 ") && !lines.contains("| D3 "))
    // Of what it is made, the one commission alone is another one; 120,000 of base and 5,000 of bonus are not.
    #expect(text.contains("| All else, the same on both sides | 125,000.00 | 125,000.00 |"))
    #expect(!text.contains("| Bonus |"))
  }

  @Test("Plans of one name are told apart by their files, and what one of them dropped is named")
  func namesakes() throws {
    let folder = try ScratchFolder()
    let reply = try Self.question(
      folder, names: ["Plan", "Plan"], more: [Self.bonus, ""]
    ).answer()
    #expect(
      reply.answer.document.title?.plainText
        == "Difference in pay: Plan (plan-0.yaml) → Plan (plan-1.yaml)")
    let dropped = reply.findings.findings.filter { $0.kind == "plan.dropped" }
    #expect(
      dropped.map(\.message.plainText) == [
        "the component \"Bonus\" of the plan before is not in this one"
      ])
    let other = try Self.question(folder, more: ["", Self.bonus]).answer()
    #expect(!other.findings.findings.contains { $0.kind == "plan.dropped" })
    #expect(other.answer.document.title?.plainText == "Difference in pay: Old → New")
  }

  @Test("A change of currency is refused, and so is standard input for both sides")
  func refused() throws {
    let folder = try ScratchFolder()
    var question = try Self.question(folder)
    question.deals = "-"
    let input = #expect(throws: InputFailure.self) { try question.answer() }
    #expect(input?.log.findings.first?.kind == "pay.standard-input")
    question = try Self.question(folder)
    question.newPlan = try folder.write(
      Self.terms.replacing("RATE", with: "10%").replacing("USD", with: "EUR"), to: "euro.yaml")
    let currency = #expect(throws: InputFailure.self) { try question.answer() }
    #expect(currency?.log.findings.first?.kind == "diff.currency")
  }

  @Test("Plans of two years are warned of")
  func years() throws {
    let folder = try ScratchFolder()
    let question = try Self.question(
      folder, more: ["year starts: 2021-01-01\n", "year starts: 2021-02-01\n"])
    let kinds = try question.answer().findings.findings.map(\.kind)
    #expect(kinds.contains("diff.other-year"))
  }

  /// What stands around a random plan here: draws and guarantees, which hold for new hires.
  static let around = [
    "", "", "draw: {kind: recoverable, amount: 2500, per: month, months: 8}\n",
    "draw: {kind: non-recoverable, amount: 4000, per: quarter}\n",
    "guarantee: {share: 80%, months: 6, per: month}\n",
  ]

  @Test("The differences add up on random plans and deals", arguments: 0..<4)
  func random(_ batch: Int) throws {
    var random = SeededGenerator(seed: FreshSeed.value &* 4 &+ UInt64(batch))
    let folder = try ScratchFolder()
    var (compared, guaranteed, drawn) = (0, 0, 0)
    for number in 0..<(runsSlowTests ? 100 : 25) {
      var texts: [String] = []
      var csv: [String] = []
      for side in 0...1 {
        let around = Self.around[(number + 2 * side) % Self.around.count]
        texts.append(RandomPlan(using: &random).yaml + around)
        let people = ["ann", "bob", "cyd"].filter { _ in Int.random(in: 0...3, using: &random) > 0 }
        csv.append(
          (people.isEmpty ? ["ann"] : people).enumerated().map { index, rep in
            let rows = RandomDeal.csv(RandomDeal.year(hasReturns: true, using: &random), of: rep)
            return index == 0
              ? rows
              : rows.split(separator: "\n").dropFirst()
                .map { "\(rep)\($0)\n" }.joined()
          }.joined())
      }
      let scores = try folder.write(
        "rep,period_end,name,score\nann,2026-03-31,Quality,90%\nbob,2026-12-31,Quality,80%\n",
        to: "scores.csv")
      let adjustments = try folder.write(
        "rep,date,amount,reason\nann,2026-05-01,-75.25,slip\n", to: "adjustments.csv")
      let roster = try folder.write(
        "rep,hire_date\nann,2025-11-15\nbob,2025-12-20\ncyd,\n", to: "roster.csv")
      var question = StatementDifferenceQuestion(
        from: try folder.write(texts[0], to: "old.yaml"),
        to: try folder.write(texts[1], to: "new.yaml"),
        deals: try folder.write(csv[0], to: "old.csv"), files: PayFiles(scores: scores))
      question.newDeals = try folder.write(csv[1], to: "new.csv")
      if number.isMultiple(of: 2) { question.files.roster = roster }
      if Bool.random(using: &random) { question.newAdjustments = adjustments }
      let what: Comment =
        "ONTARGET_TEST_SEED=\(FreshSeed.value), batch \(batch), number \(number):\n\(texts)\n\(csv)"
      do throws(InputFailure) {
        let difference = try question.answer().answer
        Self.checkSums(difference, what)
        compared += 1
        for part in difference.parts where !part.amount.difference.isZero {
          if part.part == .guarantee { guaranteed += 1 }
          if part.part == .draw { drawn += 1 }
        }
      } catch {
        // What is added by hand for somebody without a deal is refused, and so is a return beside its sale.
        let kinds = Set(error.log.findings.map(\.kind.rawValue))
        #expect(
          kinds.allSatisfy { $0.hasPrefix("deals.") || $0.hasPrefix("adjustments.") },
          "\(kinds) \(what)")
      }
    }
    // The plans and files are such that most of them can be paid, and that parts beside the lines differ.
    #expect(compared > (runsSlowTests ? 40 : 10) && guaranteed > 0 && drawn > 0)
  }
}

extension Money {
  fileprivate var isZero: Bool { minorUnits == 0 }
}
