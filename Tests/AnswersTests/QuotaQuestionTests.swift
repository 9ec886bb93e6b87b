import Amounts
import Answers
import Findings
import PayAnswers
import PayPlans
import Reporting
import Simulation
import TestSupport
import Testing

/// Quotas held against figures by hand, and against what statements make of the roster that is written.
@Suite("Dividing a company's number into quotas")
struct QuotaQuestionTests {
  static let example = "\(Checkout.datasets)/examples/quota-roster.csv"
  static let start = CalendarDate(year: 2026, month: 1, day: 1)

  static func percent(_ number: Int128) throws -> Ratio { try Ratio(number, over: 100) }

  static func question(
    _ folder: borrowing ScratchFolder, _ total: AskedAmount, _ roster: String
  ) throws -> QuotaQuestion {
    var question = QuotaQuestion(total, roster: try folder.write(roster, to: "roster.csv"))
    question.model.draws.trials = 200
    return question
  }

  static func kind(_ question: QuotaQuestion) -> Finding.Kind? {
    do throws(InputFailure) {
      _ = try question.answer()
      return nil
    } catch {
      return error.log.findings.first?.kind
    }
  }

  @Test("Equal quotas with an over-assignment: 1,100 among three, the first get what is left")
  func equal() throws {
    let folder = try ScratchFolder()
    var question = try Self.question(folder, 1_000, "rep\nann\nbob\ncyd\n")
    question.overAssignment = try Self.percent(10)
    let answer = try question.answer().answer
    #expect(answer.people.map(\.quota) == [367, 367, 366])
    #expect(answer.assigned == 1_100)
    #expect(answer.people.map(\.fullYearQuota) == [367, 367, 366])
    question.roundTo = 100
    #expect(try question.answer().answer.people.map(\.quota) == [400, 400, 300])
  }

  // Hired on the first of July with a ramp of 50%, 75%: (0.5 + 0.75 + 4) ÷ 12 = 7/16 of a year, so that of
  // 2,300 Ann has 2300 × 16/23.
  @Test("Who is hired within the year, and is in a ramp, has that part of a year")
  func capacity() throws {
    let folder = try ScratchFolder()
    var question = try Self.question(
      folder, 2_300, "rep,hire_date\nann,2019-01-01\nbob,2026-07-01\n")
    question.starts = Self.start
    question.ramp = [try Self.percent(50), try Self.percent(75)]
    let people = try question.answer().answer.people
    let part = try Ratio(7, over: 16)
    #expect(people.map(\.capacity) == [.one, part])
    #expect(people.map(\.quota) == [1_600, 700])
    #expect(people.map(\.fullYearQuota) == [1_600, 1_600])
    // The least quota of 1,650 is one of a full year, 722 of Bob's, and the number is not enough for both.
    question.minimum = 1_650
    #expect(Self.kind(question) == "quotas.bounds")
    question.minimum = nil
    question.maximum = 1_599
    #expect(Self.kind(question) == "quotas.bounds")
    // Without a year nobody knows what of it Bob is there.
    question.maximum = nil
    question.starts = nil
    #expect(Self.kind(question) == "quotas.no-year")
  }

  // 60% by 300 : 100 of results and 40% by 1 : 3 of potential: Ann has 0.6 × 0.75 + 0.4 × 0.25 = 0.55.
  @Test("Parts by history and by a column")
  func weights() throws {
    let folder = try ScratchFolder()
    var question = try Self.question(
      folder, 1_000, "rep,name,potential\nann,Ann Cole,50\nbob,Bob Diaz,150\n")
    question.history = try folder.write(
      "rep,period,amount\nAnn Cole,2025-H1,100\nann,2025-H2,200\nbob,2025-H2,100\ngus,2025-H2,9\n",
      to: "history.csv")
    question.weights = [
      QuotaWeight(.history, try Self.percent(60)),
      QuotaWeight(.column("potential"), try Self.percent(40)),
    ]
    let reply = try question.answer()
    #expect(reply.answer.people.map(\.quota) == [550, 450])
    #expect(reply.answer.people.map(\.history) == [300, 100])
    #expect(reply.answer.history?.total == 400)
    #expect(reply.answer.history?.periods == 2)
    // 550 of 300 is 83.3% more.
    let growth = try Ratio(5, over: 6)
    #expect(reply.answer.people[0].growth == growth)
    #expect(reply.findings.findings.map(\.kind).contains("quotas.stranger"))
    // Ann has two halves of a year, and Bob one.
    #expect(
      reply.findings.findings.contains {
        $0.message.plainText.hasPrefix("1 person has results in fewer periods")
          && $0.place?.line == 3
      })
    question.weights[1].part = try Self.percent(50)
    #expect(Self.kind(question) == "quotas.weights")
    question.weights = [QuotaWeight(.column("potental"))]
    #expect(Self.kind(question) == "quotas.column")
    question.weights = [QuotaWeight(.history)]
    question.history = nil
    #expect(Self.kind(question) == "setting.without")
  }

  @Test("A number that is missing is asked for, and not taken for 0")
  func missing() throws {
    let folder = try ScratchFolder()
    var question = try Self.question(folder, 1_000, "rep,potential\nann,50\nbob,\n")
    question.weights = [QuotaWeight(.column("potential"))]
    do throws(InputFailure) {
      _ = try question.answer()
      Issue.record("a missing number was taken for one")
    } catch {
      let finding = try #require(error.log.findings.first)
      #expect(finding.kind == "quotas.no-value" && finding.place?.line == 3)
    }
  }

  @Test("Quarters add up to each person's year, and all to the number")
  func seasonality() throws {
    var question = QuotaQuestion(3_000_001, roster: Self.example)
    question.model.draws.trials = 200
    question.starts = Self.start
    question.weights = [QuotaWeight(.column("potential"))]
    question.seasonality = try [22, 24, 26, 28].map { try Self.percent($0) }
    let answer = try question.answer().answer
    var sum = Ratio.zero
    for person in answer.people {
      var own = Ratio.zero
      for part in person.parts { own = try own + part }
      #expect(own == person.quota && person.parts.allSatisfy(\.isInteger))
      sum = try sum + own
    }
    #expect(sum == 3_000_001)
    // Cleo begins in April: nothing in the first quarter.
    let cleo = try #require(answer.people.first { $0.rep == "cleo" })
    let capacity = try Self.percent(78)
    #expect(cleo.parts[0] == .zero && cleo.capacity == capacity)
    question.seasonality = try [50, 40, 10].map { try Self.percent($0) }
    #expect(Self.kind(question) == "quotas.seasonality")
  }

  @Test("A manager has the sum of the team, less what the team has above it, at each level")
  func managers() throws {
    let folder = try ScratchFolder()
    var question = try Self.question(
      folder, 1_100,
      "rep,manager\nvera,\nmax,vera\nann,max\nbob,max\ncyd,vera\nzoe,strange\n")
    let plain = try question.answer().answer
    #expect(plain.people.map(\.rep) == ["ann", "bob", "cyd", "zoe"])
    #expect(plain.managers.map(\.rep) == ["vera", "max", "strange"])
    #expect(plain.managers.map(\.quota) == [825, 550, 275])
    question.managerOverAssignment = try Self.percent(10)
    let over = try question.answer().answer
    // 550 ÷ 1.1 = 500, and (500 + 275) ÷ 1.1 = 704.5… .
    #expect(over.managers.map(\.quota) == [705, 500, 250])
    #expect(over.managers[0].team == [0, 1, 2])
  }

  @Test("A manager written by name is the person of that name, and gets no quota of their own")
  func managerByName() throws {
    let folder = try ScratchFolder()
    let answer = try Self.question(
      folder, 900, "rep,name,manager\nmax,Max Roe,\nann,Ann Cole,Max Roe\nbob,Bob Diaz,max\n"
    ).answer().answer
    #expect(answer.people.map(\.rep) == ["ann", "bob"])
    #expect(answer.managers.map(\.rep) == ["max"] && answer.managers[0].quota == 900)
  }

  @Test("Statements come to the quotas of the roster that is written", arguments: [false, true])
  func written(hasSeason: Bool) throws {
    let folder = try ScratchFolder()
    let plan = try folder.write(
      """
      plan: Sellers
      currency: USD
      year starts: 2026-01-01
      variable: 40000
      measures:
        bookings: {quota: 400000, ramp: [25%, 50%, 75%]\(hasSeason ? ", phasing: [22%, 24%, 26%, 28%]" : "")}
      components:
        - {commission: Sales, measure: bookings, period: quarter, pay: 1x}

      """, to: "plan.yaml")
    let roster = """
      rep,name,plan,hire_date,end_date,quota,from,note,leave_start,leave_end
      ann,"Cole, Ann",Sellers,2019-01-01,,1,,"keep, this",,
      bob,Bob,sellers,2026-02-10,,,,,,
      cyd,Cyd,Sellers,2020-01-01,2026-10-31,,,,,
      cyd,,,,,,,,2026-03-01,2026-03-20
      dan,Dan,Sellers,2018-01-01,,7,,,,
      dan,,Sellers,,,8,2026-06-01,second,,
      eve,Eve,Others,2018-01-01,,12,,,,

      """
    var question = QuotaQuestion(
      1_000_000, roster: try folder.write(roster, to: "roster.csv"))
    question.plan = plan
    question.roundTo = 1_000
    question.model.draws.trials = 200
    let answer = try question.answer().answer
    #expect(answer.people.map(\.rep) == ["ann", "bob", "cyd", "dan"])
    let lines = answer.roster.split(separator: "\n")
    #expect(lines.count == 8)
    #expect(lines[0] == "rep,name,plan,hire_date,end_date,quota,from,note,leave_start,leave_end")
    #expect(lines[1].hasPrefix("ann,\"Cole, Ann\",Sellers,2019-01-01,,"))
    #expect(lines[1].hasSuffix(",\"keep, this\",,"))
    #expect(lines[4] == "cyd,,,,,,,,2026-03-01,2026-03-20")
    #expect(lines[7] == "eve,Eve,Others,2018-01-01,,12,,,,")
    let pay = try StatementQuestion(
      plan: plan,
      deals: try folder.write(
        "deal_id,rep,close_date,amount\nD1,ann,2026-03-03,1000\n", to: "deals.csv"),
      files: PayFiles(roster: try folder.write(answer.roster, to: "written.csv"))
    ).answer().answer
    for person in answer.people {
      let statement = try #require(pay.statements.first { $0.whole.rep == person.rep })
      var sum = Ratio.zero
      for period in statement.whole.periods { sum = try sum + (period.quota ?? .zero) }
      let gap = try sum - person.quota
      #expect(abs(gap.doubleValue) <= 0.01, "\(person.rep): \(sum.doubleValue)")
      // Whole quotas come out exactly.
      if person.capacity == .one { #expect(sum == person.quota) }
    }
  }

  @Test("Without a quota column one is added, and the number of a manager is that of the team")
  func added() throws {
    let folder = try ScratchFolder()
    let question = try Self.question(folder, 900, "rep,manager\nmax,\nann,max\nbob,max\n")
    #expect(
      try question.answer().answer.roster
        == "rep,manager,quota\nmax,,900\nann,max,450\nbob,max,450\n")
  }

  @Test("The example comes to its number, whatever it goes by, and is refused where it cannot")
  func example() throws {
    var question = QuotaQuestion(6_000_000, roster: Self.example)
    question.model.draws.trials = 500
    question.starts = Self.start
    question.overAssignment = try Self.percent(10)
    question.roundTo = 1_000
    question.minimum = 900_000
    question.maximum = 1_500_000
    question.weights = [QuotaWeight(.column("potential"))]
    let answer = try question.answer().answer
    var sum = Ratio.zero
    for person in answer.people {
      sum = try sum + person.quota
      #expect(try (person.quota / 1_000).isInteger)
      // Prorated bounds, to the multiple inside of them.
      #expect(try Ratio(900_000) * person.capacity <= person.quota)
      #expect(try person.quota <= Ratio(1_500_000) * person.capacity)
    }
    #expect(sum == 6_600_000)
    #expect(answer.forecast.outcomes.count == 1 + answer.managers.count)
    question.total = 6_000_500
    #expect(Self.kind(question) == "quotas.rounding")
    question.roundTo = nil
    question.overAssignment = .zero
    question.starts = CalendarDate(year: 2010, month: 1, day: 1)
    #expect(Self.kind(question) == "quotas.nobody")
  }
}
