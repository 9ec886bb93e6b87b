import Foundation
import TestSupport
import Testing

/// What several machines work out is what one would have worked out: `merge` is held against the same call
/// without parts, byte for byte, with parts in random order and in random trees.
@Suite("Parts")
struct PartTests {
  private static let plan = "ontarget:plans/account-executive-2021"

  @Test(
    "Shards of a simulation merge to what one machine prints",
    arguments: [
      ("\(plan) --trials 200000 --seed 7 --at-least 100000", 9),
      (
        "\(plan) ontarget:plans/new-hire-ramp --trials 150000 --reference-quota 690048 --team 30", 4
      ),
      ("\(plan) --model tough-2025 --trials 70000 --sensitivity", 2),
      ("\(plan) --selling ranked:accounts=5,mean=0.95,chance=60% --trials 300 --market 10%", 5),
      ("\(plan) --trials 50", 3),
      (
        """
        ontarget:plans/marginal-accelerators ontarget:plans/manager-override --trials 40000 --market 10% \
        --roster roster.csv
        """, 3
      ),
    ])
  func simulations(call: String, shards: Int) throws {
    var generator = SeededGenerator(seed: FreshSeed.value)
    let folder = try ScratchFolder()
    _ = try folder.write(
      """
      rep,plan,manager,base
      mia,Sales manager,,120000
      ann,Marginal accelerators,mia,60000
      ben,Marginal accelerators,mia,75000
      cleo,Marginal accelerators,,75000
      dan,Marginal accelerators,mia,60000
      """, to: "roster.csv")
    let call = ["simulate"] + call.split(separator: " ").map(String.init)
    var parts: [String] = []
    for shard in 1...shards {
      parts.append("\(shard).json")
      let written = try Executable.run(
        call + ["--shard", "\(shard)/\(shards)", "--part", "\(shard).json"], in: folder.url)
      #expect(written.status == 0, "\(written.errors)")
      #expect(written.output.isEmpty)
    }
    try Self.merge(parts, to: call, in: folder.url, using: &generator)
  }

  @Test(
    "Files of people that are read apart merge to what one machine prints",
    arguments: [
      "compare FILES --by industry --no-baseline",
      "compare FILES --by industry,gender --min-contributors 5 --inequality --interval none",
      "compare FILES --by gender --adjust level --pairs mann-whitney",
      "compare FILES --by state --weight weight --weight-kind sampling --cluster employer",
      "compare FILES --by state --interval bootstrap --replicates 20 --where level=senior",
      "gap FILES --between gender --adjust level,experience --quantiles 25,50,75",
      "gap FILES --between gender --by level",
      "rank 72000 FILES --by industry --range 60000..90000",
    ])
  func people(call: String) throws {
    // Each call has people of its own, and the same ones where a seed is given.
    var generator = SeededGenerator(
      seed: call.utf8.reduce(FreshSeed.value) { $0 &* 31 &+ UInt64($1) })
    let folder = try ScratchFolder()
    let files = (1...Int.random(in: 2...5, using: &generator)).map { "people-\($0).csv" }
    for file in files { _ = try folder.write(Self.table(using: &generator), to: file) }
    _ = try folder.write(
      "kind,role,column\npeople,base_pay,Salary\npeople,decimal,point\n", to: "mapping.csv")
    let words = call.split(separator: " ").map(String.init) + ["--mapping", "mapping.csv"]
    func asked(_ files: [String]) -> [String] {
      words.flatMap { $0 == "FILES" ? files : [$0] }
    }
    var parts: [String] = []
    var rest = files.shuffled(using: &generator)[...]
    while !rest.isEmpty {
      let some = rest.prefix(Int.random(in: 1...rest.count, using: &generator))
      rest = rest.dropFirst(some.count)
      parts.append("part-\(parts.count).json")
      let written = try Executable.run(
        asked(Array(some)) + ["--threads", "1", "--part", parts[parts.count - 1]], in: folder.url)
      #expect(written.status == 0, "\(written.errors)")
    }
    try Self.merge(parts, to: asked(files), in: folder.url, using: &generator)
  }

  /// A table of invented people, a few of whom have what is no pay.
  private static func table(using generator: inout SeededGenerator) -> String {
    var text = "Industry,State,Gender,Level,Experience,Employer,Weight,Salary\n"
    for _ in 0..<Int.random(in: 40...90, using: &generator) {
      func one(of words: String) -> String {
        String(words.split(separator: "|").randomElement(using: &generator) ?? "")
      }
      let odd = Int.random(in: 0..<25, using: &generator)
      let cents = Int.random(in: 3_000_000...15_000_000, using: &generator)
      let pay =
        odd == 0 ? "n/a" : odd == 1 ? "much" : "\(cents / 100).\(cents % 100 / 10)\(cents % 10)"
      let row = [
        one(of: "Utilities|Construction|Real estate|Retail trade"), one(of: "OH|TX|CA"),
        one(of: "man|woman|man|woman|"), one(of: "junior|mid|senior"),
        "\(Int.random(in: 0...20, using: &generator))", one(of: "Acme|Bolt|Core|Dune|Echo|Fern"),
        "\(Int.random(in: 1...9, using: &generator)).5", pay,
      ]
      text += row.joined(separator: ",") + "\n"
    }
    return text
  }

  @Test("Files that cannot be read apart are refused, with the reason")
  func undivided() throws {
    let folder = try ScratchFolder()
    var generator = SeededGenerator(seed: 1)
    let table = Self.table(using: &generator)
    for name in ["a.csv", "b.csv"] { _ = try folder.write(table, to: name) }
    _ = try folder.write(Self.table(using: &generator), to: "c.csv")
    _ = try folder.write("role,column\nbase_pay,Salary\n", to: "mapping.csv")
    func errors(_ call: String) throws -> String {
      let result = try Executable.run(
        call.split(separator: " ").map(String.init), in: folder.url)
      #expect(result.status >= 64)
      return result.errors
    }
    let mapped = "--mapping mapping.csv --part part.json"
    #expect(try errors("compare a.csv --by level --part part.json").contains("--mapping FILE"))
    #expect(try errors("compare a.csv \(mapped)").contains("nothing says which"))
    #expect(try errors("compare a.csv --by level --rejects r.csv \(mapped)").contains("--rejects"))
    #expect(
      try errors("compare ontarget:oews-2022-sector --part part.json").contains("one machine"))
    for (name, part) in [("a.csv", "a"), ("b.csv", "b"), ("c.csv", "c")] {
      let written = try Executable.run(
        ["compare", name, "--by", "level", "--mapping", "mapping.csv", "--part", "\(part).json"],
        in: folder.url)
      #expect(written.status == 0, "\(written.errors)")
    }
    // The same people under two names would count twice.
    #expect(try errors("merge a.json b.json").contains("is in a.json too"))
    _ = try folder.write("role,column\nbase_pay,Weight\n", to: "mapping.csv")
    #expect(try errors("merge a.json c.json").contains("not the file that the parts were written"))
  }

  /// Merges parts in a random tree, and holds each format against the call.
  private static func merge(
    _ parts: [String], to call: [String], in folder: URL,
    using generator: inout SeededGenerator
  ) throws {
    var parts = parts.shuffled(using: &generator)
    var merged = 0
    for format in ["json", "csv", "markdown"] {
      let whole = try Executable.run(call + ["--format", format], in: folder)
      #expect(whole.status == 0, "\(whole.errors)")
      let together = try Executable.run(["merge"] + parts + ["--format", format], in: folder)
      #expect(together.errors == whole.errors)
      #expect(together.output == whole.output, "seed \(FreshSeed.value)")
      guard parts.count > 1 else { continue }
      let some = parts.prefix(Int.random(in: 1...parts.count, using: &generator))
      merged += 1
      let larger = "merged-\(merged).json"
      let joined = try Executable.run(["merge"] + some + ["--part", larger], in: folder)
      #expect(joined.status == 0, "\(joined.errors)")
      parts = (parts.dropFirst(some.count) + [larger]).shuffled(using: &generator)
    }
  }

  @Test("Parts that are not all of one answer are refused, with the reason")
  func refusals() throws {
    let folder = try ScratchFolder()
    func draw(_ options: String, _ part: String) throws {
      let call = ["simulate", Self.plan] + options.split(separator: " ").map(String.init)
      let written = try Executable.run(call + ["--part", part], in: folder.url)
      try #require(written.status == 0, "\(written.errors)")
    }
    func refusal(_ arguments: String...) throws -> String {
      let result = try Executable.run(["merge"] + arguments, in: folder.url)
      #expect(result.status == 65)
      #expect(result.output.isEmpty)
      return result.errors
    }
    try draw("--trials 200 --shard 1/4", "a.json")
    try draw("--trials 200 --shard 3/4", "b.json")
    try draw("--trials 200 --shard 1/3", "cut.json")
    try draw("--trials 201 --shard 2/4", "other.json")
    #expect(try refusal("a.json", "b.json").contains("of 4 shards these are missing: 2/4, 4/4"))
    #expect(
      try refusal("a.json", "b.json", "--expect-rows", "400")
        .contains("expected 400 rows in all parts, and they have 200"))
    #expect(try refusal("a.json", "a.json").contains("the part 1/4 is in a.json too"))
    #expect(try refusal("a.json", "other.json").contains("--trials 201"))
    #expect(try refusal("a.json", "cut.json").contains("cut in 3"))
    let joined = try Executable.run(
      ["merge", "a.json", "b.json", "--part", "ab.json"], in: folder.url)
    #expect(joined.status == 0)
    #expect(try refusal("ab.json", "b.json").contains("the part 3/4 is in ab.json too"))

    let text = try String(contentsOf: folder.url.appending(path: "a.json"), encoding: .utf8)
    let changes = [
      text.replacing("\"0.1.0\"", with: "\"0.0.1\""), String(text.dropLast(text.count / 2)),
      text.replacing("\"sha256\": \"", with: "\"sha256\": \"0"), "[]",
      text.replacing("\"zlib\": \"", with: "\"zlib\": \"A"),
    ]
    for (changed, word) in zip(
      changes, ["version 0.0.1", "no part", "different versions", "no part", "no part"])
    {
      _ = try folder.write(changed, to: "changed.json")
      #expect(try refusal("b.json", "changed.json", "--part", "x.json").contains(word))
    }
  }

  @Test("A plan that has changed since its parts were written is refused")
  func changedPlan() throws {
    let folder = try ScratchFolder()
    let plan = try String(
      contentsOf: Executable.root.appending(path: "datasets/plans/cliff.yaml"), encoding: .utf8)
    _ = try folder.write(plan, to: "plan.yaml")
    let call = [
      "simulate", "plan.yaml", "--trials", "100", "--shard", "1/1", "--part", "part.json",
    ]
    #expect(try Executable.run(call, in: folder.url).status == 0)
    #expect(try Executable.run(["merge", "part.json"], in: folder.url).status == 0)
    _ = try folder.write(plan + "\n", to: "plan.yaml")
    let merged = try Executable.run(["merge", "part.json"], in: folder.url)
    #expect(merged.status == 65)
    #expect(merged.errors.contains("not the file that the parts were written with"))
  }
}
