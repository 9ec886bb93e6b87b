import Amounts
import Foundation
import Testing

@Suite("Calendar days and months")
struct CalendarTests {
  @Test("Days agree with Foundation's Gregorian calendar over four centuries")
  func agreesWithFoundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for dayNumber in stride(from: Int32(-80_000), to: 80_000, by: 97) {
      let date = CalendarDate(dayNumber: dayNumber)
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(dayNumber) * 86_400))
      #expect(date.year == parts.year)
      #expect(date.month == parts.month)
      #expect(date.day == parts.day)
      #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
      #expect(CalendarDate(iso: "\(date)") == date)
    }
  }

  @Test("The calendar repeats after 146,097 days, which are 400 years, before year 1 too")
  func cycle() throws {
    // The leap day that ends a cycle is 951,782,400 seconds after 1970 by POSIX.
    let leapDay = CalendarDate(dayNumber: 951_782_400 / 86_400)
    #expect("\(leapDay)" == "2000-02-29")
    #expect("\(leapDay.advanced(by: 1))" == "2000-03-01")
    for day in stride(from: Int32(10_900), to: 11_400, by: 1) {
      let date = CalendarDate(dayNumber: day)
      for cycles in [-12, -6, -5, -1, 1, 19] {
        let other = CalendarDate(dayNumber: day + Int32(cycles * 146_097))
        #expect(other.year == date.year + 400 * cycles)
        #expect(other.month == date.month && other.day == date.day)
        #expect(other.yearMonth.firstDay.distance(to: other) == date.day - 1)
        #expect(other.yearMonth.dayCount == date.yearMonth.dayCount)
        #expect(other.yearMonth.quarterEnd.month == date.yearMonth.quarterEnd.month)
      }
    }
  }

  // ISO 8601: leap years are those by four, of the hundreds those by four hundred.
  @Test("Day follows day through a whole cycle of leap years")
  func everyDay() {
    var (year, month, day) = (2000, 1, 1)
    let first = CalendarDate(dayNumber: 946_684_800 / 86_400)
    for number in 0..<146_097 {
      let date = first.advanced(by: number)
      let isRight = date.year == year && date.month == month && date.day == day
      guard isRight, CalendarDate(year: year, month: month, day: day) == date else {
        Issue.record("day \(number) is \(date), not \(year)-\(month)-\(day)")
        return
      }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(year == 2400 && month == 1 && day == 1)
  }

  @Test(
    "Only days that exist are read",
    arguments: [
      "2021-02-29", "2021-13-01", "2021-00-10", "2021-5-31", "21-05-31", "2021-05-32", "2021-05",
      "", "31.05.2021", "2021--05-31", "-2021-05-31", "2021-05-3x",
    ])
  func refusesOtherText(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(
    "Adding months keeps the day or ends at the month's last day",
    arguments: [
      ("2021-01-31", 1, "2021-02-28"), ("2020-01-31", 1, "2020-02-29"),
      ("2021-03-20", 12, "2022-03-20"),
      ("2021-03-31", -1, "2021-02-28"), ("2021-11-30", 3, "2022-02-28"),
    ])
  func addsMonths(start: String, months: Int, end: String) throws {
    #expect("\(try #require(CalendarDate(iso: start)).addingMonths(months))" == end)
  }

  @Test("A month knows its quarter, its days and its neighbours")
  func months() throws {
    let may = try #require(YearMonth(iso: "2021-05"))
    #expect("\(may.quarterEnd)" == "2021-06")
    #expect("\(may.lastDay)" == "2021-05-31")
    #expect("\(may.advanced(by: 8))" == "2022-01")
    #expect(try #require(YearMonth(iso: "2000-02")).dayCount == 29)
    #expect(try #require(YearMonth(iso: "1900-02")).dayCount == 28)
    for text in ["2021-5", "2021--05", "-2021-05", "2021-05-", "202105", "2021-1x", "0000-01"] {
      #expect(YearMonth(iso: text) == nil)
    }
    #expect(try #require(YearMonth(iso: "0001-01")).year == 1)
    #expect(try #require(YearMonth(iso: "9999-12")).month == 12)
    #expect(may.advanced(by: 8).distance(to: may) == -8)
  }

  @Test(
    "Periods go by the names that people write",
    arguments: [
      ("2021", "2021-01-01", "2021-12-31"), ("2021-H2", "2021-07-01", "2021-12-31"),
      ("2021-q1", "2021-01-01", "2021-03-31"), ("2020-02", "2020-02-01", "2020-02-29"),
    ])
  func periods(name: String, first: String, last: String) throws {
    let days = try #require(CalendarPeriod(name)).days
    #expect("\(days.lowerBound)" == first)
    #expect("\(days.upperBound)" == last)
  }

  @Test(
    "Other text is no period, and a single day is none that is paid",
    arguments: [
      "", "Q1", "2021-Q5", "21-Q1", "2021-Q1-2", "2021-", "2021-05-31", "2021-M5", "FY2021-M13",
      "FY2021-M0", "FY2021-05", "FY21-Q1", "FY", "2021-Q", "2021-Q01", "0000-Q1", "FY2021-M005",
      "2021-H01",
      "2021-H3", "2021-H0", "2021-QQ1", "2021-X1",
    ])
  func noPeriods(name: String) {
    #expect(CalendarPeriod(name) == nil)
  }

  // The federal fiscal year aside, years are named here by the calendar year in which they begin.
  @Test(
    "FY means the years of the plan",
    arguments: [
      ("FY2026", "2026-02-01", "2027-01-31"), ("FY2026-H2", "2026-08-01", "2027-01-31"),
      ("fy2026-q1", "2026-02-01", "2026-04-30"), ("FY2026-Q4", "2026-11-01", "2027-01-31"),
      ("FY2027-M1", "2027-02-01", "2027-02-28"), ("FY2026-M12", "2027-01-01", "2027-01-31"),
      ("2026-Q1", "2026-01-01", "2026-03-31"),
    ])
  func planPeriods(name: String, first: String, last: String) throws {
    // Any day on which a year of the plan begins says the same.
    for start in ["2026-02-01", "2019-02-01"] {
      let yearStarts = try #require(CalendarDate(iso: start))
      let days = try #require(CalendarPeriod(name, yearStarts: yearStarts)).days
      #expect("\(days.lowerBound)" == first)
      #expect("\(days.upperBound)" == last)
    }
  }

  @Test("Months of a plan year that starts on the last of a month follow each other without a gap")
  func planMonths() throws {
    let start = try #require(CalendarDate(iso: "2023-01-31"))
    let months = try (1...12).map { month in
      try #require(CalendarPeriod("FY2024-M\(month)", yearStarts: start)).days
    }
    #expect("\(months[1].lowerBound)" == "2024-02-29")
    for (month, next) in zip(months, months.dropFirst()) {
      #expect(month.upperBound.advanced(by: 1) == next.lowerBound)
    }
    #expect("\(months[11].upperBound)" == "2025-01-30")
  }

  @Test(
    "The next period is of the same length, and begins where this one ends",
    arguments: [
      ("2026-02", 1), ("2026-Q1", 3), ("2026-H1", 6), ("2026", 12), ("FY2026-M11", 1),
      ("FY2026-Q3", 3), ("FY2026-H1", 6), ("FY2026", 12),
    ])
  func following(name: String, months: Int) throws {
    let yearStarts = try #require(CalendarDate(iso: "2026-02-01"))
    var period = try #require(CalendarPeriod(name, yearStarts: yearStarts))
    // Far enough to cross the end of a year.
    for _ in 0..<14 {
      let next = try #require(period.following(yearStarts: yearStarts))
      #expect(next.days.lowerBound == period.days.upperBound.advanced(by: 1))
      #expect(next.days.upperBound.advanced(by: 1) == next.days.lowerBound.addingMonths(months))
      #expect(CalendarPeriod(next.name, yearStarts: yearStarts) == next)
      period = next
    }
  }
}
