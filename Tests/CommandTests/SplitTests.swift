import Foundation
import TestSupport
import Testing

@Suite("ontarget split, and files that end too early")
struct SplitTests {
  private static let plan = """
    plan: Parts
    currency: USD
    variable: 40000
    measures:
      bookings: {quota: 400000}
    components:
      - commission: New business
        measure: bookings
        period: quarter
        tiers: marginal
        rates: [{to: 100%, pay: 1x}, {pay: 1.5x}]
    draw: {kind: recoverable, amount: 2000, per: month, months: 3}
    clawback: {within: 12 months, of: cancelled_date, take: prorated}
    """

  /// Files of one company, as people write them.
  private struct Company {
    var deals: String
    var roster: String
    var adjustments: String
  }

  /// Makes people and deals: shared ones, cancelled ones, names with commas, quotes and line ends, amounts
  /// and days as they are written in Germany, and a stage that says which deals are won.
  private static func company(_ random: inout SeededGenerator) -> Company {
    let people = (0..<Int.random(in: 3...12, using: &random)).map { number in
      number.isMultiple(of: 4) ? "O'Neil, \"Pat\" \(number)" : "rep \(number)"
    }
    func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
    func day(_ month: Int) -> String {
      "\(Int.random(in: 1...28, using: &random)).\(String(format: "%02d", month)).2021"
    }
    func amount() -> String {
      let whole = Int.random(in: 1...90, using: &random)
      let rest = Int.random(in: 100...999, using: &random)
      return "\(whole).\(rest),\(Int.random(in: 10...99, using: &random))"
    }
    var deals = "Deal ID;Kunde;rep;close_date;amount;share;cancelled_date;stage;account\n"
    for number in 0..<Int.random(in: 20...120, using: &random) {
      let month = Int.random(in: 1...9, using: &random)
      let (close, amount) = (day(month), amount())
      let cancelled = Int.random(in: 0..<6, using: &random) == 0 ? day(month + 2) : ""
      let stage = ["Closed Won", "Closed Won", "Closed Lost", "Negotiation"].randomElement(
        using: &random)
      let account = ["Harbor; Sons", "=1+1", "North\nPole", "Total"].randomElement(using: &random)
      let chosen = people.shuffled(using: &random)
      let isShared = Int.random(in: 0..<8, using: &random) == 0
      let owners = isShared ? [(chosen[0], "1/3"), (chosen[1], "2/3")] : [(chosen[0], "100%")]
      for (owner, share) in owners {
        deals +=
          [
            "D\(number)", "x", quoted(owner), close, amount, share, cancelled, stage ?? "",
            quoted(account ?? ""),
          ].joined(separator: ";") + "\n"
      }
    }
    var roster = "rep;plan;hire_date;quota;Note\n"
    for person in people.shuffled(using: &random) {
      roster += "\(quoted(person));Parts;01.02.2020;\(amount());x\n"
    }
    var adjustments = "rep;date;amount;reason\n"
    for person in people.prefix(4) {
      adjustments += "\(quoted(person));\(day(5));\(amount());\(quoted("by; hand"))\n"
    }
    return Company(deals: deals, roster: roster, adjustments: adjustments)
  }

  /// A CSV table as its records.
  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = [[]]
    var (field, isQuoted) = ("", false)
    var rest = Array(text.unicodeScalars)[...]
    while let next = rest.popFirst() {
      switch (next, isQuoted) {
      case ("\"", true) where rest.first == "\"":
        field.unicodeScalars.append("\"")
        rest.removeFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false), ("\n", false):
        records[records.count - 1].append(field)
        field = ""
        if next == "\n" { records.append([]) }
      default: field.unicodeScalars.append(next)
      }
    }
    return records.dropLast()
  }

  @Test("Parts are paid what the whole is paid, on random deals with and without a roster")
  func sameBytes() throws {
    var random = SeededGenerator(seed: FreshSeed.value)
    for round in 0..<2 {
      let folder = try ScratchFolder()
      let company = Self.company(&random)
      let plan = try folder.write(Self.plan, to: "plan.yaml")
      let deals = try folder.write(company.deals, to: "deals.csv")
      var files: [String] = []
      if round.isMultiple(of: 2) {
        files = ["--roster", try folder.write(company.roster, to: "roster.csv")]
        files += ["--adjustments", try folder.write(company.adjustments, to: "adjustments.csv")]
      }
      let parts = folder.url.appending(path: "parts").path
      let split = try Executable.run(
        ["split", plan, deals, "--into", "3", "--folder", parts] + files)
      try #require(split.status == 0, "\(split.errors)")
      let list = try String(contentsOfFile: "\(parts)/parts.csv", encoding: .utf8)
      for table in ["reps", "lines", "clawbacks"] {
        let whole = try Executable.run(
          ["pay", plan, deals, "--format", "csv", "--table", table] + files)
        try #require(whole.status == 0, "\(whole.errors)")
        var merged = ""
        for row in Self.records(list).dropFirst() {
          let part = "\(parts)/\(row[0])"
          var call = ["pay", plan, "\(part)/deals.csv", "--starts", "2021-01-01"]
          call += ["--expect-rows", row[2], "--format", "csv", "--table", table]
          if round.isMultiple(of: 2) {
            call += ["--roster", "\(part)/roster.csv", "--mapping", "\(parts)/mapping.csv"]
            let adjustments = "\(part)/adjustments.csv"
            if FileManager.default.fileExists(atPath: adjustments) {
              call += ["--adjustments", adjustments]
            }
          }
          let paid = try Executable.run(call)
          try #require(paid.status == 0, "\(paid.errors)")
          let end = try #require(paid.output.firstIndex(of: "\n"))
          merged +=
            merged.isEmpty ? paid.output : String(paid.output[paid.output.index(after: end)...])
        }
        #expect(merged == whole.output, "\(table)")
      }
    }
  }

  @Test("What is wrong in a part is told of the line of the whole file")
  func sourceLines() throws {
    let folder = try ScratchFolder()
    let plan = try folder.write(Self.plan, to: "plan.yaml")
    let part = """
      close_date,rep,deal_id,amount,account,source_file,source_line
      2021-02-01,ann,D1,100,"two
      lines",all.csv,40
      2021-02-02,ann,D2,many,x,all.csv,77

      """
    let unreadable = try Executable.run(["pay", plan, folder.write(part, to: "part.csv")])
    #expect(unreadable.status == 65)
    #expect(unreadable.errors.hasPrefix("all.csv:77: error: "), "\(unreadable.errors)")
    let twice = part.replacing("D2,many", with: "D1,100")
    let duplicate = try Executable.run(["pay", plan, folder.write(twice, to: "part.csv")])
    #expect(duplicate.errors.contains("all.csv:77: error: "), "\(duplicate.errors)")
    #expect(duplicate.errors.contains("first on line 40"), "\(duplicate.errors)")
    let several = part.replacing("x,all.csv", with: "x,other.csv")
    let other = try Executable.run(["pay", plan, folder.write(several, to: "part.csv")])
    #expect(other.errors.hasPrefix("other.csv:77: error: "), "\(other.errors)")
  }

  @Test("Deals are checked across people before they are divided, and a team stays together")
  func together() throws {
    let folder = try ScratchFolder()
    let plan = try folder.write(Self.plan, to: "plan.yaml")
    let shares = """
      deal_id,rep,close_date,amount,share
      D1,ann,2021-02-01,100,60%
      D1,bob,2021-02-01,100,60%

      """
    let call = ["--into", "2", "--folder", folder.url.appending(path: "parts").path]
    let over = try Executable.run(["split", plan, folder.write(shares, to: "deals.csv")] + call)
    #expect(over.status == 65)
    #expect(over.errors.contains("deals.csv:3: error: "), "\(over.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(call[3])/parts.csv"))
    let team = [
      "split", "datasets/plans/manager-override.yaml", "datasets/deals/team-2021.csv",
      "--roster", "datasets/deals/team-2021-roster.csv",
      "--rates", "datasets/deals/team-2021-rates.csv",
      "--scores", "datasets/deals/team-2021-scores.csv",
    ]
    let whole = try Executable.run(team + call)
    try #require(whole.status == 0, "\(whole.errors)")
    let roster = try String(contentsOfFile: "\(call[3])/1/roster.csv", encoding: .utf8)
    let all = try String(
      contentsOf: Executable.root.appending(path: "datasets/deals/team-2021-roster.csv"),
      encoding: .utf8)
    #expect(Self.records(roster).count == Self.records(all + "\n").filter { $0 != [""] }.count)
    #expect(whole.errors.contains("there is 1 part"), "\(whole.errors)")
    let people = [
      "split", "datasets/plans/marginal-accelerators.yaml", "--into", "3",
      "--folder", folder.url.appending(path: "people").path,
    ]
    let divided = try Executable.run(people + team[2...6])
    #expect(divided.status == 0, "\(divided.errors)")
    #expect(!divided.errors.contains("there are"), "\(divided.errors)")
    let again = try Executable.run(team + call)
    #expect(again.status == 73, "an earlier run must not be mixed with this one")
  }

  @Test("A file that ended early is refused, and one that is to be empty is an answer")
  func expectedRows() throws {
    let folder = try ScratchFolder()
    let plan = try folder.write(Self.plan, to: "plan.yaml")
    let header = "deal_id,rep,close_date,amount\n"
    let rows = "D1,ann,2021-02-01,100\nD2,ann,2021-02-02,12000\n"
    func pay(_ text: String, _ rows: Int) throws -> Program.Result {
      let path = try folder.write(text, to: "deals.csv")
      let file = try Executable.run(
        ["pay", plan, path, "--expect-rows", "\(rows)", "--starts", "2021-01-01"])
      let stream = try Executable.run(
        ["pay", plan, "-", "--expect-rows", "\(rows)", "--starts", "2021-01-01"], input: text)
      #expect(file.status == stream.status)
      return file
    }
    #expect(try pay(header + rows, 2).status == 0)
    let early = try pay(header + rows, 3)
    #expect(early.status == 65)
    #expect(early.errors.contains("expected 3 data rows, read 2"), "\(early.errors)")
    #expect(try pay(header + rows, 1).status == 65)
    // Each cut that leaves all the rows there leaves the last one without its end.
    for cut in 1...4 { #expect(try pay(header + rows.dropLast(cut), 2).status == 65) }
    let empty = try pay(header, 0)
    #expect(empty.status == 0, "\(empty.errors)")
    #expect(try pay(header, 1).status == 65)
    #expect(try Executable.run(["pay", plan, folder.write(header, to: "d.csv")]).status == 65)
    let people = try Executable.run([
      "compare", "datasets/examples/sales-people.csv", "--expect-rows", "5",
    ])
    #expect(people.status == 65)
    #expect(people.errors.contains("expected 5 data rows"), "\(people.errors)")
  }

  @Test("The plan year is that of the plan, or the one that is said")
  func starts() throws {
    let folder = try ScratchFolder()
    let plan = try folder.write(Self.plan, to: "plan.yaml")
    let own = try folder.write(Self.plan + "\nyear starts: 2021-02-01\n", to: "own.yaml")
    let deals = try folder.write(
      "deal_id,rep,close_date,amount\nD1,ann,2021-12-01,100\n", to: "deals.csv")
    let said = try Executable.run(["pay", plan, deals, "--starts", "2021-02-01", "--format", "csv"])
    let written = try Executable.run(["pay", own, deals, "--format", "csv"])
    #expect(said.status == 0)
    #expect(said.output == written.output)
    #expect(try Executable.run(["pay", own, deals, "--starts", "2021-03-01"]).status == 64)
  }
}
