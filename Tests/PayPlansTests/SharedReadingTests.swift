import Amounts
import Findings
import PayPlans
import PlanFiles
import Tables
import TestSupport
import Testing

@testable import CSVReading

/// Deals are read a block at a time, by as many threads as there are: where a block ends, and who reads it,
/// must change nothing.
@Suite("Deals that several threads read")
struct SharedReadingTests {
  private static let plan = """
    plan: p
    currency: EUR
    clawback: {within: 6 months}
    measures:
      sales: {quota: 400000}
      core: {where: {product: Core}}
    components:
      - {commission: Sales, measure: sales, period: year, pay: 8%}
      - {commission: Core, measure: core, period: year, pay: 1%}

    """

  /// Rows of deals, of which some are split, lost, in another currency, cancelled or wrong.
  private static func rows(_ count: Int, using random: inout SeededGenerator) -> [String] {
    (0..<count).map { row in
      func one(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
      let month = Int.random(in: 1...12, using: &random)
      let amount = one(["\(row).50", "\(row)", "-12.5", "\"1,234.00\"", row % 40 == 7 ? "x" : "7"])
      return [
        "D\(row / 2 * (row % 3 == 0 ? 2 : 1) + row % 2)", one(["ana", "ben", "c@example.com", ""]),
        "2021-\(month < 10 ? "0" : "")\(month)-1\(row % 10)", amount,
        one(["EUR", "EUR", "USD", "euro"]), one(["", "60%", "0.4", "100%"]),
        one(["Closed Won", "Closed Won", "Closed Lost", "Open"]), one(["Core", "Öl", ""]),
        one(["", "", "2021-12-31"]), "all.csv", "\(row * 3 + 2)",
      ].joined(separator: ",")
    }
  }

  private static let header =
    "deal_id,rep,close_date,amount,currency,share,stage,product,cancelled_date,source_file,source_line"

  /// What a reading comes to, word by word.
  private static func reading(
    _ rows: [String], blockSize: Int, threads: Int?, _ plan: Plan
  ) throws -> [String] {
    let text = ([header] + rows).joined(separator: "\n")
    var file = try CSVFile(
      bytes: Array(text.utf8), name: "deals.csv", options: CSVOptions(keepsRejects: true))
    file.blockSize = blockSize
    var options = TableOptions()
    options.threads = threads
    var table = try InputTable(file, .deals, options)
    do throws(InputFailure) {
      let read = try DealReading(&table, plan)
      return read.deals.rows.map {
        "\($0.id) \($0.rep) \($0.closeDate) \($0.amount) \($0.isWon) \($0.share) \($0.dates) \($0.texts) \($0.currency?.code ?? "") \($0.line ?? 0)"
      } + read.deals.facts.map { "\($0)" } + read.leftOut.map { "\($0)" }.sorted()
        + read.findings.findings.map { "\($0)" } + ["\(table.account as TableAccount?)"]
        + ["\(read.deals.file) \(String(decoding: table.rejects, as: UTF8.self))"]
    } catch {
      return error.log.findings.map { "\($0)" }
    }
  }

  @Test("Blocks of any size on any number of threads", arguments: 0..<8)
  func blocks(_ batch: Int) throws {
    var random = SeededGenerator(seed: FreshSeed.value &* 8 &+ UInt64(batch))
    let plan = try Plan.read(yaml: Self.plan, file: "plan.yaml").plan
    var rows = Self.rows(300, using: &random)
    // Files without an error are paid on, and tell more.
    if batch % 2 == 0 {
      rows = rows.filter { row in
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        return !cells[1].isEmpty && !row.contains(",x,") && cells[4] != "euro"
      }
    }
    if batch % 4 < 2 { rows = rows.map { $0.replacing(",EUR,", with: ",,") } }
    let whole = try Self.reading(rows, blockSize: 1 << 20, threads: 1, plan)
    for (blockSize, threads) in [(200, 1), (700, 2), (1500, nil), (5000, 4)] as [(Int, Int?)] {
      let other = try Self.reading(rows, blockSize: blockSize, threads: threads, plan)
      #expect(
        other == whole, "ONTARGET_TEST_SEED=\(FreshSeed.value), batch \(batch), \(blockSize) bytes")
    }
  }

  @Test("Copies of rows are left out as if they were not there, wherever the blocks end")
  func copies() throws {
    var random = SeededGenerator(seed: 11)
    let plan = try Plan.read(yaml: Self.plan, file: "plan.yaml").plan
    let rows = (0..<400).map { row in
      "D\(row),ana,2021-05-1\(row % 10),\(row).25,,,Closed Won,Core,,,"
    }
    var copied = rows
    for _ in 0..<20 {
      // A copy stands behind what it is one of.
      let row = Int.random(in: 0..<rows.count, using: &random)
      let place = (copied.firstIndex(of: rows[row]) ?? 0) + 1
      copied.insert(rows[row], at: Int.random(in: place...copied.count, using: &random))
    }
    func deals(_ rows: [String], _ threads: Int?) throws -> (Deals, TableAccount?) {
      var file = try CSVFile(
        bytes: Array(([Self.header] + rows).joined(separator: "\n").utf8), name: "deals.csv")
      file.blockSize = 600
      var options = TableOptions()
      options.threads = threads
      var table = try InputTable(file, .deals, options)
      return (try DealReading(&table, plan).deals, table.account)
    }
    let once = try deals(rows, 1).0.rows.map { "\($0.id) \($0.amount)" }
    #expect(once.count == 400)
    for threads in [1, 2, nil] {
      let (read, account) = try deals(copied, threads)
      #expect(read.rows.map { "\($0.id) \($0.amount)" } == once)
      #expect(account?.setAside.map { "\($0.rule) \($0.rows)" } == ["duplicate-row 20"])
    }
  }
}
