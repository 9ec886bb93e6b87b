import Amounts
import GapReporting
import Testing

@Suite("Filings of pay gaps")
struct GapFilingTests {
  private func filing(_ figures: [GapFiling.Figure: String]) -> GapFiling {
    var filing = GapFiling("Alder Limited")
    for (figure, text) in figures { filing.figures[figure] = Ratio(decimal: text) }
    return filing
  }

  private func faults(_ figures: [GapFiling.Figure: String]) -> [GapFiling.Fault] {
    GapFiling.faults(of: [filing(figures)], among: []).flatMap(\.self)
  }

  @Test(
    "Two parts make 100 as far as the rounding of both allows, and all quarters are rounded alike",
    arguments: [
      ("6.3", "93.8", "50.0", "50", true), ("6.3", "93.9", "50", "50", false),
      ("6.25", "93.75", "50", "50", true), ("6.25", "93.85", "50", "50", false),
      // An eighth is 12.5, and so is seven eighths' half.
      ("13", "88", "50", "50", true), ("12", "90", "50", "50", false),
      ("13", "88", "50.5", "49.5", false), ("40", "60.1", "50", "50", true),
      ("0.123456789", "99.876543211", "50", "50", true),
    ])
  func quarters(men: String, women: String, otherMen: String, otherWomen: String, fits: Bool) {
    let faults = faults([
      .menLower: men, .womenLower: women, .menUpper: otherMen, .womenUpper: otherWomen,
    ])
    #expect(faults.isEmpty == fits)
  }

  @Test("A gap has no lowest value, and a part has")
  func ranges() {
    #expect(faults([.meanBonusGap: "-13257.5", .menWithBonus: "3"]).isEmpty)
    #expect(faults([.menWithBonus: "-0.1"]) == [.outOfRange(.menWithBonus)])
    #expect(faults([.medianHourlyGap: "100.1"]) == [.outOfRange(.medianHourlyGap)])
    #expect(faults([.medianHourlyGap: "100"]).isEmpty)
  }

  @Test("A bonus gap is there where men have bonuses, and there alone")
  func bonuses() {
    let known: Set<GapFiling.Figure> = [.meanBonusGap, .menWithBonus]
    func faults(_ figures: [GapFiling.Figure: String]) -> [GapFiling.Fault] {
      GapFiling.faults(of: [filing(figures)], among: known).flatMap(\.self)
    }
    #expect(faults([.menWithBonus: "0"]).isEmpty)
    #expect(
      faults([.menWithBonus: "0", .meanBonusGap: "0"]) == [.gapWithoutMen(.meanBonusGap)])
    #expect(faults([.menWithBonus: "2"]) == [.noBonusGap(.meanBonusGap)])
    #expect(faults([.meanBonusGap: "5"]) == [.missing(.menWithBonus)])
    #expect(
      faults([.menWithBonus: "2", .womenWithBonus: "0", .meanBonusGap: "99.9"])
        == [.gapWithoutWomen(.meanBonusGap)])
    #expect(
      faults([.menWithBonus: "2", .womenWithBonus: "0", .meanBonusGap: "100"]).isEmpty)
  }

  @Test("Late is what is marked so, or was handed in after its day; the day itself may be either")
  func late() throws {
    let due = try #require(CalendarDate(iso: "2026-04-05"))
    func faults(_ mark: Bool?, days: Int) -> [GapFiling.Fault] {
      var filing = GapFiling("Alder Limited")
      filing.isMarkedLate = mark
      (filing.due, filing.submitted) = (due, due.advanced(by: days))
      return GapFiling.faults(of: [filing], among: []).flatMap(\.self)
    }
    #expect(faults(true, days: 1) == [.late])
    #expect(faults(true, days: 0) == [.late])
    #expect(faults(true, days: -1) == [.inTimeMarkedLate])
    #expect(faults(false, days: 0).isEmpty)
    #expect(faults(false, days: 1) == [.lateUnmarked])
    #expect(faults(nil, days: 0).isEmpty)
    #expect(faults(nil, days: 1) == [.late])
  }

  @Test("An employer is known by its number, and by its name where there is none")
  func repeated() {
    let filings = [
      GapFiling("Alder Limited", id: "1"), GapFiling("Alder Limited", id: "2"),
      GapFiling("Alder Holding", id: "1"), GapFiling("Birch"), GapFiling("BIRCH"),
    ]
    #expect(
      GapFiling.faults(of: filings, among: []) == [[], [], [.repeated(0)], [], [.repeated(3)]])
  }
}
