import Amounts
import GapReporting
import Testing

@Suite("Gap reports against figures of another program")
struct GapCaseTests {
  @Test("All cases are read")
  func read() { #expect(GapCase.all.count == 15) }

  private func check(_ quarters: PayQuarters, _ expected: Expected, sizes: Expected, ties: Expected)
  {
    #expect(quarters.quarters.map(\.people) == sizes.list.map(\.count))
    for (quarter, key) in zip(
      quarters.quarters, ["lower", "lower_middle", "upper_middle", "upper"])
    {
      #expect(quarter.counts.men == expected[key]["men"].count)
      #expect(quarter.counts.women == expected[key]["women"].count)
      #expect(quarter.shares.men.value == expected[key]["male"].part)
      #expect(quarter.shares.women.value == expected[key]["female"].part)
    }
    #expect(quarters.ties.count == ties.list.count)
    for (tie, expected) in zip(quarters.ties, ties.list) {
      #expect(tie.pay == expected["pay"].number)
      #expect(tie.counts.men == expected["men"].count)
      #expect(tie.counts.women == expected["women"].count)
      #expect(tie.places == expected["slots_per_band"].list.map(\.count))
      #expect(tie.men == expected["men_per_band"].list.map(\.count))
      #expect(tie.isExact == expected["exact"].flag)
      #expect(!tie.isOneOfSeveral == expected["only_best_choice"].flag)
    }
  }

  @Test("Great Britain", arguments: GapCase.all)
  func british(_ gap: GapCase) throws {
    let snapshot = try #require(CalendarDate(iso: "2026-04-05"))
    let report = try BritishGaps(gap.employees, GapCase.rules(.uk), snapshot: snapshot)
    let expected = try gap.expected("uk")
    #expect(report.relevant.men == expected["relevant_men"].count)
    #expect(report.relevant.women == expected["relevant_women"].count)
    #expect(report.unrecorded.count == expected["sex_not_recorded"].count)
    #expect(report.partners + report.notEmployed == expected["not_relevant"].list.map(\.text))
    #expect(report.notFullPay == expected["relevant_not_full_pay"].list.map(\.text))
    let pays = Dictionary(uniqueKeysWithValues: report.hourlyPay.map { ($0.id, $0.pay) })
    #expect(pays.keys.sorted() == expected["hourly"].keys)
    for (id, pay) in pays { #expect(pay == expected["hourly"][id].number, "\(id)") }
    #expect(report.hourly.means.men == expected["mean_hourly"]["M"].number)
    #expect(report.hourly.means.women == expected["mean_hourly"]["F"].number)
    #expect(report.hourly.medians.men == expected["median_hourly"]["M"].number)
    #expect(report.hourly.medians.women == expected["median_hourly"]["F"].number)
    #expect(report.hourly.meanGap.value == expected["DiffMeanHourlyPercent"].part)
    #expect(report.hourly.medianGap.value == expected["DiffMedianHourlyPercent"].part)
    #expect(report.receivers.men == expected["bonus_receivers"]["M"].count)
    #expect(report.receivers.women == expected["bonus_receivers"]["F"].count)
    #expect(report.bonus.means.men == expected["mean_bonus"]["M"].number)
    #expect(report.bonus.means.women == expected["mean_bonus"]["F"].number)
    #expect(report.bonus.medians.men == expected["median_bonus"]["M"].number)
    #expect(report.bonus.medians.women == expected["median_bonus"]["F"].number)
    #expect(report.bonus.meanGap.value == expected["DiffMeanBonusPercent"].part)
    #expect(report.bonus.medianGap.value == expected["DiffMedianBonusPercent"].part)
    #expect(report.bonusShares.men.value == expected["MaleBonusPercent"].part)
    #expect(report.bonusShares.women.value == expected["FemaleBonusPercent"].part)
    check(
      report.quarters, expected["quartiles"], sizes: expected["quartile_sizes"],
      ties: expected["straddling_ties"])
  }

  @Test("Directive (EU) 2023/970", arguments: GapCase.all)
  func directive(_ gap: GapCase) throws {
    let yearEnd = try #require(CalendarDate(iso: "2026-12-31"))
    var rules = try GapCase.rules(.eu)
    let report = try DirectiveGaps(gap.employees, rules, yearEnd: yearEnd)
    let expected = try gap.expected("eu")
    #expect(report.workers == expected["workers"].count)
    #expect(report.counts.men == expected["men"].count)
    #expect(report.counts.women == expected["women"].count)
    #expect(report.partners + report.notEmployed == expected["not_counted"].list.map(\.text))
    for (levels, key) in [(report.meanGap, "a_mean_gap"), (report.medianGap, "c_median_gap")] {
      #expect(levels.hourly.value == expected[key]["hourly"].part)
      #expect(levels.annual.value == expected[key]["annual"].part)
    }
    for (components, key) in [
      (report.meanVariableGap, "b_mean_gap_variable"),
      (report.medianVariableGap, "d_median_gap_variable"),
    ] {
      #expect(components.allWorkers.value == expected[key]["all_workers"].part)
      #expect(components.receiversOnly.value == expected[key]["receivers_only"].part)
    }
    #expect(report.receivingShares.men.value == expected["e_share_receiving_variable"]["M"].part)
    #expect(report.receivingShares.women.value == expected["e_share_receiving_variable"]["F"].part)
    check(
      report.quarters, expected["f_quartiles"], sizes: expected["f_quartile_sizes"],
      ties: expected["f_straddling_ties"])
    let categories = expected["g_categories"]
    #expect(report.categories.map(\.name) == categories.keys)
    rules.smallestGroup = 5
    let withheld = try DirectiveGaps(gap.employees, rules, yearEnd: yearEnd)
    for (category, shown) in zip(report.categories, withheld.categories) {
      let expected = categories[category.name]
      #expect(category.workers == expected["workers"].count)
      #expect(category.counts.men == expected["men"].count)
      #expect(category.counts.women == expected["women"].count)
      #expect(category.basicGap.value == expected["gap_basic"].part)
      #expect(category.variableGap.value == expected["gap_variable"].part)
      #expect(category.totalGap.value == expected["gap_total"].part)
      #expect(
        category.isAssessed == expected["art10_difference_at_least_5_either_direction"].flag)
      #expect(
        (shown.totalGap == .withheld) == expected["withheld_if_caller_sets_minimum_group_5"].flag)
    }
  }

  @Test("Germany", arguments: GapCase.all)
  func german(_ gap: GapCase) throws {
    let yearEnd = try #require(CalendarDate(iso: "2026-12-31"))
    let report = try GermanComparison(
      gap.employees, GapCase.rules(.de), yearEnd: yearEnd, fullTime: gap.fullTime)
    let expected = try gap.expected("de")
    var seen: [String] = []
    for group in report.groups {
      for sex in Sex.allCases where group.sides[sex].people > 0 {
        let side = group.sides[sex]
        let key = "\(group.name)/\(sex.rawValue)"
        seen.append(key)
        #expect(side.people == expected[key]["persons"].count, "\(key)")
        #expect((side.gross != .withheld) == expected[key]["disclosed"].flag, "\(key)")
        #expect(side.gross.value == expected[key]["median_monthly_gross_fte"].number, "\(key)")
        #expect(
          side.allowances.value == expected[key]["median_component_allowances"].number, "\(key)")
        #expect(side.bonus.value == expected[key]["median_component_bonus"].number, "\(key)")
      }
    }
    #expect(seen.sorted() == expected.keys)
  }
}
