internal import Amounts
internal import CSVReading
public import Findings
public import GapReporting
public import Tables

extension TableKind {
  /// Pay gaps as employers reported them, with a row for each, in per cent.
  public static let filings: TableKind = TableKind(
    "filings", "pay gaps that employers reported",
    [
      TableRole("employer", .text, isNeeded: true), TableRole("employer_id", .text),
    ]
      + GapFiling.Figure.allCases.map { figure in
        TableRole(
          figure.rawValue, .amount,
          isNeeded: [.meanHourlyGap, .medianHourlyGap].contains(figure))
      } + [
        TableRole("marked_late", .flag), TableRole("due", .date), TableRole("submitted", .date),
      ])
}

/// The filings of employers, read from a table.
public struct FilingTable: Sendable {
  /// The filings, in the order of the file.
  public let filings: [GapFiling]
  /// Where the name of each employer stands.
  public let places: [Place]
  /// The numbers that the table has columns for.
  public let figures: Set<GapFiling.Figure>
  /// Whether it tells when filings were handed in, or that they were late.
  public let tellsLateness: Bool
  /// The rows that were read.
  public let rows: Int
  /// What is worth knowing about the file.
  public let findings: FindingLog

  /// Reads a table that is open.
  ///
  /// - Throws: `.badData` with every cell that cannot be read.
  /// - Complexity: O(size of the file).
  package init(_ table: inout InputTable) throws(InputFailure) {
    let employer = table.required("employer")
    for figure: GapFiling.Figure in [.meanHourlyGap, .medianHourlyGap] {
      _ = table.required(figure.rawValue)
    }
    try table.check()
    guard let employer else { throw InputFailure(.badData, table.log) }
    let columns = table.columns
    func column(_ role: String) -> TableColumn? { columns.first { $0.role == role } }
    let figures = GapFiling.Figure.allCases.compactMap { figure in
      column(figure.rawValue).map { (figure: figure, column: $0) }
    }
    let (id, marked) = (column("employer_id"), column("marked_late"))
    let (due, submitted) = (column("due"), column("submitted"))
    let (found, tally) = try table.rows(into: { [(GapFiling, Place)]() }) {
      (found, record, cells) throws(InputFailure) in
      var filing = GapFiling(cells.name(employer, &record), id: cells.text(id, record))
      for (figure, column) in figures {
        filing.figures[figure] = Self.percent(column, &record, &cells)
      }
      filing.isMarkedLate = marked.flatMap { cells.flag($0, &record) }
      filing.due = due.flatMap { cells.date($0, &record) }
      filing.submitted = submitted.flatMap { cells.date($0, &record) }
      found.append((filing, record.place(employer.position)))
    }
    try table.check()
    filings = found.map(\.0)
    places = found.map(\.1)
    self.figures = Set(figures.map(\.figure))
    tellsLateness = marked != nil || due != nil && submitted != nil
    rows = tally.rows
    findings = table.log
  }

  /// Reads a number of per cent, with the sign or without.
  private static func percent(
    _ column: TableColumn, _ record: inout CSVRecord, _ cells: inout TableCells
  ) -> Ratio? {
    guard let number = cells.amount(column, in: nil, orPercentage: true, &record) else {
      return nil
    }
    return record.text(column.position).contains("%") ? try? number * 100 : number
  }
}
