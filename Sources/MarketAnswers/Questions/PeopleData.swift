public import Amounts
internal import Answers
internal import CSVReading
internal import Findings
public import SalaryData
internal import Statistics
internal import Tables

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
    var grouping = wanted.grouping
    let read: [PeopleFile]
    if let known = data.people {
      read = known
    } else {
      read = try Self.read(files, of: data, design, wanted, &grouping, datasets)
    }
    let readings = read.map(\.reading)
    for file in read {
      reading.inputs.append(file.input)
      reading.findings.add(file.findings)
    }
    guard let first = readings.first else { throw MarketData.Obstacle.noFile.failure }
    if let other = readings.first(where: { $0.currency != first.currency || $0.pay != first.pay }) {
      throw MarketData.Obstacle.unlikePay(first, other).failure
    }
    try design.replicates?.refuseUnlike(files)
    let everybody = SalaryTable.joined(readings.map(\.table))
    var table = try everybody.filtered(data.conditions)
    guard table.rowCount > 0 else {
      throw MarketData.Obstacle.nobodyFits(remedy: remedy(for: data.conditions, everybody)).failure
    }
    let date = try data.aging.age(&table, in: first.currency, datasets, log: &reading.findings)
    let people = PeopleData(
      table, pay: first.pay, currency: first.currency, date: date, readings: readings)
    return (people, grouping ?? [])
  }

  /// The values that there are, where a condition names one that nobody has.
  private static func remedy(for conditions: [RowCondition], _ table: SalaryTable) -> Inline? {
    for condition in conditions where condition.comparison == .equal {
      guard let values = table.categories(condition.column) else { continue }
      let named = zip(values.labels, values.counts()).dropFirst().filter { $0.1 > 0 }
        .sorted { $1.1 < $0.1 }.map(\.0)
      guard !named.contains(where: { $0.lowercased() == condition.operand.lowercased() }) else {
        continue
      }
      return NearMiss.remedy(for: condition.operand, among: named)
    }
    return nil
  }

  /// Reads each of the files by itself; the first one decides the columns to group by where nobody says.
  private static func read(
    _ files: [CSVFile], of data: MarketData, _ design: SurveyDesign, _ wanted: Wanted,
    _ grouping: inout [String]?, _ datasets: Datasets
  ) throws(InputFailure) -> [PeopleFile] {
    let vocabularies = try datasets.salaryVocabularies()
    var people: [PeopleFile] = []
    for file in files {
      var findings = FindingLog()
      var options = data.salaries
      try design.prepare(&options, weight: data.weight, header: file.header)
      let recognition = try SalaryReader(vocabularies, options: options).recognize(file)
      if data.weight == nil, let name = recognition.name(of: .weight) {
        findings.add(SurveyDesign.unusedWeights(name, file: file.name))
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
      // What was assumed of the pay is in the answer; how the file is read, nowhere else.
      for finding in file.findings where finding.severity == .note { findings.add(finding) }
      findings.add(read.findings.above(.note))
      people.append(
        PeopleFile(
          reading: read,
          input: InputDescription(
            path: file.name, rows: read.account.read, rejected: read.account.rejected),
          findings: findings))
    }
    return people
  }

  /// Reads each of the files by itself, for another machine to answer with.
  ///
  /// - Throws: What reading them throws, and `.usage` for what parts cannot have.
  static func parts(
    _ files: [CSVFile], of data: MarketData, _ design: SurveyDesign, _ wanted: Wanted,
    _ datasets: Datasets
  ) throws(InputFailure) -> [PeopleFile] {
    try design.requireKind(ofWeight: data.weight)
    if design.replicates != nil {
      throw InputFailure(
        .part, "part.undivided", "replicate weights are held against each other in all files",
        remedy: "leave out \(.parameter(.part)), or the replicate weights")
    }
    var grouping = wanted.grouping
    if grouping == nil {
      throw InputFailure(
        .part, "part.undivided", "every part has to have the same groups, and nothing says which",
        remedy: "say them, such as \(.parameter(.by, "state"))")
    }
    if data.salaries.mapping.files.isEmpty {
      throw InputFailure(
        .part, "part.undivided",
        "a file that is read by itself may take other columns for pay than the others do",
        remedy:
          "give a mapping for all of them with \(.parameter(.mapping, "FILE")); \(.code("ontarget check")) writes one"
      )
    }
    return try read(files, of: data, design, wanted, &grouping, datasets)
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
