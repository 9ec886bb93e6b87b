public import Amounts
internal import Answers
internal import CSVReading
internal import Findings
public import SalaryData
internal import Statistics

/// People with their pay in one currency and at one date, from one or several files.
public struct PeopleData: Sendable {
  /// The people, with their pay under the name of its role.
  public let table: SalaryTable
  /// Which pay counts.
  public let pay: ColumnRole
  /// The currency of all pay.
  public let currency: Currency
  /// The month of the pay; nil where nothing says.
  public let date: YearMonth?
  /// How each file was read; none for people who are from no file.
  public let readings: [SalaryReading]

  /// Creates people.
  public init(
    _ table: SalaryTable, pay: ColumnRole, currency: Currency, date: YearMonth? = nil,
    readings: [SalaryReading] = []
  ) {
    self.table = table
    self.pay = pay
    self.currency = currency
    self.date = date
    self.readings = readings
  }
}

// MARK: From files

extension PeopleData {
  /// What is read from files besides the pay.
  struct Wanted {
    /// The columns to group by; nil takes what people most want compared.
    var grouping: [String]?
    /// The columns by whose values groups are compared too.
    var splitting: [String] = []
    /// The columns that pay is adjusted by.
    var adjusting: [String] = []
    /// Roles that are read where a file has them.
    var roles: [ColumnRole] = []
    /// Whether the roles of job titles are read where a file has titles.
    var hasTitles = false
  }

  /// Reads files, keeps the people who fit the conditions and brings their pay to one date.
  ///
  /// - Returns: The people, and the columns that they are grouped by.
  static func read(
    _ files: [CSVFile], of data: MarketData, _ design: SurveyDesign, _ wanted: Wanted,
    _ datasets: Datasets, _ reading: inout Reading
  ) throws(InputFailure) -> (people: PeopleData, columns: [String]) {
    try design.requireKind(ofWeight: data.weight)
    let vocabularies = try datasets.salaryVocabularies()
    var grouping = wanted.grouping
    var readings: [SalaryReading] = []
    for file in files {
      var options = data.salaries
      try design.prepare(&options, weight: data.weight, header: file.header)
      let recognition = try SalaryReader(vocabularies, options: options).recognize(file)
      if data.weight == nil, let name = recognition.name(of: .weight) {
        reading.findings.add(SurveyDesign.unusedWeights(name, file: file.name))
      }
      let columns = grouping ?? Self.defaultColumns(recognition)
      grouping = columns
      options.columns +=
        columns + wanted.splitting + wanted.adjusting + data.conditions.map(\.column)
      options.columns += (wanted.roles + [.date]).filter { recognition.position(of: $0) != nil }
        .map(\.rawValue)
      if wanted.hasTitles, recognition.position(of: .title) != nil {
        options.columns.append(Self.roleOfTitle)
      }
      let read = try SalaryReader(vocabularies, options: options).read(file)
      try Characteristic.refusePayAndGroups(wanted.adjusting, read, grouping: columns)
      readings.append(read)
      reading.inputs.append(
        InputDescription(
          path: file.name, rows: read.account.read, rejected: read.account.rejected))
      // What was assumed of the pay is in the answer; how the file is read, nowhere else.
      for finding in file.findings where finding.severity == .note { reading.findings.add(finding) }
      reading.add(read.findings, above: .note)
    }
    guard let first = readings.first else { throw MarketData.Obstacle.noFile.failure }
    if let other = readings.first(where: { $0.currency != first.currency || $0.pay != first.pay }) {
      throw MarketData.Obstacle.unlikePay(first, other).failure
    }
    try design.replicates?.refuseUnlike(files)
    var table = readings.dropFirst().reduce(first.table) { $0.appending($1.table) }
    table = try table.filtered(data.conditions)
    guard table.rowCount > 0 else { throw MarketData.Obstacle.nobodyFits.failure }
    let date = try data.aging.age(&table, in: first.currency, datasets, log: &reading.findings)
    let people = PeopleData(
      table, pay: first.pay, currency: first.currency, date: date, readings: readings)
    return (people, grouping ?? [])
  }

  /// The column of the roles that titles stand for.
  static let roleOfTitle: String = "role"

  /// What people most want compared, among what the file has.
  private static func defaultColumns(_ recognition: ColumnRecognition) -> [String] {
    if recognition.position(of: .industry) != nil { return ["sector"] }
    if recognition.position(of: .state) != nil { return [ColumnRole.state.rawValue] }
    return []
  }
}
