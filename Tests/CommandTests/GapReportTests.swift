import Foundation
import TestSupport
import Testing

/// `ontarget report gap` on files as people bring them.
@Suite("The report of pay gaps")
struct GapReportTests {
  private func run(_ csv: String, _ options: [String]) throws -> Program.Result {
    let folder = try ScratchFolder()
    // Whether people have bonuses is asked for where no column says it.
    let none = csv.contains("bonus") ? [] : ["--map", "bonus="]
    return try Executable.run(
      ["report", "gap", try folder.write(csv, to: "payroll.csv")] + options + none)
  }

  private func result(_ csv: String, _ options: [String]) throws -> [String: Any] {
    let result = try run(csv, options + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    return try #require(json?["result"] as? [String: Any])
  }

  private func figures(_ result: [String: Any]) throws -> [String: [String: Any]] {
    let rows = try #require(result["figures"] as? [[String: Any]])
    return Dictionary(rows.map { ($0["figure"] as? String ?? "", $0) }) { first, _ in first }
  }

  /// The case of leave: three of ten people were paid less, and have bonuses all the same.
  private static let leave = """
    id,sex,basic,contract_basic,pay_period,weekly_hours,leave,bonus,bonus_paid_on
    M1,male,800,,week,40,,1000,2026-02-27
    M2,male,640,,week,40,,,
    M3,male,360,720,week,40,reduced pay,600,2026-02-27
    M4,male,0,680,week,40,reduced pay,,
    M5,male,480,,week,40,,,
    F1,female,720,,week,40,,700,2026-02-27
    F2,female,560,,week,40,full pay,,
    F3,female,190,760,week,40,reduced pay,500,2026-02-27
    F4,female,520,,week,40,,,
    F5,female,600,,week,40,,,

    """

  @Test("People on reduced pay are in bonus figures and not in hourly ones")
  func reducedPay() throws {
    let figures = try figures(result(Self.leave, ["--rules", "uk", "--year", "2026"]))
    #expect(figures["DiffMeanHourlyPercent"]?["value"] as? Double == 0.0625)
    #expect(figures["DiffMedianHourlyPercent"]?["value"] as? Double == 0.09375)
    #expect(figures["DiffMeanBonusPercent"]?["value"] as? Double == 0.25)
    #expect(figures["MaleBonusPercent"]?["value"] as? Double == 0.4)
  }

  @Test("A report says how many people are left out, of which figures, and why")
  func leftOut() throws {
    let lines = Self.leave.split(separator: "\n").enumerated()
    let known = lines.map { $0 == 0 ? "\($1),start_date,end_date,partner" : "\($1),,," }
    let others = [
      "P1,male,900,,week,40,,,,,,yes", "J1,female,900,,week,40,,,,2026-04-06,,",
      "L1,female,900,,week,40,,,,,2026-04-04,", "U1,,900,,week,40,,,,,,",
      "U2,unknown,900,,week,40,,,,,,",
    ]
    let csv = (known + others).joined(separator: "\n")
    let options = ["--rules", "uk", "--year", "2026"]
    let text = try run(csv, options).output
    #expect(
      text.contains(
        "5 men and 5 women count on 2026-04-05. Counted in no figure: partners 1; not employed on the day 2; "
          + "neither woman nor man on record 2. Counted in those of bonuses, and in no hourly figure: "
          + "paid less because of leave 3."))
    let rows = try #require(try result(csv, options)["left_out"] as? [[String: Any]])
    #expect(
      rows.map { "\($0["reason"] ?? "") \($0["people"] ?? "") \($0["figures"] ?? "")" } == [
        "partner 1 all", "not_employed 2 all", "sex_not_recorded 2 all", "reduced_pay 3 hourly",
      ])
    // The figures are those without these people.
    #expect(
      try figures(result(csv, options))["DiffMeanHourlyPercent"]?["value"] as? Double == 0.0625)
  }

  @Test("German headers, decimals and words are read as English ones")
  func german() throws {
    let csv = """
      Personalnummer;Geschlecht;Entgeltgruppe;Grundgehalt;Abrechnungszeitraum;Wochenstunden
      1;m;E9;3.000,50;Monat;38,5
      2;w;E9;2.850,25;Monat;38,5

      """
    let result = try result(csv, ["--rules", "eu", "--year", "2026"])
    let categories = try #require(result["categories"] as? [[String: Any]])
    #expect(categories.map { $0["category"] as? String } == ["E9"])
    let gap = try #require(categories[0]["basic_gap"] as? Double)
    #expect(abs(gap - (3000.50 - 2850.25) / 3000.50) < 1e-12)
    #expect(categories[0]["assessed"] as? Bool == true)
  }

  @Test("A figure that does not exist, one that is withheld and zero are three things")
  func threeKinds() throws {
    let csv = """
      id,sex,basic,pay_period,weekly_hours,bonus,bonus_paid_on
      M1,male,800,week,40,,
      F1,female,800,week,40,50,2026-01-30

      """
    let rules = ["--rules", "uk", "--year", "2026"]
    let shown = try figures(result(csv, rules))
    #expect(shown["DiffMeanHourlyPercent"]?["value"] as? Double == 0)
    #expect(shown["DiffMeanBonusPercent"]?["value"] is NSNull)
    #expect(shown["DiffMeanBonusPercent"]?["value_status"] as? String == "no_men")
    let withheld = try figures(result(csv, rules + ["--smallest-group", "3"]))
    #expect(withheld["DiffMeanHourlyPercent"]?["value"] is NSNull)
    #expect(withheld["DiffMeanHourlyPercent"]?["value_status"] as? String == "suppressed")
  }

  @Test("Fewer than six people of a group have no median in Germany")
  func six() throws {
    var csv = "id,sex,category,basic,pay_period,weekly_hours\n"
    for index in 0..<6 { csv += "M\(index),male,A,\(3000 + 100 * index),month,40\n" }
    for index in 0..<5 { csv += "F\(index),female,A,\(3000 + 100 * index),month,40\n" }
    let result = try result(csv, ["--rules", "de", "--year", "2026", "--full-time", "40"])
    let groups = try #require(result["groups"] as? [[String: Any]])
    #expect(groups.map { $0["people"] as? Int } == [6, 5])
    #expect(groups[0]["median_monthly_gross"] as? Double == 3250)
    #expect(groups[1]["median_monthly_gross"] is NSNull)
    #expect(groups[1]["median_monthly_gross_status"] as? String == "suppressed")
  }

  @Test("A bonus in the pay period counts by its span, and one after it for the bonus year alone")
  func bonuses() throws {
    let csv = """
      id,sex,basic,pay_period,weekly_hours,bonus,bonus_paid_on,bonus_covers
      M1,male,3044,month,40,3652.5,2026-04-30,year
      F1,female,3044,month,40,1461,2025-06-30,year

      """
    let figures = try figures(result(csv, ["--rules", "uk", "--year", "2026"]))
    // 19.25 against 17.50 an hour.
    #expect(figures["DiffMeanHourlyPercent"]?["value"] as? Double == 1.75 / 19.25)
    #expect(figures["MaleBonusPercent"]?["value"] as? Double == 0)
    #expect(figures["FemaleBonusPercent"]?["value"] as? Double == 1)
  }

  @Test("All columns that are missing are asked for at once, with those that could be it")
  func asked() throws {
    let result = try run("Code,Sex,Amount due\nx,female,5\n", ["--rules", "uk", "--year", "2026"])
    #expect(result.status == 65)
    for column in ["id", "basic", "weekly_hours", "pay_period"] {
      #expect(result.errors.contains("there is no column \"\(column)\""), "\(result.errors)")
    }
    #expect(result.errors.contains("\"Amount due\""), "\(result.errors)")
  }

  @Test("Bonuses that are not read are asked for, in every regime", arguments: ["uk", "eu", "de"])
  func bonusesNotRead(rules: String) throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      """
      id,sex,category,basic,pay_period,weekly_hours,Extra money
      M1,male,A,3000,month,40,500
      F1,female,A,2900,month,40,0

      """, to: "payroll.csv")
    let call =
      ["report", "gap", file, "--rules", rules, "--year", "2026"]
      + (rules == "de" ? ["--full-time", "40"] : [])
    let asked = try Executable.run(call)
    #expect(asked.status == 65)
    #expect(asked.errors.contains("no column of bonuses was read"), "\(asked.errors)")
    #expect(asked.errors.contains("\"Extra money\"") && asked.errors.contains("--map bonus="))
    let told = try Executable.run(call + ["--map", "bonus="])
    #expect(told.status == 0, "\(told.errors)")
    // What was not read is in the document, too.
    #expect(told.output.contains("How the files were read") && told.output.contains("Extra money"))
  }

  @Test("A mapping of a kind of table that is not read is refused")
  func otherKind() throws {
    let result = try Executable.run([
      "report", "gap", "datasets/examples/payroll.csv", "--rules", "uk", "--year", "2026", "--map",
      "employees.bonus=bonus",
    ])
    #expect(result.status == 64)
    #expect(result.errors.contains("employees"), "\(result.errors)")
  }

  @Test("Of people's pay all columns that are missing are asked for")
  func peoplesPay() throws {
    let result = try run(
      "Employee,Gender,Level,Annual Salary\n1,F,Junior,50000\n2,M,Junior,52000\n3,F,Senior,60000\n",
      ["--rules", "eu", "--year", "2026"])
    #expect(result.status == 65)
    for column in ["weekly_hours", "pay_period", "category"] {
      #expect(result.errors.contains("there is no column \"\(column)\""), "\(result.errors)")
    }
  }

  @Test("Rules that are no law are marked")
  func standing() throws {
    let result = try run(
      "id,sex,category,basic,pay_period,weekly_hours\nM1,male,A,800,week,40\n",
      ["--rules", "eu", "--year", "2025"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("secondary source"))
    #expect(result.output.contains("Left open by the law and settled here"))
    #expect(result.output.contains("These rules hold from"))
  }

  @Test("A check says what a table of employees is, and who reads it")
  func check() throws {
    let result = try Executable.run(["check", "datasets/examples/payroll.csv"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("report gap datasets/examples/payroll.csv"))
  }
}
