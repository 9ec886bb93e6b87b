import Amounts
import GapReporting
import Phrases
import Testing

/// Who counts, by people whose pay is worked out beside them.
@Suite("Joiners, leavers, partners, and people without a sex on record")
struct GapPeopleTests {
  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
  }

  /// One man and one woman who are there all year, and others by the test.
  private func people(_ others: [(id: String, sex: Sex?, change: (inout Employee) -> Void)])
    -> [Employee]
  {
    let pair = [
      Employee("M1", .man, basic: 3000, paidFor: .month, weeklyHours: 40),
      Employee("F1", .woman, basic: 2400, paidFor: .month, weeklyHours: 40),
    ]
    return
      (pair
      + others.map { other in
        var employee = Employee(other.id, other.sex, basic: 6000, paidFor: .month, weeklyHours: 40)
        other.change(&employee)
        return employee
      }).map { employee in
        var employee = employee
        employee.category = "A"
        return employee
      }
  }

  @Test("Great Britain counts who is employed on the day, also on its first or last one")
  func british() throws {
    let snapshot = try day("2026-04-05")
    let before = try day("2026-04-04")
    let after = try day("2026-04-06")
    let employees = people([
      ("joined later", .woman, { $0.start = after }),
      ("joined that day", .woman, { $0.start = snapshot }),
      ("left before", .man, { $0.end = before }), ("left that day", .man, { $0.end = snapshot }),
      ("partner", .man, { $0.isPartner = true }), ("no sex", nil, { _ in }),
    ])
    let report = try BritishGaps(employees, GapCase.rules(.uk), snapshot: snapshot)
    #expect(report.partners == ["partner"])
    #expect(report.notEmployed == ["joined later", "left before"])
    #expect(report.unrecorded == ["no sex"])
    #expect(report.relevant == BySex(men: 2, women: 2))
    // Men 3,000 and 6,000, women 2,400 and 6,000: (9,000 − 8,400) ÷ 9,000.
    #expect(report.hourly.meanGap == .value(try Ratio(1, over: 15)))
    #expect(report.quarters.quarters.map(\.people) == [1, 1, 1, 1])
    #expect(report.quarters.quarters.map(\.unrecorded) == [0, 0, 0, 0])
  }

  @Test("The directive counts a joiner by days, and ranks people without a sex on record")
  func directive() throws {
    let yearEnd = try day("2026-12-31")
    let july = try day("2026-07-01")
    let next = try day("2027-01-01")
    let november = try day("2026-11-30")
    let employees = people([
      ("joined in July", .woman, { $0.start = july }), ("joined later", .man, { $0.start = next }),
      ("left", .man, { $0.end = november }), ("partner", .woman, { $0.isPartner = true }),
      ("no sex", nil, { _ in }),
    ])
    let report = try DirectiveGaps(employees, GapCase.rules(.eu), yearEnd: yearEnd)
    #expect(report.workers == 4)
    #expect(report.counts == BySex(men: 1, women: 2))
    #expect(report.partners == ["partner"])
    #expect(report.notEmployed == ["joined later", "left"])
    #expect(report.unrecorded == ["no sex"])
    // By the hour the joiner has 6,000 a month: women's mean is 4,200 against 3,000.
    #expect(report.meanGap.hourly == .value(try Ratio(-2, over: 5)))
    // Of the year 184 of 365 days: (28,800 + 72,000 × 184 ÷ 365) ÷ 2 against 36,000.
    let women = try (Ratio(28_800) + Ratio(72_000) * Ratio(184, over: 365)) / 2
    #expect(report.meanGap.annual == .value(try (Ratio(36_000) - women) / Ratio(36_000)))
    // 2,400, 3,000, and twice 6,000, of a woman and of somebody without a sex on record.
    #expect(report.quarters.quarters.map(\.people) == [1, 1, 1, 1])
    #expect(report.quarters.quarters.map(\.unrecorded).reduce(0, +) == 1)
    #expect(report.categories.map(\.workers) == [4])
  }

  @Test(
    "Germany takes the bonus of a joiner for the months since, of those that are not whole the part"
  )
  func german() throws {
    var rules = try GapCase.rules(.de)
    rules.smallestGroup = 1
    let yearEnd = try day("2026-12-31")
    let june = try day("2026-06-16")
    let november = try day("2026-11-30")
    let employees = people([
      (
        "joined in June", .woman,
        {
          $0.start = june
          $0.weeklyHours = 20
          $0.bonuses = [Employee.Bonus(1300, paidOn: november, covers: .year)]
        }
      ),
      ("left", .man, { $0.end = november }), ("partner", .woman, { $0.isPartner = true }),
      ("no sex", nil, { _ in }),
    ])
    let report = try GermanComparison(employees, rules, yearEnd: yearEnd, fullTime: 40)
    #expect(report.partners == ["partner"])
    #expect(report.notEmployed == ["left"])
    #expect(report.unplaced == ["no sex"])
    let group = try #require(report.groups.first)
    #expect(group.sides.men.people == 1)
    #expect(group.sides.women.people == 2)
    // 1,300 over 6.5 months at half of full time is 400 a month; of two women the median is the mean.
    #expect(group.sides.women.bonus == .value(200))
    // 2,400, and 6,000 and 200 at twice the hours.
    #expect(group.sides.women.gross == .value(7400))
  }

  @Test("Percentages are written with halves to even, and none as minus zero")
  func rounding() throws {
    #expect(GapCase.roundings.count == 11)
    for rounding in GapCase.roundings {
      let part = try #require(rounding["exact_percent"].part)
      #expect(
        NumberStyle(.english).percentage(part) == "\(try #require(rounding["half_even"].text))%")
    }
  }

  /// One decimal and halves to even: what is rounded up on one side is rounded down on the other.
  @Test("The two shares of a quarter, as they are written, make 100.0 whatever they are")
  func pairs() throws {
    for people in 1...160 {
      for men in 0...people {
        let share = try Ratio(Int128(men), over: Int128(people))
        let written = try [share, .one - share].map {
          try #require(Ratio(decimal: NumberStyle(.english).percentage($0).dropLast()))
        }
        #expect(try written[0] + written[1] == 100, "\(men) of \(people)")
      }
    }
  }
}
