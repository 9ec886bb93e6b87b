import Amounts
import Findings
import Foundation
import PayPlans
import PlanFiles
import Tables
import TestSupport
import Testing

/// Files that are large in one direction cost no more than their size.
///
/// Bands cost their cube before, which is most of an hour here; the limit is far from what they cost now.
@Suite("Large files", .timeLimit(.minutes(20)))
struct LargeInputTests {
  @Test(
    "A chain of 20,000 managers is walked once, and a deal at its end counts for those above it")
  func chain() throws {
    let plan = try Plan.read(
      yaml: """
        plan: Managers
        currency: USD
        measures:
          team: {team: true}
        components:
          - override: Override
            measure: team
            period: year
            pay: 1%
        """, file: "plan.yaml"
    ).plan
    let count = 20_000
    // Only the last few are paid by this plan, and the first manager has a deal of the own as well.
    let reps = (0..<count).map { index in
      Rep(
        "p\(index)", plan: index < count - 3 ? "Other" : nil,
        manager: index + 1 < count ? "p\(index + 1)" : nil)
    }
    let roster = Roster(reps)
    #expect(roster.managerLoops().isEmpty)
    let deals = try Deals.read(
      csv: """
        deal_id,rep,close_date,amount
        D1,p0,2021-01-10,1000
        D2,p9000,2021-01-10,500
        D3,p\(count - 2),2021-01-10,100
        """, file: "deals.csv", for: plan
    ).deals
    let run = try plan.statements(for: deals, roster: roster)
    #expect(run.statements.map(\.incentivePaid.fixedPoint) == ["15.00", "15.00", "16.00"])
  }

  @Test("A loop at the end of a long chain is found once")
  func loop() {
    let reps = (0..<20_000).map { Rep("p\($0)", manager: "p\($0 == 19_999 ? 19_990 : $0 + 1)") }
    let loops = Roster(reps).managerLoops()
    #expect(loops.count == 1)
    #expect(loops.first?.message.plainText.hasSuffix("p19999 → p19990") == true)
  }

  @Test("Thousands of bands pay what each of them pays, added up")
  func bands() throws {
    // The rate of the band from 1,000 (i - 1) to 1,000 i is i hundredths of a percent.
    let count = 2_000
    let rows = (1..<count).map { "      - {to: \($0 * 1000), pay: \(Double($0) / 100)%}" }
    let plan = try Plan.read(
      yaml: """
        plan: Many bands
        currency: USD
        measures:
          sales: {}
        components:
          - commission: Sales
            measure: sales
            period: year
            tiers: marginal
            rates:
        \(rows.joined(separator: "\n"))
              - {pay: 20%}
        """, file: "plan.yaml"
    ).plan
    let deals = (1...100).map { (day: "2021-03-01", amount: "\($0 * 100)") }
    let statement = try plan.run(deals)
    // 505,000 is 505 whole bands: 0.1 × (1 + 2 + … + 505).
    #expect(statement.incentivePaid.fixedPoint == "12776.50")
    #expect(statement.lines.count == 100)
  }

  // Python: base64.b64encode(gzip.compress(TEXT, mtime=0)) of the header and rows D1 to D4, and of rows D1 to D3 and
  // D1 again.
  @Test(
    "A compressed table with more rows than are kept is refused with a word, at the first row too many; others are not"
  )
  func rows() throws {
    let plan = try Plan.read(path: datasets("plans/flat-rate.yaml")).plan
    var options = TableOptions()
    options.rowLimit = 3
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "deals.csv.gz")
    func read(_ base64: String) throws -> Int {
      try #require(Data(base64Encoded: base64)).write(to: file)
      return try Deals.read(path: file.path, for: plan, options).deals.rows.count
    }
    // A copy is none of them.
    #expect(
      try read(
        "H4sIAAAAAAACA4XNwQmAMAwF0LtTOMAvJHUEu4PHEkwQoaZi6/7iBL0/eGpS8ql47MZearOs0g1y1dc7WpfDpsQQd0SKHIgDE5iIsP5c56"
          + "36lOJQLEMxWj6ut1PaqwAAAA==") == 3)
    let four =
      "H4sIAAAAAAACA0tJTcyJz0zRKUot0EnOyS9OjU9JLEnVSczNL80r0SkuSUxP5XIx1EnMy9MxMjAy1DUw1DU00DE0MDDQcQYpT1EIz8/jcjEiqM"
      + "KYoAoTAioALqgDWqsAAAA="
    let failure = #expect(throws: InputFailure.self) { try read(four) }
    #expect(
      failure?.description == """
        \(file.path):5:1: error: the compressed table has more than 3 different rows
          unpack it, or leave out what is not needed
        """)
    let rows = (1...4).map { "D\($0),ann,2021-01-10,1000,Closed Won" }
    let plain = try Deals.read(
      csv: (["deal_id,rep,close_date,amount,stage"] + rows).joined(separator: "\n"),
      file: "deals.csv", for: plan, options)
    #expect(plain.deals.rows.count == 4)
  }

  @Test(
    "Strangers in thousands are counted, and the names near them looked for only where they are shown"
  )
  func strangers() throws {
    let plan = try Plan.read(path: datasets("plans/flat-rate.yaml")).plan
    let roster = Roster((0..<3_000).map { Rep("person-\($0)") })
    let rows = (0..<3_000).map { "D\($0),stranger-\($0),2021-01-10,1000,Closed Won" }
    let deals = try Deals.read(
      csv: (["deal_id,rep,close_date,amount,stage"] + rows).joined(separator: "\n"),
      file: "deals.csv", for: plan
    ).deals
    #expect(deals.strangers(to: roster).count(of: .error) == 3_000)
  }
}
