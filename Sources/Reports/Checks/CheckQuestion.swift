public import Answers
public import CSVReading
public import Findings
internal import MarketAnswers
public import SalaryData
public import YAMLReading

/// What is wrong with files, and what is in them.
///
///     let reply = try CheckQuestion(["plan.yaml", "salaries.csv"]).answer()
///     print(reply.answer.isClean)
public struct CheckQuestion: Question {
  /// The paths of the files: YAML by their ending, everything else as tables.
  public var files: [String]
  /// How CSV files are opened.
  public var csv: CSVOptions = CSVOptions()
  /// How the salaries in them are read.
  public var salaries: SalaryReadingOptions = SalaryReadingOptions()
  /// Whether plans are priced under other readings too.
  public var pricesReadings: Bool = false
  /// The plan that deals are to be paid by: they are then checked row by row.
  public var plan: String?
  /// The people on it.
  public var roster: String?
  /// Reads a recipe of a report; recipes are of whoever asks.
  public var readRecipe: @Sendable (YAMLDocument) throws(InputFailure) -> Void = { _ in }
  /// Opens the bundled datasets; it is called for tables only, because YAML files need none.
  public var datasets: @Sendable () throws(InputFailure) -> Datasets

  /// Creates a question.
  public init(
    _ files: [String],
    datasets: @escaping @Sendable () throws(InputFailure) -> Datasets = {
      () throws(InputFailure) in try Datasets(directory: "datasets")
    }
  ) {
    self.files = files
    self.datasets = datasets
  }

  /// Checks the files.
  ///
  /// - Throws: `.usage` for settings about files that there are none of, `.noInput` for a file that is not there or cannot be read; what is wrong inside of a
  ///   file is part of the answer.
  public func answer() throws(InputFailure) -> Reply<FileCheck> {
    var hasPlan = false
    for path in files where !hasPlan && pricesReadings && YAMLChecker.isYAML(path) {
      hasPlan = try YAMLChecker.kind(of: path) == .plan
    }
    if pricesReadings, !hasPlan {
      throw InputFailure(
        .readings, "question.together", "it is about pay plans, and none of the files is one",
        remedy: "leave it out")
    }
    var tables = MarketData(files.filter { !YAMLChecker.isYAML($0) })
    (tables.csv, tables.salaries) = (csv, salaries)
    if tables.files.isEmpty, let setting = tables.firstReadingSetting {
      throw InputFailure(
        setting, "question.together", "it is about tables, and none of the files is one",
        remedy: "leave it out")
    }
    let check = try FileCheck(
      files, datasets: datasets, csv: csv, salaries: salaries, pricesReadings: pricesReadings,
      plan: plan, roster: roster, readRecipe: readRecipe)
    return Reply(
      check,
      inputs: check.files.map {
        InputDescription(path: $0.path, rows: $0.rows, rejected: $0.rejected)
      } + [plan, roster].compactMap(\.self).map { InputDescription(path: $0) })
  }
}
