internal import Amounts
internal import Answers
internal import CSVReading
internal import Findings
internal import PayAnswers
internal import PayPlans
internal import PlanFiles
internal import Reporting
internal import Tables

/// Checks a table that a plan is run on: what its columns are for, and what would be paid on.
struct PayTableChecker {
  /// How the table is read.
  let options: TableOptions
  /// The plan that is to be run; without one the columns alone are checked.
  let plan: Plan?
  /// The people, where a file has them.
  let roster: String?

  /// Checks a table of a known kind.
  func check(_ table: InputTable) throws(InputFailure) -> FileCheck.File {
    if table.kind == .deals, let plan { return try check(table, for: plan) }
    return FileCheck.File(
      path: table.file.name, kind: table.kind.title,
      contents: columns(of: table) + [
        "It would be read by \(.code("pay")) and \(.code("reconcile")); with a plan it is checked row by row."
      ],
      mapping: table.mapping,
      rows: nil, rejected: nil, log: table.log)
  }

  private func check(_ table: InputTable, for plan: Plan) throws(InputFailure) -> FileCheck.File {
    let reading = try DealReading(table, plan)
    var deals = reading.deals
    var log = reading.findings
    if let roster {
      let (people, findings) = try Roster.read(path: roster, for: plan, options)
      deals = deals.namingOwners(by: people)
      log.add(findings)
      log.add(deals.strangers(to: people))
    }
    var sentences = columns(of: reading.table)
    sentences.append(account(of: reading.account))
    let paid = deals.rows.filter { plan.looksAt($0, in: deals) }
    let days = paid.map { $0.closeDate }
    if let first = days.min(), let last = days.max() {
      let people = Set(paid.map { $0.rep }).count
      sentences.append(
        "\(.number(Set(paid.map { $0.id }).count)) deals of \(.number(people)) people, closed from \(.date(first)) to \(.date(last)), are paid on."
      )
    }
    return FileCheck.File(
      path: table.file.name, kind: table.kind.title, contents: sentences,
      mapping: reading.table.mapping, rows: reading.account.rows, rejected: reading.account.refused,
      log: log)
  }

  private func columns(of table: InputTable) -> [Inline] {
    table.columns.map { column in
      column.role.map { "\(.code($0)) is \"\(column.name)\": \(column.reason)." }
        ?? "\"\(column.name)\" is not used: \(column.reason)."
    }
  }

  private func account(of account: TableAccount) -> Inline {
    let rules = account.setAside.map(\.words).joined(separator: ", ")
    let setAside: Inline = rules.isEmpty ? .empty : "; set aside: \(rules)"
    return
      "Of \(.number(account.rows)) rows \(.number(account.used)) are used and \(.number(account.refused)) refused\(setAside)."
  }
}
