import Foundation
import TestSupport
import Testing

/// Numbers against R 4.2.2 with survey 4.1.1 and sandwich 3.0.2 on the example data, read as
/// `d <- read.csv("datasets/examples/sales-people.csv"); d$y <- d$base_salary_usd`.
@Suite("ontarget compare, people's data")
struct PeopleComparisonTests {
  static let people = "datasets/examples/sales-people.csv"

  @Test("Mean, percentiles and Woodruff's limits without weights")
  func unweighted() throws {
    let rows = try Self.rows(["--by", "industry"])
    let wholesale = try #require(rows.first { $0["industry"] as? String == "Wholesale trade" })
    // np.quantile(y, p); np.quantile(y, p ± z √(p(1−p)/55), method="hazen"), SE the width over 2z
    try expect(
      wholesale,
      [
        "p10": 43680, "p10_conf_low": 33931.1620446059, "p10_conf_high": 47772.128916214475,
        "p10_std_error": 3530.9237773715113, "p50": 58400, "p50_conf_low": 53537.743966246664,
        "p50_conf_high": 63540.96687160857, "p90": 78060, "p90_conf_high": 96462.05186737784,
      ])
    let advertising = try #require(rows.first { $0["industry"] as? String == "Advertising" })
    // t.test(d$y[A]); quantile(d$y[A], type=7)
    try expect(
      advertising,
      [
        "n": 20, "mean": 56980, "mean_std_error": 3906.86709862465,
        "mean_conf_low": 48802.83318520221, "mean_conf_high": 65157.16681479779, "p25": 42400,
        "p75": 70000,
      ])
    // Of 20 people all are above P10 in 12 of 100 samples: no lower limit, and that is no 0.
    #expect(advertising["p10_conf_low"] is NSNull)
    #expect(wholesale["mean_method"] as? String == "t")
  }

  /// `svyby(~y, ~industry, design, svymean)`: mean and standard error for Advertising, Information.
  @Test(
    "Sampling weights, clusters and strata give the errors of parts of the survey",
    arguments: [
      ([], [3838.17861011071, 2498.32821114706]),
      (["--cluster", "employer"], [3481.15907246036, 3328.52057247057]),
      (["--strata", "state"], [3815.75927061917, 2459.06509095168]),
    ] as [([String], [Double])])
  func design(options: [String], errors: [Double]) throws {
    let rows = try Self.rows(
      ["--by", "industry", "--weight", "survey_weight", "--weight-kind", "sampling"] + options)
    for (name, mean, error) in [
      ("Advertising", 56883.7209302326, errors[0]), ("Information", 66687.2795969773, errors[1]),
    ] {
      let row = try #require(rows.first { $0["industry"] as? String == name })
      try expect(row, ["mean": mean, "mean_std_error": error])
    }
  }

  @Test("Each group against all others is Welch's test of log pay, adjusted for all")
  func differences() throws {
    // t.test(log(y[W]), log(y[!W])); p.adjust(p, "holm"), p.adjust(p, "BH")
    for (adjustment, adjusted) in [("holm", 0.210763511100114), ("bh", 0.179560961198468)] {
      let rows = try Self.rows(["--by", "industry", "--adjustment", adjustment], "differences")
      let wholesale = try #require(rows.first { $0["industry"] as? String == "Wholesale trade" })
      try expect(
        wholesale,
        [
          "estimate": -0.0752543378185917, "conf_low": -0.14242296141127053,
          "conf_high": -0.00282481777891908, "p_value": 0.0421527022200227,
          "p_value_adjusted": adjusted,
        ])
    }
    let pairs = try Self.rows(["--by", "industry"], "pairs")
    #expect(pairs.count == 10)
    let pair = try #require(
      pairs.first {
        $0["first_industry"] as? String == "Information"
          && $0["second_industry"] as? String == "Wholesale trade"
      })
    try expect(pair, ["p_value_adjusted": 0.357738698127960])
  }

  /// scipy 1.17: `brunnermunzel`, `mannwhitneyu(method="asymptotic")`, `kruskal`, `studentized_range`;
  /// Hedges' g and Welch's limits by their formulas, on log pay.
  @Test(
    "Each two groups by another test, with the size of the effect",
    arguments: [
      (
        "welch",
        [
          "p_value": 3.621963782993499e-14, "p_value_adjusted": 2 * 3.621963782993499e-14,
          "hedges_g": 1.4708901902099456,
        ]
      ),
      (
        "games-howell",
        [
          "conf_low": 0.24009428, "conf_high": 0.45887088, "p_value": 3.621963782993499e-14,
          "hedges_g": 1.4708901902099456,
        ]
      ),
      (
        "mann-whitney",
        [
          "estimate": 0.8514431239388794, "p_value": 5.533818780578947e-13,
          "p_value_adjusted": 2 * 5.533818780578947e-13, "cliff_delta": 2 * 0.8514431239388794 - 1,
        ]
      ),
      (
        "brunner-munzel",
        [
          "estimate": 0.8514431239388794, "p_value": 5.643007113212609e-19,
          "p_value_adjusted": 2 * 5.643007113212609e-19, "cliff_delta": 2 * 0.8514431239388794 - 1,
        ]
      ),
    ] as [(String, [String: Double])])
  func pairTests(test: String, expected: [String: Double]) throws {
    let json = try Executable.json(["compare", Self.people, "--by", "level", "--pairs", test])
    let pair = try #require(
      try Self.table(json, "pairs").first {
        $0["first_level"] as? String == "Senior" && $0["second_level"] as? String == "Mid"
      })
    for (key, value) in expected {
      let found = try #require(pair[key] as? Double, "\(key)")
      #expect(abs(found / value - 1) < 1e-6, "\(key)")
    }
    let result = try #require(json["result"] as? [String: Any])
    #expect(result["pair_test"] as? String == test)
    if test.contains("-m") || test.contains("n-w") {
      try expect(result, ["kruskal_wallis_h": 117.69521476416011])
    } else {
      #expect(result["kruskal_wallis_h"] == nil)
    }
  }

  @Test("By ranks people see the share from the side of the better paid group")
  func ranksInWords() throws {
    let folder = try ScratchFolder()
    // The median puts A first, and most of B are paid more than most of A.
    let a = [100, 110, 120, 245, 246, 247, 500].map { "A,\($0)00" }
    let b = [20, 21, 22, 23, 24, 25, 26, 27, 28].map { "B,\($0)000" }
    let file = try folder.write(
      (["industry,salary"] + a + b).joined(separator: "\n"), to: "a.csv")
    let options = ["compare", file, "--by", "industry", "--keep", "all"]
    let json = try Executable.json(options + ["--pairs", "brunner-munzel"])
    let pair = try #require(try Self.table(json, "pairs").first)
    #expect(pair["first_industry"] as? String == "A")
    // 3 · 0 + 3 · 5 + 9 of the 63 pairs
    try expect(pair, ["estimate": 24.0 / 63, "cliff_delta": 48.0 / 63 - 1])
  }

  @Test(
    "Tests that take everybody to count the same refuse a design",
    arguments: [
      ["--weight", "survey_weight", "--weight-kind", "sampling"], ["--cluster", "employer"],
      ["--strata", "state"],
    ])
  func pairsOfDesign(options: [String]) throws {
    let result = try Executable.run(
      ["compare", Self.people, "--by", "level", "--pairs", "games-howell"] + options)
    #expect(result.status == 64)
    #expect(result.errors.contains("--pairs compares people who all count the same"))
  }

  @Test("Differences between clusters are those of a regression with the design")
  func clusteredDifference() throws {
    let rows = try Self.rows(
      [
        "--by", "industry", "--weight", "survey_weight", "--weight-kind", "sampling", "--cluster",
        "employer",
      ], "differences")
    let wholesale = try #require(rows.first { $0["industry"] as? String == "Wholesale trade" })
    // svyglm(log(y) ~ W, design): coefficient and SE on the scale of logarithms
    let ratio = exp(-0.0578610876479302)
    try expect(wholesale, ["estimate": ratio - 1, "std_error": 0.0507370275690123 * ratio])
  }

  @Test("Differentials at equal characteristics have the errors of Haisken-DeNew and Schmidt")
  func adjusted() throws {
    // f <- lm(log(y) ~ industry + experience + level); V <- vcovHC(f, "HC1"); M V M'
    let rows = try Self.rows(["--by", "industry", "--adjust", "experience,level"], "adjusted")
    for (name, estimate, error) in [
      ("Advertising", -0.12695617866794162, 0.0276307095976860),
      ("Professional services", -0.00120332222931907, 0.0264794077998130),
      ("Wholesale trade", -0.07661893239575557, 0.0203652459634374),
    ] {
      let row = try #require(rows.first { $0["industry"] as? String == name })
      try expect(row, ["estimate": estimate, "std_error": error])
    }
  }

  @Test("Frequency weights are as many people")
  func frequency() throws {
    let folder = try ScratchFolder()
    let counted = try folder.write(
      "industry,salary,n\nA,40000,2\nA,50000,1\nA,64000,3\nB,70000,2\nB,90000,2\n", to: "a.csv")
    let expanded = try folder.write(
      "industry,salary\nA,40000\nA,40000\nA,50000\nA,64000\nA,64000\nA,64000\n"
        + "B,70000\nB,70000\nB,90000\nB,90000\n", to: "b.csv")
    let options = ["--by", "industry", "--keep", "all", "--format", "json"]
    let one = try Executable.json(
      ["compare", counted, "--weight", "n", "--weight-kind", "frequency"] + options)
    let two = try Executable.json(["compare", expanded] + options)
    let (rows, others) = (try Self.table(one, "rows"), try Self.table(two, "rows"))
    for (row, other) in zip(rows, others) {
      for key in ["mean", "mean_conf_low", "p25", "p50", "p50_conf_low", "p50_conf_high"] {
        #expect(row[key] as? Double == other[key] as? Double, "\(key)")
      }
    }
  }

  @Test("The total and those who did not say are told apart, in JSON and in CSV")
  func keys() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      "industry,state,salary\nA,Ohio,50000\n,Ohio,60000\nA,,70000\n", to: "a.csv")
    let statuses: [[String?]] = try Self.table(
      Executable.json(["compare", file, "--by", "industry,state"]), "rows"
    ).map { row in
      #expect((row["industry"] is NSNull) == (row["industry_status"] is String))
      return [row["industry_status"] as? String, row["state_status"] as? String]
    }
    #expect(
      Set(statuses) == [[nil, nil], ["not_said", nil], [nil, "not_said"], ["total", "total"]])
    for verb in [["compare", file], ["rank", "60000", file]] {
      let csv = try Executable.run(verb + ["--by", "industry", "--format", "csv"]).output
      let lines = csv.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      #expect(lines[0].prefix(2) == ["industry", "industry_status"])
      #expect(Set(lines.dropFirst().map { $0[1] }) == ["", "not_said", "total"])
    }
  }

  @Test("Pay outside the country of the baseline is not held against it")
  func abroad() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      "country,salary\nGermany,50000\nGermany,60000\nUSA,80000\nUSA,90000\nUSA,85000\n", to: "a.csv"
    )
    let rows = try Self.table(Executable.json(["compare", file, "--by", "country"]), "rows")
    func gap(_ country: String?) throws -> Any? {
      try #require(rows.first { $0["country"] as? String == country })["gap_nominal"]
    }
    #expect(try gap("Germany") is NSNull)
    #expect(try gap("United States") as? Double == 85_000 - 57_504)
    #expect(try gap(nil) as? Double == 80_000 - 57_504)
    let text = try Executable.run(["compare", file, "--by", "country"]).output
    #expect(text.contains("2 people are outside the United States"))

    let rates = try folder.write("from,to,rate\nEUR,USD,1.2\n", to: "rates.csv")
    let euros = try folder.write("salary,currency\n50000,EUR\n60000,EUR\n", to: "b.csv")
    let converted = try Executable.run([
      "compare", euros, "--rates", rates, "--currency", "USD",
    ]).output
    #expect(converted.contains("was converted from other currencies"))
    #expect(!converted.contains("57,504"))
    // Nor do US indices move pay in another currency unasked.
    let aged = try Executable.run([
      "compare", euros, "--date", "2020-01", "--age-to", "2021-01",
    ])
    #expect(aged.status == 64)
    #expect(aged.errors.contains("the indices are those of the United States"))
  }

  @Test("BCa without an interval of the mean says that it is another one")
  func withoutBCa() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      "industry,salary\nA,50000\nA,50000\nA,50000\nB,60000\nB,70000\nB,90000\n", to: "a.csv")
    let options = ["compare", file, "--by", "industry", "--interval", "bca"]
    let rows = try Self.table(Executable.json(options), "rows")
    let equal = try #require(rows.first { $0["industry"] as? String == "A" })
    #expect(equal["mean_method"] as? String == "percentile")
    #expect(equal["mean_conf_low"] as? Double == 50_000)
    let text = try Executable.run(options).output
    #expect(text.contains("BCa has no interval of the mean here"))
  }

  @Test("The mean of few people with skewed pay has a bootstrap-t, which leans to the long side")
  func skewed() throws {
    let folder = try ScratchFolder()
    let pay = (0..<29).map { "\(40_000 + 700 * $0)" } + ["400000"]
    let file = try folder.write("salary\n" + pay.joined(separator: "\n"), to: "a.csv")
    let options = ["compare", file, "--keep", "all"]
    let row = try #require(try Self.table(Executable.json(options), "rows").first)
    #expect(row["mean_method"] as? String == "bootstrap_t")
    let mean = try #require(row["mean"] as? Double)
    let low = try #require(row["mean_conf_low"] as? Double)
    let high = try #require(row["mean_conf_high"] as? Double)
    #expect(high - mean > 2 * (mean - low))
    #expect(
      try Executable.run(options).output.contains("Bootstrap-t for the mean (1,000 replicates"))
  }

  @Test("Bootstrap intervals depend on the seed alone")
  func bootstrap() throws {
    let options = ["--by", "level", "--interval", "bootstrap", "--replicates", "60"]
    let one = try Self.rows(options + ["--threads", "1"])
    let two = try Self.rows(options + ["--threads", "4"])
    let other = try Self.rows(options + ["--seed", "2"])
    func limits(_ rows: [[String: Any]]) -> [Double] {
      rows.compactMap { $0["mean_conf_low"] as? Double }
    }
    #expect(limits(one).count == 4)
    #expect(limits(one) == limits(two))
    #expect(limits(one) != limits(other))
  }

  @Test("Nothing depends on the number of threads", arguments: ["csv", "text", "html"])
  func threads(format: String) throws {
    func answer(_ threads: String) throws -> String {
      try Executable.run([
        "compare", Self.people, "--by", "industry", "--format", format, "--threads", threads,
      ]).output
    }
    let one = try answer("1")
    #expect(one.contains("Advertising"))
    #expect(try answer("2") == one)
    #expect(try answer("7") == one)
  }

  @Test("Hidden groups have no number anywhere, and a second one hides the first")
  func hidden() throws {
    let options = [
      "--by", "industry", "--min-contributors", "6", "--weight", "survey_weight", "--weight-kind",
      "sampling", "--max-share", "22%",
    ]
    let rows = try Self.rows(options)
    let hidden = rows.filter { $0["n_status"] as? String == "suppressed" }
    #expect(hidden.count >= 2)
    for row in hidden {
      let numbers = row.filter { $0.value is NSNumber && !$0.key.hasPrefix("baseline") }
      #expect(numbers.isEmpty, "\(numbers)")
    }
    // They come last, so that their place does not tell their median.
    #expect(rows.dropLast().suffix(hidden.count).allSatisfy { $0["n"] is NSNull })
    let names = Set(hidden.compactMap { $0["industry"] as? String })
    let pairs = try Self.rows(options, "pairs")
    #expect(!pairs.contains { names.contains($0["first_industry"] as? String ?? "") })
  }

  @Test("A difference that may be none is told with n and its interval")
  func sentence() throws {
    let text = try Executable.run(["compare", Self.people, "--by", "industry"]).output
    #expect(
      text.contains(
        "Advertising pays 12% less, but with n = 20 the interval runs from -24% to +1%."))
    #expect(text.contains("No two groups differ after adjustment for all 10 pairs (Holm)."))
  }

  @Test("Pay of zero has no logarithm, so means are compared")
  func zeroPay() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      "industry,salary,commission\nA,50000,0\nA,60000,900\nB,70000,0\nB,80000,700\nB,80000,1700\n",
      to: "a.csv")
    let json = try Executable.json([
      "compare", file, "--by", "industry", "--pay", "commission", "--keep", "all",
    ])
    let result = try #require(json["result"] as? [String: Any])
    #expect(result["difference"] as? String == "mean_difference")
    let row = try #require(try Self.table(json, "differences").first)
    #expect(row["estimate"] as? Double == 350)
  }

  @Test("The pay mix is the share in the sum of the parts")
  func mix() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      "industry,base salary,commission\nA,60000,40000\nA,80000,20000\nB,50000,\n", to: "a.csv")
    let json = try Executable.json(["compare", file, "--by", "industry", "--keep", "all"])
    let rows = try Self.table(json, "mix")
    let a = try #require(rows.first { $0["industry"] as? String == "A" })
    try expect(a, ["n": 2, "base_pay_share": 0.7, "commission_share": 0.3])
    #expect(rows.first { $0["industry"] as? String == "B" }?["n"] as? Int == 0)
  }

  @Test(
    "What cannot be meant is refused with a reason",
    arguments: [
      (["--weight", "survey_weight"], 64, "--weight needs --weight-kind"),
      (["--weight-kind", "sampling"], 64, "add --weight COLUMN"),
      (["--weight", "survay_weight", "--weight-kind", "sampling"], 64, "survey_weight"),
      (["--confidence", "120%"], 64, "confidence"),
      (["--interval", "magic"], 64, "woodruff"),
      (["--quantile-type", "10"], 64, "quantile-type"),
      (["--min-contributors", "0"], 64, "--min-contributors"),
      (["--where", "industry=Nowhere"], 64, "nobody"),
      (["--adjust", "shoe_size"], 64, "there is no column \"shoe_size\""),
      (["--cluster", "employr"], 64, "employer"),
      (["--occupation", "41-3091"], 64, "published tables"),
    ] as [([String], Int32, String)])
  func refusals(options: [String], status: Int32, message: String) throws {
    let result = try Executable.run(["compare", Self.people, "--by", "industry"] + options)
    #expect(result.status == status)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test("Weights that mean something else than was said are bad data")
  func weights() throws {
    let folder = try ScratchFolder()
    let half = try folder.write("industry,salary,w\nA,50000,1.5\nA,60000,2\n", to: "a.csv")
    let frequency = try Executable.run([
      "compare", half, "--weight", "w", "--weight-kind", "frequency",
    ])
    #expect(frequency.status == 65)
    #expect(frequency.errors.contains("frequencies are whole numbers"))
    let lonely = try folder.write(
      "industry,salary,s\nA,50000,x\nA,60000,x\nB,70000,y\n", to: "b.csv")
    let strata = try Executable.run([
      "compare", lonely, "--by", "industry", "--strata", "s", "--keep", "all",
    ])
    #expect(strata.status == 65)
    #expect(strata.errors.contains("stratum \"y\" has only one sampling unit"))
    #expect(strata.errors.contains("--lonely-units"))
  }

  @Test("Where even everybody is too few, nothing is shown")
  func wholeHidden() throws {
    let rows = try Self.rows(["--by", "level", "--min-contributors", "500"])
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0["n"] is NSNull && $0["mean"] is NSNull })
    let mix = try Self.rows(["--by", "level", "--min-contributors", "500"], "mix")
    #expect(mix.allSatisfy { $0["base_pay_share"] is NSNull })
  }

  @Test("Equal pay is told as such, and people without weight leave nobody")
  func degenerate() throws {
    let folder = try ScratchFolder()
    let equal = try folder.write(
      "industry,salary,w\nA,50000,0\nA,50000,0\nB,50000,0\nB,50000,0\n", to: "a.csv")
    let text = try Executable.run(["compare", equal, "--by", "industry", "--keep", "all"]).output
    #expect(text.contains("A pays what all others are paid, and nobody's pay differs (n = 2)."))
    let nobody = try Executable.run([
      "compare", equal, "--weight", "w", "--weight-kind", "sampling", "--keep", "all",
    ])
    #expect(nobody.status == 65)
    #expect(nobody.errors.contains("of 4 people nobody has pay"))
  }

  @Test("One person is a group without an interval, and the text says so")
  func onePerson() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      "industry,salary\nA,50000\nA,60000\nA,61000\nB,70000\n", to: "a.csv")
    let json = try Executable.json(["compare", file, "--by", "industry"])
    let row = try #require(try Self.table(json, "rows").first)
    #expect(row["industry"] as? String == "B")
    #expect(row["mean"] as? Double == 70000)
    #expect(row["mean_conf_low"] is NSNull)
    let text = try Executable.run(["compare", file, "--by", "industry"]).output
    #expect(text.contains("B: with n = 1 nothing can be said about a difference."))
  }

  @Test("Weights that nobody asked for are pointed out")
  func unusedWeights() throws {
    let errors = try Executable.run(["compare", Self.people, "--by", "industry"]).errors
    #expect(errors.contains("\"survey_weight\" looks like weights and is not used"))
  }

  // MARK: Reading answers

  static func rows(_ options: [String], _ table: String = "rows") throws -> [[String: Any]] {
    try Self.table(try Executable.json(["compare", people] + options), table)
  }

  static func table(_ json: [String: Any], _ name: String) throws -> [[String: Any]] {
    try #require((json["result"] as? [String: Any])?[name] as? [[String: Any]])
  }
}

/// Expects numbers of a record, to ten digits.
func expect(
  _ row: [String: Any], _ expected: [String: Double],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  for (key, value) in expected {
    let number = try #require(row[key] as? Double, "\(key)", sourceLocation: sourceLocation)
    #expect(
      abs(number - value) <= 1e-10 * max(1, abs(value)), "\(key)", sourceLocation: sourceLocation)
  }
}
