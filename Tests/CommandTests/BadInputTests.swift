import Foundation
import TestSupport
import Testing

@Suite("Wrong input")
struct BadInputTests {
  @Test("A missing file is 66, and says so", arguments: ["simulate", "check", "compare"])
  func missing(verb: String) throws {
    let options = verb == "compare" ? ["--by", "sector"] : []
    let name = verb == "simulate" ? "no-such.yaml" : "no-such.csv"
    let result = try Executable.run([verb, name] + options)
    #expect(result.status == 66)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("\(name): error: "))
  }

  @Test("A directory is not a file", arguments: ["simulate", "compare"])
  func directory(verb: String) throws {
    let options = verb == "compare" ? ["--by", "sector"] : []
    let result = try Executable.run([verb, "datasets"] + options)
    #expect(result.status == 66)
    #expect(result.errors.contains("datasets: error: "))
    #expect(result.errors.contains("directory") || result.errors.contains("folder"))
  }

  @Test(
    "An empty file and a header without rows are wrong data",
    arguments: ["", "a_median,occ_code\n"])
  func empty(text: String) throws {
    let folder = try ScratchFolder()
    let file = try folder.write(text, to: "data.csv")
    let result = try Executable.run(["compare", file, "--by", "sector"])
    #expect(result.status == 65)
    #expect(result.errors.contains("data.csv"))
    #expect(result.errors.contains("error: "))
  }

  @Test("An empty plan is wrong data")
  func emptyPlan() throws {
    let folder = try ScratchFolder()
    let result = try Executable.run(["simulate", try folder.write("", to: "plan.yaml")])
    #expect(result.status == 65)
  }

  @Test(
    "A fault in a plan has its place, the line, and a suggestion where there is a near miss",
    arguments: [
      ("variable: 57504", "varable: 57504", "5:1: error: ", "did you mean \"variable\"?"),
      ("tiers: marginal", "tiers: marginl", "15:12: error: ", "did you mean \"marginal\"?"),
      ("currency: USD", "currency: US", "3:11: error: ", ""),
      ("base: 57504 ", "base: €57504 ", "4:7: error: ", ""),
      ("at: 100%", "at: 100000%", "23:9: error: ", ""),
      (
        "measure: bookings\n    period: year\n    at", "measure: boking\n    period: year\n    at",
        ":14: error: ", "bookings"
      ),
    ])
  func planFaults(written: String, slip: String, place: String, remedy: String) throws {
    let folder = try ScratchFolder()
    let original = try String(
      contentsOf: Executable.root.appending(path: SimulateTests.plan), encoding: .utf8)
    // Without the comment above it the plan begins in a line that does not move.
    let start = try #require(original.range(of: "plan: ")).lowerBound
    let text = "# A slip of the pen.\n" + original[start...]
    let changed = text.replacing(written, with: slip)
    #expect(changed != text)
    let result = try Executable.run(["simulate", try folder.write(changed, to: "plan.yaml")])
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("plan.yaml:"))
    #expect(result.errors.contains(place), "\(result.errors)")
    #expect(remedy.isEmpty || result.errors.contains(remedy), "\(result.errors)")
    #expect(result.errors.contains("^"))
  }

  @Test(
    "Wrong usage is 64, and says what to write",
    arguments: [
      (["simualte"], "did you mean \"simulate\"?"),
      (["simulate", SimulateTests.plan, "--quota", "690,048"], "write 690048 or 690_048"),
      (
        ["simulate", SimulateTests.plan, "--quota", "690.048"],
        "may be 690.0480 or 690048\n  write 690048, or 690.0480"
      ),
      (["simulate", SimulateTests.plan, "--quota", "690.048 USD"], "write 690048"),
      (["rank", "57.504", PeopleComparisonTests.people], "write 57504, or 57.5040"),
      (["rank", "60k", PeopleComparisonTests.people, "--range", "50.000..90k"], "write 50000"),
      (["simulate", SimulateTests.plan, "--quota", "0"], "above 0"),
      (["simulate", SimulateTests.plan, "--sales=-5"], "negative"),
      (["simulate", SimulateTests.plan, "--sales=1..9"], "has no step"),
      (["simulate", SimulateTests.plan, "--sales", "9..1/2"], "does not count up"),
      (["simulate", SimulateTests.plan, "--sales", "1..9999999/1"], "larger step"),
      (["simulate", SimulateTests.plan, "--attainment", "80"], "did you mean 80%?"),
      (["simulate", SimulateTests.plan, "--attainment", "80%", "--sales", "5"], "give one"),
      (["simulate", SimulateTests.plan, "--quota", "lots"], "is not an amount"),
      (["simulate", SimulateTests.plan, "--table", "rows"], "--format csv"),
      (["simulate", SimulateTests.plan, "--format", "csv", "--table", "x"], "rows, components"),
      (["compare", "datasets/oews-2022-sector.csv", "--by", "sektor"], "sector"),
      (["simulate", SimulateTests.plan, "--qouta", "5"], "--quota"),
    ])
  func usage(arguments: [String], hint: String) throws {
    let result = try Executable.run(arguments)
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(hint), "\(result.errors)")
  }

  @Test("Datasets that are not there are named with the places looked at")
  func noDatasets() throws {
    let result = try Executable.run(["datasets", "--datasets", "nowhere"])
    #expect(result.status == 66)
    #expect(result.errors.contains("nowhere"))
  }

  @Test("check says no with status 1 and puts the faults into its answer")
  func checkFindsFaults() throws {
    let result = try Executable.run(["check", "-"], input: "a,b\n1,2\n3\n")
    #expect(result.status == 1)
    #expect(result.output.contains("<stdin>:3:2: error: "))
    #expect(result.output.contains("2 rows read = 1 used + 1 rejected + 0 set aside"))
    let clean = try Executable.run(["check", SimulateTests.plan])
    #expect(clean.status == 0)
    #expect(clean.output.contains("Nothing is wrong."))
  }

  @Test("An output that is an input is refused, and nothing is lost")
  func outputIsInput() throws {
    let folder = try ScratchFolder()
    let text = "title,industry,base_pay\nAE,Media,50000\nAE,Media,oops\nAE,Retail,60000\n"
    let data = try folder.write(text, to: "pay.csv")
    let link = folder.url.appending(path: "link.csv")
    try FileManager.default.createSymbolicLink(
      atPath: link.path, withDestinationPath: data)
    for options in [["--rejects", data], ["-o", data], ["-o", link.path]] {
      let result = try Executable.run(["compare", data, "--by", "industry"] + options)
      #expect(result.status == 64, "\(options): \(result.errors)")
      #expect(result.errors.contains("which this call needs for something else"))
      #expect(try String(contentsOfFile: data, encoding: .utf8) == text)
    }
    let plan = try folder.write("plan: x", to: "plan.yaml")
    #expect(try Executable.run(["simulate", plan, "-o", plan]).status != 0)
    #expect(try String(contentsOfFile: plan, encoding: .utf8) == "plan: x")
  }

  @Test("Rejected rows can be mended and read again; a device is written into, not replaced")
  func rejects() throws {
    let folder = try ScratchFolder()
    let data = try folder.write(
      "title,industry,base_pay\nAE,Media,50000\nAE,Media,oops\nAE,Retail,60000\n", to: "pay.csv")
    let rejects = folder.url.appending(path: "rejects.csv")
    #expect(
      try Executable.run(["compare", data, "--by", "industry", "--rejects", rejects.path]).status
        == 0)
    let mended = try String(contentsOf: rejects, encoding: .utf8).replacing("oops", with: "55000")
    #expect(mended.contains(",Media,55000"))
    let again = try folder.write(mended, to: "mended.csv")
    let json = try Executable.json(["compare", again, "--by", "industry"])
    let rows = try #require((json["result"] as? [String: Any])?["rows"] as? [[String: Any]])
    #expect(rows.first?["p50"] as? Double == 55_000)
    #expect(try Executable.run(["datasets", "-o", "/dev/null"]).status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test("Deals that are refused can be mended and paid", arguments: ["pay", "reconcile"])
  func refusedDeals(_ verb: String) throws {
    let folder = try ScratchFolder()
    let deals = try folder.write(
      "deal_id,rep,close_date,amount\nD1,ann,2021-02-03,1000\nD2,ann,2021-02-30,500\n",
      to: "deals.csv")
    let paid = try folder.write("rep,paid\nann,1\n", to: "paid.csv")
    let rejects = folder.url.appending(path: "rejects.csv")
    let plan = "datasets/plans/cliff.yaml"
    let call = [verb, plan, deals] + (verb == "pay" ? [] : [paid])
    #expect(try Executable.run(call + ["--rejects", rejects.path]).status == 65)
    let refused = try String(contentsOf: rejects, encoding: .utf8)
    #expect(refused.contains("D2,ann,2021-02-30,500"))
    #expect(!refused.contains("D1"))
    let mended = try folder.write(refused.replacing("02-30", with: "02-28"), to: "mended.csv")
    #expect(try Executable.run(["pay", plan, mended, "--rejects", rejects.path]).status == 0)
    #expect(try !String(contentsOf: rejects, encoding: .utf8).contains("D2"))
  }

  @Test("A quota of 0 and a plan without a quota are no crash of the report")
  func reportWithoutQuota() throws {
    let zero = try Executable.run(["report", "--quota", "0"])
    #expect(zero.status == 64)
    #expect(zero.errors.contains("write one amount above 0"))
    let foreign = try Executable.run(["report", "--sales", "€600000"])
    #expect(foreign.status == 64)
    #expect(foreign.errors.contains("--sales: error: 600,000 EUR is not in USD"))
    let flat = try Executable.run(["report", "--plan", "datasets/plans/flat-rate.yaml"])
    #expect(flat.status == 0, "\(flat.errors)")
    let euros = try Executable.run(["simulate", SimulateTests.plan, "--quota", "€600000"])
    #expect(euros.status == 64)
    #expect(euros.errors.contains("not in USD"))
  }

  @Test("A plan is checked anywhere; standard input is read as often as it takes")
  func checkAnywhere() throws {
    let folder = try ScratchFolder()
    let plan = Executable.root.appending(path: SimulateTests.plan).path
    #expect(try Executable.run(["check", plan], in: folder.url).status == 0)
    let late =
      "title,base_pay\n" + String(repeating: "AE,50000\n", count: 300) + "AE,\"50.500,50\"\n"
    let result = try Executable.run(["check", "-"], input: late)
    #expect(result.output.contains("301 rows read"), "\(result.errors)")
    #expect(result.output.contains("| base_pay | **base_pay** |"))
  }

  @Test("All errors of a file are counted, not only those that are shown, and none twice")
  func counts() throws {
    let folder = try ScratchFolder()
    let rows =
      (1...1500).map { "\(50_000 + $0),Retail\n" } + (1...327).map { "oops \($0),Retail\n" }
    let people = try folder.write("base_pay,industry\n" + rows.joined(), to: "people.csv")
    let check = try Executable.run(["check", people])
    #expect(check.output.contains("327 errors (the first 100 are shown)"))
    let rank = try Executable.run(["rank", "50000", people])
    #expect(rank.errors.contains("… and 227 more of severity error"))
    let twice = try folder.write("base_pay,industry,industry\n50000,a,b\n", to: "twice.csv")
    let names = try Executable.run(["check", twice]).output.split(separator: "\n")
    #expect(names.count { $0.contains("a second column is called") } == 1)
  }
}
