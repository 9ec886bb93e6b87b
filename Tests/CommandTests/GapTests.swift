import Foundation
import TestSupport
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

  @Test(
    "Pay is not adjusted by itself, nor groups by what tells them apart",
    arguments: [
      ("base_pay", "holds the pay that is compared"),
      ("Base Salary", "holds the pay that is compared"),
      ("gender", "tells the groups apart"), ("Sex", "tells the groups apart"),
    ])
  func itself(column: String, words: String) throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "sex,base salary,experience\nfemale,50000,3\nmale,60000,4\nfemale,52000,5\nmale,61000,6\n",
      to: "people.csv")
    for verb in [["gap", path, "--between", "gender"], ["compare", path, "--by", "gender"]] {
      let result = try Executable.run(verb + ["--adjust", "experience,\(column)"])
      #expect(result.status == 64)
      #expect(result.errors.contains(words))
    }
  }

  @Test("Of more than two values the two with the most people are compared, and said")
  func largest() throws {
    let folder = try ScratchFolder()
    let rows = ["woman", "man", "woman", "man", "woman", "man", "woman", "man", "x"].enumerated()
      .map { "\($1),\(50_000 + 1000 * $0)" }
    let path = try folder.write(
      "gender,base salary in usd\n" + rows.joined(separator: "\n"), to: "people.csv")
    let result = try Executable.run(["gap", path, "--between", "gender"])
    #expect(result.status == 0)
    #expect(
      result.output.contains(
        "gender has 3 values, and the two with the most people are compared; not: Non-binary (1)."))
    let json = try Executable.json(["gap", path, "--between", "gender"])
    let facts = try #require(json["result"] as? [String: Any])
    #expect(facts["not_compared"] as? [String] == ["Non-binary"])
    let one = try Executable.run(["gap", path, "--between", "gender", "--where", "gender=x"])
    #expect(one.status == 64)
  }

  @Test("The gaps of the mean and of the median have intervals")
  func gapIntervals() throws {
    let json = try Executable.json(arguments)
    let rows = try PeopleComparisonTests.table(json, "rows")
    let mean = try #require(rows.first { $0["measure"] as? String == "mean" })
    // In numpy: log(mean(B)/mean(A)) ± t √(s²B/(nB mean²B) + s²A/(nA mean²A)), Satterthwaite's df.
    try expect(
      mean,
      [
        "estimate": -0.0362547514882019, "conf_low": -0.10365304684048426,
        "conf_high": 0.036211369665665, "p_value": 0.31658935667406674,
      ])
    // Zou and Donner, from the intervals of both medians that the answer itself shows.
    let groups = try PeopleComparisonTests.table(json, "groups")
    func logarithms(_ role: String) throws -> [Double] {
      let group = try #require(groups.first { $0["role"] as? String == role })
      return try ["p50", "p50_conf_low", "p50_conf_high"].map {
        log(try #require(group[$0] as? Double))
      }
    }
    let (a, b) = (try logarithms("a"), try logarithms("b"))
    let below = hypot(b[0] - b[1], a[2] - a[0])
    let above = hypot(b[2] - b[0], a[0] - a[1])
    let median = try #require(rows.first { $0["measure"] as? String == "median" })
    try expect(
      median,
      [
        "estimate": expm1(b[0] - a[0]), "conf_low": expm1(b[0] - a[0] - below),
        "conf_high": expm1(b[0] - a[0] + above),
      ])
    let text = try Executable.run(arguments).output
    #expect(text.contains("-10.4% to +3.6%"))
  }

  /// `rq(log(y) ~ B + experience + level, tau)` of quantreg 5.94, where the answer is the only one.
  @Test("The gap at quantiles, raw and by quantile regression")
  func quantiles() throws {
    let options = arguments + ["--quantiles", "10,25,50,75,90", "--replicates", "1000"]
    let json = try Executable.json(options)
    let rows = try PeopleComparisonTests.table(json, "quantiles")
    #expect(rows.map { $0["quantile"] as? Double } == [0.1, 0.25, 0.5, 0.75, 0.9])
    for (row, coefficient) in zip(
      rows,
      [
        -0.04790745500832438, -0.03143008348437981, -0.02125890154144716, -0.0511846722861089,
        -0.05529953917050612,
      ])
    {
      try expect(row, ["adjusted": coefficient])
      let (a, b) = (try #require(row["a"] as? Double), try #require(row["b"] as? Double))
      try expect(row, ["estimate": b / a - 1])
    }
    // summary(f, se = "boot", R = 5000) of the logarithm; 1,000 samples know an error to 2 %.
    for (index, error) in [(1, 0.04362836597400464), (2, 0.02972169732547684)] {
      let found = try #require(rows[index]["adjusted_std_error"] as? Double)
      let coefficient = try #require(rows[index]["adjusted"] as? Double)
      #expect(abs(found / (error * (1 + coefficient)) - 1) < 0.1)
    }
    // At the median it is the gap of the medians that the answer shows anyway.
    let median = try #require(
      try PeopleComparisonTests.table(json, "rows").first { $0["measure"] as? String == "median" })
    for key in ["estimate", "conf_low", "conf_high"] {
      #expect(rows[2][key] as? Double == median[key] as? Double)
    }
  }

  @Test("Without characteristics the gap at quantiles is the raw one alone; weights count")
  func rawQuantiles() throws {
    let rows = try PeopleComparisonTests.table(
      Executable.json(
        ["gap", PeopleComparisonTests.people, "--between", "gender", "--quantiles", "25%"]),
      "quantiles")
    #expect(rows.count == 1)
    #expect(rows[0]["adjusted"] is NSNull)
    let weighted = try PeopleComparisonTests.table(
      Executable.json(
        arguments + [
          "--weight", "survey_weight", "--weight-kind", "sampling", "--quantiles", "25,75",
          "--interval", "none",
        ]), "quantiles")
    // rq(…, weights = survey_weight)
    try expect(weighted[0], ["adjusted": -0.04153934083341704])
    try expect(weighted[1], ["adjusted": -0.03052761768895285])
    #expect(weighted[0]["adjusted_conf_low"] is NSNull)
  }

  @Test(
    "Quantiles that are none are refused",
    arguments: [
      ("0,50", "0 is not between 0 and 100"), ("100", "100 is not between 0 and 100"),
      ("50,50", "50 is named twice"), ("P50", "\"P50\" is no number"),
    ])
  func badQuantiles(quantiles: String, words: String) throws {
    let result = try Executable.run(arguments + ["--quantiles", quantiles])
    #expect(result.status == 64)
    #expect(result.errors.contains(words))
  }

  /// 200 people by a rule: u is the next state of Knuth's generator (seed 2021) over 2⁶⁴, to 53 bits.
  private static func people() -> String {
    var state: UInt64 = 2021
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 0x1p53
    }
    var text = "gender,Age,Tenure,Performance score,grade,salary\n"
    for person in 0..<200 {
      let age = Double(22 + Int(next() * 40))
      let tenure = Double(Int(next() * 150)) / 10
      let score = Double(10 + Int(next() * 41)) / 10
      let grade = 1 + Int(next() * 4)
      let noise = (next() + next() + next() - 1.5) * 0.2
      let isFemale = person % 2 == 1
      let level =
        10.4 + 0.03 * age - 0.0003 * age * age + 0.012 * tenure + 0.05 * score
        + (grade == 3 ? 0.04 : 0) - (isFemale ? 0.03 : 0) + noise
      text +=
        "\(isFemale ? "female" : "male"),\(Int(age)),\(tenure),\(score),\(grade),\(Int(exp(level)))\n"
    }
    return text
  }

  /// numpy.linalg.lstsq of log pay on a constant, female and the columns; HC1 by hand, scipy's t.
  @Test(
    "Columns of numbers enter as numbers whatever they are called, and squares as squares",
    arguments: [
      (
        "Age,Tenure,Performance score",
        [-0.05360185612284924, -0.08133709767618585, -0.025029263216719264, 0.5015660466155392]
      ),
      (
        "Age",
        [-0.04388651888723649, -0.07665908114502877, -0.00995074506261278, 0.3011974665119833]
      ),
      (
        "Age^2",
        [-0.04429313697192158, -0.07791994472190715, -0.009440012490561249, 0.2624459566300419]
      ),
      (
        "Age,Age^2,Tenure,Performance score",
        [-0.05366872016914852, -0.07951188086072214, -0.027099999917767632, 0.569393536337773]
      ),
      (
        "grade",
        [-0.05119945879109955, -0.08924377864915468, -0.011565942790837164, 0.03584060480310203]
      ),
      (
        "grade=category",
        [-0.048107393900661016, -0.08575147908179853, -0.008913317533646005, 0.05791287675899859]
      ),
    ])
  func numbers(columns: String, expected: [Double]) throws {
    let folder = try ScratchFolder()
    let file = try folder.write(Self.people(), to: "a.csv")
    let json = try Executable.json([
      "gap", file, "--between", "gender", "--groups", "male,female", "--adjust", columns,
    ])
    let row = try #require(
      try PeopleComparisonTests.table(json, "rows").first { $0["measure"] as? String == "adjusted" }
    )
    for (key, value) in zip(["estimate", "conf_low", "conf_high"], expected) {
      let number = try #require(row[key] as? Double)
      #expect(abs(number - value) < 1e-9, "\(key): \(number), not \(value)")
    }
    let fit = try #require((json["result"] as? [String: Any])?["r_squared"] as? Double)
    #expect(abs(fit - expected[3]) < 1e-9)
    let uses = try PeopleComparisonTests.table(json, "characteristics")
    #expect(
      uses.map { $0["kind"] as? String }
        == columns.split(separator: ",").map { $0.hasSuffix("category") ? "category" : "number" })
  }

  @Test("A comma is a decimal one in a column of numbers that says so")
  func decimalComma() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(Self.people(), to: "a.csv")
    let text = Self.people().split(separator: "\n").map { line in
      line.split(separator: ",").map { $0.replacing(".", with: ",") }.joined(separator: ";")
    }
    let german = try folder.write(text.joined(separator: "\n"), to: "b.csv")
    let options = [
      "--between", "gender", "--adjust", "Tenure,Performance score", "--format", "csv",
    ]
    #expect(
      try Executable.run(["gap", file] + options).output
        == Executable.run(["gap", german] + options).output)
    let few = ["--where", "Tenure<7.5"]
    #expect(
      try Executable.run(["gap", file] + options + few).output
        == Executable.run(["gap", german] + options + few).output)
  }

  @Test(
    "What a column is that only the user can know is asked",
    arguments: [
      ("Score", 64, "most values of Score are numbers, but not \"n. b.\""),
      ("Score=number", 0, ""), ("Score=category", 0, ""),
      ("Site^2", 64, "words have no square"), ("Site=number", 64, "no value of Site is a number"),
      ("Score=numeric", 64, "number or category"),
      ("Score^2=category", 64, "a category has no square"),
    ] as [(String, Int32, String)])
  func asked(columns: String, status: Int32, message: String) throws {
    let folder = try ScratchFolder()
    var text = "gender,Score,Site,salary\n"
    for person in 0..<60 {
      let score = person % 10 < 2 ? "n. b." : "\(1 + person / 2 % 3)"
      text += "\(person % 2 == 0 ? "male" : "female"),\(score),\("AB".prefix(1 + person / 2 % 2)),"
      text += "\(50_000 + person * 317 % 9000)\n"
    }
    let file = try folder.write(text, to: "a.csv")
    let result = try Executable.run(["gap", file, "--between", "gender", "--adjust", columns])
    #expect(result.status == status, "\(result.errors)")
    #expect(message.isEmpty || result.errors.contains(message), "\(result.errors)")
    if columns == "Score=number" {
      #expect(result.output.contains("Entered as numbers: Score."))
      #expect(
        result.output.contains("12 people of whom a characteristic is not said are left out."))
    }
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

  private func categories(_ arguments: [String]) throws -> [[String: Any]] {
    try PeopleComparisonTests.table(Executable.json(arguments), "categories")
  }

  @Test("The gap of a group is that of its people alone, and the last row that of everybody")
  func byGroup() throws {
    let call = ["gap", PeopleComparisonTests.people, "--between", "gender"]
    let rows = try categories(call + ["--groups", "male,female", "--by", "level"])
    #expect(rows.map { $0["level"] as? String } == ["Mid", "Entry", "Senior", nil])
    #expect(rows.map { $0["level_status"] as? String } == [nil, nil, nil, "total"])
    for row in rows {
      let level = (row["level"] as? String).map { ["--where", "level=\($0)"] } ?? []
      let alone = try Executable.json(call + ["--groups", "male,female"] + level)
      let groups = try PeopleComparisonTests.table(alone, "groups")
      for (group, side) in zip(groups, ["a", "b"]) {
        #expect(row["n_\(side)"] as? Int == group["n"] as? Int)
        for key in ["p50", "mean"] {
          #expect(row["\(key)_\(side)"] as? Double == group[key] as? Double)
        }
      }
      for measure in try PeopleComparisonTests.table(alone, "rows") {
        let name = try #require(measure["measure"] as? String)
        for (key, part) in [
          ("", "estimate"), ("_conf_low", "conf_low"), ("_conf_high", "conf_high"),
        ] {
          #expect(row["\(name)_gap\(key)"] as? Double == measure[part] as? Double)
        }
        if name == "geometric_mean" {
          #expect(row["p_value"] as? Double == measure["p_value"] as? Double)
        }
      }
    }
    let pValues = rows.dropLast().compactMap { $0["p_value"] as? Double }.sorted()
    // Holm: the smallest of three times three.
    let raised = rows.dropLast().compactMap { $0["p_value_adjusted"] as? Double }.min()
    #expect(abs(try #require(raised) - 3 * pValues[0]) < 1e-12)
    let csv = try Executable.run(call + ["--by", "level", "--format", "csv"]).output
    #expect(csv.hasPrefix("level,level_status,n_a,"))
  }

  /// People of two sides by a letter; a blank letter is one that nobody said.
  private static func people(_ counts: [(letter: String, men: Int, women: Int)]) -> String {
    var text = "gender,letter,salary\n"
    for (position, group) in counts.enumerated() {
      for index in 0..<group.men {
        text += "male,\(group.letter),\(60_000 + 1000 * position + 137 * index)\n"
      }
      for index in 0..<group.women {
        text += "female,\(group.letter),\(57_000 + 1000 * position + 151 * index)\n"
      }
    }
    return text
  }

  @Test("A side of few is withheld, with another group that it would follow from otherwise")
  func withheld() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      Self.people([
        ("A", 9, 9), ("B", 8, 3), ("C", 7, 6), ("D", 6, 0), ("", 8, 8), ("E", 9, 8),
      ]), to: "people.csv")
    let call = ["gap", file, "--between", "gender", "--groups", "male,female", "--by", "letter"]
    let rows = try categories(call)
    func row(_ letter: String?, _ status: String? = nil) throws -> [String: Any] {
      try #require(
        rows.first {
          $0["letter"] as? String == letter && $0["letter_status"] as? String == status
        })
    }
    for letter in ["B", "C"] {
      let hidden = try row(letter)
      #expect(hidden["n_b_status"] as? String == "suppressed")
      #expect(hidden["n_a_status"] as? String == "suppressed")
      for key in ["n_a", "n_b", "p50_a", "p50_b", "mean_a", "mean_gap", "p_value"] {
        #expect(hidden[key] is NSNull, "\(letter) \(key)")
      }
    }
    // With nobody on a side nothing is withheld, and there is no gap.
    let oneSided = try row("D")
    #expect(oneSided["n_a"] as? Int == 6)
    #expect(oneSided["n_b"] as? Int == 0)
    #expect(oneSided["median_gap"] is NSNull)
    #expect(try row(nil, "not_said")["n_b"] as? Int == 8)
    #expect(try row(nil, "total")["n_b"] as? Int == 34)
    let text = try Executable.run(call).output
    #expect(
      text.contains(
        "Groups that are not shown: fewer than 5 people on a side: 1; so that hidden ones do not follow "
          + "from the total: 1."))
    #expect(text.contains("*not said*"))
    let shown = try categories(call + ["--smallest-group", "3"])
    #expect(shown.allSatisfy { $0["n_b_status"] is NSNull })
  }

  @Test("A column of free text makes too many groups, unless those of few are asked to be withheld")
  func manyGroups() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      Self.people((0...250).map { ("text \($0)", 1, 1) }), to: "people.csv")
    let call = ["gap", file, "--between", "gender", "--by", "letter"]
    let result = try Executable.run(call)
    #expect(result.status == 64)
    #expect(result.errors.contains("letter makes 251 groups"), "\(result.errors)")
    #expect(result.errors.contains("--smallest-group 5"), "\(result.errors)")
    #expect(try Executable.run(call + ["--smallest-group", "2"]).status == 0)
  }

  @Test("Groups of which each has one side have no gap")
  func oneSide() throws {
    let result = try Executable.run(
      ["gap", PeopleComparisonTests.people, "--between", "gender", "--by", "gender"])
    #expect(result.status == 64)
    #expect(result.errors.contains("no value of gender has people of both groups"))
  }

  @Test(
    "What is no gap between two groups is refused with the groups that there are",
    arguments: [
      (["--between", "gender", "--groups", "male,robot"], 64, "no value \"robot\""),
      (["--between", "gender", "--groups", "male"], 64, "between two groups"),
      (["--between", "gendre"], 64, "gender"),
      (["--between", "gender", "--where", "gender=female"], 64, "has 1 value"),
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
