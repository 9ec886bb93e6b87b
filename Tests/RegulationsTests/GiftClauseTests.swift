import Amounts
import Findings
import Regulations
import Testing

/// The clauses of FINRA Rule 3220, each on both sides of 2026-03-30 where the date matters.
@Suite("Gifts against the clauses of FINRA Rule 3220")
struct GiftClauseTests {
  /// One register and what it has to add up to.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rows: [String]
    var year = "calendar"
    /// "line: excess" of what is over.
    var over: [String] = []
    /// "line: left" of what is near.
    var near: [String] = []
  }

  static let header = "date,recipient,recipient_type,kind,paid_by,cost,market_value,face_value"

  static let cases: [Case] = [
    // The limit
    Case(
      testDescription: "100 USD is within the limit until 2026-03-29, and near it",
      rows: ["2026-03-29,Ana,,gift,,100,,"], near: ["2: 0.00"]),
    Case(
      testDescription: "One cent more is over until 2026-03-29",
      rows: ["2026-03-29,Ana,,gift,,100.01,,"], over: ["2: 0.01"]),
    Case(
      testDescription: "From 2026-03-30 the same gift is within the limit and far from it",
      rows: ["2026-03-30,Ana,,gift,,100.01,,"]),
    Case(
      testDescription: "300 USD is within the limit from 2026-03-30",
      rows: ["2026-03-30,Ana,,gift,,300,,"], near: ["2: 0.00"]),
    Case(
      testDescription: "One cent more than 300 USD is over",
      rows: ["2026-03-30,Ana,,gift,,300.01,,"], over: ["2: 0.01"]),
    Case(
      testDescription: "80 % of the limit is near, a cent less is not",
      rows: ["2026-04-01,Ana,,gift,,240,,", "2026-04-01,Bo,,gift,,239.99,,"], near: ["2: 60.00"]),
    // A year with both limits
    Case(
      testDescription: "Gifts before the change count toward the higher limit after it",
      rows: ["2026-02-01,Ana,,gift,,90,,", "2026-04-15,Ana,,gift,,215,,"], over: ["3: 5.00"]),
    Case(
      testDescription: "The higher limit holds for all that was given in the year by then",
      rows: ["2026-02-01,Ana,,gift,,90,,", "2026-04-15,Ana,,gift,,130,,"]),
    Case(
      testDescription: "What was over on its day stays over when the limit rises",
      rows: ["2026-02-01,Ana,,gift,,150,,", "2026-04-15,Ana,,gift,,10,,"], over: ["2: 50.00"]),
    Case(
      testDescription: "The order of the register does not matter, the days do",
      rows: ["2026-04-15,Ana,,gift,,10,,", "2026-02-01,Ana,,gift,,150,,"], over: ["3: 50.00"]),
    // Aggregation
    Case(
      testDescription: "Gifts of one year are added up, and each that is over is named",
      rows: [
        "2025-03-01,Ana,,gift,,60,,", "2025-06-01,Ana,,gift,,50,,", "2025-09-01,Ana,,gift,,1,,",
      ], over: ["3: 10.00", "4: 11.00"]),
    Case(
      testDescription: "The calendar year ends with December",
      rows: ["2024-12-31,Ana,,gift,,60,,", "2025-01-01,Ana,,gift,,60,,"]),
    Case(
      testDescription: "A fiscal year joins December and January",
      rows: ["2024-12-31,Ana,,gift,,60,,", "2025-01-01,Ana,,gift,,60,,"], year: "fiscal:07-01",
      over: ["3: 20.00"]),
    Case(
      testDescription: "A fiscal year ends the day before its first day",
      rows: ["2025-06-30,Ana,,gift,,60,,", "2025-07-01,Ana,,gift,,60,,"], year: "fiscal:07-01"),
    Case(
      testDescription: "A rolling year holds the day after the same day a year before",
      rows: ["2024-05-02,Ana,,gift,,60,,", "2025-05-01,Ana,,gift,,60,,"], year: "rolling",
      over: ["3: 20.00"]),
    Case(
      testDescription: "A rolling year does not hold the same day a year before",
      rows: ["2024-05-01,Ana,,gift,,60,,", "2025-05-01,Ana,,gift,,60,,"], year: "rolling"),
    Case(
      testDescription: "A rolling year across the change has the limit of each gift's day",
      rows: ["2025-10-01,Ana,,gift,,90,,", "2026-03-30,Ana,,gift,,215,,"], year: "rolling",
      over: ["3: 5.00"]),
    Case(
      testDescription: "Two recipients are two sums",
      rows: ["2025-03-01,Ana,,gift,,60,,", "2025-03-01,Bob Stone,,gift,,60,,"]),
    // Value
    Case(
      testDescription: "The market value counts where it is higher than the cost",
      rows: ["2025-03-01,Ana,,gift,,40,120,"], over: ["2: 20.00"]),
    Case(
      testDescription: "The cost counts where it is higher than the market value",
      rows: ["2025-03-01,Ana,,gift,,120,40,"], over: ["2: 20.00"]),
    Case(
      testDescription: "A ticket counts with its face value where that is higher",
      rows: ["2026-04-01,Ana,,ticket,,120,,310"], over: ["2: 10.00"]),
    Case(
      testDescription: "A ticket counts with its cost where that is higher, never its market value",
      rows: ["2026-04-01,Ana,,ticket,,250,900,200"], near: ["2: 50.00"]),
    Case(
      testDescription: "The face value of what is no ticket does not count",
      rows: ["2025-03-01,Ana,,gift,,40,40,900"]),
    // Sharing
    Case(
      testDescription: "A shared gift is divided over its recipients",
      rows: ["2025-03-01,Ana;Bob Stone;Cyd,,gift,,300,,"], near: ["2: 0.00", "2: 0.00", "2: 0.00"]),
    Case(
      testDescription: "The cent that is left goes to the first",
      rows: ["2025-03-01,Ana;Bob Stone;Cyd,,gift,,300.01,,"], over: ["2: 0.01"],
      near: ["2: 0.00", "2: 0.00"]),
    // Outside the limit
    Case(
      testDescription:
        "Personal gifts, bereavement gifts and the like do not count, before and after",
      rows: ["2026-03-29", "2026-03-30"].flatMap { day in
        [
          "personal,giver", "bereavement,", "de minimis,", "promotional,", "commemorative,",
          "disaster donation,",
        ].map { "\(day),Ana,,\($0),1000,," }
      }),
    Case(
      testDescription: "What the firm paid for is presumed not to be personal",
      rows: ["2025-03-01,Ana,,personal,firm,150,,"], over: ["2: 50.00"]),
    Case(
      testDescription: "What is outside the limit takes nothing away from it",
      rows: ["2025-03-01,Ana,,personal,giver,150,,", "2025-03-02,Ana,,gift,,100,,"],
      near: ["3: 0.00"]),
    // Out of scope
    Case(
      testDescription: "Retail customers and the firm's own people are not counted",
      rows: ["2025-03-01,Ana,retail customer,gift,,900,,", "2025-03-01,Bob,own staff,gift,,900,,"]),
    // What is not said
    Case(
      testDescription: "A gift without a kind counts",
      rows: ["2025-03-01,Ana,,,,150,,"], over: ["2: 50.00"]),
    Case(
      testDescription: "A gift before the first limit of the table is held against none",
      rows: ["1992-12-31,Ana,,gift,,900,,"]),
    Case(
      testDescription: "Without day, recipient or value nothing can be added up",
      rows: [",Ana,,gift,,900,,", "2025-03-01,,,gift,,900,,", "2025-03-01,Ana,,gift,,,,"]),
  ]

  @Test(arguments: cases)
  func addsUp(_ example: Case) throws {
    let review = try Registers.review(
      [Self.header] + example.rows, year: #require(GiftYear(example.year)))
    #expect(
      review.over.map { "\($0.gift.place.line ?? 0): \($0.standing?.excess?.fixedPoint ?? "")" }
        == example.over)
    #expect(
      review.near.map { "\($0.gift.place.line ?? 0): \($0.standing?.left.fixedPoint ?? "")" }
        == example.near)
  }
}
