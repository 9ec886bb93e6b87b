import Amounts
import Answers
import ArgumentParser
import CSVReading
import Findings
import MarketAnswers
import SalaryData

/// People's data from one or several files, in one table, one currency and at one date.
struct PeopleFiles {
  /// The people.
  var table: SalaryTable
  /// The month of their pay, if it is known.
  var date: YearMonth?
  /// How each file was read; not empty.
  var readings: [SalaryReading]
  /// The columns that were grouped by, where none were asked for those that the file offers.
  var columns: [String]

  /// What is read from the files besides the pay.
  struct Wanted {
    /// The columns to group by; nil takes what people most want compared.
    var grouping: [String]?
    /// Further columns that must be there.
    var others: [String] = []
    /// The columns that pay is adjusted by.
    var adjusting: [String] = []
    /// Roles that are read where a file has them.
    var roles: [ColumnRole] = []
    /// The conditions of `--where`.
    var conditions: [String] = []
  }

  /// Reads, filters and ages.
  ///
  /// - Throws: `InputFailure` for what is wrong in the files, `ValidationError` for options that do
  ///   not fit them.
  init(
    _ files: [CSVFile], _ wanted: Wanted, input: SalaryInputOptions, survey: SurveyOptions,
    aging: AgingOptions, datasets: Datasets, parts: inout Response.Parts
  ) throws {
    let vocabularies = try datasets.salaryVocabularies()
    let conditions = try wanted.conditions.map { try RowCondition($0) }
    var readings: [SalaryReading] = []
    var grouping = wanted.grouping
    for file in files {
      var options = try input.readingOptions(columns: [])
      try survey.prepare(&options)
      let recognition = try SalaryReader(vocabularies, options: options).recognize(file)
      if let finding = survey.unusedWeights(recognition, file: file.name) {
        parts.findings.add(finding)
      }
      let columns = grouping ?? Self.defaultColumns(recognition)
      grouping = columns
      options.columns += columns + wanted.adjusting + wanted.others + conditions.map(\.column)
      options.columns += (wanted.roles + [.date]).filter { recognition.position(of: $0) != nil }
        .map(\.rawValue)
      let reading = try SalaryReader(vocabularies, options: options).read(file)
      try Self.refuseItself(wanted.adjusting, reading, grouping: columns)
      readings.append(reading)
      parts.inputs.append(
        InputDescription(
          path: file.name, rows: reading.account.read, rejected: reading.account.rejected))
      parts.add(reading.findings, above: .note)
    }
    try input.writeRejects(readings.map(\.rejects), besides: readings.map(\.path))
    guard let first = readings.first else { throw ValidationError("there is no file to read") }
    if let other = readings.first(where: { $0.currency != first.currency || $0.pay != first.pay }) {
      throw ValidationError(
        """
        \(first.path) has \(first.pay.rawValue) in \(first.currency) and \(other.path) \
        \(other.pay.rawValue) in \(other.currency); say --pay, --currency and --rates
        """)
    }
    table = try readings.dropFirst().reduce(first.table) { $0.appending($1.table) }
      .filtered(conditions)
    guard table.rowCount > 0 else {
      throw ValidationError("--where: nobody in the data fits the conditions")
    }
    date = try aging.age(
      &table, in: first.currency, datasets: datasets, log: &parts.findings)
    self.readings = readings
    columns = grouping ?? []
  }

  /// Refuses to hold equal what is compared: pay, what contains it, and the groups themselves.
  private static func refuseItself(
    _ adjusting: [String], _ reading: SalaryReading, grouping: [String]
  ) throws(InputFailure) {
    let recognition = reading.recognition
    let pay = [reading.pay, .totalPay].compactMap { recognition.position(of: $0) }
    let groups = grouping.compactMap { recognition.position(named: $0) }
    for name in adjusting {
      let position = recognition.position(named: name)
      let message: Inline
      if let position, pay.contains(position) {
        message = "\"\(name)\" holds the pay that is compared, and pay is not adjusted by itself"
      } else if grouping.contains(name) || position.map(groups.contains) == true {
        message = "\"\(name)\" tells the groups apart, so they have no people of the same \(name)"
      } else {
        continue
      }
      throw InputFailure(
        .usage,
        Finding(
          "adjust.itself", about: .adjust, message,
          remedy: "name what pay depends on, such as experience"))
    }
  }

  /// What people most want compared, among what the file has.
  private static func defaultColumns(_ recognition: ColumnRecognition) -> [String] {
    if recognition.position(of: .industry) != nil { return ["sector"] }
    if recognition.position(of: .state) != nil { return [ColumnRole.state.rawValue] }
    return []
  }

  /// The characteristics in a list such as "experience,grade=category".
  static func characteristics(_ text: String?) throws -> [Characteristic] {
    try text.map(names)?.map { try Characteristic(parsing: $0) } ?? []
  }

  /// The names in a list such as "industry,state".
  static func names(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
  }
}
