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

  @Test(
    "Only days that exist are read",
    arguments: [
      "2021-02-29", "2021-13-01", "2021-00-10", "2021-5-31", "21-05-31", "2021-05-32", "2021-05",
      "", "31.05.2021",
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
    #expect(YearMonth(iso: "2021-5") == nil)
  }

  @Test(
    "Periods go by the names that people write",
    arguments: [
      ("2021", "2021-01-01", "2021-12-31"), ("2021-H2", "2021-07-01", "2021-12-31"),
      ("2021-q1", "2021-01-01", "2021-03-31"), ("2020-02", "2020-02-01", "2020-02-29"),
      ("2021-05-31", "2021-05-31", "2021-05-31"),
    ])
  func periods(name: String, first: String, last: String) throws {
    let days = try #require(CalendarPeriod(name)).days
    #expect("\(days.lowerBound)" == first)
    #expect("\(days.upperBound)" == last)
  }

  @Test("Other text is no period", arguments: ["", "Q1", "2021-Q5", "21-Q1", "2021-Q1-2", "2021-"])
  func noPeriods(name: String) {
    #expect(CalendarPeriod(name) == nil)
  }
}
