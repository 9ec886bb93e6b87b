import Foundation
import TestSupport
import Testing

/// `ontarget report gap` on tables with a row for each employer.
@Suite("The gaps that employers reported")
struct GapFilingTests {
  /// Ten of the filings of 2022/23 as the service of the UK government publishes them, at
  /// https://gender-pay-gap.service.gov.uk/viewing/download. Contains public sector information licensed
  /// under the Open Government Licence v3.0.
  private static let published = """
    EmployerName,EmployerId,CompanyNumber,SicCodes,DiffMeanHourlyPercent,DiffMedianHourlyPercent,DiffMeanBonusPercent,DiffMedianBonusPercent,MaleBonusPercent,FemaleBonusPercent,MaleLowerQuartile,FemaleLowerQuartile,MaleLowerMiddleQuartile,FemaleLowerMiddleQuartile,MaleUpperMiddleQuartile,FemaleUpperMiddleQuartile,MaleTopQuartile,FemaleTopQuartile,EmployerSize,CurrentName,SubmittedAfterTheDeadline,DueDate,DateSubmitted
    A & L RESTAURANTS LIMITED,712,04437266,56102,4.40,2.57,100,100,0.4,0,40.5,59.5,38.2,61.8,58.3,41.7,54.2,45.8,500 to 999,A & L RESTAURANTS LIMITED,False,2023/04/05 00:00:00,2023/03/31 09:24:35
    A & P FALMOUTH LIMITED,713,00103287,33150,23.0,19.9,,,0,0,76.9,23.1,96.2,3.8,100,0,97.5,2.5,250 to 499,A & P FALMOUTH LIMITED,False,2023/04/05 00:00:00,2023/04/04 10:37:02
    ACCOMPLISH GROUP EMPLOYEE LIMITED,2490,09672949,86900,-8,2,-6.6,37.5,15,24,33.33,66.67,35,65,37.92,62.08,37.29,62.71,1000 to 4999,ACCOMPLISH GROUP EMPLOYEE LIMITED,True,2023/04/05 00:00:00,2023/04/21 15:13:04
    AFI-UPLIFT LIMITED,971,03539352,77390,13.0,9.5,-1368.7,-2148.5,2.6,1.5,73.3,26.7,77.3,22.7,84.2,15.8,84.0,16.0,250 to 499,AFI-UPLIFT LIMITED,False,2023/04/05 00:00:00,2023/04/04 12:28:59
    BOSTON SCIENTIFIC LIMITED,2252,02729626,"46690, 86900",13,12.1,22.9,34.6,97,96,43.5,56.5,44.3,55.7,49.6,50.4,60.5,39.5,250 to 499,BOSTON SCIENTIFIC LIMITED,False,2023/04/05 00:00:00,2023/04/19 12:33:40
    CONSORTIUM TRUST,18167,10255142,85200,13.35433579,11.20471778,,,0,0,13.64,86.36,8.96,91.04,22.39,77.61,20.90,79.10,Less than 250,CONSORTIUM TRUST,False,2023/04/05 00:00:00,2023/04/03 11:18:13
    COSTAIN LIMITED,3608,00610201,"42110, 42130, 42910, 42990",6.67,30.36,1,100,0.6,0,81.82,18.18,92.42,7.58,89.23,10.77,98.46,1.54,250 to 499,COSTAIN LIMITED,False,2023/04/05 00:00:00,2023/03/30 13:14:57
    KONECTBUS LIMITED,19630,03149258,"49319, 49390, 82990",11.48,3.01,0,0,0.46,0,73.85,26.15,81.54,18.46,90.77,9.23,89.06,10.94,250 to 499,KONECTBUS LIMITED,False,2023/04/05 00:00:00,2023/03/29 13:12:03
    LAKETHORNE LIMITED,7420,02934714,"81210, 81229",78,7,50,50,100,0,13,87,12,88,19,81,36,64,250 to 499,LAKETHORNE LIMITED,True,2023/04/05 00:00:00,2023/04/06 14:15:27
    MENZIES DISTRIBUTION LIMITED,8333,01430241,46760,1,6.1,41.9,59.0,20.0,21.0,70.8,29.2,14.9,85.1,83.0,17.0,81.7,18.3,1000 to 4999,MENZIES DISTRIBUTION LIMITED,True,2023/04/05 00:00:00,2023/04/05 19:17:07

    """

  private func result(_ csv: String, _ options: [String] = []) throws -> [String: Any] {
    let folder = try ScratchFolder()
    let json = try Executable.json(
      ["report", "gap", try folder.write(csv, to: "filings.csv")] + options)
    return try #require(json["result"] as? [String: Any])
  }

  /// The line of each fault, what it is, and the number that it is about.
  private func faults(_ result: [String: Any]) throws -> [String] {
    try #require(result["inconsistencies"] as? [[String: Any]]).map { row in
      let line = (row["place"] as? String ?? "").split(separator: ":").dropLast().last ?? ""
      return [String(line), row["fault"] as? String, row["figure"] as? String].compactMap(\.self)
        .joined(separator: " ")
    }
  }

  /// Found in the whole register of these rows by a script of Python's csv and decimal modules: all quarters
  /// make exactly 100; three employers have other gaps than 100 where no woman has a bonus; fifteen of 500
  /// are marked late, and four of the others have a day of submission after that up to which they were due.
  @Test("Published filings are read, and what does not fit together is what another program finds")
  func publishedFilings() throws {
    let result = try result(Self.published)
    #expect(result["employers"] as? Int == 10)
    #expect(result["consistent"] as? Int == 4)
    #expect(
      try faults(result) == [
        "4 late", "6 late_unmarked", "8 gap_without_women mean_bonus_gap",
        "9 gap_without_women mean_bonus_gap", "9 gap_without_women median_bonus_gap",
        "10 gap_without_women mean_bonus_gap", "10 gap_without_women median_bonus_gap", "10 late",
        "11 late",
      ])
    let summary = try #require(result["summary"] as? [[String: Any]])
    let counts = summary.map { "\($0["what"] ?? "") \($0["employers"] ?? "")" }
    #expect(
      counts == ["read 10", "consistent 4", "gap_without_women 3", "late 3", "late_unmarked 1"])
  }

  @Test("Each fault is told with its row, in other layouts too")
  func eachFault() throws {
    let csv = """
      Employer name;Employer id;Mean hourly gap;Median hourly gap;Mean bonus gap;Median bonus gap;\
      Male bonus percent;Female bonus percent;Male lower quartile;Female lower quartile;\
      Submitted after the deadline
      Alder;1;12,1 %;9,3 %;;;0 %;0 %;6,3 %;93,8 %;nein
      Birch;2;120;-3;5;;0;4;-1;101;ja
      Cedar;3;;1,5;;4;10;;40;59,8;nein
      ALDER;1;1,25;1;100;100;3;0;50;50;nein
      Elm;4;1,25;1;100;99;3;0;41;60;

      """
    let result = try result(csv)
    #expect(
      try faults(result) == [
        "3 out_of_range mean_hourly_gap", "3 out_of_range men_lower", "3 out_of_range women_lower",
        "3 gap_without_men mean_bonus_gap", "3 late", "4 missing mean_hourly_gap",
        "4 missing women_with_bonus", "4 quarter_sum", "4 no_bonus_gap mean_bonus_gap",
        "5 repeated",
        "6 gap_without_women median_bonus_gap",
      ])
    #expect(result["consistent"] as? Int == 1)
    #expect((result["not_checked"] as? [String])?.count == 6)
  }

  @Test("What is said about one employer's people is refused, and so is a cell that cannot be read")
  func refusals() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(Self.published, to: "filings.csv")
    let rules = try Executable.run(["report", "gap", file, "--rules", "uk"])
    #expect(rules.status == 64)
    #expect(rules.errors.contains("this table has a row for each employer"), "\(rules.errors)")
    let broken = try folder.write(
      "EmployerName,DiffMeanHourlyPercent,DiffMedianHourlyPercent\nA Ltd,12.1,about 9\n",
      to: "broken.csv")
    let result = try Executable.run(["report", "gap", broken])
    #expect(result.status == 65)
    #expect(result.errors.contains("broken.csv:2:12"), "\(result.errors)")
  }

  @Test("A check says what a report would find, and every other verb names the report")
  func otherVerbs() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(Self.published, to: "filings.csv")
    let check = try Executable.run(["check", file])
    #expect(check.status == 0, "\(check.output)")
    #expect(check.output.contains("report gap \(file)"))
    #expect(check.output.contains("Of 10 employers 6 have something that does not fit together."))
    let few = try folder.write(
      "EmployerName,DiffMeanHourlyPercent,DiffMedianHourlyPercent\nA Ltd,12.1,9.3\nB Ltd,4,2.2\n",
      to: "few.csv")
    for call in [["rank", "72000"], ["compare"], ["report", "salary", "--data"]] {
      for file in [file, few] {
        let result = try Executable.run(call + [file])
        #expect(result.status == 64)
        #expect(result.errors.contains("report gap \(file)"), "\(call) \(result.errors)")
      }
    }
  }
}
