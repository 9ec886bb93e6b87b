internal import Amounts
internal import CSVReading
internal import Findings
internal import PayPlans
internal import PlanFiles
internal import Tables

/// A roster as it is written, with the numbers that quotas go by, to be written again with quotas.
struct QuotaRoster {
  /// A row of the file.
  struct Row {
    let rep: String
    let line: Int
    let place: Place
    var fields: [String]
    /// The numbers in the columns that quotas go by; nil where a cell is empty.
    let numbers: [Ratio?]
  }

  let header: [String]
  let headerPlace: Place
  let rows: [Row]
  /// The position of the column with quotas; nil where there is none yet.
  let quotaColumn: Int?
  let quotaName: String
  let writesComma: Bool
  /// The people.
  let people: Roster
  let findings: FindingLog

  /// Reads a roster.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - plan: The plan that people are on.
  ///   - names: The columns that quotas go by.
  ///   - options: How tables are read.
  /// - Throws: `.badData` with every error in it, among them a person without a number.
  init(
    path: String, plan: Plan, names: [String], _ options: TableOptions
  ) throws(InputFailure) {
    var table = try InputTable(path: path, .roster, options)
    var raw = table
    let (people, found) = try Roster.read(&table, for: plan)
    let measures = plan.measures.filter { !$0.isScored }
    var columns: [TableColumn] = []
    for name in names {
      guard let column = try raw.column(named: name, .amount) else {
        throw InputFailure(
          .badData,
          Finding(
            "quotas.column", at: raw.headerPlace,
            "the roster has no column \"\(name)\" that quotas could go by",
            remedy: NearMiss.remedy(for: name, among: raw.file.header)))
      }
      columns.append(column)
    }
    let own = measures.count > 1 ? plan.primaryMeasure.map { "quota \($0.name)" } : nil
    var quota =
      try own.map { (name) throws(InputFailure) in try raw.column(named: name, .amount) }
      ?? nil
    // A column for the quota is that of the one measure which has one, as it is for whoever reads the file.
    let withQuota = measures.filter { $0.quota != nil }
    if quota == nil, (withQuota.isEmpty ? measures : withQuota).count == 1 {
      quota = raw.column("quota")
    }
    guard let rep = raw.column("rep") else { throw InputFailure(.badData, raw.log) }
    let width = raw.file.header.count
    let (rows, _) = try raw.rows(into: { [Row]() }) {
      (rows, record, cells) throws(InputFailure) in
      let name = cells.name(rep, &record)
      let numbers = columns.map { column -> Ratio? in
        guard let number = cells.money(column, &record)?.value else { return nil }
        if number < .zero {
          record.reject(
            record.finding(
              "quotas.no-value", field: column.position, "\(column.name) must not be negative"))
        }
        return number
      }
      rows.append(
        Row(
          rep: name, line: record.line, place: record.place(rep.position),
          fields: (0..<width).map { record.text($0) }, numbers: numbers))
    }
    try raw.check()
    header = raw.file.header
    headerPlace = raw.headerPlace
    self.rows = rows
    quotaColumn = quota?.position
    quotaName = own ?? "quota"
    writesComma = raw.mapping.contains { $0.role == "decimal" && $0.column == "comma" }
    self.people = people
    findings = found
  }

  /// The numbers of people in one of the columns: of each the first that a row has.
  func numbers(_ column: Int) -> [String: Ratio] {
    rows.reduce(into: [:]) { numbers, row in
      if numbers[row.rep] == nil { numbers[row.rep] = row.numbers[column] }
    }
  }

  /// Where a person first stands.
  func place(of rep: String) -> Place {
    rows.first { $0.rep == rep }?.place ?? headerPlace
  }

  /// The file with quotas of a full year in the rows with these lines, and all else as it was.
  func text(with quotas: [Int: Ratio]) -> String {
    let writer = CSVWriter()
    let position = quotaColumn ?? header.count
    func placed(_ fields: [String], _ text: String?) -> [String] {
      var fields = fields
      if position == fields.count { fields.append("") }
      if let text { fields[position] = text }
      return fields
    }
    let head = quotaColumn == nil ? placed(header, quotaName) : header
    return rows.reduce(writer.record(head)) { text, row in
      text + writer.record(placed(row.fields, quotas[row.line].map(written)))
    }
  }

  /// A number with as many decimals as it needs, up to two, as the numbers of the file are written.
  private func written(_ number: Ratio) -> String {
    if let whole = number.numerator, number.isInteger { return "\(whole)" }
    let cents = (try? number * 100)?.rounded().numerator ?? 0
    let (whole, rest) = cents.quotientAndRemainder(dividingBy: 100)
    return "\(whole)\(writesComma ? "," : ".")\(rest < 10 ? "0" : "")\(rest)"
  }
}
