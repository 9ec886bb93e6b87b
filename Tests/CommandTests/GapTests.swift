import Foundation
import Testing

/// Numbers against R 4.2.2 with sandwich 3.0.2 on the example data; `d$B <- d$gender == "female"`.
@Suite("ontarget gap")
struct GapTests {
  private let arguments = [
    "gap", PeopleComparisonTests.people, "--between", "gender", "--adjust", "experience,level",
  ]

  @Test("Raw and adjusted gaps")
  func gaps() throws {
    let rows = try PeopleComparisonTests.table(try Executable.json(arguments), "rows")
    func row(_ measure: String) throws -> [String: Any] {
      try #require(rows.first { $0["measure"] as? String == measure })
    }
    // t.test(log(y[B]), log(y[!B]))
    try expect(
      try row("geometric_mean"),
      [
        "estimate": -0.0423915215741821, "conf_low": -0.1059549957807797,
        "conf_high": 0.0256910934297419,
      ])
    // lm(log(y) ~ B + experience + level), vcovHC(type = "HC1")
    try expect(
      try row("adjusted"),
      [
        "estimate": -0.04149575003349304, "std_error": 0.02363585847783812,
        "conf_low": -0.08694799238129802, "conf_high": 0.00621913049615186,
      ])
  }

  @Test("The decomposition is that of the definitions, and its parts add up")
  func decomposition() throws {
    let parts = try PeopleComparisonTests.table(try Executable.json(arguments), "decomposition")
    var estimates: [String: Double] = [:]
    for part in parts {
      estimates[try #require(part["part"] as? String)] = part["estimate"] as? Double
    }
    // With the coefficients of lm for each group and, for "explained", of both with the dummy.
    try expect(
      estimates,
      [
        "gap": 0.04331627094943791, "explained": 0.00093498841970198,
        "endowments": -0.00198758961123166, "coefficients": 0.04008180084792479,
        "interaction": 0.00522205971273972,
      ])
    let unexplained = try #require(estimates["unexplained"])
    #expect(abs(0.00093498841970198 + unexplained - 0.04331627094943791) < 1e-12)
  }

  @Test("The better paid group is the reference unless another is named")
  func reference() throws {
    let json = try Executable.json(arguments)
    #expect((json["result"] as? [String: Any])?["a"] as? String == "Male")
    let turned = try Executable.json(arguments + ["--groups", "female,male"])
    #expect((turned["result"] as? [String: Any])?["a"] as? String == "Female")
    let rows = try PeopleComparisonTests.table(turned, "rows")
    let raw = try #require(rows.first { $0["measure"] as? String == "geometric_mean" })
    try expect(raw, ["estimate": 1 / (1 - 0.0423915215741821) - 1])
  }

  @Test("Any two groups of a column can be held against each other")
  func anyGroups() throws {
    let json = try Executable.json([
      "gap", PeopleComparisonTests.people, "--between", "level", "--groups", "senior,entry",
      "--adjust", "experience",
    ])
    let result = try #require(json["result"] as? [String: Any])
    #expect(result["b"] as? String == "Entry")
  }

  @Test("People whom nobody of the other group is like are left out, and counted")
  func counterpart() throws {
    let folder = try ScratchFolder()
    var text = "gender,salary,state,experience\n"
    for index in 0..<20 {
      text += "male,\(50_000 + 700 * index),Ohio,\(index % 7)\n"
      text += "female,\(48_000 + 650 * index),Ohio,\((index + 3) % 7)\n"
    }
    text += "male,90000,Texas,3\nmale,95000,Texas,4\n"
    let file = try folder.write(text, to: "a.csv")
    let json = try Executable.json([
      "gap", file, "--between", "gender", "--adjust", "experience,state",
    ])
    #expect((json["result"] as? [String: Any])?["without_counterpart"] as? Int == 2)
  }

  @Test("Groups that share no characteristic cannot be compared at equal ones")
  func noCounterpart() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      "industry,state,salary\nA,Ohio,50000\nA,Ohio,51000\nB,Texas,50500\nB,Texas,55000\n",
      to: "a.csv")
    let result = try Executable.run(["gap", file, "--between", "industry", "--adjust", "state"])
    #expect(result.status == 65)
    #expect(result.errors.contains("have a counterpart"))
  }

  @Test("The cautions belong to the answer")
  func cautions() throws {
    let text = try Executable.run(arguments).output
    #expect(text.contains("The unexplained part is not a measure of discrimination"))
    #expect(text.contains("The explained part is no proof of fairness"))
    let raw = try Executable.run(Array(arguments.dropLast(2))).output
    #expect(raw.contains("This is the raw gap"))
  }

  @Test(
    "What is no gap between two groups is refused with the groups that there are",
    arguments: [
      (["--between", "level"], 64, "say which: --groups A,B, of Entry"),
      (["--between", "gender", "--groups", "male,robot"], 64, "no value \"robot\""),
      (["--between", "gender", "--groups", "male"], 64, "between two groups"),
      (["--between", "gendre"], 64, "gender"),
      (["--between", "gender", "--where", "gender=female"], 64, "has 1 values"),
    ] as [([String], Int32, String)])
  func refusals(options: [String], status: Int32, message: String) throws {
    let result = try Executable.run(["gap", PeopleComparisonTests.people] + options)
    #expect(result.status == status)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test("Published tables have no people to decompose")
  func published() throws {
    let result = try Executable.run([
      "gap", "datasets/oews-2022-sector.csv", "--between", "gender",
    ])
    #expect(result.status == 64)
    #expect(result.errors.contains("a gap needs people's data"))
  }
}
