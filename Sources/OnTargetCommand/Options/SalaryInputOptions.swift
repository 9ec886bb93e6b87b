import ArgumentParser
import CSVReading
import Findings
import MarketAnswers
import Reports
import SalaryData
import Tables

/// How salary files are read, the same for every verb that reads them.
struct SalaryInputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding (default: detected): utf-8, utf-16le, utf-16be, latin-1, windows-1252.",
      valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "The character between fields, or \"tab\" (default: detected).", valueName: "character"))
  var delimiter: String?

  @Option(
    help: ArgumentHelp(
      "The sheet of a workbook (default: the only one with data); FILE.xlsx#NAME says it of one file.",
      valueName: "name"))
  var sheet: String?

  @OptionGroup var expected: ExpectedRowsOptions

  @Flag(help: "Stop at the first row that has something wrong with it.")
  var strict: Bool = false

  @Option(
    help: ArgumentHelp(
      "Write the rejected rows as CSV that can be mended and read again.", valueName: "file"))
  var rejects: String?

  @OptionGroup var pays: PayReadingOptions

  @Option(
    help: ArgumentHelp(
      "The number of threads for reading; the result does not depend on it.", valueName: "n"))
  var threads: Int = 2

  func validate() throws {
    guard (1...64).contains(threads) else {
      throw ValidationError("--threads: \(threads) is not between 1 and 64")
    }
  }

  /// The data of a market, read as these and other options say.
  ///
  /// - Throws: `ValidationError` or `InputFailure` for an option that makes no sense.
  func marketData(
    _ files: [String], where conditions: [String],
    _ published: PublishedOptions? = nil, survey: SurveyOptions, aging: AgingOptions
  ) throws -> MarketData {
    guard rejects == nil || files.count == 1 else {
      throw ValidationError("--rejects takes the rows of one file; read the files one by one")
    }
    try expected.check(files)
    var data = MarketData(files)
    data.conditions = try conditions.map { try RowCondition($0) }
    data.occupations = published?.occupation ?? []
    data.titles = published?.title ?? []
    data.areas = published?.area ?? []
    data.csv = try csvOptions()
    data.salaries = try readingOptions(columns: [])
    data.weight = survey.weight
    data.aging = try aging.aging()
    return data
  }

  /// Writes the rejected rows of a file where they were asked for.
  func writeRejects(of readings: [SalaryReading]) throws {
    try writeRejects(readings.map(\.rejects), besides: readings.map(\.path))
  }

  /// The files that say how the others are read.
  var sideInputs: [String] { [pays.mapping, pays.rates].compactMap(\.self) }

  /// The file for the rejected rows, where they were asked for.
  var sideOutputs: [String] { [rejects].compactMap(\.self) }

  /// How the file is opened.
  func csvOptions() throws -> CSVOptions {
    var options = CSVOptions(isStrict: strict, keepsRejects: rejects != nil)
    if let encoding {
      guard let known = CSVEncoding(name: encoding) else {
        let names = CSVEncoding.allCases.map(\.rawValue)
        throw ValidationError(
          "--encoding: \"\(encoding)\" is not known; \(NearMiss.remedy(for: encoding, among: names) ?? "")"
        )
      }
      options.encoding = known
    }
    options.sheet = sheet
    options.expectedRows = expected.expectRows
    if let delimiter {
      let character = delimiter == "tab" || delimiter == "\\t" ? "\t" : delimiter
      guard character.count == 1, let first = character.first else {
        throw ValidationError(
          "--delimiter: \"\(delimiter)\" is not one character; write for example ';' or tab")
      }
      options.delimiter = first
    }
    return options
  }

  /// How the salaries in it are read.
  ///
  /// - Parameters:
  ///   - columns: The columns that the verb needs besides pay.
  ///   - kind: The kind of table that a mapping without one is about; nil for whatever a file is.
  /// - Returns: The options for a reader.
  /// - Throws: `ValidationError` or `InputFailure` for an option that makes no sense.
  func readingOptions(columns: [String], of kind: TableKind? = .people) throws
    -> SalaryReadingOptions
  {
    var options = SalaryReadingOptions()
    options.columns = columns
    try pays.apply(to: &options, of: kind)
    options.threads = threads
    return options
  }

  /// Writes the rejected rows where they were asked for.
  ///
  /// - Parameters:
  ///   - files: The rejected rows of each file.
  ///   - others: The files that were read.
  /// - Throws: `ValidationError` for more than one file, whose rows would not fit one header;
  ///   `InputFailure` when they cannot be written, or would replace one of the others.
  func writeRejects(_ files: [[UInt8]], besides others: [String]) throws {
    guard let rejects else { return }
    guard let rows = files.first, files.count == 1 else {
      throw ValidationError("--rejects takes the rows of one file; read the files one by one")
    }
    try OutputFile.write(
      rows, to: rejects, besides: others + sideInputs)
  }
}

extension String {
  /// The names in a list such as "industry,state".
  var columnNames: [String] {
    split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
  }
}

extension Characteristic {
  /// The characteristics in a list such as "experience,grade=category".
  static func list(_ text: String?) throws -> [Characteristic] {
    try (text?.columnNames ?? []).map { try Characteristic(parsing: $0) }
  }
}
