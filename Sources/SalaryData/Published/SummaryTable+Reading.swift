public import Amounts
public import CSVReading
public import Findings

extension SummaryTable {
  /// Whether a header is that of an OEWS table, as the Bureau of Labor Statistics publishes them or
  /// as they are bundled; case is ignored.
  public static func recognizes(header: [String]) -> Bool {
    let names = Set(header.map { $0.lowercased() })
    return names.contains("a_median")
      && (names.contains("occ_code") || names.contains("occ_title"))
  }

  /// Reads an OEWS table.
  ///
  /// The reference period is the one given, else that of the row's `reference_period`, else May of
  /// the year in the name of the file, as in `national_M2021_dl.csv` or `oews2021.csv`.
  ///
  /// - Complexity: O(size of the file).
  public init(
    path: String, topCodes: TopCodes, referencePeriod: YearMonth? = nil,
    options: CSVOptions = CSVOptions()
  ) throws(InputFailure) {
    try self.init(
      CSVFile(path: path, options: options), topCodes: topCodes, referencePeriod: referencePeriod)
  }

  /// Reads an OEWS table from an open file.
  ///
  /// - Complexity: O(size of the file).
  public init(
    _ file: CSVFile, topCodes: TopCodes, referencePeriod: YearMonth? = nil
  ) throws(InputFailure) {
    guard Self.recognizes(header: file.header) else {
      throw InputFailure(
        .badData,
        Finding(
          "summary.unknown-columns", at: file.headerPlace,
          "this is no OEWS table: it has no columns OCC_CODE and A_MEDIAN"))
    }
    let reader = SummaryRowReader(
      header: file.header, topCodes: topCodes, givenPeriod: referencePeriod,
      filePeriod: Self.period(inName: file.name))
    var groups: [SummaryGroup] = []
    let tally = try file.records { (record) throws(InputFailure) in
      if let group = reader.group(&record) { groups.append(group) }
    }
    self.init(path: file.name, groups: groups, tally: tally)
  }

  /// How to say of when a table is that does not say it itself.
  public static let dateRemedy: Inline = """
    say \(.parameter(.date, "2021-05")), or put the year into the name of the file, as in \
    national_M2021_dl.csv
    """

  /// Whether a file says of when it is, in a column or its name.
  public static func isDated(_ file: CSVFile) -> Bool {
    file.header.contains { $0.lowercased() == "reference_period" }
      || period(inName: file.name) != nil
  }

  /// Whether some group does not say of when it is.
  public var isUndated: Bool { groups.contains { $0.referencePeriod == nil } }

  /// Reads the one year in the last component of a path; OEWS refers to May.
  ///
  /// Years are written with four digits, as in "national_M2021_dl.csv" and "oews2021.csv", or as the
  /// bureau's archives are named, "oesm21nat.csv". A name with several years says nothing.
  static func period(inName path: String) -> YearMonth? {
    let name = (path.split(separator: "/").last ?? "").lowercased()
    var years: Set<Int> = []
    var before = ""
    for run in name.split(whereSeparator: { !$0.isASCII || !$0.isNumber && !$0.isLetter })
      .flatMap(Self.runs)
    {
      if let number = Int(run) {
        switch run.utf8.count {
        case 4: years.insert(number)
        case 2 where before == "oesm": years.insert(number < 97 ? 2000 + number : 1900 + number)
        default: break
        }
      }
      before = run
    }
    let known = years.filter((1997...2100).contains)
    return known.count == 1 ? known.first.flatMap { YearMonth(year: $0, month: 5) } : nil
  }

  /// The runs of digits and of other characters in a word.
  private static func runs(in word: Substring) -> [String] {
    var runs: [String] = []
    for character in word {
      if let last = runs.last?.last, last.isNumber == character.isNumber {
        runs[runs.count - 1].append(character)
      } else {
        runs.append(String(character))
      }
    }
    return runs
  }
}

/// A cell that cannot be read.
private struct BadCell: Error {
  var finding: Finding
}

/// Reads the rows of an OEWS table by the bureau's own column names.
private struct SummaryRowReader {
  private let columns: [String: Int]
  private let topCodes: TopCodes
  private let givenPeriod: YearMonth?
  private let filePeriod: YearMonth?

  init(
    header: [String], topCodes: TopCodes, givenPeriod: YearMonth?, filePeriod: YearMonth?
  ) {
    columns = Dictionary(
      header.enumerated().map { ($1.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    self.topCodes = topCodes
    self.givenPeriod = givenPeriod
    self.filePeriod = filePeriod
  }

  /// Returns the group of a row, or rejects the row for every cell that is wrong.
  func group(_ record: inout CSVRecord) -> SummaryGroup? {
    var isSound = true
    var period = givenPeriod ?? filePeriod
    if givenPeriod == nil, let column = columns["reference_period"] {
      if let written = YearMonth(iso: record.text(column)) {
        period = written
      } else {
        isSound = false
        record.reject(
          record.finding(
            "summary.bad-period", field: column,
            "\"\(record.text(column))\" is not a month like 2021-05"))
      }
    }
    func cell(_ name: String) -> SummaryCell {
      guard let column = columns[name] else { return .missing }
      do throws(BadCell) {
        return try self.cell(record, column, period)
      } catch {
        isSound = false
        record.reject(error.finding)
        return .missing
      }
    }
    let group = SummaryGroup(
      referencePeriod: period,
      occupation: code(record, "occ_code", "occ_title"),
      industry: code(record, "naics", "naics_title"),
      area: text(record, "area_title"),
      employment: cell("tot_emp"), employmentRSE: cell("emp_prse"),
      mean: cell("a_mean"), meanRSE: cell("mean_prse"),
      percentiles: [
        .p10: cell("a_pct10"), .p25: cell("a_pct25"), .p50: cell("a_median"),
        .p75: cell("a_pct75"), .p90: cell("a_pct90"),
      ])
    return isSound ? group : nil
  }

  /// Reads a number or one of the bureau's marks.
  private func cell(
    _ record: borrowing CSVRecord, _ column: Int, _ period: YearMonth?
  ) throws(BadCell) -> SummaryCell {
    let text = record.text(column).filter { !$0.isWhitespace }
    switch text {
    case "": return .missing
    case "*", "**": return .suppressed
    case "#":
      if let bound = period.flatMap({ topCodes.annualBound(for: $0) }) {
        return .topCoded(lowerBound: bound)
      }
      throw BadCell(
        finding: record.finding(
          "summary.unknown-top-code", field: column,
          period.map { month -> Inline in "no top code is known for \(month)" }
            ?? "the date of this table is not known",
          remedy: period == nil
            ? SummaryTable.dateRemedy
            : "add the bound of that year to oews-top-codes.csv"))
    default:
      guard let number = Double(text.filter { $0 != "," }), number.isFinite, number >= 0 else {
        throw BadCell(
          finding: record.finding(
            "summary.bad-cell", field: column,
            "\"\(text)\" is neither a number nor one of the marks #, * and **"))
      }
      return .value(number)
    }
  }

  private func code(
    _ record: borrowing CSVRecord, _ code: String, _ title: String
  ) -> SummaryGroup.Class {
    SummaryGroup.Class(code: text(record, code), title: text(record, title))
  }

  private func text(_ record: borrowing CSVRecord, _ name: String) -> String {
    columns[name].map { record.text($0) } ?? ""
  }
}
