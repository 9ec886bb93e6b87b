import Foundation
import TestSupport
import Testing

/// Numbers against R 4.2.2 with survey 4.1.1 on the example data with eight sets of weights by a rule:
/// `svrepdesign(weights = ~survey_weight, repweights = R, type = …, combined.weights = TRUE, mse = TRUE)`.
@Suite("ontarget compare --weight-replicates")
struct ReplicateWeightTests {
  /// The example data with the columns RW1 to RW8: the weight times 0.3, 1 or 1.7.
  private static func write(to folder: borrowing ScratchFolder) throws -> String {
    let text = try String(
      contentsOf: Executable.root.appending(path: PeopleComparisonTests.people), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let position = try #require(lines[0].split(separator: ",").firstIndex(of: "survey_weight"))
    var file = lines[0] + (1...8).map { ",RW\($0)" }.joined() + "\n"
    for (row, line) in lines.dropFirst().enumerated() {
      let weight = try #require(Double(line.split(separator: ",")[position]))
      let sets = (1...8).map { set in
        // All digits, as R and Python write them.
        ",\(weight * (1 + 0.7 * Double((row * 7 + set * 5) % 11 % 3 - 1)))"
      }
      file += line + sets.joined() + "\n"
    }
    return try folder.write(file, to: "replicates.csv")
  }

  private static let weights = [
    "--by", "industry", "--weight", "survey_weight", "--weight-kind", "sampling",
  ]

  @Test(
    "Means have the errors of svyby, and the factor is said",
    arguments: [
      ("successive-difference", [3812.091200209380, 2323.241000789076, 1598.009701413557], 0.5),
      ("fay=0.3", [2722.922285863843, 1659.457857706483, 1141.435501009683], 1 / (8 * 0.49)),
      // 4/R of successive differences for 8 sets
      ("factor=0.5", [3812.091200209380, 2323.241000789076, 1598.009701413557], 0.5),
    ])
  func means(method: String, errors: [Double], factor: Double) throws {
    let folder = try ScratchFolder()
    let file = try Self.write(to: folder)
    let json = try Executable.json(
      ["compare", file] + Self.weights + [
        "--weight-replicates", "RW*", "--replicate-method", method,
      ])
    let rows = try PeopleComparisonTests.table(json, "rows")
    let expected: [(name: String?, mean: Double, error: Double)] = [
      ("Advertising", 56883.72093023256, errors[0]),
      ("Information", 66687.27959697733, errors[1]), (nil, 63877.557993167, errors[2]),
    ]
    for (name, mean, error) in expected {
      let row = try #require(rows.first { $0["industry"] as? String == name })
      try expect(row, ["mean": mean, "mean_std_error": error])
    }
    let result = try #require(json["result"] as? [String: Any])
    try expect(result, ["replicate_weights": 8, "replicate_factor": factor])
    #expect(result["replicate_method"] as? String == method)
  }

  @Test("Differences and indices have errors from the weights too, and a range names them as well")
  func others() throws {
    let folder = try ScratchFolder()
    let file = try Self.write(to: folder)
    let json = try Executable.json(
      ["compare", file] + Self.weights + [
        "--weight-replicates", "rw1-8", "--replicate-method", "successive-difference",
        "--inequality",
      ])
    let difference = try #require(
      try PeopleComparisonTests.table(json, "differences").first {
        $0["industry"] as? String == "Wholesale trade"
      })
    // svyglm(log(y) ~ W, design): coefficient and SE on the scale of logarithms
    let ratio = exp(-0.05786108764793017)
    try expect(
      difference, ["estimate": ratio - 1, "std_error": 0.04021975089298604 * ratio])
    let all = try #require(
      try PeopleComparisonTests.table(json, "inequality").first {
        $0["industry_status"] as? String == "total"
      })
    // withReplicates(design, index)
    try expect(
      all,
      [
        "gini": 0.1491412382338772, "gini_std_error": 0.007358994194482592,
        "theil_t_std_error": 0.003384638451419405, "theil_l_std_error": 0.003214129707048903,
        "atkinson_std_error": 0.001624891300676757,
      ])
    // svyquantile(~y, design, .5, interval.type = "mean", qrule = "hf1"), whose limits are records
    let whole = try #require(
      try PeopleComparisonTests.table(json, "rows").first {
        $0["industry_status"] as? String == "total"
      })
    try expect(whole, ["p50": 60600, "p50_conf_low": 57600, "p50_conf_high": 64800])
  }

  @Test("A gap and a rank take them as well, and say so")
  func otherVerbs() throws {
    let folder = try ScratchFolder()
    let file = try Self.write(to: folder)
    let options =
      Self.weights.dropFirst(2) + [
        "--weight-replicates", "RW*", "--replicate-method", "fay=0.3",
      ]
    let gap = try Executable.json(["gap", file, "--between", "gender"] + options)
    let plain = try Executable.json(
      ["gap", file, "--between", "gender"] + Self.weights.dropFirst(2))
    for measure in ["mean", "geometric_mean"] {
      func row(_ json: [String: Any]) throws -> [String: Any] {
        try #require(
          try PeopleComparisonTests.table(json, "rows").first {
            $0["measure"] as? String == measure
          })
      }
      #expect(try row(gap)["estimate"] as? Double == row(plain)["estimate"] as? Double)
      #expect(try row(gap)["std_error"] as? Double != row(plain)["std_error"] as? Double)
    }
    #expect(
      try Executable.run(["gap", file, "--between", "gender"] + options).output
        .contains("Errors from 8 replicate weights (fay=0.3)"))
    _ = try Executable.json(["rank", "60000", file] + options)
  }

  @Test(
    "What is ambiguous or contradicts itself is refused",
    arguments: [
      ("RW*", "", "because methods give different errors"),
      ("RW1-9", "bootstrap", "there is no column \"RW9\""),
      ("RW", "bootstrap", "does not say which columns"),
      ("R*", "bootstrap", "fewer than two columns fit"),
      ("RW*", "brr", "no weight is zero"),
      ("RW*", "jackknife", "no weight is zero"),
      ("RW*", "factor=1,2", "there are 2 factors for 8 columns"),
      ("RW*", "fay=0.3 --cluster employer", "replicate weights hold the design already"),
      ("RW*", "fay=0.3 --interval bca", "no others are drawn beside them"),
      ("RW*", "fay=0.3 --adjust experience", "a regression takes no errors"),
      ("RW*", "fay=0.3 --weight RW3", "holds the full weights"),
      ("", "brr", "none are named"),
    ])
  func refused(columns: String, method: String, words: String) throws {
    let folder = try ScratchFolder()
    let file = try Self.write(to: folder)
    var arguments = ["compare", file] + Self.weights
    if !columns.isEmpty { arguments += ["--weight-replicates", columns] }
    if !method.isEmpty {
      arguments += ["--replicate-method"] + method.split(separator: " ").map(String.init)
    }
    let result = try Executable.run(arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test(
    "Columns that leave a number out, factors in the place of weights, and blanks are refused",
    arguments: [
      ("R0,R1,R2", "1,1,1", "they are 0, 1, 2"), ("R1,R2,R4", "1,1,1", "they are 1, 2, 4"),
      ("R1,R2,R3", "0.01,0.01,0.02", "add up to 0.013 of the full weights"),
      ("R1,R2,R3", "1,,1", "2 people have no number in \"R2\""),
    ])
  func columns(header: String, cells: String, words: String) throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      "salary,w,\(header)\n50000,1,\(cells)\n60000,1,\(cells)\n", to: "a.csv")
    let result = try Executable.run([
      "compare", file, "--weight", "w", "--weight-kind", "sampling", "--weight-replicates", "R*",
      "--replicate-method", "bootstrap",
    ])
    #expect(result.status != 0)
    #expect(result.errors.contains(words), "\(result.errors)")
  }
}
