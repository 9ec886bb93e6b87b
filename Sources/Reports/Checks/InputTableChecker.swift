internal import Amounts
internal import Answers
internal import CSVReading
internal import Findings
internal import MarketAnswers
internal import MarketFiles
internal import MarketPricing
internal import PayAnswers
internal import PayPlans
internal import PlanFiles
internal import Regulations
internal import Reporting
internal import SalaryData
internal import Tables

/// Checks a table whose kind is known: what its columns are for, what is wrong, and what reads it.
struct InputTableChecker {
  /// The plan that is to be run; without one, of what depends on it the columns alone are checked.
  let plan: Plan?
  /// The people, where a file has them.
  let roster: String?
  /// The currency of gifts.
  let giftCurrency: Currency
  /// The words for men and women.
  let sexes: Vocabulary
  /// The pay from which on OEWS prints none.
  let topCodes: TopCodes

  /// Checks a table of a known kind; of one that cannot be read, what its columns are for is told all
  /// the same.
  func check(_ opened: InputTable) throws(InputFailure) -> FileCheck.File {
    var table = opened
    var sentences: [Inline] = []
    var others: [TableMapping.Row] = []
    var log: FindingLog
    do throws(InputFailure) {
      log = try read(&table, &sentences, &others)
    } catch {
      guard error.code == .badData else { throw error }
      log = error.log
    }
    if let account = table.account { sentences.insert(words(for: account), at: 0) }
    return FileCheck.File(
      path: table.file.name, kind: table.kind.title, contents: columns(of: table) + sentences,
      mapping: table.mapping + others, rows: table.account?.rows, rejected: table.account?.refused,
      rejects: table.rejects, log: log)
  }

  /// Reads a table as its kind is read, and adds what is worth telling, and how the tables beside it are read.
  private func read(
    _ table: inout InputTable, _ sentences: inout [Inline], _ others: inout [TableMapping.Row]
  ) throws(InputFailure) -> FindingLog {
    if table.kind == .deals, let plan {
      return try readDeals(&table, for: plan, &sentences, &others)
    }
    if let call = FileKind.table(table.kind).call(reading: table.file.name) {
      sentences.append("It is read by \(.code("ontarget \(call)")).")
    }
    if table.kind == .surveys {
      let read = try SurveyCuts(&table, SurveyCuts.Defaults(topCodes: topCodes))
      if !read.cuts.isEmpty { sentences.append(sentence(on: read.cuts)) }
      return read.findings
    }
    if table.kind == .filings {
      let filings = try FilingTable(&table)
      let review = FilingReview(filings)
      let ofEmployers: Inline = "Of \(.number(review.employers)) employers"
      let some = Inline.number(review.employers - review.consistent)
      sentences.append("\(ofEmployers) \(some) have something that does not fit together.")
      return filings.findings
    }
    let (log, isRead) = try read(&table)
    if !isRead { sentences.append("With \(.parameter(.plan)) it is checked row by row.") }
    return log
  }

  /// Reads a table as its kind is read.
  ///
  /// - Returns: What was found, and whether the rows could be read without a plan.
  private func read(_ table: inout InputTable) throws(InputFailure) -> (FindingLog, isRead: Bool) {
    switch table.kind {
    case .scores: return (try Scores.read(&table).findings, true)
    case .rates: return (try MonthlyRates.read(&table).findings, true)
    case .receipts: return (try Receipts(&table).findings, true)
    case .gifts: return (try GiftRegister(&table, currency: giftCurrency).findings, true)
    case .matches: return (try JobMatches(&table).findings, true)
    case .grades: return (try GradeTable(&table).findings, true)
    case .employees: return (try Employees(&table).findings, true)
    case .results: return (try PastResults(&table).findings, true)
    case .history: return (try AttainmentHistory(&table, path: table.file.name).findings, true)
    case .payroll: return (try EmployeeTable(&table, for: nil, sexes: sexes).findings, true)
    default: break
    }
    guard let plan else { return (table.log, false) }
    switch table.kind {
    case .roster: return (try Roster.read(&table, for: plan).findings, true)
    case .payments: return (try Payment.read(&table, for: plan).findings, true)
    case .adjustments: return (try Adjustment.read(&table, plan.currency).findings, true)
    default: return (table.log, false)
    }
  }

  private func readDeals(
    _ table: inout InputTable, for plan: Plan, _ sentences: inout [Inline],
    _ others: inout [TableMapping.Row]
  ) throws(InputFailure) -> FindingLog {
    let reading = try DealReading(&table, plan)
    var deals = reading.deals
    var log = reading.findings
    var people: Roster?
    if let roster {
      var rosterTable = try InputTable(path: roster, .roster, table.options)
      let (listed, findings) = try Roster.read(&rosterTable, for: plan)
      others = rosterTable.mapping
      deals = deals.naming(by: OwnerNames(listed))
      log.add(findings)
      log.add(deals.strangers(to: listed))
      people = listed
    }
    for finding in plan.findings(on: deals, roster: people) { log.add(finding) }
    let known = people?.reps.reduce(into: [:]) { $0[$1.id] = $1 }
    // Of people on other plans only teams are credited.
    let paid = deals.rows.filter { deal in
      let isOnPlan =
        known.map { $0[deal.rep]?.assignment(on: deal.closeDate)?.isOn(plan) ?? false } ?? true
      return (isOnPlan || plan.usesTeams) && plan.looksAt(deal, in: deals)
    }
    let days = paid.map { $0.closeDate }
    if let first = days.min(), let last = days.max() {
      let people: Inline = "\(.number(Set(paid.map { $0.rep }).count)) people"
      sentences.append(
        "\(.number(Set(paid.map { $0.id }).count)) deals of \(people), closed from \(.date(first)) to \(.date(last)), are paid on."
      )
    }
    return log
  }

  /// What `price` finds in cuts.
  private func sentence(on cuts: [SurveyCut]) -> Inline {
    let days = cuts.map(\.effective)
    let jobs = Set(cuts.map { $0.jobCode ?? $0.jobTitle ?? "" }).count
    let minimum = MinimumData()
    let few = cuts.count { minimum.reason(toSetAside: $0) != nil }
    let (first, last) = (days.min() ?? days[0], days.max() ?? days[0])
    let span: Inline = first == last ? .date(first) : "\(.date(first)) to \(.date(last))"
    let count: Inline = "\(.number(cuts.count)) cuts"
    let ofJobs: Inline = "of \(.number(jobs)) jobs"
    return """
      \(count) \(ofJobs), as of \(span); \(.number(few)) rest on fewer than \
      \(minimum.organizations) employers or \(minimum.incumbents) people, which a price leaves out.
      """
  }

  private func columns(of table: InputTable) -> [Inline] {
    table.columns.map { column in
      column.role.map { "\(.code($0)) is \"\(column.name)\": \(column.reason)." }
        ?? "\"\(column.name)\" is not used: \(column.reason)."
    }
  }

  private func words(for account: TableAccount) -> Inline {
    let rules = account.setAside.map(\.words).joined(separator: ", ")
    let setAside: Inline = rules.isEmpty ? .empty : "; set aside: \(rules)"
    let rows: Inline = "\(.number(account.rows)) rows"
    return
      "Of \(rows) \(.number(account.used)) are used and \(.number(account.refused)) refused\(setAside)."
  }
}
