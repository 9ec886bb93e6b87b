import Foundation
import TestSupport
import Testing

@Suite("ontarget simulate --model, solve and fit")
struct DistributionTests {
  static let plan = SimulateTests.plan

  private func records(
    _ arguments: [String], _ table: String
  ) throws -> [[String: Any]] {
    let json = try Executable.json(arguments)
    let result = try #require(json["result"] as? [String: Any])
    return try #require(result[table] as? [[String: Any]])
  }

  // Mean, P10, P50 and P90 of the commission: closed form, checked by 10⁸ draws of a C program.
  @Test("The commission under a lognormal model has its known moments")
  func exact() throws {
    let lines = try records(
      ["simulate", Self.plan, "--model", "lognormal:mean=1,cv=0.35", "--exact"], "lines")
    let commission = try #require(lines.first { $0["line"] as? String == "New business" })
    for (key, value) in [
      ("mean", 62_059.5626), ("p10", 35_107.905), ("p50", 54_275.631), ("p90", 97_110.427),
    ] {
      #expect(abs(try #require(commission[key] as? Double) - value) < 0.01)
    }
    #expect(commission["mean_std_error"] is NSNull)
  }

  @Test("A team without draws is what draws of it come to, alone and by a roster")
  func exactTeam() throws {
    let folder = try ScratchFolder()
    // The variable and quota of the plan, for twenty, of whom five have other quotas.
    let roster = try folder.write(
      "rep,quota\n" + (1...15).map { "r\($0),\n" }.joined()
        + (16...20).map { "r\($0),500000\n" }.joined(), to: "roster.csv")
    let model = ["--model", "lognormal:mean=0.95,cv=0.35"]
    for (call, table) in [
      (["simulate", Self.plan, "--team", "20"], "teams"),
      (["simulate", Self.plan, "--roster", roster], "totals"),
    ] {
      let exact = try #require(records(call + model + ["--exact"], table).first)
      let drawn = try #require(records(call + model + ["--trials", "1000000"], table).first)
      func number(_ row: [String: Any], _ key: String) throws -> Double {
        try #require(row[key] as? Double, "\(key)")
      }
      let precision = try number(exact, "cost_error")
      let mean = try number(exact, "cost_mean")
      #expect(precision < 1e-3 * mean)
      for key in ["cost_mean", "cost_sd", "cost_p10", "cost_p50", "cost_p90", "sales_mean"] {
        let error = try number(drawn, "\(key)_std_error")
        let difference = try number(exact, key) - number(drawn, key)
        #expect(abs(difference) < 5 * error + precision, "\(call[2]), \(key)")
        #expect(exact["\(key)_std_error"] is NSNull)
      }
      let difference = try number(exact, "reaches_goal") - number(drawn, "reaches_goal")
      let error = try number(drawn, "reaches_goal_std_error")
      #expect(abs(difference) < 5 * error + 1e-4)
    }
    let refused = try Executable.run(
      ["simulate", Self.plan, "--exact", "--team", "20", "--market", "10%"])
    #expect(refused.status == 64)
    #expect(refused.errors.contains("only where nobody's depends on that of others"))
  }

  @Test("The same seed gives the same bytes on any number of threads")
  func seeds() throws {
    func run(_ options: [String]) throws -> String {
      try Executable.run(
        ["simulate", Self.plan, "--model", "index-43", "--format", "csv"] + options
      ).output
    }
    let one = try run(["--threads", "1"])
    #expect(one == (try run(["--threads", "7"])))
    #expect(one == (try run(["--seed", "1"])))
    #expect(one != (try run(["--seed", "2"])))
  }

  @Test("Without a model the default preset is named with its source")
  func defaultModel() throws {
    let json = try Executable.json(["simulate", Self.plan, "--at-least", "100000"])
    let result = try #require(json["result"] as? [String: Any])
    #expect(result["model"] as? String == "tough-2025")
    #expect((result["model_source"] as? String)?.contains("January 2026") == true)
  }

  @Test("The sales stay when the quota changes")
  func quota() throws {
    let chances = try records(
      [
        "simulate", Self.plan, "--quota", "690048,828057.6", "--exact", "--model",
        "lognormal:mean=1,cv=0.35",
      ], "chances"
    ).filter { $0["question"] as? String == "reaches_quota" }
    // P(X ≥ 1) and P(X ≥ 1.2) of that lognormal, by scipy.
    let values = chances.compactMap { $0["probability"] as? Double }
    #expect(values.count == 2)
    #expect(abs(values[0] - 0.432_517_1) < 1e-6)
    #expect(abs(values[1] - 0.239_999_0) < 1e-6)
  }

  @Test("solve finds what it is asked for, and says when there is nothing")
  func solve() throws {
    let found = try Executable.json([
      "solve", Self.plan, "--find", "quota", "--cost", "110000", "--model", "textbook",
    ])
    let result = try #require(found["result"] as? [String: Any])
    #expect(result["found"] as? Bool == true)
    #expect(abs(try #require(result["achieved"] as? Double) - 110_000) < 1)
    let none = try Executable.run([
      "solve", Self.plan, "--find", "rate", "--cost", "10", "--model", "textbook",
    ])
    #expect(none.status == 1)
    #expect(none.output.contains("No solution"))
  }

  @Test("fit reads a history, and simulate takes what it says")
  func fit() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      "attainment\n80%\n0.93\n110%\n0\n1.31\n64%\n98%\n", to: "history.csv")
    let json = try Executable.json(["fit", file])
    let best = try #require((json["result"] as? [String: Any])?["best"] as? String)
    #expect(best.hasPrefix("mixture:0.142857@fixed:0/0.857143@"))
    let simulated = try Executable.run(["simulate", Self.plan, "--model", best, "--exact"])
    #expect(simulated.status == 0, "\(simulated.errors)")
    let empirical = try records(
      ["simulate", Self.plan, "--model", "empirical:\(file)", "--exact"], "lines")
    let mean = try #require(empirical.first?["mean"] as? Double)
    #expect(abs(mean - (0.8 + 0.93 + 1.1 + 1.31 + 0.64 + 0.98) / 7) < 1e-12)
  }

  @Test("A history with bad cells names them and uses the others")
  func badHistory() throws {
    let folder = try ScratchFolder()
    let file = try folder.write("rep,attainment\na,80%\nb,1100%\nc,x\nd,70%\n", to: "history.csv")
    let result = try Executable.run([
      "simulate", Self.plan, "--model", "empirical:\(file)", "--exact", "--format", "json",
    ])
    #expect(result.status == 0)
    for (line, cell) in [(3, "1100%"), (4, "x")] {
      let message = "attainment \"\(cell)\" is not a share between 0% and 1000%"
      #expect(result.errors.contains("history.csv:\(line):3: error: \(message)"))
    }
    let empty = try folder.write("attainment\nx\n", to: "empty.csv")
    #expect(try Executable.run(["fit", empty]).status == 65)
  }

  @Test(
    "A history is found by the words for it, whole percentages are, and means of it are no part")
  func foundHistory() throws {
    let folder = try ScratchFolder()
    let plain = try folder.write(
      "attainment\n80%\n93%\n110%\n0\n131%\n64%\n98%\n", to: "plain.csv")
    let german = try folder.write(
      "Zielerreichung je Quartal\n\nVertreter;Zielerreichung\na;80\nb;93,0 %\nc;110\nd;0\ne;131\n"
        + "f;64\ng;98\nDurchschnitt;82,3\n", to: "german.csv")
    let expected = try Executable.run(["fit", plain, "--format", "csv"])
    let result = try Executable.run(["fit", german, "--format", "csv"])
    #expect(result.output == expected.output)
    #expect(result.errors.contains("of 8 rows 7 are used; set aside: 1 total-row"))
    let mixed = try folder.write("rep,attainment\nann,93\nbob,0.9\n", to: "mixed.csv")
    #expect(try Executable.run(["fit", mixed]).errors.contains("percentages such as 50 beside"))
  }

  @Test(
    "Options that make no sense together are told apart",
    arguments: [
      (["--trials", "0"], "--trials: error: 0 is not a number of years"),
      (["--trials", "99999999999999"], "--trials: error: 99999999999999 is not a number of years"),
      (["--threads", "0"], "--threads: error: 0 is not a number of threads"),
      (["--model", "lognormal:mean=1,cv=-1"], "must be positive and finite"),
      (["--model", "normal:mean=1,sd=-0.1"], "must be positive and finite"),
      (["--model", "banded:0..1=0.9"], "sum to 0.9, not to 1"),
      (["--model", "no-such"], "there is no model \"no-such\""),
      (
        ["--exact", "--seed", "3"],
        "--exact: error: the closed form draws nothing\n  leave out --seed"
      ),
      (["--sales", "5", "--trials", "5"], "give one"), (["--goal", "5"], "give --team too"),
      (["--new-hire"], "add --selling"), (["--team", "0"], "--team: error: 0 is not"),
      (["--selling", "account:mean=1"], "chance is missing"),
      (["--selling", "account:mean=1,chance=50%", "--trials", "2000000"], "take 1 to 1000000"),
    ])
  func usage(options: [String], message: String) throws {
    let result = try Executable.run(["simulate", Self.plan] + options)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test("Cash by month has twelve months, and a fan chart for them")
  func cash() throws {
    let arguments = [
      "simulate", Self.plan, "--selling", "account:mean=0.95,chance=80%", "--trials", "200",
    ]
    let months = try records(arguments, "months")
    #expect(months.map { $0["month"] as? String }.first == "2021-01")
    #expect(months.count == 12)
    #expect(try Executable.run(arguments).output.contains("Cash by month"))
  }
}
