import Amounts
import Answers
import CareerAnswers
import Findings
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("A career on a ladder")
struct CareerPathTests {
  private static func ladder(_ lines: [String]) throws -> Ladder {
    try Ladder.read(yaml: lines.joined(separator: "\n") + "\n", file: "ladder.yaml").ladder
  }

  private static let certain = [
    "ladder: Certain", "currency: USD", "money of: 2021-05", "rungs:", "  - rung: First",
    "    base: 50000", "    variable: 20000", "    model: fixed:0.5",
    "    months before promotion: 24", "    chance of promotion: 100%", "  - rung: Second",
    "    base: 80000", "    variable: 40000", "    model: fixed:1",
  ]

  @Test("A certain ladder pays what its rungs pay")
  func certainLadder() throws {
    let path = CareerPath(
      try Self.ladder(Self.certain), .init(years: 4, discountRate: 0, trials: 10))
    #expect(
      path.forecast.years.map { $0.expected.rounded() } == [60_000, 60_000, 120_000, 120_000])
    #expect(abs(path.forecast.total.p50 - 360_000) < 0.01)
    #expect(abs(path.forecast.discounted.p50 - 360_000) < 0.01)
    #expect(path.forecast.arrivals.map(\.medianMonths) == [0, 24])
    #expect(path.ladder.moneyOf == YearMonth(iso: "2021-05"))
  }

  @Test("The bundled ladder has five rungs and reads without a word")
  func bundled() throws {
    let (ladder, findings) = try Ladder.read(
      path: "\(Checkout.datasets)/ladders/technology-sales.yaml")
    #expect(ladder.careers.rungs.count == 5)
    #expect(findings.findings.isEmpty)
    let path = CareerPath(ladder, .init(trials: 2_000))
    #expect(path.forecast.discounted.expected < path.forecast.total.expected)
    let shares = path.forecast.arrivals.map(\.share.value)
    #expect(shares == shares.sorted(by: >))
  }

  static let faults: [(change: (Int, String), place: String, message: String, remedy: String)] = [
    ((0, "lader: X"), "1:1", "no key \"lader\"", "did you mean \"ladder\"?"),
    ((1, "currency: dollar"), "2:11", "is not a currency", "such as USD"),
    ((2, "money of: May"), "3:11", "must be a month", "such as 2021-05"),
    ((5, "    base: 50.000"), "6:11", "base may be 50 or 50000", "write 50000, or 50"),
    ((8, "    months before promotion: 0"), "9:30", "whole number from 1 to 600", ""),
    ((9, "    chance of promotion: 150%"), "10:26", "between 0% and 100%", ""),
    ((9, "    chance of promotin: 50%"), "10:5", "no key \"chance of promotin\"", "did you mean"),
    ((13, "    chance of promotion: 5%"), "14:5", "no rung above the last", "leave"),
    ((13, "    chance to leave: 5%"), "1:1", "needs the key \"pay elsewhere\"", ""),
  ]

  @Test("A wrong file is refused at its place, with what to do", arguments: faults)
  func fault(change: (Int, String), place: String, message: String, remedy: String) throws {
    var lines = Self.certain
    lines[change.0] = change.1
    let failure = #expect(throws: InputFailure.self) { try Self.ladder(lines) }
    let findings = failure?.log.findings ?? []
    let finding = findings.first { $0.message.plainText.contains(message) }
    #expect(finding != nil, "\(findings)")
    #expect(finding?.place?.description == "ladder.yaml:\(place)")
    #expect(remedy.isEmpty || finding?.remedy?.plainText.contains(remedy) == true, "\(findings)")
  }

  @Test("A ladder without rungs is refused")
  func empty() throws {
    let failure = #expect(throws: InputFailure.self) {
      try Self.ladder(["ladder: X", "currency: USD", "rungs: []"])
    }
    #expect(failure?.log.findings.map(\.message.plainText) == ["the ladder has no rungs"])
  }
}
